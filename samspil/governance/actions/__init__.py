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
from samspil.governance.actions.retaining import (
    BadHold,
    BadPeriod,
    agree_to_purge,
    end_hold,
    forget_held,
    look_again,
    put_hold,
    set_period,
    sweep_holds,
    sweep_reports,
    use_usual_period,
)
from samspil.governance.actions.serving import (
    BadServer,
    ServerTerms,
    add_server,
    change_server,
    remove_server,
)
from samspil.governance.actions.sweeping import sweep_calls
from samspil.governance.actions.talking import NotAsked

__all__ = [
    "Asking",
    "BadGuideline",
    "BadHold",
    "BadPeriod",
    "BadServer",
    "BadTool",
    "NotAsked",
    "ServerTerms",
    "Told",
    "ToolTerms",
    "add_server",
    "agree_to_purge",
    "allow",
    "approve_mark",
    "ask_model",
    "begin_guidelines",
    "change_server",
    "change_tool",
    "confirm_guideline",
    "decide_tool",
    "end_hold",
    "forget_held",
    "look_again",
    "mark",
    "mark_chosen",
    "mark_told",
    "publish_guideline",
    "put_hold",
    "remove_server",
    "say_used",
    "set_period",
    "sweep_calls",
    "sweep_confirmations",
    "sweep_holds",
    "sweep_reports",
    "try_server",
    "use_usual_period",
    "withdraw_guideline",
    "write_guideline",
]
