"""What the journal is told about summaries: ids and counts, never a name or a text."""

from datetime import datetime

from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague
from samspil.people.queries import SYSTEM, actor
from samspil.summaries.models import Summary


def note_summary(
    summary: Summary, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    """Write down what happened to a summary; `by` is None for what Samspil does by itself."""
    who = actor(by) if by else SYSTEM
    happening = Happening(
        event=event, subject_kind="summary", subject=str(summary.public_id), actor=who.id,
        actor_kind=who.kind, facts=facts,
    )  # fmt: skip
    record([happening], at=at)
