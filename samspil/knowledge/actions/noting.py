"""What the journal is told about documents: ids and counts, never a name or a text."""

from datetime import datetime

from samspil.knowledge.models import Document
from samspil.people.actions import note
from samspil.people.models import Colleague


def note_documents(
    documents: list[Document], event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to documents; `by` is None for what Samspil does by itself."""
    note(event, "document", *(one.public_id for one in documents), by=by, at=at, **facts)
