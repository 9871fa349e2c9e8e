"""Everything that can be read of AI's texts and of language models."""

from samspil.governance.queries.calls import (
    CallsAsked,
    Count,
    all_calls,
    call_page,
    counts_of_calls,
)
from samspil.governance.queries.origins import MOST_SENTENCES, Intake, Origin, intake, origin
from samspil.governance.queries.servers import (
    Cell,
    ServerRow,
    may_be_asked,
    server_rows,
    troubled_servers,
    why_not_asked,
)
from samspil.governance.queries.tools import ToolRow, running_out, tool_at, tool_rows, usable_tools
from samspil.governance.queries.wording import CLASSES, KINDS, class_name, why_in_words

__all__ = [
    "CLASSES",
    "KINDS",
    "MOST_SENTENCES",
    "CallsAsked",
    "Cell",
    "Count",
    "Intake",
    "Origin",
    "ServerRow",
    "ToolRow",
    "all_calls",
    "call_page",
    "class_name",
    "counts_of_calls",
    "intake",
    "may_be_asked",
    "origin",
    "running_out",
    "server_rows",
    "tool_at",
    "tool_rows",
    "troubled_servers",
    "usable_tools",
    "why_in_words",
    "why_not_asked",
]
