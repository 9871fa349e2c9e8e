"""What cases need of whoever knows the company's documents and answers.

Knowledge stands above the cases it helps with: `config` says who fulfils this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a customer wrote, and in which language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyReply:
    """An approved answer that holds, for everybody, in the customer's language.

    `source` names it to whoever reviews. `whole`: the message asks this and says nothing else.
    `answer` and `version` say which it is; it reads as it does since version `since`, so that only
    what people made of those counts for it.
    """

    text: str
    source: str
    whole: bool
    answer: UUID
    version: int
    since: int
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An approved answer that holds at this moment, and reads as it does since version `since`.

    `alone`: somebody agreed that it may be sent without a look, and its owner still works here.
    """

    since: int
    alone: bool


class Lapse(StrEnum):
    """Why an approved answer is no longer what it was when it became a draft."""

    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    CHANGED = "changed"


WORDS = {
    Lapse.WITHDRAWN: "This standard answer was withdrawn on {day}.",
    Lapse.ENDED: "This standard answer held until {day}.",
    Lapse.CHANGED: "This standard answer was changed on {day}.",
}
"""English sentences; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """What became of an approved answer, and on which day; None where that is not known any more:
    the journal says it."""

    lapse: Lapse
    day: date | None


class BesideCases(Protocol):
    """What is known about cases."""

    def address(self, case: UUID) -> str:
        """Where it stands what is known about a case; for whoever may see the case."""

    def replies(self, messages: Mapping[int, Message], *, at: datetime) -> dict[int, ReadyReply]:
        """The replies that fit customers' messages, by key; a fixed number of statements."""

    def hold(self, answers: Iterable[UUID], *, at: datetime) -> dict[UUID, Held]:
        """Those of these approved answers that hold now, and stay so until the transaction ends.

        One statement.
        """

    def lapsed(self, answer: UUID, *, version: int, at: datetime) -> Lapsed | None:
        """What became of an approved answer since this version; None: it still says so."""
