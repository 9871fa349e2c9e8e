"""Somebody whom a decision concerns disagrees: what can be contested, and who may decide anew."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What became of a decision that was looked at anew."""

    UPHELD = "upheld"
    CHANGED = "changed"


class Refusal(StrEnum):
    """Why nothing can be contested here."""

    UNDECIDED = "undecided"
    AGAIN = "again"
    MERGED = "merged"


WORDS = {
    Refusal.UNDECIDED: "Nothing has been decided here yet that one could disagree with.",
    Refusal.AGAIN: "This decision was contested before: another person looks at it, or has done.",
    Refusal.MERGED: "This was put together with another case: only that one can be contested.",
    Outcome.UPHELD: "We have looked at it again: another person decided, and it stays as it was.",
    Outcome.CHANGED: "We have looked at it again: another person decided, and it is changed.",
}
"""English; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a case stands that somebody would contest: by its last round.

    `answered`: AI answered it without a person, whether or not it is still to be checked.
    """

    closed: bool
    decided: bool
    answered: bool
    contested: bool
    merged: bool


def refusal(standing: Standing) -> Refusal | None:
    """Why it cannot be contested; None where it can."""
    if standing.merged:
        return Refusal.MERGED
    if standing.contested:
        return Refusal.AGAIN
    decided = standing.decided and standing.closed
    return None if decided or standing.answered else Refusal.UNDECIDED


def who_is_told(
    team: Sequence[int], leaders: Sequence[int], *, before: Collection[int]
) -> Sequence[int] | None:
    """The leaders, where nobody of the team but who decided `before` is there; None where somebody
    is. Whoever decided before is never told; nobody may be left.
    """
    if any(one not in before for one in team):
        return None
    return [one for one in leaders if one not in before]
