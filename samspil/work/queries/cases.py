"""Read cases: the queue, one case, its thread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from samspil.core.lifecycle import Stage
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do, staff_addresses
from samspil.work.models import Case, Direction, Entry, Message
from samspil.work.queries.sight import own_teams, seen_by, visible, waiting_seen_by

QUEUE_ORDER = ("-risk", "due_at", "pk")
WRITTEN = (Coalesce("written_at", "at"), "at", "pk")
"""The order in which the messages of a thread were written, as far as that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueEnd:
    """Where a page of the queue ended: the last case's place in its order."""

    risk: float
    due_at: datetime
    pk: int


def case_at(public_id: UUID | str, *, reader: Colleague) -> Case:
    """One case with its process, team and holder.

    Raises `Case.DoesNotExist`, also where the reader may not see it.
    """
    beside = ("process", "team", "claimed_by")
    return visible(Case.objects.select_related(*beside), to=reader).get(public_id=public_id)


def awake(cases: QuerySet[Case], *, now: datetime | None = None) -> QuerySet[Case]:
    """Without the cases that are put aside until later than `now`, by default the present."""
    return cases.exclude(snoozed_until__gt=now or timezone.now())


def queue_of(colleague: Colleague, *, now: datetime | None = None) -> QuerySet[Case]:
    """What waits for this colleague: riskiest first, then by deadline; nothing put aside.

    Whoever may reassign cases sees all teams' cases, others those of their own teams and of none.
    """
    return awake(waiting_of(colleague), now=now)


def waiting_of(colleague: Colleague) -> QuerySet[Case]:
    """As `queue_of`, with what is put aside."""
    waiting = waiting_seen_by(colleague).order_by(*QUEUE_ORDER)
    if may_do(colleague, Action.REASSIGN_CASES):
        return waiting
    return waiting.filter(Q(team__in=own_teams(colleague)) | Q(team__isnull=True))


def queue_page(
    cases: QuerySet[Case], *, after: QueueEnd | None, size: int
) -> tuple[list[Case], QueueEnd | None]:
    """The next `size` cases of a queue, and where they end; None where nothing follows."""
    if after is not None:
        later = Q(due_at__gt=after.due_at) | Q(due_at=after.due_at, pk__gt=after.pk)
        cases = cases.filter(Q(risk__lt=after.risk) | (Q(risk=after.risk) & later))
    rows = list(cases[: size + 1])
    if len(rows) <= size:
        return rows, None
    last = rows[size - 1]
    return rows[:size], QueueEnd(risk=last.risk, due_at=last.due_at, pk=last.pk)


def held_by(colleague: Colleague) -> QuerySet[Case]:
    """What the colleague has claimed and not put aside, by deadline: theirs, so theirs to see."""
    mine = awake(Case.objects.filter(stage=Stage.CLAIMED, claimed_by=colleague))
    return mine.order_by("due_at", "pk")


def recent(*, reader: Colleague) -> QuerySet[Case]:
    """All cases that the reader may see, newest first."""
    return seen_by(reader).select_related("process").order_by("-opened_at", "pk")


def thread(case: Case) -> list[Message]:
    """The messages and notes of the case and of those merged into it, oldest first."""
    messages = thread_of(case).select_related("author")
    return list(messages.order_by(*WRITTEN))


def thread_of(case: Case) -> QuerySet[Message]:
    """All messages of the case and of those merged into it.

    One list of them from two questions: PostgreSQL would read every message there is to answer
    "of this case, or of one of those", and SQLite every case to find "this one, or merged into it".
    """
    itself = Case.objects.filter(pk=case.pk).values("pk")
    merged = Case.objects.filter(merged_into=case).values("pk")
    return Message.objects.filter(case__in=itself.union(merged, all=True))


def text_of(cases: Sequence[Case]) -> dict[int, str]:
    """What the customer wrote, by case: the last message in."""
    return {row.case_id: row.text for row in _came(cases)}


def _came(cases: Sequence[Case]) -> QuerySet[Message]:
    """All that was written to us in these cases, the last at the end."""
    came = Message.objects.filter(case__in=[case.pk for case in cases], direction=Direction.IN)
    return came.order_by(*WRITTEN)


def first_message(case: Case) -> Message | None:
    """What came first of what was written to us in this case."""
    return case.messages.filter(direction=Direction.IN).order_by("at", "pk").first()


def written_by_staff(cases: Sequence[Case]) -> set[int]:
    """Those of these cases, by primary key, whose last message a colleague of ours wrote."""
    rows = _came(cases).values_list("case_id", "sender")
    sender = {case: address.casefold() for case, address in rows}
    ours = staff_addresses(sender.values())
    return {case for case, address in sender.items() if address in ours}


def entries_of(cases: Iterable[Case]) -> dict[int, Entry]:
    """What was filled in, by case; costs nothing where none came by a form, chat or question."""
    came = [case.pk for case in cases if case.channel]
    return {one.case_id: one for one in Entry.objects.filter(case__in=came)} if came else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What came with a case beside the message that AI reads.

    `words` are its subject, what was filled in and what its mails repeat; `several`: the customer
    wrote more than one message.
    """

    words: str
    several: bool


def beside_of(cases: Sequence[Case], entries: Mapping[int, Entry]) -> dict[int, Beside]:
    """By case, in one statement; `entries` are what was filled in on forms."""
    rows = Message.objects.filter(case__in=[case.pk for case in cases], direction=Direction.IN)
    parts: dict[int, list[str]] = {case.pk: [case.subject] for case in cases}
    written: Counter[int] = Counter()
    for case, quoted in rows.values_list("case_id", "quoted"):
        parts[case].append(quoted)
        written[case] += 1
    for case, entry in entries.items():
        parts[case] += [f"{label}: {value}" for label, value in entry.fields]
    return {
        case: Beside(words="\n".join(words), several=written[case] > 1)
        for case, words in parts.items()
    }


def wishes_of(cases: Iterable[Case]) -> dict[int, str]:
    """Whose senders chose that a person reads first, by case, with the words they chose it by."""
    return {pk: entry.wish for pk, entry in entries_of(cases).items() if entry.wish}


def texts_of_round(case: Case) -> list[str]:
    """What the customer wrote in the case's present round, oldest first."""
    incoming = Message.objects.filter(case=case, direction=Direction.IN, at__gte=case.began_at)
    return list(incoming.order_by(*WRITTEN).values_list("text", flat=True))


def count_up_to(cases: QuerySet[Case], most: int) -> int:
    """How many there are, never counting past `most`: long counts cost much and say little."""
    return cases.order_by()[:most].count()
