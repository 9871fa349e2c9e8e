"""What becomes of a chosen proposal: where its gain comes from, by rule of thumb."""

from samspil.core.allocation.portfolio import RISKY, Part
from samspil.core.workshops.estimating import Summary

MUCH = 0.6
"""From this share of the time on AI would do most of it."""


def part_of(summary: Summary) -> Part:
    """A risky one is tried, one that AI does most of is automated, all else is helped with.

    It is where people begin to think: they change it as they like.
    """
    if summary.risk >= RISKY:
        return Part.TRY
    return Part.AUTOMATE if summary.share.middle >= MUCH else Part.ASSIST
