"""A promise of its own for each group of cases, all of them kept at once.

A promise about all cases together is kept on average, and may hide a group that AI does badly, such
as one language. Promises of their own share the permitted chance of error (Bonferroni, 1936) and
need cases of their own, so they cost share: people choose them on purpose.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samspil.core.evidence.binomial import fewest_without_error, lower_bound, upper_bound
from samspil.core.evidence.certificate import (
    Certificate,
    Promise,
    cases_wanted,
    certify,
    share_between,
)
from samspil.core.evidence.verified import Verified

UNKNOWN = ""
"""The group of a case of which it is not known; nothing is ever promised about it."""
CERTAIN = 0.05
"""Each bound of a group under a promise about all is missed with this chance at most."""


class GroupsBy(StrEnum):
    """What has a promise of its own: all cases together, each language, or each of AI's topics."""

    PROCESS = ""
    LANGUAGE = "language"
    TOPIC = "topic"


def group_of(by: GroupsBy, *, topic: str, language: str) -> str:
    """The group of a case by AI's topic and its language; `UNKNOWN` where that is not known."""
    return {GroupsBy.PROCESS: UNKNOWN, GroupsBy.LANGUAGE: language, GroupsBy.TOPIC: topic}[by]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """What may be promised of each group, in the order of their names.

    `promise` holds for all at once. `lacking` is how many more verified cases the largest group
    takes before anything could be proved about it; 0 where one has enough.
    """

    promise: Promise
    groups: Mapping[str, Certificate]
    lacking: int

    @property
    def proved(self) -> bool:
        """Whether AI may finish anything at all."""
        return any(one.proved for one in self.groups.values())

    @property
    def cases(self) -> int:
        """The verified cases of all groups."""
        return sum(one.cases for one in self.groups.values())

    @property
    def above(self) -> int:
        """How many of them are above the limit of their group."""
        return sum(one.above for one in self.groups.values())

    @property
    def wrong(self) -> int:
        """How many of those are wrong."""
        return sum(one.wrong for one in self.groups.values())

    @property
    def share(self) -> float:
        """The share of all cases AI may finish, 0 to 1."""
        return self.above / self.cases if self.cases else 0.0

    def share_between(self, delta: float) -> tuple[float, float]:
        """Where the true share lies, with a chance of at least 1 - delta."""
        return share_between(self.above, self.cases, delta)


def certify_groups(
    verified: Verified,
    groups: Sequence[str],
    *,
    earlier: Verified,
    promise: Promise,
    times: int = 1,
) -> Grouped:
    """A promise of its own for each group of cases; cases of no known group count for none.

    Only groups with cases enough to prove anything, or so many `times` as many, take part of the
    permitted chance. That is settled by numbers alone, before anybody looks at a verdict.
    """
    named = np.array(groups, dtype=np.str_)
    sizes = {name: n for name, n in Counter(groups).items() if name != UNKNOWN}
    sharing = _sharing(sizes, promise=promise, times=times)
    part = promise.with_part(1 / max(1, len(sharing)))
    further = promise.with_part(1 / (len(sharing) + 1))
    return Grouped(
        promise=promise,
        groups={
            name: certify(verified.only(named == name), earlier=earlier, promise=part)
            if name in sharing
            else Certificate(promise=further, threshold=None, cases=sizes[name])
            for name in sorted(sizes)
        },
        lacking=max(0, _enough(promise, 1, times) - max(sizes.values(), default=0)),
    )


def _sharing(sizes: Mapping[str, int], *, promise: Promise, times: int) -> frozenset[str]:
    """The most groups that each have enough cases for their part of the chance, largest first."""
    largest = sorted(sizes, key=lambda name: (-sizes[name], name))
    for many in range(len(largest), 0, -1):
        if sizes[largest[many - 1]] >= _enough(promise, many, times):
            return frozenset(largest[:many])
    return frozenset()


def _enough(promise: Promise, many: int, times: int) -> int:
    return times * fewest_without_error(promise.alpha, promise.delta / many)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What of a group lies above a limit that was found for all cases together.

    `above` cases, `wrong` of them wrong. `at_most`: what may be wrong there, sure to 95 in 100.
    `weak`: more is wrong there than promised for all, shown beyond chance; `open`: nobody can say.
    """

    above: int
    wrong: int
    at_most: float
    weak: bool
    open: bool


def hidden_by(whole: Certificate, verified: Verified, groups: Sequence[str]) -> dict[str, Hidden]:
    """How each known group fares under the limit for all; nothing where there is no limit."""
    if whole.threshold is None:
        return {}
    named = np.array(groups, dtype=np.str_)
    names = sorted(set(groups) - {UNKNOWN})
    alpha, found = whole.promise.alpha, {}
    for name in names:
        above, wrong = verified.only(named == name).above(whole.threshold)
        at_most = upper_bound(wrong, above, CERTAIN)
        weak = lower_bound(wrong, above, CERTAIN / len(names)) > alpha
        found[name] = Hidden(
            above=above, wrong=wrong, at_most=at_most, weak=weak, open=not weak and at_most > alpha
        )
    return found


def cases_missing(
    found: Grouped, verified: Verified, groups: Sequence[str], *, earlier: Verified, share: float
) -> dict[str, int | None]:
    """How many more verified cases make it likely that AI may finish this share of each group.

    By the group's own cases where they are as many as could prove anything, else by `earlier`
    answers, or by all where there are none. None: no number would.
    """
    named = np.array(groups, dtype=np.str_)
    fallback = earlier if len(earlier) else verified
    usual: dict[Promise, int | None] = {}
    missing = {}
    for name, one in found.groups.items():
        promise = one.promise
        if one.cases >= fewest_without_error(promise.alpha, promise.delta):
            own = verified.only(named == name)
            wanted = cases_wanted(own, promise=promise, share=share)
        else:
            if promise not in usual:
                usual[promise] = cases_wanted(fallback, promise=promise, share=share)
            wanted = usual[promise]
        missing[name] = None if wanted is None else max(0, wanted - one.cases)
    return missing
