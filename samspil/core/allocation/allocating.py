"""Who does what best: law first, measured evidence second, people's views and the thumb last.

The suggestion is the least that any of them leaves AI. Before anything is measured it is never
more than that AI proposes: a score raises nothing, cases that people verified do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samspil.core.allocation.criteria import Criteria, Score, score_of, together
from samspil.core.allocation.divisions import (
    LEVELS,
    Dimension,
    Division,
    Place,
    dimension_of,
    least,
    place_of,
    rank,
    rule_of_thumb,
)
from samspil.core.allocation.law import Cap, Touch, cap_of
from samspil.core.allocation.reasons import (
    WORDS,
    Measured,
    Reason,
    by_law,
    by_score,
    by_thumb,
    by_wish,
    proved,
)

APART = 2
"""Views that lie so many divisions apart disagree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is known of a task. `wish` is on the Human Agency Scale, 1 (AI alone) to 5.

    `worker` and `expert` are what those who do it and somebody who knows AI say of the criteria.
    `place` is where somebody put it by hand.
    """

    title: str
    touch: Touch = field(default_factory=Touch)
    worker: Criteria = field(default_factory=dict)
    expert: Criteria = field(default_factory=dict)
    wish: float | None = None
    measured: Measured | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A division, why, and where the task stands; `place` is None while nobody can tell."""

    division: Division
    reasons: tuple[Reason, ...]
    score: Score | None
    place: Place | None
    dimension: Dimension | None
    cap: Cap

    @property
    def level(self) -> int:
        """The level of autonomy it asks for, 0 to 3."""
        return LEVELS[self.division]

    @property
    def binding(self) -> tuple[Reason, ...]:
        """The reasons that leave no more."""
        return tuple(one for one in self.reasons if one.most is self.division)


class BeyondLaw(Exception):
    """A person chose more AI than the law leaves; the message is fit to show."""


class NoReason(Exception):
    """Overruling needs a reason; the message is fit to show."""


def allocate(known: Known) -> Suggestion:
    """What is suggested for a task, and every reason for it. Raises `OffScale`."""
    said = together([known.worker, known.expert])
    score = score_of(said)
    place = known.place or place_of(said)
    cap = cap_of(known.touch, title=known.title)
    reasons = [by_law(cap), proved(known.measured)]
    if known.wish is not None:
        reasons.append(by_wish(known.wish))
    if score is not None:
        reasons.append(by_score(score.value))
    if place is not None:
        reasons.append(by_thumb(rule_of_thumb(place, said)))
    return Suggestion(
        division=least(*(one.most for one in reasons)),
        reasons=tuple(reasons),
        score=score,
        place=place,
        dimension=dimension_of(place, said) if place else None,
        cap=cap,
    )


def check_overruling(suggestion: Suggestion, chosen: Division, *, why: str) -> None:
    """Raise `BeyondLaw` or `NoReason` unless a person may choose this instead.

    More than is proved may be chosen for what is planned; in a live process AI still does no more
    than its certificate says.
    """
    if rank(chosen) > rank(suggestion.cap.most):
        raise BeyondLaw(WORDS["beyond_law"])
    if chosen is not suggestion.division and not why.strip():
        raise NoReason(WORDS["no_reason"])


def check_moving(before: Place | None, after: Place, *, why: str) -> None:
    """Raise `NoReason` where a task moves into another quarter and nobody says why."""
    if (before is None or before.quadrant is not after.quadrant) and not why.strip():
        raise NoReason(WORDS["no_reason"])


def apart(views: Mapping[str, Division]) -> Sequence[tuple[str, str]]:
    """The pairs of views that disagree, in the order they are given."""
    names = list(views)
    return [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if abs(rank(views[one]) - rank(views[other])) >= APART
    ]
