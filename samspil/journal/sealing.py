"""How an entry is sealed."""

from datetime import UTC, datetime
from typing import NamedTuple

from samspil.core import chain
from samspil.journal.models import Entry


class Sealed(NamedTuple):
    """An entry as a bare row; what its seal covers, and the seal."""

    sequence: int
    at: datetime
    actor: str
    actor_kind: str
    event: str
    subject_kind: str
    subject: str
    facts: str
    seal: str


def seal_of(entry: Entry | Sealed, *, before: str, key: bytes) -> str:
    """The seal this entry must bear if it follows one sealed `before`."""
    fields = [
        entry.actor,
        entry.actor_kind,
        entry.event,
        entry.subject_kind,
        entry.subject,
        entry.facts,
    ]
    return chain.seal(key, before, entry.sequence, entry.at.astimezone(UTC), fields)
