"""Guidelines; did AI write this; which language models may be asked, and what was asked of them."""

from samspil.governance.views.calls import calls, export
from samspil.governance.views.guidelines import confirm, guideline, guidelines, reminders, rule_here
from samspil.governance.views.guidelines import export as export_guidelines
from samspil.governance.views.servers import add, change, model, models, remove, try_out
from samspil.governance.views.tools import decide, due, tool, tools, use
from samspil.governance.views.tools import export as export_tools
from samspil.governance.views.verifying import verify
from samspil.governance.views.writing import begin, new, publish, withdraw, write

__all__ = [
    "add",
    "begin",
    "calls",
    "change",
    "confirm",
    "decide",
    "due",
    "export",
    "export_guidelines",
    "export_tools",
    "guideline",
    "guidelines",
    "model",
    "models",
    "new",
    "publish",
    "reminders",
    "remove",
    "rule_here",
    "tool",
    "tools",
    "try_out",
    "use",
    "verify",
    "withdraw",
    "write",
]
