"""Somebody disagrees with a decision, and another person decides anew."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from samspil.core.contesting import WORDS, Outcome, Refusal, Standing, refusal, who_is_told
from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Action
from samspil.core.routing import CONTESTED_RISK, Level, Reason
from samspil.journal.actions import record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor, check_may, day_of, deciders_there
from samspil.tenancy.queries import current
from samspil.work.access import check_may_see, check_not_emptied
from samspil.work.actions.arriving import Arrival
from samspil.work.actions.deciding import How, NoTopic, Read, keep_decision
from samspil.work.actions.holding import StaleCase
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noticing import tell
from samspil.work.actions.noting import about_case, note_case
from samspil.work.actions.receiving import CHANGED, put_message, take_note
from samspil.work.actions.verifying import keep_answer
from samspil.work.models import (
    About,
    Case,
    Complaint,
    Decision,
    Direction,
    Entry,
    LoneAnswer,
    Message,
    Proposal,
)
from samspil.work.queries import first_message, team_of_level, timings
from samspil.work.queries.contesting import (
    contested_decision,
    decided_before,
    leaders,
    open_complaint,
    standing_of,
)

ANEW = [
    *CHANGED, "route", "sorted_alone", "level", "reason", "judging", "quote", "topic", "confidence",
    "risk", "team", "routed_at", "due_at", "escalates_at",
]  # fmt: skip
"""The columns of a case that change when it is contested."""


class CannotContest(ValueError):
    """Nothing can be contested here; the message is fit to show."""


class NoReasons(ValueError):
    """Whoever decides anew has to say why; the message is fit to show."""


@transaction.atomic
def contest(
    case: Case, *, text: str, at: datetime, by: Colleague | None = None, number: str = ""
) -> Complaint:
    """Let somebody disagree with what was decided last: another person decides anew, never AI.

    The case waits again, in a round of its own; where AI had answered alone and the answer is still
    to be checked, that check is the new decision. `by` brings it in for whom it concerns; the same
    `number` contests once. Raises `NotAllowed` and `CannotContest`.
    """
    held = Case.objects.select_for_update(of=("self",)).select_related("process").get(pk=case.pk)
    if by is not None:
        check_may(by, Action.DECIDE_CASES)
        check_may_see(by, held)
    known = Message.objects.filter(external_id=number).exists() if number else False
    if known and (earlier := Complaint.objects.filter(case=held).order_by("-round").first()):
        return earlier
    check_not_emptied(held)
    standing = standing_of(held)
    _check_contestable(held, standing, by=by)
    message = _said(held, text, number=number, at=at)
    complaint = _complaint(held, message, alone=not standing.decided, by=by, at=at)
    _wait_anew(held, at=at)
    told = _climb(held, complaint, at=at)
    if told is not None:
        complaint.climbed = True
        tell(told, held, About.WAITS, at=at)
    complaint.save(force_insert=True)
    index_cases([held.pk])
    facts = {"contested": complaint.round, "alone": complaint.alone, "climbed": complaint.climbed}
    record([about_case(held, "contested", by=actor(by) if by else SYSTEM, **facts)], at=at)
    return complaint


@transaction.atomic
def decide_anew(
    case: Case,
    *,
    outcome: Outcome,
    reasons: str,
    topic: str,
    by: Colleague,
    at: datetime,
    seen: int | None = None,
    simulated: bool = False,
) -> Decision:
    """Say whether a contested decision stands, and why; both are sent to whom it concerns.

    The old decision stays as it is, and this one stands beside it. A decision that stands keeps its
    topic; of one that is changed `topic` says what it is about. Raises what `decide` raises,
    `DecidedBefore` included, and `NoReasons`. `simulated`: a demonstration's.
    """
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    complaint = open_complaint(held)
    if complaint is None:
        raise StaleCase(_("Nothing is contested here any more."))
    if not reasons.strip():
        raise NoReasons(_("Write your reasons: whoever disagreed reads them."))
    before = _topic_before(case, complaint)
    if outcome is Outcome.CHANGED and complaint.alone and not topic:
        raise NoTopic(_("Say what the case is about: by that AI's answer is checked."))
    answer = f"{_opening(case, outcome)}\n\n{reasons.strip()}"
    about = before if outcome is Outcome.UPHELD else topic
    complaint.outcome = outcome
    how = How(simulated=simulated, read=Read(messages=seen), anew=complaint)
    decision = keep_decision(case, answer=answer, topic=about, by=by, at=at, how=how)
    complaint.decision = decision
    complaint.save(update_fields=["outcome", "decision"])
    _keep_evidence(complaint, decision)
    facts = {"outcome": outcome, "contested": complaint.round, "alone": complaint.alone}
    note_case(case, "decided_anew", by=by, at=at, **facts)
    return decision


def _check_contestable(held: Case, standing: Standing, *, by: Colleague | None) -> None:
    why = refusal(standing)
    if why is None and by is not None and held.stage != Stage.CLOSED:
        why = Refusal.UNDECIDED  # a colleague checks AI's answer, rather than contest it
    if why is not None:
        raise CannotContest(_(WORDS[why]))


def _said(held: Case, text: str, *, number: str, at: datetime) -> Message:
    first = first_message(held)
    arrival = Arrival(text=text, sender=first.sender if first else "", external_id=number)
    message, took = put_message(arrival, held, direction=Direction.IN, at=at)
    take_note(held, took)
    return message


def _complaint(
    held: Case, message: Message, *, alone: bool, by: Colleague | None, at: datetime
) -> Complaint:
    working = timedelta(minutes=held.process.complaint_minutes)
    clocks = timings(held.process, at=at)
    times = clocks.times_within(working, held.process, began=at, level=Level.EXPERIENCED)
    held.due_at = times.due_at if held.stage == Stage.CLOSED else min(held.due_at, times.due_at)
    held.escalates_at = times.escalates_at
    return Complaint(
        case=held, round=held.round, message=message, by=by, alone=alone, at=at, due_at=held.due_at
    )


def _wait_anew(held: Case, *, at: datetime) -> None:
    """Put the case where a person takes it, without a look by AI; a check stays the check it is."""
    held.snoozed_until = None
    if held.stage == Stage.CLOSED:
        held.stage, held.round = Stage.WAITING, held.round + 1
        held.closed_at, held.reopened_at, held.routed_at = None, at, at
        held.route, held.level, held.reason = Route.PERSON, Level.EXPERIENCED, Reason.CONTESTED
        held.sorted_alone, held.quote, held.judging = False, "", Judging.OPEN
        held.topic, held.confidence = "", None
        held.risk = CONTESTED_RISK
        held.team_id = team_of_level(held.process).get(Level.EXPERIENCED)
    else:
        held.risk = max(held.risk, CONTESTED_RISK)
        if held.reason != Reason.SPOT_CHECK:
            held.reason = Reason.CONTESTED
    if held.channel:
        Entry.objects.filter(case=held).update(withdrawn_at=None)
    held.save(update_fields=ANEW)


def _climb(held: Case, complaint: Complaint, *, at: datetime) -> Iterable[int] | None:
    """The leaders to be told, where nobody else of the team is there; None where somebody is."""
    there = deciders_there(held.team_id, on=day_of(at, current()))
    made = Decision.objects.filter(case=held, round=complaint.round)  # not a kept complaint yet
    before = {*decided_before(held), *made.values_list("by", flat=True)}
    return who_is_told(there, leaders(), before=before)


def _topic_before(case: Case, complaint: Complaint) -> str:
    if (made := contested_decision(complaint)) is not None:
        return made.topic
    proposal = Proposal.objects.filter(case=case, round=complaint.round).first()
    return proposal.likeliest if proposal else ""


def _opening(case: Case, outcome: Outcome) -> str:
    with override(case.language or current().language):
        return _(WORDS[outcome])


def _keep_evidence(complaint: Complaint, decision: Decision) -> None:
    """What AI had decided alone, and nobody drew, is known now to be right or wrong.

    It is kept as known, and proves nothing: those who disagree are no sample of all. What lots had
    drawn is kept as the check that it is.
    """
    lone = LoneAnswer.objects.select_related("proposal").filter(
        case=complaint.case_id, round=complaint.round
    )
    answer = lone.first()
    if answer is None or not complaint.alone or decision.round == complaint.round:
        return
    changed = complaint.outcome == Outcome.CHANGED
    keep_answer(decision, answer.proposal, sureness=answer.sureness, changed=changed)
