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
    servers,
    troubled_servers,
    why_not_asked,
)
from samspil.governance.queries.wording import CLASSES, class_name, why_in_words

__all__ = [
    "CLASSES",
    "MOST_SENTENCES",
    "CallsAsked",
    "Cell",
    "Count",
    "Intake",
    "Origin",
    "ServerRow",
    "all_calls",
    "call_page",
    "class_name",
    "counts_of_calls",
    "intake",
    "may_be_asked",
    "origin",
    "server_rows",
    "servers",
    "troubled_servers",
    "why_in_words",
    "why_not_asked",
]
