"""AI learns anew by itself once enough examples are new."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.teaching.actions.lessons import begin_lesson
from samspil.teaching.models import Lesson, Stage
from samspil.teaching.queries.anew import LONGEST_LESSON, due
from samspil.tenancy.queries import current
from samspil.work.actions.noting import note_process
from samspil.work.models import Process

LEARN_ANEW = "teaching.learn_anew"


def learn_anew(*, at: datetime) -> list[Lesson]:
    """Begin a lesson in each process of the organisation where enough is new; no two at once."""
    _give_up_the_dead(at=at)
    begun = [_begin(process, new=new, at=at) for process, new in due(at=at).items()]
    return [lesson for lesson in begun if lesson is not None]


def _begin(process: Process, *, new: int, at: datetime) -> Lesson | None:
    """None where another worker was first."""
    try:
        with transaction.atomic():
            made = begin_lesson(
                process, by=None, language=current().language, by_itself=True, at=at
            )
            note_process(process, "learning_began", by=None, at=at, examples=new)
    except IntegrityError:
        return None
    return made


def _give_up_the_dead(*, at: datetime) -> None:
    """A lesson whose work was given up would keep AI from ever learning by itself again."""
    with override(current().language):
        dead = Lesson.objects.filter(
            by_itself=True, stage=Stage.RUNNING, looked_at__lte=at - LONGEST_LESSON
        )
        dead.update(
            stage=Stage.FAILED,
            finished_at=at,
            problem=_("AI did not finish learning. It tries again when there are new examples."),
        )
