"""A person answers for themselves: nothing of it goes to the journal.

Taking part is free, so that who did and who did not is nobody's business.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.readiness.answers import Answers, UnfitAnswers, check_answers, missing
from samspil.core.readiness.statements import Statement
from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.people.models import Colleague
from samspil.readiness.access import check_may_see
from samspil.readiness.models import Round, Sheet
from samspil.readiness.queries import asks, is_open, mark_of, over_answers, own_sheet, sheets_of
from samspil.tenancy.actions import delete_rows


class NotNow(Exception):
    """This cannot be answered any more, or not by this person; the message is fit to show."""


class NotReady(Exception):
    """Answers are missing; `left` are the statements without one. The message is fit to show."""

    def __init__(self, left: Sequence[Statement]) -> None:
        super().__init__(_("Some statements have no answer yet. “I do not know” is one, too."))
        self.left = left


@transaction.atomic
def keep_answers(round_: Round, answers: Answers, *, by: Colleague, at: datetime) -> Sheet:
    """Put these answers beside those given before, as a draft. Raises `NotNow`, `UnfitAnswers`."""
    check_may_see(by)
    check_answers(answers)
    now = _held(round_, by, at=at)
    mark = mark_of(by, now)
    sheet, _new = Sheet.objects.get_or_create(round=now, mark=mark)
    if sheet.handed_in:
        raise NotNow(_("You have handed this in: take it back to change it."))
    sheet.answers = {**sheet.answers, **answers}
    sheet.save(update_fields=["answers"])
    return sheet


@transaction.atomic
def hand_in(round_: Round, *, by: Colleague, at: datetime) -> None:
    """Let one's answers be counted when the round is over. Raises `NotReady` with what is missing,
    `NotNow`."""
    check_may_see(by)
    now = _held(round_, by, at=at)
    sheet = own_sheet(now, of=by)
    left = missing(sheet.answers if sheet else {})
    if left:
        raise NotReady(left)
    if not Sheet.objects.filter(round=now, mark=mark_of(by, now), handed_in=False).update(
        handed_in=True
    ):
        raise NotNow(_("You have handed this in already."))


@transaction.atomic
def take_back(round_: Round, *, by: Colleague, at: datetime) -> bool:
    """Make what was handed in a draft again, to change it; False where it is one."""
    now = _held(round_, by, at=at)
    handed_in = Sheet.objects.filter(round=now, mark=mark_of(by, now), handed_in=True)
    return bool(handed_in.update(handed_in=False))


@transaction.atomic
def withdraw(round_: Round, *, by: Colleague) -> bool:
    """Delete one's answers in a round that goes on; False where there are none."""
    now = _locked(round_)
    if now.settled_at is not None:
        raise NotNow(_("This round is over: its answers are deleted, and nobody's can be found."))
    return bool(Sheet.objects.filter(round=now, mark=mark_of(by, now)).delete()[0])


@transaction.atomic
def forget_answers(address: str) -> int:
    """Delete the open answers of whoever signs in with this address; returns how many sheets."""
    theirs = [sheet.pk for _round, sheet in sheets_of(address)]
    Sheet.objects.filter(pk__in=theirs).delete()
    return len(theirs)


def sweep_answers(*, at: datetime) -> int:
    """Delete answers in rounds that should have been over long ago; returns how many sheets."""
    return delete_rows(over_answers(reach_of(Category.READINESS, at=at)))


def _locked(round_: Round) -> Round:
    """The round as it is now, which nobody ends meanwhile."""
    return Round.objects.select_for_update().get(pk=round_.pk)


def _held(round_: Round, by: Colleague, *, at: datetime) -> Round:
    """The same, if this person may answer in it now; else raises `NotNow`."""
    now = _locked(round_)
    if not is_open(now, at=at):
        raise NotNow(_("This round is over."))
    if not asks(now, by):
        raise NotNow(_("This round does not ask you."))
    return now


__all__ = [
    "NotNow",
    "NotReady",
    "UnfitAnswers",
    "forget_answers",
    "hand_in",
    "keep_answers",
    "sweep_answers",
    "take_back",
    "withdraw",
]
