"""Bring a table of many people's answers into a round, and take it out again until that is over."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samspil.audit.access import check_may_ask
from samspil.audit.actions.sheets import NotNow, forget_unlisted
from samspil.audit.actions.tasks import fit_title, task_of_library
from samspil.audit.models import Answer, Audit, Bringing, Sheet, Task
from samspil.audit.queries import is_open, mark_of, teams_asked
from samspil.audit.queries.looking import OF_LIBRARY, OF_LIST
from samspil.core.audit import Given
from samspil.core.audit.library import task_at
from samspil.core.audit.parting import Person
from samspil.people.actions import note
from samspil.people.models import Colleague, Team


class UnfitBringing(ValueError):
    """This cannot be brought in; the message is fit to show to a person."""


@transaction.atomic
def bring_table(
    audit: Audit, people: Sequence[Person], *, by: Colleague, at: datetime
) -> Bringing:  # fmt: skip
    """Put these people's answers into the round; they count when it is over, as sheets do.

    No label and no address is kept. Raises `UnfitBringing` for nobody and for a table that is there
    already, `NotNow` where the round is not open, `UnfitTask`.
    """
    check_may_ask(by)
    _check_open(audit, at=at)
    if not people:
        raise UnfitBringing(_("There is nobody to bring in."))
    digest = _digest(people)
    if Bringing.objects.filter(audit=audit, digest=digest).exists():
        raise UnfitBringing(_("This table was brought in before: undo that first."))
    made = Bringing.objects.create(
        audit=audit, people=len(people), answers=sum(len(one.answers) for one in people),
        digest=digest, by=by, at=at,
    )  # fmt: skip
    _keep(made, people, at=at)
    note("audit_brought", "audit", audit.public_id, by=by, at=at, people=len(people))
    return made


@transaction.atomic
def take_table_out(bringing: Bringing, *, by: Colleague, at: datetime) -> bool:
    """Undo that a table was brought in, wholly; False where it was out before.

    Raises `NotNow` where the round is over: then everything was counted.
    """
    check_may_ask(by)
    audit = Audit.objects.select_for_update().get(pk=bringing.audit_id)
    if audit.settled_at is not None:
        raise NotNow(_("This round is over: what was brought in is counted and deleted."))
    answers = Answer.objects.filter(sheet__bringing=bringing)
    tasks = list(answers.values_list("task", flat=True).distinct())
    gone, _each = Bringing.objects.filter(pk=bringing.pk).delete()
    if not gone:
        return False
    forget_unlisted(tasks)
    note("audit_taken_out", "audit", audit.public_id, by=by, at=at, people=bringing.people)
    return True


def _check_open(audit: Audit, *, at: datetime) -> None:
    if not is_open(Audit.objects.select_for_update().get(pk=audit.pk), at=at):
        raise NotNow(_("Tables are brought into a round while it is open."))


def _keep(made: Bringing, people: Sequence[Person], *, at: datetime) -> None:
    teams = {one.name: one for one in teams_asked(made.audit)}
    tasks = _tasks(people, at=at)
    sheets = Sheet.objects.bulk_create(
        [_sheet(made, one, team=teams.get(one.team), at=at) for one in people]
    )
    Answer.objects.bulk_create(
        [
            _answer(sheet, tasks[key], given)
            for sheet, one in zip(sheets, people, strict=True)
            for key, given in one.answers.items()
        ]
    )


def _sheet(made: Bringing, one: Person, *, team: Team | None, at: datetime) -> Sheet:
    mark = mark_of(made.audit, one.address) if one.address else ""
    return Sheet(
        audit=made.audit, bringing=made, mark=mark, team=team, week_hours=one.week, begun_at=at,
        handed_in_at=at,
    )  # fmt: skip


def _answer(sheet: Sheet, task: Task, given: Given) -> Answer:
    return Answer(
        sheet=sheet, task=task, times=given.times, per=given.per, minutes=given.minutes,
        error_share=given.error_share, frustration=given.frustration, wish=given.wish,
        systems=list(given.systems),
    )  # fmt: skip


def _tasks(people: Sequence[Person], *, at: datetime) -> Mapping[str, Task]:
    """The task for each of what their answers stand for, made where there is none yet."""
    titles = {key: given.title for one in people for key, given in one.answers.items()}
    return {key: _task(key, title, at=at) for key, title in titles.items()}


def _task(key: str, title: str, *, at: datetime) -> Task:
    if key.startswith(OF_LIST):
        return Task.objects.get(public_id=key.removeprefix(OF_LIST))
    if key.startswith(OF_LIBRARY):
        ready = task_at(int(key.removeprefix(OF_LIBRARY)))
        assert ready is not None, "what stands for a task of the library was looked at"
        wording = ready.wording((get_language() or "en")[:2])
        return task_of_library(ready.number, title=wording, occupation=ready.occupation, at=at)
    fit = fit_title(title)
    named = Task.objects.filter(title__iexact=fit, removed_at=None).order_by("pk").first()
    return named or Task.objects.create(title=fit, added_at=at)


def _digest(people: Sequence[Person]) -> str:
    """The same for the same table, whatever its labels are."""
    said = sorted(
        repr((one.team, one.address, one.week, sorted(map(repr, one.answers.values()))))
        for one in people
    )
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
