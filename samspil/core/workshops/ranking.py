"""In which order proposals stand: half by votes, half by hours saved, and moved for a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from samspil.core.workshops.faults import Fault, Unfit

HALF, WHOLE = 0.5, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A proposal to be ranked: its points (None where they are not told), hours saved a week and
    days to set it up (None where nobody has estimated it)."""

    key: str
    title: str
    points: int | None
    hours: float | None
    days: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """Where a proposal stands: `place` is shared by those of the same `score` (0 to 100).

    `votes` and `worth` (0 to 100) are what the score is made of; None where it is not known.
    """

    key: str
    place: int
    score: int
    votes: int | None
    worth: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """That somebody put a proposal to another place (1 is the first)."""

    key: str
    to: int


def ranked(candidates: Sequence[Candidate]) -> list[Ranked]:
    """The best first.

    Each proposal's points are set beside the most that any got, its hours beside the most that any
    saves; the score is halfway between. Where no points are told only hours count, and where none
    is estimated only points. Equal scores share a place; among them what takes fewer days stands
    first, then by name.
    """
    voted = any(one.points is not None for one in candidates)
    most_points = max((one.points or 0 for one in candidates), default=0)
    most_hours = max((one.hours or 0.0 for one in candidates), default=0.0)
    parts = {
        one.key: (
            _part(one.points or 0, most_points) if voted else None,
            _part(one.hours or 0.0, most_hours) if most_hours else None,
        )
        for one in candidates
    }
    scores = {key: _score(*each) for key, each in parts.items()}
    order = sorted(
        candidates,
        key=lambda one: (
            -scores[one.key], one.days is None, one.days or 0.0, one.title.casefold(), one.key,
        ),
    )  # fmt: skip
    return [
        Ranked(
            key=one.key,
            place=1 + sum(score > scores[one.key] for score in scores.values()),
            score=scores[one.key],
            votes=parts[one.key][0],
            worth=parts[one.key][1],
        )
        for one in order
    ]


def most_for_its_work(candidates: Sequence[Candidate]) -> str | None:
    """The one that saves most hours for each day of setting it up; None where it stands alone, or
    two bring as much."""
    known = [
        (one.hours / one.days if one.days else inf, one.hours, one.key)
        for one in candidates
        if one.hours and one.days is not None
    ]
    first, second = [*sorted(known, reverse=True), None, None][:2]
    return first[2] if first and second and first[:2] > second[:2] else None


def reordered(order: Sequence[str], moves: Sequence[Moved]) -> list[str]:
    """The order after all moves, the oldest first; those of what is gone are passed by."""
    found = list(order)
    for one in moves:
        if one.key in found:
            found.remove(one.key)
            found.insert(one.to - 1, one.key)
    return found


def check_move(to: int, *, of: int, why: str) -> None:
    """Raise `Unfit` unless there is such a place among so many, and somebody says why."""
    if not 1 <= to <= of:
        raise Unfit(Fault.NO_PLACE, field="place")
    if not why.strip():
        raise Unfit(Fault.NO_REASON, field="why")


def _part(value: float, most: float) -> int:
    return round(WHOLE * value / most) if most else 0


def _score(votes: int | None, worth: int | None) -> int:
    known = [one for one in (votes, worth) if one is not None]
    return int(sum(known) / len(known) + HALF) if known else 0
