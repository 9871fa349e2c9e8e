"""Everything that is done about guidelines, AI's texts, language models and tools."""

from samspil.governance.actions.allowing import allow
from samspil.governance.actions.asking import Asking, Told, ask_model, try_server
from samspil.governance.actions.guiding import (
    BadGuideline,
    begin_guidelines,
    confirm_guideline,
    publish_guideline,
    sweep_confirmations,
    withdraw_guideline,
    write_guideline,
)
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
    "BadGuideline",
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
    "begin_guidelines",
    "change_server",
    "change_tool",
    "confirm_guideline",
    "decide_tool",
    "mark",
    "mark_chosen",
    "mark_told",
    "publish_guideline",
    "remove_server",
    "say_used",
    "sweep_calls",
    "sweep_confirmations",
    "try_server",
    "withdraw_guideline",
    "write_guideline",
]
