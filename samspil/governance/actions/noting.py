"""What the journal is told about language models: ids and kinds, never an address, key or text."""

from datetime import datetime

from samspil.governance.models import ModelServer
from samspil.journal.actions import Happening, record
from samspil.people.models import Colleague
from samspil.people.queries import actor


def note_server(
    server: ModelServer, event: str, *, by: Colleague, at: datetime, **facts: object
) -> None:
    """Write down what a colleague did about a model server."""
    who = actor(by)
    happening = Happening(
        event=event,
        subject_kind="model_server",
        subject=str(server.public_id),
        actor=who.id,
        actor_kind=who.kind,
        facts=facts,
    )
    record([happening], at=at)
