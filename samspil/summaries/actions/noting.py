"""What the journal is told about summaries: ids and counts, never a name or a text."""

from datetime import datetime

from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.summaries.models import Summary


def note_summary(
    summary: Summary, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to a summary; `by` is None for what Samspil does by itself."""
    note(event, "summary", summary.public_id, by=by, at=at, **facts)
