"""A person says what takes their time, for themselves: nothing of it goes to the journal.

Taking part is free, so that who did and who did not is nobody's business either.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samspil.audit.actions.tasks import fit_title, task_of_library
from samspil.audit.models import Answer, Audit, Sheet, Task
from samspil.audit.queries import (
    asks,
    given_of,
    is_open,
    mark_of,
    marks_of,
    task_for,
    words_of_hindrance,
)
from samspil.core.audit import BadAnswer, Given, check_answer, check_week, hindrances
from samspil.core.audit.sheets import BadWeek
from samspil.people.models import Colleague, Team
from samspil.tenancy.actions import delete_rows

MOST_ANSWERS = 100


class NotNow(Exception):
    """This cannot be said any more, or not yet; the message is fit to show to a person."""


class UnfitAnswer(ValueError):
    """What was said cannot be so; the message is fit to show. `field` is where, "" for nowhere."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class NotReady(Exception):
    """A sheet cannot be handed in yet; `hindrances` are sentences fit to show."""

    def __init__(self, hindrances: Sequence[str]) -> None:
        super().__init__(" ".join(hindrances))
        self.hindrances = list(hindrances)


@transaction.atomic
def begin_sheet(audit: Audit, *, by: Colleague, at: datetime) -> Sheet:
    """The person's sheet, as it is or a new one. Raises `NotNow` where the round asks not them."""
    if not is_open(audit, at=at) or not asks(audit, by):
        raise NotNow(_("This round does not ask you now."))
    team = Team.objects.filter(members=by, closed_at=None).order_by("name", "pk").first()
    sheet, _new = Sheet.objects.get_or_create(
        audit=audit, colleague=by, defaults={"begun_at": at, "team": team}
    )
    return sheet


@transaction.atomic
def set_week(sheet: Sheet, *, hours: float, team: Team | None, at: datetime) -> None:
    """Say how many hours one's week has, and for which team one answers. Raises `UnfitAnswer`."""
    _check_draft(sheet, at=at)
    try:
        check_week(hours)
    except BadWeek as why:
        raise UnfitAnswer(_(why.words).format(**why.figures), field="week_hours") from None
    if team is not None and not team.members.filter(pk=sheet.colleague_id).exists():
        raise UnfitAnswer(_("You are not in this team: choose one of yours."), field="team")
    Sheet.objects.filter(pk=sheet.pk).update(week_hours=hours, team=team)


@transaction.atomic
def choose_task(sheet: Sheet, task: Task, *, at: datetime) -> Answer:
    """Put a task of the list onto the sheet; one that is there already, or was, comes back."""
    _check_draft(sheet, at=at)
    return _put(sheet, task)


def _put(sheet: Sheet, task: Task) -> Answer:
    """As `choose_task`, of a sheet that may be changed and is locked."""
    _check_room(sheet)
    answer, new = Answer.objects.get_or_create(sheet=sheet, task=task)
    if not new and answer.removed_at is not None:
        Answer.objects.filter(pk=answer.pk).update(removed_at=None)
        answer.removed_at = None
    return answer


@transaction.atomic
def choose_of_library(
    sheet: Sheet, library: int, *, title: str, occupation: str, at: datetime
) -> Answer:
    """Put a task of the ready library onto the sheet."""
    _check_draft(sheet, at=at)
    return _put(sheet, task_of_library(library, title=title, occupation=occupation, at=at))


@transaction.atomic
def type_task(sheet: Sheet, title: str, *, at: datetime) -> Answer:
    """Put a task in one's own words onto the sheet; the listed one where it is called the same.

    Raises `UnfitTask` where it has no fit title.
    """
    _check_draft(sheet, at=at)
    fit = fit_title(title)
    return _put(sheet, task_for(fit, sheet=sheet) or Task.objects.create(title=fit, added_at=at))


@transaction.atomic
def say(answer: Answer, given: Given, *, at: datetime) -> None:
    """Say how often, how long and how it is. Raises `UnfitAnswer`, and nothing has changed."""
    _check_draft(answer.sheet, at=at)
    try:
        check_answer(given)
    except BadAnswer as why:
        raise UnfitAnswer(_(why.words).format(**why.figures), field=why.field) from None
    Answer.objects.filter(pk=answer.pk).update(
        times=given.times, per=given.per, minutes=given.minutes, error_share=given.error_share,
        frustration=given.frustration, wish=given.wish, systems=list(given.systems),
    )  # fmt: skip


