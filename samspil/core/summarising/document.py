"""The summary of a document: its weightiest sentences under its own headings, in three lengths."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from samspil.core.knowledge.sections import Section
from samspil.core.summarising.carrying import Sentence, carriers
from samspil.core.summarising.choosing import chosen
from samspil.core.summarising.cues import DEFINES
from samspil.core.summarising.weighing import OPENING, vectors, weigh

MOST_READ = 2_000_000
"""Characters that are read for one summary, some 600 full pages: a longer document is thinned."""
MOST_GROUPS = 30
"""Headings are taken apart so far that there are at most so many groups of sections."""
LEAST_KEPT = 200
"""Characters that are read of every section, however long the document is."""


class Length(IntEnum):
    """How long a summary is; what stands in a short one stands in every longer one."""

    SHORT = 1
    MEDIUM = 2
    LONG = 3


BUDGETS = {Length.SHORT: (150, 0.15), Length.MEDIUM: (400, 0.3), Length.LONG: (1_000, 0.5)}
"""Words of each length, and at most this share of the document's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A sentence that was chosen, and the shortest length that has it."""

    sentence: Sentence
    length: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Points in the document's order; `read` is the share of its text that was read, 0 to 1."""

    points: tuple[Point, ...]
    read: float


def summarise(sections: Sequence[Section], *, language: str, budget: int | None = None) -> Summary:
    """The summary of a document in "da", "de" or "en"; without points where it has no prose.

    With a `budget` it has at most so many words, however long the document is.
    """
    kept, share = thinned(sections)
    found = list(carriers(kept, language=language))
    if not found:
        return Summary(points=(), read=share)
    groups = grouped([kept[one.place].headings for one in found])
    rows, _tells = vectors(found)
    weights = weigh(found, groups, rows)
    lengths = [one.words for one in found]
    budgets = {each: budget or _budget(each, sum(lengths)) for each in Length}
    order = chosen(
        rows, weights, groups=groups, lengths=lengths, budget=budgets[Length.LONG],
        first=_opening(found),
    )  # fmt: skip
    points, said = [], 0
    for at in order:
        said += lengths[at]
        length = next(each for each in Length if said <= budgets[each])
        points.append((at, Point(sentence=found[at], length=length)))
    return Summary(points=tuple(point for _at, point in sorted(points, key=_first)), read=share)


def _opening(found: Sequence[Sentence]) -> int | None:
    """The sentence near the beginning that says what the document is, if any."""
    near = (at for at, one in enumerate(found[:OPENING]) if DEFINES.search(one.text))
    return next(near, None)


def _first(pair: tuple[int, Point]) -> int:
    return pair[0]


def _budget(length: Length, words: int) -> int:
    most, share = BUDGETS[length]
    return max(40, min(most, round(words * share)))


def thinned(sections: Sequence[Section]) -> tuple[list[Section], float]:
    """The beginning of every section, so much that the whole can be read; and what share that is.

    Sections keep their places, and what is left of a text keeps its characters' places.
    """
    total = sum(len(one.text) for one in sections)
    if total <= MOST_READ:
        return list(sections), 1.0
    share = MOST_READ / total
    kept = [
        Section(
            headings=one.headings, page=one.page,
            text=one.text[: max(LEAST_KEPT, int(len(one.text) * share))],
        )
        for one in sections
    ]  # fmt: skip
    return kept, sum(len(one.text) for one in kept) / total


def grouped(paths: Sequence[tuple[str, ...]]) -> list[int]:
    """Which group of sections each path of headings belongs to, numbered from 0.

    Headings count as deep as there are at most thirty groups; deeper ones stay together.
    """
    depth = 1
    while depth < 8 and len({path[: depth + 1] for path in paths}) <= MOST_GROUPS:
        depth += 1
    numbers: dict[tuple[str, ...], int] = {}
    return [numbers.setdefault(path[:depth], len(numbers)) for path in paths]
