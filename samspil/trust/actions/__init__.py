"""What is done when people ask what is held of them, when time is over, in reviews and papers."""

from samspil.trust.actions.asking import (
    ERASE,
    NotErased,
    ask_erasure,
    begin_erasure,
    extend_erasure,
    note_known,
    refuse_erasure,
)
from samspil.trust.actions.emptying import empty_cases
from samspil.trust.actions.erasing import erase, erase_again, sweep_erasures
from samspil.trust.actions.filing import (
    LONGEST,
    BadStatement,
    keep_paper,
    state,
    sweep_paper_files,
    sweep_papers,
    take_kept,
    take_paper,
)
from samspil.trust.actions.overwriting import written_over
from samspil.trust.actions.purging import PURGE, purge
from samspil.trust.actions.requesting import (
    PACK,
    NotMade,
    ask_access,
    make_anew,
    make_pack,
    note_answer,
    note_fetched,
    sweep_pack_files,
    sweep_packs,
    sweep_requests,
)
from samspil.trust.actions.reviewing import (
    BadReview,
    Condition,
    Judged,
    conclude_review,
    finish_finding,
)

__all__ = [
    "ERASE",
    "LONGEST",
    "PACK",
    "PURGE",
    "BadReview",
    "BadStatement",
    "Condition",
    "Judged",
    "NotErased",
    "NotMade",
    "ask_access",
    "ask_erasure",
    "begin_erasure",
    "conclude_review",
    "empty_cases",
    "erase",
    "erase_again",
    "extend_erasure",
    "finish_finding",
    "keep_paper",
    "make_anew",
    "make_pack",
    "note_answer",
    "note_fetched",
    "note_known",
    "purge",
    "refuse_erasure",
    "state",
    "sweep_erasures",
    "sweep_pack_files",
    "sweep_packs",
    "sweep_paper_files",
    "sweep_papers",
    "sweep_requests",
    "take_kept",
    "take_paper",
    "written_over",
]
