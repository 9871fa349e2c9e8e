"""What the journal is told about documents: ids and counts, never a name or a text."""

from datetime import datetime

from samspil.journal.actions import Happening, record
from samspil.knowledge.models import Document
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor


def note_documents(
    documents: list[Document], event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to documents; `by` is None for what Samspil does by itself."""
    who = actor(by) if by else SYSTEM
    record(
        [
            Happening(
                event=event,
                subject_kind="document",
                subject=str(one.public_id),
                actor=who.id,
                actor_kind=who.kind,
                facts=facts,
            )
            for one in documents
        ],
        at=at,
    )
