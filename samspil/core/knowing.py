"""What cases need of whoever knows the company's documents and answers.

Knowledge stands above the cases it helps with: `config` says who fulfils this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
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

    `source` names it to whoever reviews: it is a draft for a person, never sent by AI alone.
    `whole`: the message asks this and says nothing else.
    """

    text: str
    source: str
    whole: bool


class BesideCases(Protocol):
    """What is known about cases."""

    def address(self, case: UUID) -> str:
        """Where it stands what is known about a case; for whoever may see the case."""

    def replies(self, messages: Mapping[int, Message], *, at: datetime) -> dict[int, ReadyReply]:
        """The replies that fit customers' messages, by key; a fixed number of statements."""
