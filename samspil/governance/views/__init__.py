"""Did AI write this; which language models may be asked, and what was asked of them."""

from samspil.governance.views.calls import calls, export
from samspil.governance.views.servers import add, change, model, models, remove, try_out
from samspil.governance.views.tools import decide, due, tool, tools, use
from samspil.governance.views.tools import export as export_tools
from samspil.governance.views.verifying import verify

__all__ = [
    "add",
    "calls",
    "change",
    "decide",
    "due",
    "export",
    "export_tools",
    "model",
    "models",
    "remove",
    "tool",
    "tools",
    "try_out",
    "use",
    "verify",
]
