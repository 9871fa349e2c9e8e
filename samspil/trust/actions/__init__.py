"""What is done when somebody asks what is held of them."""

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
    "make_anew",
    "make_pack",
    "note_answer",
    "note_fetched",
    "sweep_requests",
]
