"""What is done when somebody asks what is held of them, and when cases are emptied."""

from samspil.trust.actions.emptying import empty_cases
from samspil.trust.actions.requesting import (
    KEEP,
    PACK,
    SWEEP,
    NotMade,
    ask_access,
    make_anew,
    make_pack,
    note_answer,
    note_fetched,
    sweep_requests,
)

__all__ = [
    "KEEP",
    "PACK",
    "SWEEP",
    "NotMade",
    "ask_access",
    "empty_cases",
    "make_anew",
    "make_pack",
    "note_answer",
    "note_fetched",
    "sweep_requests",
]
