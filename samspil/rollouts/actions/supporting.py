"""Ask for help, answer, ask again, close; and write down for all what many ask."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.deadlines import time_after
from samspil.core.retention.categories import Category
from samspil.core.roles import NotAllowed
from samspil.core.rollouts.support import WITHIN, Deed, NotNow, State, Urgency, step
from samspil.governance.queries import intake, reach_of
from samspil.people.actions import note
from samspil.people.models import Colleague, TeamMember
from samspil.people.queries import people
from samspil.rollouts.access import check_may_answer, check_may_read, check_may_see
from samspil.rollouts.models import CommonQuestion, SupportRequest, SupportTurn, TeamRollout
from samspil.rollouts.queries import calendar_of, may_write_in, over_support
from samspil.tenancy.actions import delete_rows


class UnfitRequest(Exception):
    """What was written cannot be taken; the message is fit to show."""


class StaleRequest(Exception):
    """Somebody else moved the request first; the message is fit to show."""


@transaction.atomic
def ask_for_help(
    place: TeamRollout, text: str, *, urgency: Urgency, by: Colleague, at: datetime
) -> SupportRequest:
    """Ask the change agents of one's own team; masked as everything that comes in.

    Raises `NotAllowed` for other teams' parts, `UnfitRequest` for texts about colleagues.
    """
    check_may_see(by)
    if not TeamMember.objects.filter(team=place.team_id, colleague=by).exists():
        raise NotAllowed(_("You can ask in rollouts of your own teams."))
    if place.withdrawn_at is not None or place.rollout.ended_at is not None:
        raise NotAllowed(_("This rollout is over: ask your leader."))
    said = fit(text, by=by)
    calendar = calendar_of(place.rollout, now=at)
    made = SupportRequest.objects.create(
        place=place, asked_by=by, urgency=urgency, asked_at=at, at=at,
        due_at=time_after(at, working=WITHIN[urgency], calendar=calendar),
    )  # fmt: skip
    SupportTurn.objects.create(request=made, deed=Deed.ASKED, text=said, by=by, at=at)
    note("support_asked", "support", made.public_id, by=by, at=at, urgency=urgency.value)
    return made


@transaction.atomic
def answer_request(request: SupportRequest, text: str, *, by: Colleague, at: datetime) -> None:
    """Answer it; raises `UnfitRequest` of nothing, `StaleRequest` of what is closed by now."""
    check_may_answer(by, request.place)
    _take(request, Deed.ANSWER, fit(text, by=by), by=by, at=at)
    note("support_answered", "support", request.public_id, by=by, at=at)


@transaction.atomic
def reopen_request(request: SupportRequest, text: str, *, by: Colleague, at: datetime) -> None:
    """Say that the answer does not help; the time of its change agents begins again."""
    check_may_read(by, request)
    _take(request, Deed.REOPEN, fit(text, by=by), by=by, at=at)
    note("support_reopened", "support", request.public_id, by=by, at=at)
    calendar = calendar_of(request.place.rollout, now=at)
    working = WITHIN[Urgency(request.urgency)]
    due = time_after(at, working=working, calendar=calendar)
    SupportRequest.objects.filter(pk=request.pk).update(due_at=due)


@transaction.atomic
def close_request(request: SupportRequest, *, by: Colleague, at: datetime) -> None:
    """Say that it is settled."""
    check_may_read(by, request)
    _take(request, Deed.CLOSE, "", by=by, at=at)
    note("support_closed", "support", request.public_id, by=by, at=at)


@transaction.atomic
def write_for_all(
    place: TeamRollout, *, question: str, answer: str, by: Colleague, at: datetime
) -> CommonQuestion:
    """Write down what many ask, for all to read; it says nothing of who asked."""
    check_may_answer(by, place)
    asked, said = fit(question, by=by)[:300], fit(answer, by=by)[:2000]
    made = CommonQuestion.objects.create(
        rollout=place.rollout, question=asked, answer=said, by=by, at=at
    )
    note("common_question_written", "rollout", place.rollout.public_id, by=by, at=at)
    return made


@transaction.atomic
def remove_for_all(question: CommonQuestion, *, by: Colleague, at: datetime) -> None:
    """Take an answer away; `restore_for_all` brings it back."""
    _check_may_write(question, by)
    CommonQuestion.objects.filter(pk=question.pk, removed_at=None).update(removed_at=at)
    note("common_question_removed", "rollout", question.rollout.public_id, by=by, at=at)


@transaction.atomic
def restore_for_all(question: CommonQuestion, *, by: Colleague, at: datetime) -> None:
    """Bring it back."""
    _check_may_write(question, by)
    CommonQuestion.objects.filter(pk=question.pk).update(removed_at=None)
    note("common_question_written", "rollout", question.rollout.public_id, by=by, at=at)


def sweep_support(*, at: datetime) -> int:
    """Delete what nobody touched for long enough; returns how many."""
    return delete_rows(over_support(reach_of(Category.SUPPORT, at=at)))


@transaction.atomic
def forget_support(address: str) -> int:
    """Delete what whoever signs in with this address asked, and empty what they said elsewhere."""
    theirs = SupportRequest.objects.filter(asked_by__user__email__iexact=address)
    gone = delete_rows(theirs)
    said = SupportTurn.objects.filter(by__user__email__iexact=address)
    return gone + said.update(text="")


def fit(text: str, *, by: Colleague) -> str:
    """The text as it may be kept: masked, and naming no colleague; raises `UnfitRequest`."""
    said = intake(text)
    if not said.readable or not said.text.strip():
        raise UnfitRequest(_("Write in a sentence or two what you need help with."))
    if said.too_long:
        raise UnfitRequest(_("This is too long: say it in fewer words."))
    folded = said.text.casefold()
    named = [one.name for one in people() if one.pk != by.pk and one.name.casefold() in folded]
    if named:
        raise UnfitRequest(
            _("Write it without naming colleagues (%(names)s): it is about the work.")
            % {"names": ", ".join(named)}
        )
    return said.text.strip()


def _take(request: SupportRequest, deed: Deed, text: str, *, by: Colleague, at: datetime) -> None:
    """One deed, by one conditional update: who comes second gets `StaleRequest`."""
    before = State(request.state)
    try:
        after = step(before, deed)
    except NotNow as why:
        raise StaleRequest(_(str(why))) from None
    moved = SupportRequest.objects.filter(pk=request.pk, state=before, at=request.at)
    if not moved.update(state=after, at=at):
        raise StaleRequest(_("This request stands elsewhere by now: look at it again."))
    SupportTurn.objects.create(request=request, deed=deed, text=text, by=by, at=at)
    request.state, request.at = after, at


def _check_may_write(question: CommonQuestion, by: Colleague) -> None:
    check_may_see(by)
    if not may_write_in(question.rollout, by):
        raise NotAllowed(_("Change agents of the team, and the owners, answer here."))
