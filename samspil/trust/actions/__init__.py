"""What is done when somebody asks what is held of them, and when cases are emptied."""

from samspil.trust.actions.emptying import empty_cases
from samspil.trust.actions.erasing import (
    ERASE,
    NotErased,
    ask_erasure,
    begin_erasure,
    erase,
    erase_again,
    refuse_erasure,
    sweep_erasures,
)
from samspil.trust.actions.overwriting import written_over
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
    "ERASE",
    "KEEP",
    "PACK",
    "SWEEP",
    "NotErased",
    "NotMade",
    "ask_access",
    "ask_erasure",
    "begin_erasure",
    "empty_cases",
    "erase",
    "erase_again",
    "make_anew",
    "make_pack",
    "note_answer",
    "note_fetched",
    "refuse_erasure",
    "sweep_erasures",
    "sweep_requests",
    "written_over",
]
