"""How an entry is sealed."""

from datetime import UTC

from samspil.core import chain
from samspil.journal.models import Entry


def seal_of(entry: Entry, *, before: str, key: bytes) -> str:
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
