"""What the journal is told about documents and answers: ids and counts, never a name or text."""

from datetime import datetime

from samspil.knowledge.models import Document, StandardAnswer
from samspil.people.actions import note
from samspil.people.models import Colleague


def note_documents(
    documents: list[Document], event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to documents; `by` is None for what Samspil does by itself."""
    note(event, "document", *(one.public_id for one in documents), by=by, at=at, **facts)


def note_standard(
    answer: StandardAnswer, event: str, *, by: Colleague | None, at: datetime
) -> None:
    """Write down what happened to a standard answer, and to which version of it."""
    note(event, "standard_answer", answer.public_id, by=by, at=at, version=answer.version)
