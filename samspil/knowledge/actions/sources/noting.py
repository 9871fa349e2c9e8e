"""What the journal is told about sources: ids and counts, never a name or a place."""

from datetime import datetime

from samspil.journal.actions import Happening, record
from samspil.knowledge.models import Source
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor


def note_source(
    source: Source, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to a source; `by` is None for what Samspil does by itself."""
    who = actor(by) if by else SYSTEM
    happening = Happening(
        event=event,
        subject_kind="source",
        subject=str(source.public_id),
        actor=who.id,
        actor_kind=who.kind,
        facts=facts,
    )
    record([happening], at=at)
