"""What the journal is told of guidelines, language models and tools: ids, never a text."""

from datetime import datetime

from samspil.governance.models import Guideline, ModelServer, Tool
from samspil.people.actions import note
from samspil.people.models import Colleague


def note_server(
    server: ModelServer, event: str, *, by: Colleague, at: datetime, **facts: object
) -> None:
    """Write down what a colleague did about a model server."""
    note(event, "model_server", server.public_id, by=by, at=at, **facts)


def note_tool(tool: Tool, event: str, *, by: Colleague, at: datetime, **facts: object) -> None:
    """Write down what a colleague did about a tool."""
    note(event, "tool", tool.public_id, by=by, at=at, **facts)


def note_guideline(
    guideline: Guideline, event: str, *, by: Colleague, at: datetime, **facts: object
) -> None:
    """Write down what a colleague did about a guideline."""
    note(event, "guideline", guideline.public_id, by=by, at=at, **facts)
