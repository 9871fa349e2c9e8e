"""A round through a source, from its beginning to its end, and what came of it."""

from datetime import datetime, timedelta

from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Source
from tests.factories import MONDAY_9

LATER = MONDAY_9 + timedelta(hours=2)


def look(source: Source, at: datetime = LATER):
    """Look through it, from a round's beginning to its end."""
    actions.begin_round(source, by=None, at=at)
    run = source.runs.get(ended_at=None)
    while queries.run_at(run.public_id).ended_at is None:
        assert actions.work_on(queries.run_at(run.public_id), now=lambda: at, while_s=0)
    return queries.run_at(run.public_id)


def names() -> list[str]:
    return sorted(Document.objects.filter(removed_at=None).values_list("name", flat=True))


def counted(run) -> tuple[int, ...]:
    return run.new, run.changed, run.known, run.failed, run.removed


def read_all(at: datetime = LATER) -> None:
    """Read whatever waits for it."""
    waiting = Document.objects.filter(state="waiting").values_list("pk", flat=True)
    actions.read_documents(list(waiting), embedder=None, at=at)
