"""Tasks elsewhere that are alike, each with the reason in what they say."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.words import kept, pieces

MOST = 8
LEAST_LETTERS = 4
"""Shorter words say too little of what a task is."""


class Because(StrEnum):
    """Why two tasks are alike, the strongest reason first."""

    LIBRARY = "library"
    WORDS = "words"
    SYSTEMS = "systems"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A task by its key: what it is called, its number in the ready library (0: none), and the
    systems people named with it."""

    key: int
    title: str
    library: int = 0
    systems: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Another task, and what is the same: `said` quotes it, in the other task's own words."""

    key: int
    because: Because
    said: tuple[str, ...]


def alike(
    one: Described, others: Sequence[Described], *, nearness: Sequence[float] | None = None
) -> list[Alike]:
    """The tasks that share something that can be quoted, the most alike first.

    `nearness` (of the same length) orders them by meaning where there is an embedding; it never
    finds one for which no reason could be given.
    """
    near = nearness or [0.0] * len(others)
    found = [
        (reason, near[place])
        for place, other in enumerate(others)
        if other.key != one.key and (reason := _reason(one, other)) is not None
    ]
    order = list(Because)
    found.sort(key=lambda pair: (order.index(pair[0].because), -len(pair[0].said), -pair[1]))
    return [reason for reason, _near in found[:MOST]]


def scaled(hours: float, *, of_others: float, saved: float) -> float:
    """Hours a week that may be saved where a task takes `of_others`, if it goes as it did where
    `saved` of `hours` were; none where nothing was measured."""
    return of_others * saved / hours if hours else 0.0


def _reason(one: Described, other: Described) -> Alike | None:
    if one.library and one.library == other.library:
        return Alike(key=other.key, because=Because.LIBRARY, said=(other.title,))
    if shared := _shared(one.title, other.title):
        return Alike(key=other.key, because=Because.WORDS, said=shared)
    systems = _quoted(one.systems & other.systems)
    return Alike(key=other.key, because=Because.SYSTEMS, said=systems) if systems else None


def _shared(title: str, other: str) -> tuple[str, ...]:
    """The words of the other title whose stem the first has too, as they stand there."""
    known = set(kept(title))
    said = [other[one.start : one.end] for one in pieces(other)]
    return tuple(word for word in said if len(word) >= LEAST_LETTERS and known & set(kept(word)))


def _quoted(words: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
