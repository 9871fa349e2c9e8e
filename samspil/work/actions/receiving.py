"""A further message about a case that is here: it joins the thread, or opens the next round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.core.lifecycle import Stage
from samspil.core.masking import DataClass
from samspil.governance.queries import Intake, intake
from samspil.journal.actions import record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor
from samspil.work.actions.arriving import Arrival, ask_ai, one_line, open_cases
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import about_case
from samspil.work.models import Case, Direction, Message, Process
from samspil.work.queries import answered_cases

LOOK_AGAIN = "work.look_again"
CHANGED = [
    "stage",
    "round",
    "closed_at",
    "reopened_at",
    "snoozed_until",
    "masked",
    "hidden_text",
    "data_class",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a message to a case; `message` is None where it was here before."""

    case: Case
    message: Message | None
    reopened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of arrivals: new cases, cases they joined, and numbers that were here before."""

    cases: tuple[Case, ...]
    joined: tuple[Case, ...]
    duplicates: tuple[str, ...]

    def __add__(self, other: "TakenIn") -> "TakenIn":
        return TakenIn(
            cases=(*self.cases, *other.cases),
            joined=(*self.joined, *other.joined),
            duplicates=(*self.duplicates, *other.duplicates),
        )


@transaction.atomic
def receive(arrival: Arrival, *, case: Case, at: datetime, by: Colleague | None = None) -> Received:
    """Put a message into a case that is here already.

    A closed case begins its next round and is routed anew; an open one keeps its place unless the
    new text holds a cue. A message to a merged case goes to the case it was merged into. The same
    `external_id` joins once. `by` is who brought it in, None for a mailbox or form.
    """
    held = _locked(case)
    if arrival.external_id and Message.objects.filter(external_id=arrival.external_id).exists():
        return Received(case=held, message=None)
    took = intake(arrival.text)
    message = Message.objects.create(
        case=held,
        direction=Direction.IN,
        at=at,
        sender=one_line(arrival.sender),
        text=took.text,
        external_id=arrival.external_id,
    )
    reopened = held.stage == Stage.CLOSED
    _take_note(held, took)
    if reopened:
        _reopen(held, at=at)
    held.save(update_fields=CHANGED)
    index_cases([held.pk])
    event = "reopened" if reopened else "message_joined"
    record([about_case(held, event, by=actor(by) if by else SYSTEM)], at=at)
    ask_ai([held], job=LOOK_AGAIN)
    return Received(case=held, message=message, reopened=reopened)


@transaction.atomic
def take_in(
    arrivals: Sequence[Arrival], *, process: Process, at: datetime, by: Colleague | None = None
) -> TakenIn:
    """Open cases, except for messages that answer what is here: these join their case."""
    coming = {arrival.external_id for arrival in arrivals if arrival.external_id}
    here = answered_cases({number for arrival in arrivals for number in arrival.answers})
    firsts: list[Arrival] = []
    answers: list[Arrival] = []
    for one in arrivals:
        known = any(number in here or number in coming for number in one.answers)
        (answers if known else firsts).append(one)
    opened = open_cases(firsts, process=process, at=at, by=by)
    done = TakenIn(cases=opened.cases, joined=(), duplicates=opened.duplicates)
    for answer in answers:
        done += _take_answer(answer, process=process, at=at, by=by)
    return done


def _take_answer(
    answer: Arrival, *, process: Process, at: datetime, by: Colleague | None
) -> TakenIn:
    found = answered_cases({*answer.answers, answer.external_id})
    first = next((found[number] for number in answer.answers if number in found), None)
    if answer.external_id in found:
        return TakenIn(cases=(), joined=(), duplicates=(answer.external_id,))
    if first is None:
        opened = open_cases([answer], process=process, at=at, by=by)
        return TakenIn(cases=opened.cases, joined=(), duplicates=opened.duplicates)
    received = receive(answer, case=first, at=at, by=by)
    return TakenIn(cases=(), joined=(received.case,), duplicates=())


def _locked(case: Case) -> Case:
    held = Case.objects.select_for_update().get(pk=case.pk)
    while held.merged_into_id is not None:
        held = Case.objects.select_for_update().get(pk=held.merged_into_id)
    return held


def _take_note(case: Case, took: Intake) -> None:
    """Whatever the filter found in any message holds for the whole case."""
    case.masked = [*case.masked, *took.masked]
    case.hidden_text = case.hidden_text or took.hidden_text
    if took.data_class == DataClass.SPECIAL:
        case.data_class = DataClass.SPECIAL
    case.snoozed_until = None


def _reopen(case: Case, *, at: datetime) -> None:
    case.stage, case.round = Stage.ARRIVED, case.round + 1
    case.closed_at, case.reopened_at = None, at
