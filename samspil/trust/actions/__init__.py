"""What is done when people ask what is held of them, in reviews, papers and incidents."""

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
from samspil.trust.actions.incidents import (
    BadIncident,
    Reported,
    close_incident,
    dismiss,
    judge_incident,
    note_step,
    report_incident,
    sweep_incidents,
)
from samspil.trust.actions.incidents import Judged as JudgedIncident
from samspil.trust.actions.notices import NotPublished, publish_notice, withdraw_notice
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
    "BadIncident",
    "BadReview",
    "BadStatement",
    "Condition",
    "Judged",
    "JudgedIncident",
    "NotErased",
    "NotMade",
    "NotPublished",
    "Reported",
    "ask_access",
    "ask_erasure",
    "begin_erasure",
    "close_incident",
    "conclude_review",
    "dismiss",
    "empty_cases",
    "erase",
    "erase_again",
    "extend_erasure",
    "finish_finding",
    "judge_incident",
    "keep_paper",
    "make_anew",
    "make_pack",
    "note_answer",
    "note_fetched",
    "note_known",
    "note_step",
    "publish_notice",
    "purge",
    "refuse_erasure",
    "report_incident",
    "state",
    "sweep_erasures",
    "sweep_incidents",
    "sweep_pack_files",
    "sweep_packs",
    "sweep_paper_files",
    "sweep_papers",
    "sweep_requests",
    "take_kept",
    "take_paper",
    "withdraw_notice",
    "written_over",
]
