"""Which steps a program might take over or help with, and what in the log speaks for it.

Hints, no proof: a log does not say whether a step needs judgement, nor whether AI may do it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.eventlogs.facts import Facts, Step

FEWEST = 20
"""A step that happened more seldom says too little."""
MOST = 10
OFTEN, ALIKE, SLOW, AGAIN = 0.5, 0.8, 0.2, 0.1
"""Shares of cases, of what follows, of all waiting, of the step's cases: our rules of thumb."""
DAY_S = 86_400.0


class Hint(StrEnum):
    """What speaks for a step."""

    OFTEN = "often"
    ALIKE = "alike"
    SLOW = "slow"
    AGAIN = "again"


WORDS = {
    Hint.OFTEN: "It happens in {share} of cases: {n} times.",
    Hint.ALIKE: "What follows is nearly always the same ({share}): {then}.",
    Hint.SLOW: "Cases wait {time} before it (median); that is {share} of all waiting.",
    Hint.AGAIN: "It is done again in {share} of its cases.",
}
"""English sentences; translations use the same sentences as their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What speaks for a step: a share from 0 to 1 and what belongs to it.

    `then` is the name of what follows; `time` is in seconds.
    """

    hint: Hint
    share: float
    n: int = 0
    time: float = 0.0
    then: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A step and what speaks for it; it is in `variants` (0 to 1) of all ways through."""

    step: Step
    variants: float
    reasons: tuple[Reason, ...]


def candidates_of(facts: Facts) -> tuple[Candidate, ...]:
    """Steps for which two things or more speak, those first for which most do, then by waiting."""
    waited = sum(one.waited for one in facts.steps)
    followed = _followed(facts)
    found = [
        Candidate(
            step=step, variants=step.variants / facts.variant_kinds,
            reasons=tuple(_reasons(facts, step, followed.get(place, (0, ""))[:2], waited=waited)),
        )
        for place, step in enumerate(facts.steps)
        if step.n >= FEWEST
    ]  # fmt: skip
    good = [one for one in found if len(one.reasons) > 1]
    good.sort(key=lambda one: (-len(one.reasons), -one.step.waited, -one.step.n, one.step.name))
    return tuple(good[:MOST])


def _reasons(
    facts: Facts, step: Step, follows: tuple[int, str], *, waited: float
) -> Iterator[Reason]:
    if step.cases >= OFTEN * facts.cases:
        yield Reason(hint=Hint.OFTEN, share=step.cases / facts.cases, n=step.n)
    n, then = follows
    if then and n >= ALIKE * step.n:
        yield Reason(hint=Hint.ALIKE, share=n / step.n, then=then)
    if step.wait and waited and step.waited >= SLOW * waited and step.wait.median >= DAY_S:
        yield Reason(hint=Hint.SLOW, share=step.waited / waited, time=step.wait.median)
    if step.again >= AGAIN * step.cases:
        yield Reason(hint=Hint.AGAIN, share=step.again / step.cases, n=step.repeats + step.returns)


def _followed(facts: Facts) -> Mapping[int, tuple[int, str]]:
    """How often the most frequent thing follows each step, and what: the end has no name."""
    best = {place: (step.last, "") for place, step in enumerate(facts.steps)}
    for arrow in facts.arrows:
        if arrow.source != arrow.target and arrow.n > best[arrow.source][0]:
            best[arrow.source] = (arrow.n, facts.steps[arrow.target].name)
    return best