@transaction.atomic
def take_away(answer: Answer, *, at: datetime) -> bool:
    """Take a task off one's sheet; it can be brought back. False where it was off before."""
    _check_draft(answer.sheet, at=at)
    there = Answer.objects.filter(pk=answer.pk, removed_at=None)
    return bool(there.update(removed_at=at))


@transaction.atomic
def bring_back(answer: Answer, *, at: datetime) -> bool:
    """Undo that it was taken away; False where it is there."""
    _check_draft(answer.sheet, at=at)
    gone = Answer.objects.filter(pk=answer.pk, removed_at__isnull=False)
    return bool(gone.update(removed_at=None))


@transaction.atomic
def hand_in(sheet: Sheet, *, at: datetime) -> None:
    """Let the sheet be counted when the round is over. Raises `NotReady` with what keeps it."""
    _check_draft(sheet, at=at)
    answers = sheet.answers.filter(removed_at=None).select_related("task").order_by("pk")
    found = hindrances([given_of(one) for one in answers], week=sheet.week_hours)
    if found:
        raise NotReady([words_of_hindrance(one) for one in found])
    if not Sheet.objects.filter(pk=sheet.pk, handed_in_at=None).update(handed_in_at=at):
        raise NotNow(_("You have handed this in already."))
    _delete_answers(Answer.objects.filter(sheet=sheet, removed_at__isnull=False))


@transaction.atomic
def take_back(sheet: Sheet, *, at: datetime) -> bool:
    """Make what was handed in a draft again, to change it; False where it is one."""
    _check_open(sheet.audit, at=at)
    handed_in = Sheet.objects.filter(pk=sheet.pk, handed_in_at__isnull=False)
    return bool(handed_in.update(handed_in_at=None))


@transaction.atomic
def withdraw(sheet: Sheet) -> None:
    """Delete everything the person said in this round, also when it is over, and what a table says
    they did.

    Figures that were settled before hold nobody, and stay.
    """
    theirs = Q(pk=sheet.pk)
    if sheet.colleague is not None and sheet.colleague.user is not None:
        theirs |= Q(mark=mark_of(sheet.audit, sheet.colleague.user.email))
    sheets = Sheet.objects.filter(theirs, audit=sheet.audit)
    tasks = list(Answer.objects.filter(sheet__in=sheets).values_list("task", flat=True))
    sheets.delete()
    forget_unlisted(tasks)


@transaction.atomic
def forget_sheets(address: str) -> int:
    """Delete everything that whoever signs in with this address ever said, also what a table says
    that stood beside it; returns how many sheets."""
    theirs = Sheet.objects.filter(
        Q(colleague__user__email__iexact=address) | Q(mark__in=marks_of(address))
    )
    tasks = list(Answer.objects.filter(sheet__in=theirs).values_list("task", flat=True))
    gone = delete_rows(theirs)
    forget_unlisted(tasks)
    return gone


def _check_open(audit: Audit, *, at: datetime) -> None:
    if not is_open(audit, at=at):
        raise NotNow(_("This round is over: what you said can be withdrawn, and not changed."))


def _check_draft(sheet: Sheet, *, at: datetime) -> None:
    """Raise `NotNow` unless it may still be changed, as the database says now."""
    try:
        now = Sheet.objects.select_for_update().select_related("audit").get(pk=sheet.pk)
    except Sheet.DoesNotExist:
        raise NotNow(_("You have withdrawn this.")) from None
    _check_open(now.audit, at=at)
    if now.handed_in_at is not None:
        raise NotNow(_("You have handed this in: take it back to change it."))


def _check_room(sheet: Sheet) -> None:
    if sheet.answers.filter(removed_at=None).count() >= MOST_ANSWERS:
        raise UnfitAnswer(_("A hundred tasks are enough: put some small ones together."))


def _delete_answers(answers: QuerySet[Answer]) -> None:
    tasks = list(answers.values_list("task", flat=True))
    answers.delete()
    forget_unlisted(tasks)


def forget_unlisted(tasks: Sequence[int]) -> None:
    """Delete those of the tasks that nobody names any more and that were never listed."""
    Task.objects.filter(pk__in=tasks, listed_at=None, answers=None).delete()
