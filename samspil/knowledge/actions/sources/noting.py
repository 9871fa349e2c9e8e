"""What the journal is told about sources: ids and counts, never a name or a place."""

from datetime import datetime

from samspil.knowledge.models import Source
from samspil.people.actions import note
from samspil.people.models import Colleague


def note_source(
    source: Source, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to a source; `by` is None for what Samspil does by itself."""
    note(event, "source", source.public_id, by=by, at=at, **facts)
