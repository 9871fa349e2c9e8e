"""Something arrives and becomes a case."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from samspil.adapters import embedding
from samspil.adapters.jobs import enqueue
from samspil.core.file_kinds import MAIL
from samspil.core.ids import new_id
from samspil.core.mail_faults import Fault, Flaw
from samspil.core.mail_kinds import Automatic
from samspil.core.mail_subjects import bare_subject
from samspil.core.masking import DataClass
from samspil.core.reading import one_line
from samspil.governance.queries import Intake, intake
from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, Actor, actor
from samspil.tenancy.queries import current
from samspil.work.actions.attaching import RefusedFile, attach, attach_mail
from samspil.work.actions.filled import Filled, keep_entries, taken
from samspil.work.actions.indexing import index_cases
from samspil.work.actions.noting import about_case
from samspil.work.models import Answered, Case, Direction, Message, Process
from samspil.work.queries import Times, timings

PROPOSE = "work.propose"
JOB_OF, READ_JOB_OF = 100, 25
"""Cases in one background job; fewer where an embedding reads them, a second for each 30: small
jobs let several workers share a bulk, and let what is urgent in between."""
SUBJECT = 80
SENDER = 254
NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalFile:
    """A file of a message; `kind` is its media type. Pictures in a text are `inline`."""

    name: str
    content: bytes
    kind: str
    inline: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message as it came in.

    `external_id` is the sender's own number for it: the same number arrives once. Empty means
    that it has none. `answers` are the Message-IDs it answers, nearest first. The rest is known of
    mails only; `ours` says that one of us wrote it. `filled` is there
    where it came by a form.
    """

    text: str
    external_id: str = ""
    sender: str = ""
    subject: str = ""
    answers: tuple[str, ...] = ()
    quoted: str = ""
    signature: str = ""
    sender_name: str = ""
    reply_to: str = ""
    written_at: datetime | None = None
    automatic: Automatic = Automatic.NO
    ours: bool = False
    files: tuple[ArrivalFile, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    filled: Filled | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What the intake filter made of all that a message says."""

    whole: Intake
    quoted: str
    signature: str
    sender_name: str


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
    read = [take(arrival) for arrival in fresh]
    pairs = list(zip(fresh, read, strict=True))
    times = timings(process, at=at).times(process, began=at)
    cases = Case.objects.bulk_create(
        _case(arrival, took.whole, process=process, at=at, times=times) for arrival, took in pairs
    )
    messages = Message.objects.bulk_create(
        message_of(arrival, took, case=case, at=at, external_id=_receipt_of(arrival))
        for case, (arrival, took) in zip(cases, pairs, strict=True)
    )
    keep_entries((case, arrival.filled) for case, arrival in zip(cases, fresh, strict=True))
    index_cases([case.pk for case in cases])
    remember_answers(zip(cases, fresh, strict=True))
    for message, arrival in zip(messages, fresh, strict=True):
        keep_files(arrival.files, message=message, at=at)
    who = actor(by) if by else SYSTEM
    record([_opened(case, by=who, process=process) for case in cases], at=at)
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


def _opened(case: Case, *, by: Actor, process: Process) -> Happening:
    came: dict[str, object] = {"channel": str(case.channel)} if case.channel else {}
    if process.sample:
        came["sample"] = True
    return about_case(case, "opened", by=by, process=str(process.public_id), **came)


def _case(arrival: Arrival, took: Intake, *, process: Process, at: datetime, times: Times) -> Case:
    public_id = new_id()
    title = intake(bare_subject(arrival.subject)).text or took.text
    beside = taken(arrival.filled)
    masked = [kind for one in (took, *beside) for kind in one.masked]
    return Case(
        public_id=public_id,
        process=process,
        external_id=arrival.external_id or str(public_id),
        channel=arrival.filled.channel if arrival.filled else "",
        subject=headline(title),
        data_class=DataClass.SPECIAL if masked else took.data_class,
        masked=masked,
        hidden_text=any(one.hidden_text for one in (took, *beside)),
        opened_at=at,
        due_at=times.due_at,
        escalates_at=times.escalates_at,
    )


def take(arrival: Arrival) -> Took:
    """Every part of a message through the intake filter; what was masked in any counts for all."""
    text, quoted, signature, name = (
        intake(part)
        for part in (arrival.text, arrival.quoted, arrival.signature, arrival.sender_name)
    )
    masked = (*text.masked, *quoted.masked, *signature.masked, *name.masked)
    data_class = max((text, quoted, signature, name), key=lambda one: bool(one.masked)).data_class
    whole = replace(text, masked=masked, data_class=data_class)
    return Took(
        whole=whole, quoted=quoted.text, signature=signature.text, sender_name=one_line(name.text)
    )


def _receipt_of(arrival: Arrival) -> str:
    return arrival.filled.number if arrival.filled else ""


def message_of(
    arrival: Arrival,
    took: Took,
    *,
    case: Case,
    at: datetime,
    external_id: str = "",
    direction: Direction = Direction.IN,
) -> Message:
    """The message as it will be stored."""
    return Message(
        case=case,
        direction=direction,
        at=at,
        sender=one_line(arrival.sender)[:SENDER],
        text=took.whole.text,
        external_id=external_id,
        quoted=took.quoted,
        signature=took.signature,
        sender_name=took.sender_name[:NAME],
        reply_to=one_line(arrival.reply_to)[:SENDER],
        written_at=min(arrival.written_at, at) if arrival.written_at else None,
        automatic=arrival.automatic,
        flaws=[[flaw.fault, intake(flaw.detail).text] for flaw in arrival.flaws],
    )


def remember_answers(pairs: Iterable[tuple[Case, Arrival]]) -> None:
    """Keep what these messages answer, so that the mails they answer find them later."""
    Answered.objects.bulk_create(
        (
            Answered(case=case, number=number[:NAME])
            for case, arrival in pairs
            for number in arrival.answers
            if number
        ),
        ignore_conflicts=True,
    )


def keep_files(files: Sequence[ArrivalFile], *, message: Message, at: datetime) -> None:
    """Put a message's files to its case; one that is refused is named with the message."""
    refused = []
    for file in files:
        name = intake(file.name).text
        try:
            if file.kind == MAIL:
                attach_mail(message.case, name=name, content=file.content, at=at, message=message)
            else:
                attach(
                    message.case,
                    name=name,
                    content=file.content,
                    at=at,
                    message=message,
                    inline=file.inline,
                )
        except RefusedFile:
            refused.append([Fault.WRONG_KIND, name])
    if refused:
        message.flaws = [*message.flaws, *refused]
        message.save(update_fields=["flaws"])


def headline(text: str) -> str:
    """The beginning of a text in one line, cut between words where that is possible."""
    line = " ".join(text[: 10 * SUBJECT].split())
    if len(line) <= SUBJECT:
        return line
    whole = line[: SUBJECT - 1].rpartition(" ")[0]
    return f"{whole if len(whole) > SUBJECT // 2 else line[: SUBJECT - 1]}…"


def ask_ai(cases: Sequence[Case], *, job: str = PROPOSE) -> None:
    """Let AI look at these cases in the background."""
    organisation = str(current().public_id)
    size = READ_JOB_OF if embedding.is_on() else JOB_OF
    for start in range(0, len(cases), size):
        batch = [case.pk for case in cases[start : start + size]]
        enqueue(job, {"organisation": organisation, "cases": batch})
