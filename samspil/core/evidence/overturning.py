"""When later decisions show that an answer of AI was wrong, and what is left of a promise then.

An answer counts as right only as long as nobody found it wrong: once overturned it stays wrong,
also where a third person would side with AI again. That costs share, never the promise.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.evidence.binomial import chance_of_at_most
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.verified import Verified


class Way(StrEnum):
    """How an answer came to be looked at again."""

    CONTESTED = "contested"
    REOPENED = "reopened"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What a person decided later about a case in which AI had named the topic `answer`.

    `found` is the topic they chose, empty where they chose none; `stood` says that AI's own reply
    had held until then, `replied` that another reply was written. Of what was contested only
    decisions that were changed are asked about.
    """

    way: Way
    answer: str
    found: str
    stood: bool
    replied: bool


def overturned(later: Later) -> bool:
    """Whether AI's answer is known to be wrong now.

    Another topic says so; where a customer wrote again, only together with another reply. So does
    another reply about the same topic, where AI's own was contested or put right: then it was the
    reply that did not stand. That a customer wrote again says nothing by itself.
    """
    other = bool(later.found) and later.found != later.answer
    if later.way is Way.REOPENED:
        return other and later.replied
    return other or (later.stood and later.replied)


def still_holds(
    verified: Verified, *, earlier: Verified, promise: Promise, threshold: float
) -> bool:
    """Whether the same cases, as they are known now, would carry this threshold again.

    The same test in the same order as when it was signed, so that the promise is kept as surely.
    """
    found = certify(verified, earlier=earlier, promise=promise).threshold
    return found is not None and found <= threshold


def bound_holds(wrong: int, above: int, promise: Promise) -> bool:
    """Whether so many wrong ones of those above a limit can be borne, by the exact test alone."""
    chance = chance_of_at_most(np.array([wrong]), np.array([above]), promise.alpha)
    return bool(chance[0] <= promise.delta)
