"""Read the sample: its messages, how far it is, and what real people added to it."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files

from samspil.work.models import Case, Decision, Direction, Message, Process

ACROSS = timedelta(days=21)
"""The weeks in which the messages came in."""
MOST = 48
LEFT_OPEN = 8
"""So many of the last still wait."""
NUMBER = "sample-"
OTHER = "other"
SENDERS = (
    "Anna Holm", "Bent Friis", "Clara Beck", "Dirk Jansen", "Eva Lund", "Finn Toft", "Greta Voss",
)  # fmt: skip
"""Names without an address: no letter ever leaves for a sample."""
MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMessage:
    """A made-up message; `topic` is empty where it is about something else."""

    id: str
    text: str
    topic: str
    sender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleState:
    """How far the sample is, and what people added that would go with it."""

    process: Process
    cases: int
    total: int
    added: Sequence[str]
    more: int

    @property
    def ready(self) -> bool:
        """Whether all of it is there."""
        return self.cases >= self.total


def sample_process() -> Process | None:
    """The process of made-up cases; None without a sample."""
    return Process.objects.select_related("organisation").filter(sample=True).first()


def sample_messages(language: str) -> list[SampleMessage]:
    """The messages in a language, always the same."""
    source = files("samspil.founding").joinpath("messages", f"{language}.csv")
    with source.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))[:MOST]
    return [
        SampleMessage(
            id=f"{NUMBER}{row['id']}",
            text=row["text"],
            topic="" if row["topic"] == OTHER else row["topic"],
            sender=SENDERS[place % len(SENDERS)],
        )
        for place, row in enumerate(rows)
    ]


def sample_state() -> SampleState | None:
    """None without a sample."""
    process = sample_process()
    if process is None:
        return None
    cases = Case.objects.filter(process=process)
    ours = cases.filter(external_id__startswith=NUMBER).count()
    decided = Decision.objects.filter(case__process=process, simulated=False)
    noted = Message.objects.filter(case__process=process, direction=Direction.NOTE)
    brought = cases.exclude(external_id__startswith=NUMBER)
    subjects = [
        *decided.order_by("pk").values_list("case__subject", flat=True)[: MOST_NAMED + 1],
        *noted.order_by("pk").values_list("case__subject", flat=True)[: MOST_NAMED + 1],
        *brought.order_by("pk").values_list("subject", flat=True)[: MOST_NAMED + 1],
    ]
    whole = decided.count() + noted.count() + brought.count()
    return SampleState(
        process=process,
        cases=ours,
        total=len(sample_messages(process.organisation.language)),
        added=subjects[:MOST_NAMED],
        more=max(0, whole - MOST_NAMED),
    )
