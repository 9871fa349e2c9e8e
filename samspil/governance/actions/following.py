"""Keep the register of tools in step with the language models that are set up."""

from datetime import datetime

from samspil.core.gateway.tools import Status
from samspil.governance.models import ModelServer, Tool


def register_server(server: ModelServer, *, at: datetime) -> None:
    """Put a new language model into the register; one that people asked for by name becomes it."""
    tool = Tool.objects.filter(name=server.name, server=None).first() or Tool(added_at=at)
    tool.server, tool.status, tool.decided_at, tool.allowed = server, Status.ASKED, None, []
    _take_after(tool, server)
    tool.save()


def follow_server(server: ModelServer, *, other: bool) -> None:
    """Name, place and owner are the language model's; `other` than was tested waits for a word."""
    tool = Tool.objects.filter(server=server).first()
    if tool is None:
        return
    _take_after(tool, server)
    if other:
        tool.status, tool.decided_at = Status.ASKED, None
    tool.save()


def _take_after(tool: Tool, server: ModelServer) -> None:
    tool.name, tool.place, tool.owner = server.name, server.place, server.owner
