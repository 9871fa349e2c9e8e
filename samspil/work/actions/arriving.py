"""Something arrives and becomes a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.adapters.jobs import enqueue
from samspil.core.ids import new_id
from samspil.core.reading import CONTROLS
from samspil.governance.queries import Intake, intake
from samspil.journal.actions import record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor
from samspil.tenancy.queries import current
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import about_case
from samspil.work.models import Case, Direction, Message, Process
from samspil.work.queries import Times, timings

PROPOSE = "work.propose"
JOB_OF = 100
"""Cases in one background job."""
SUBJECT = 80
SENDER = 254


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message as it came in.

    `external_id` is the sender's own number for it: the same number arrives once. Empty means
    that it has none. `answers` are the Message-IDs it answers, nearest first.
    """

    text: str
    external_id: str = ""
    sender: str = ""
    subject: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What became of some arrivals: new cases in order, and the numbers that were here before."""

    cases: tuple[Case, ...]
    duplicates: tuple[str, ...]


@transaction.atomic
def open_cases(
    arrivals: Sequence[Arrival], *, process: Process, at: datetime, by: Colleague | None = None
) -> Opened:
    """Make a case of each arrival and ask AI to look at them in the background.

    All or none; a number that is already here opens nothing. `by` is who brought them in, None
    for a mailbox or form.
    """
    fresh, duplicates = _without_known(arrivals, process=process)
    read = [intake(arrival.text) for arrival in fresh]
    pairs = list(zip(fresh, read, strict=True))
    times = timings(process, at=at).times(process, began=at)
    cases = Case.objects.bulk_create(
        _case(arrival, took, process=process, at=at, times=times) for arrival, took in pairs
    )
    Message.objects.bulk_create(
        Message(
            case=case,
            direction=Direction.IN,
            at=at,
            sender=one_line(arrival.sender),
            text=took.text,
        )
        for case, (arrival, took) in zip(cases, pairs, strict=True)
    )
    index_cases([case.pk for case in cases])
    who = actor(by) if by else SYSTEM
    record(
        [about_case(case, "opened", by=who, process=str(process.public_id)) for case in cases],
        at=at,
    )
    ask_ai(cases)
    return Opened(cases=tuple(cases), duplicates=tuple(duplicates))


def _without_known(
    arrivals: Sequence[Arrival], *, process: Process
) -> tuple[list[Arrival], list[str]]:
    numbers = [arrival.external_id for arrival in arrivals if arrival.external_id]
    here = Case.objects.filter(process=process, external_id__in=numbers)
    known = set(here.values_list("external_id", flat=True))
    fresh, duplicates = [], []
    for arrival in arrivals:
        if arrival.external_id in known:
            duplicates.append(arrival.external_id)
            continue
        known.update({arrival.external_id} - {""})
        fresh.append(arrival)
    return fresh, duplicates


def _case(arrival: Arrival, took: Intake, *, process: Process, at: datetime, times: Times) -> Case:
    public_id = new_id()
    title = intake(arrival.subject).text if arrival.subject else took.text
    return Case(
        public_id=public_id,
        process=process,
        external_id=arrival.external_id or str(public_id),
        subject=headline(title),
        data_class=took.data_class,
        masked=list(took.masked),
        hidden_text=took.hidden_text,
        opened_at=at,
        due_at=times.due_at,
        escalates_at=times.escalates_at,
    )


def headline(text: str) -> str:
    """The beginning of a text in one line, cut between words where that is possible."""
    line = " ".join(text[: 10 * SUBJECT].split())
    if len(line) <= SUBJECT:
        return line
    whole = line[: SUBJECT - 1].rpartition(" ")[0]
    return f"{whole if len(whole) > SUBJECT // 2 else line[: SUBJECT - 1]}…"


def one_line(sender: str) -> str:
    """A sender as it is kept: in one line, without control characters."""
    return " ".join(CONTROLS.sub(" ", sender).split())[:SENDER]


def ask_ai(cases: Sequence[Case], *, job: str = PROPOSE) -> None:
    """Let AI look at these cases in the background."""
    organisation = str(current().public_id)
    for start in range(0, len(cases), JOB_OF):
        batch = [case.pk for case in cases[start : start + JOB_OF]]
        enqueue(job, {"organisation": organisation, "cases": batch})
