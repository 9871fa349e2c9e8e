"""A further message about a case that is here: it joins the thread, or opens the next round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.core.lifecycle import Stage
from samspil.core.mail_kinds import begins_a_round
from samspil.core.masking import DataClass
from samspil.core.threads import in_thread_order
from samspil.governance.queries import Intake
from samspil.journal.actions import record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor
from samspil.work.actions.arriving import (
    Arrival,
    ask_ai,
    keep_files,
    message_of,
    open_cases,
    remember_answers,
    take,
)
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import about_case
from samspil.work.models import Case, Direction, Entry, Message, Process
from samspil.work.queries import (
    answered_cases,
    answered_numbers,
    first_message,
    is_emptied,
    is_here,
)

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
    """What became of arrivals: new cases, cases they joined, and numbers that were here before.

    `ours` are the cases that our own mails were put to, `stray` those that belong to no case.
    """

    cases: tuple[Case, ...] = ()
    joined: tuple[Case, ...] = ()
    duplicates: tuple[str, ...] = ()
    ours: tuple[Case, ...] = ()
    stray: tuple[str, ...] = ()

    def __add__(self, other: "TakenIn") -> "TakenIn":
        return TakenIn(
            cases=(*self.cases, *other.cases),
            joined=(*self.joined, *other.joined),
            duplicates=(*self.duplicates, *other.duplicates),
            ours=(*self.ours, *other.ours),
            stray=(*self.stray, *other.stray),
        )


@transaction.atomic
def receive(arrival: Arrival, *, case: Case, at: datetime, by: Colleague | None = None) -> Received:
    """Put a message into a case that is here already.

    A closed case begins its next round and is routed anew; an open one keeps its place unless the
    new text holds a cue. A message to a merged case goes to the case it was merged into. The same
    `external_id` joins once. A machine's mail opens no closed case, unless it says that a reply did
    not arrive. What comes to a case that was emptied opens one of its own. `by` is who brought it
    in, None for a mailbox or form.
    """
    held = _locked(case)
    if is_emptied(held):
        return _apart(arrival, held.process, at=at, by=by)
    if arrival.external_id and Message.objects.filter(external_id=arrival.external_id).exists():
        return Received(case=held, message=None)
    message, took = put_message(arrival, held, direction=Direction.IN, at=at)
    asks = begins_a_round(arrival.automatic)
    reopened = held.stage == Stage.CLOSED and asks
    take_note(held, took)
    if asks:
        held.snoozed_until = None
    if asks and held.channel:
        Entry.objects.filter(case=held).update(withdrawn_at=None)
    if reopened:
        _reopen(held, at=at)
    held.save(update_fields=CHANGED)
    index_cases([held.pk])
    event = "reopened" if reopened else "message_joined"
    record([about_case(held, event, by=actor(by) if by else SYSTEM)], at=at)
    if asks:
        ask_ai([held], job=LOOK_AGAIN)
    return Received(case=held, message=message, reopened=reopened)


@transaction.atomic
def receive_ours(arrival: Arrival, *, case: Case, at: datetime, by: Colleague | None) -> Received:
    """Put a mail that one of us sent into the thread it belongs to; it asks nothing of anybody."""
    held = _locked(case)
    if arrival.external_id and Message.objects.filter(external_id=arrival.external_id).exists():
        return Received(case=held, message=None)
    message, took = put_message(arrival, held, direction=Direction.OUT, at=at)
    take_note(held, took)
    held.save(update_fields=["masked", "hidden_text", "data_class"])
    index_cases([held.pk])
    record([about_case(held, "own_mail_joined", by=actor(by) if by else SYSTEM)], at=at)
    return Received(case=held, message=message)


@transaction.atomic
def take_in(
    arrivals: Sequence[Arrival], *, process: Process, at: datetime, by: Colleague | None = None
) -> TakenIn:
    """Open cases, except for messages that belong to what is here: these join their case.

    A message belongs to a case that it answers, and to one in which it is answered. Our own mails
    open none.
    """
    in_order = in_thread_order(
        arrivals,
        number=lambda one: one.external_id,
        answers=lambda one: one.answers,
        moment=lambda one: one.written_at,
    )
    coming = {arrival.external_id for arrival in arrivals if arrival.external_id}
    here = answered_cases({number for arrival in arrivals for number in arrival.answers})
    awaited = answered_numbers(coming)
    firsts: list[Arrival] = []
    answers: list[Arrival] = []
    for one in in_order:
        known = any(number in here or number in coming for number in one.answers)
        known = known or one.external_id in awaited or one.ours
        (answers if known else firsts).append(one)
    opened = open_cases(firsts, process=process, at=at, by=by)
    done = TakenIn(cases=opened.cases, duplicates=opened.duplicates)
    for answer in answers:
        done += _take_answer(answer, process=process, at=at, by=by)
    return done


def _take_answer(
    answer: Arrival, *, process: Process, at: datetime, by: Colleague | None
) -> TakenIn:
    if answer.external_id and is_here(answer.external_id):
        return TakenIn(duplicates=(answer.external_id,))
    found = answered_cases({*answer.answers, answer.external_id})
    nearest = (*answer.answers, answer.external_id)
    case = next((found[number] for number in nearest if number in found), None)
    if answer.ours:
        if case is None:
            return TakenIn(stray=(answer.external_id,))
        return TakenIn(ours=(receive_ours(answer, case=case, at=at, by=by).case,))
    if case is None:
        opened = open_cases([answer], process=process, at=at, by=by)
        return TakenIn(cases=opened.cases, duplicates=opened.duplicates)
    return TakenIn(joined=(receive(answer, case=case, at=at, by=by).case,))


def put_message(
    arrival: Arrival, case: Case, *, direction: Direction, at: datetime
) -> tuple[Message, Intake]:
    """Put a message into the thread, and tell what the filter found in it."""
    took = take(arrival)
    message = message_of(
        arrival, took, case=case, at=at, external_id=arrival.external_id, direction=direction
    )
    message.save(force_insert=True)
    remember_answers([(case, arrival)])
    keep_files(arrival.files, message=message, at=at)
    return message, took.whole


def _locked(case: Case) -> Case:
    held = Case.objects.select_for_update().get(pk=case.pk)
    while held.merged_into_id is not None:
        held = Case.objects.select_for_update().get(pk=held.merged_into_id)
    return held


def _apart(arrival: Arrival, process: Process, *, at: datetime, by: Colleague | None) -> Received:
    """As a case of its own: nothing is left of the one it was meant for."""
    opened = open_cases([arrival], process=process, at=at, by=by)
    if not opened.cases:
        found = Case.objects.get(process=process, external_id=arrival.external_id)
        return Received(case=found, message=None)
    return Received(case=opened.cases[0], message=first_message(opened.cases[0]))


def take_note(case: Case, took: Intake) -> None:
    """Whatever the filter found in any message holds for the whole case."""
    case.masked = [*case.masked, *took.masked]
    case.hidden_text = case.hidden_text or took.hidden_text
    if took.data_class == DataClass.SPECIAL:
        case.data_class = DataClass.SPECIAL


def _reopen(case: Case, *, at: datetime) -> None:
    case.stage, case.round = Stage.ARRIVED, case.round + 1
    case.closed_at, case.reopened_at = None, at
