"""Whether AI's answer to a case may be seen: what lists and searches show of it, or nothing."""

from samspil.core.judging import Judging
from samspil.work.models import Case, Proposal

SHOWN = ["judging", "topic", "confidence"]
"""The columns that change when AI's answer is shown."""


def show_answer(case: Case, proposal: Proposal | None) -> None:
    """Let AI's answer be seen from now on; the caller writes the columns of `SHOWN`.

    What waited for a second look was judged once; anything else nobody has judged.
    """
    case.judging = Judging.JUDGED if case.judging == Judging.SECOND else Judging.OPEN
    if proposal is None or not proposal.options:
        return
    best = proposal.options[0]
    case.confidence = best["confidence"]
    sure = best["confidence"] >= case.process.least_confidence
    case.topic = best["result"] if sure else ""


def hide_answer(case: Case, judging: Judging) -> None:
    """Say what has to happen before AI's answer is seen; the caller writes the case."""
    case.judging = judging
    if judging is not Judging.OPEN:
        case.topic, case.confidence, case.sorted_alone = "", None, False
