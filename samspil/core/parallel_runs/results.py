"""What a parallel run shows: minutes, errors and agreement, pairwise on the same cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.anonymity import enough
from samspil.core.evidence.binomial import between
from samspil.core.evidence.gain import Gain, gain
from samspil.core.measures.spread import spread_of
from samspil.core.paired import Finding, Paired
from samspil.core.shares import Share

FEWEST = 20
"""Of fewer pairs nothing is compared: chance would part two ways that are equally good by much."""
DOUBT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A case that went both ways: a person's minutes in each, and whether each was right.

    `alone`: in the new way AI would have finished it, so that it took nobody's minutes.
    """

    old_minutes: float
    new_minutes: float
    same: bool
    old_right: bool = True
    new_right: bool = True
    alone: bool = False


class Minutes(StrEnum):
    """What the minutes show."""

    FEWER = "fewer"
    MORE = "more"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """By how many minutes the new way takes longer for the same case, below 0 less long.

    The median of all such differences lies between `low` and `high` with a certainty of 95 in 100,
    whatever the differences are; `old` and `new` are the medians of each way by itself.
    """

    median: float
    low: float
    high: float
    old: float
    new: float

    @property
    def finding(self) -> Minutes:
        """Fewer or more only where the interval holds no 0."""
        if self.high < 0:
            return Minutes.FEWER
        return Minutes.MORE if self.low > 0 else Minutes.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """How often each way was wrong, and by how much the new one was more often right (-1 to 1)."""

    old: Share
    new: Share
    paired: Paired
    gain: Gain

    @property
    def finding(self) -> Finding:
        """Whether the new way is better or worse, by the exact test of McNemar."""
        return self.paired.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What `n` pairs show; `missing` more are needed before anything is compared.

    Minutes and errors are of people, so they are None where fewer than five did either way, as
    `told` says. `worse`: the new way is wrong more often than chance explains; that is no figure
    of anybody, and said of fewer people too, since it keeps others from harm.
    """

    n: int
    alone: int
    agreement: Share
    agreed_between: tuple[float, float]
    missing: int
    told: bool
    worse: bool
    minutes: Difference | None
    errors: Errors | None
    differences: tuple[float, ...]


def result_of(
    pairs: Sequence[Pair], *, old_people: int, new_people: int, over: bool = True
) -> Result:
    """Compare; so many different people did it the old way and the new way.

    Until the run is `over` only agreement is told: who looks again after each case would find by
    chance what is not there, and could tell what one person did.
    """
    n, same = len(pairs), sum(one.same for one in pairs)
    alone = sum(one.alone for one in pairs)
    several = over and n >= FEWEST
    errors = _errors(pairs) if several else None
    told = several and enough(old_people) and (alone == n or enough(new_people))
    return Result(
        n=n,
        alone=alone,
        agreement=Share(hits=same, n=n),
        agreed_between=between(same, n, DOUBT) if n else (0.0, 1.0),
        missing=max(0, FEWEST - n),
        told=told,
        worse=errors is not None and errors.finding is Finding.WORSE,
        minutes=_minutes(pairs) if told else None,
        errors=errors if told else None,
        differences=_differences(pairs) if told else (),
    )


def _differences(pairs: Sequence[Pair]) -> tuple[float, ...]:
    """Smallest first, so that no place in them tells which case it was."""
    return tuple(sorted(one.new_minutes - one.old_minutes for one in pairs))


def _minutes(pairs: Sequence[Pair]) -> Difference:
    differences = _differences(pairs)
    least = differences[0]
    found = spread_of([one - least for one in differences])
    low, high = found.sure_low, found.sure_high
    return Difference(
        median=found.median + least,
        low=(low if low is not None else found.low) + least,
        high=(high if high is not None else found.high) + least,
        old=spread_of([one.old_minutes for one in pairs]).median,
        new=spread_of([one.new_minutes for one in pairs]).median,
    )


def _errors(pairs: Sequence[Pair]) -> Errors:
    old = np.array([one.old_right for one in pairs], dtype=bool)
    new = np.array([one.new_right for one in pairs], dtype=bool)
    return Errors(
        old=Share(hits=int((~old).sum()), n=len(pairs)),
        new=Share(hits=int((~new).sum()), n=len(pairs)),
        paired=Paired(
            better=int((new & ~old).sum()), worse=int((old & ~new).sum()), tried=len(pairs)
        ),
        gain=gain(new, old),
    )
