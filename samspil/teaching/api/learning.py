"""Learning by itself, by program: whether AI does, and how near it is."""

from uuid import UUID

from django.utils import timezone
from ninja import Router, Schema

from samspil.core.evidence.learning import ENOUGH_LABELS
from samspil.people.queries import WorkRequest
from samspil.teaching.access import check_may_see, check_may_teach
from samspil.teaching.queries.overview import using_of
from samspil.work.actions import let_learn
from samspil.work.models import Process
from samspil.work.queries import process_at

router = Router(tags=["skills"])


class LearningIn(Schema):
    """Whether AI learns anew by itself."""

    by_itself: bool = True


class LearningOut(Schema):
    """Whether AI learns anew by itself, once `wanted` examples are new; so many are `new` now.

    `to_look_at` decided cases of the last 90 days may become examples once somebody looked at them.
    `lesson` runs now.
    """

    by_itself: bool
    new: int
    wanted: int
    to_look_at: int
    lesson: UUID | None


@router.get(
    "/processes/{uuid:process_id}/learning", response=LearningOut, summary="Read what AI learns"
)
def read_learning(request: WorkRequest, process_id: UUID) -> LearningOut:
    """How near AI is to learning anew."""
    check_may_see(request.colleague)
    return _learning(process_at(process_id))


@router.put(
    "/processes/{uuid:process_id}/learning",
    response=LearningOut,
    summary="Let AI learn by itself",
)
def change_learning(request: WorkRequest, process_id: UUID, payload: LearningIn) -> LearningOut:
    """Let AI learn anew by itself, or no longer; saying it twice changes nothing."""
    colleague = check_may_teach(request.colleague)
    found = process_at(process_id)
    let_learn(found, by_itself=payload.by_itself, by=colleague, at=timezone.now())
    return _learning(found)


def _learning(process: Process) -> LearningOut:
    using = using_of(process)
    return LearningOut(
        by_itself=process.learns_by_itself,
        new=using.new,
        wanted=ENOUGH_LABELS,
        to_look_at=using.to_look_at,
        lesson=using.lesson.public_id if using.lesson else None,
    )
