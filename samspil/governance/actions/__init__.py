"""Everything that is done about AI's texts and about language models."""

from samspil.governance.actions.allowing import allow
from samspil.governance.actions.asking import Asking, Told, ask_model, try_server
from samspil.governance.actions.marking import approve_mark, mark, mark_chosen, mark_told
from samspil.governance.actions.registering import (
    BadTool,
    ToolTerms,
    change_tool,
    decide_tool,
    say_used,
)
from samspil.governance.actions.serving import (
    BadServer,
    ServerTerms,
    add_server,
    change_server,
    remove_server,
)
from samspil.governance.actions.sweeping import SWEEP, sweep_calls
from samspil.governance.actions.talking import NotAsked

__all__ = [
    "SWEEP",
    "Asking",
    "BadServer",
    "BadTool",
    "NotAsked",
    "ServerTerms",
    "Told",
    "ToolTerms",
    "add_server",
    "allow",
    "approve_mark",
    "ask_model",
    "change_server",
    "change_tool",
    "decide_tool",
    "mark",
    "mark_chosen",
    "mark_told",
    "remove_server",
    "say_used",
    "sweep_calls",
    "try_server",
]
