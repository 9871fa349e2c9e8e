"""Answers to any question about people that together say no more than one table of groups.

The people are parted into cells once, when a period is over. Every answer is a sum of whole cells,
so whatever is asked and subtracted, nothing is learned of fewer people than a cell holds.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from samspil.core.anonymity.telling import LEAST
from samspil.core.shares import Share

Traits = tuple[str, ...]
Counts = Mapping[Traits, Share]
"""Of the people with these traits (in the order of the dimensions), for how many something holds.
Everybody is in one of them, once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """People who are always counted together; `among` has one set of values per dimension."""

    among: tuple[frozenset[str], ...]
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What may be told of people by some dimensions. It never changes: whoever comes or goes
    later is in the next one."""

    by: tuple[str, ...]
    cells: tuple[Cell, ...]

    def among(self, wanted: Mapping[str, Set[str]]) -> Share | None:
        """Of the people with one of these values in each dimension named, for how many it holds.

        None where that would part a cell. Raises `KeyError` for a dimension there is none of.
        """
        for dimension in wanted:
            if dimension not in self.by:
                raise KeyError(dimension)
        hits = n = 0
        for cell in self.cells:
            pairs = [
                (values, wanted[dimension])
                for dimension, values in zip(self.by, cell.among, strict=True)
                if dimension in wanted
            ]
            if all(values <= asked for values, asked in pairs):
                hits, n = hits + cell.share.hits, n + cell.share.n
            elif all(values & asked for values, asked in pairs):
                return None
        return Share(hits=hits, n=n)


def frozen(counts: Counts, *, by: Sequence[str], secret: bool = True) -> Frozen:
    """Part people into cells by these dimensions, the first ones first.

    Every cell has `LEAST` people. Where what holds for somebody is `secret`, every cell also has as
    many for whom it holds and for whom it does not, so that no cell tells it of all in it. Values
    of few people are put together, and where that is still too few, with the next smallest; a
    dimension that would leave one cell alone is not told there. Of too few people nothing is told.
    """
    there = {traits: share for traits, share in counts.items() if share.n}
    if not _safe(_sum(there), secret=secret):
        return Frozen(by=tuple(by), cells=())
    return Frozen(by=tuple(by), cells=tuple(_cells(there, depth=0, secret=secret)))


def _cells(counts: Counts, *, depth: int, secret: bool) -> list[Cell]:
    if depth == len(next(iter(counts))):
        places = zip(*counts, strict=True)
        return [Cell(among=tuple(frozenset(each) for each in places), share=_sum(counts))]
    parts = _parts(counts, depth, secret=secret)
    return [cell for one in parts for cell in _cells(one, depth=depth + 1, secret=secret)]


def _parts(counts: Counts, depth: int, *, secret: bool) -> list[Counts]:
    """The people by one dimension, small parts together; all in one where it cannot be done."""
    by_value: dict[str, dict[Traits, Share]] = {}
    for traits, share in counts.items():
        by_value.setdefault(traits[depth], {})[traits] = share
    sized = sorted(by_value.items(), key=lambda one: (_sum(one[1]).n, one[0]))
    large = [part for _value, part in sized if _safe(_sum(part), secret=secret)]
    rest = {
        traits: share
        for _value, part in sized
        if not _safe(_sum(part), secret=secret)
        for traits, share in part.items()
    }
    while rest and large and not _safe(_sum(rest), secret=secret):
        rest |= large.pop(0)
    return [*large, rest] if rest else list(large)


def _safe(share: Share, *, secret: bool) -> bool:
    fewest = min(share.hits, share.n - share.hits) if secret else share.n
    return fewest >= LEAST


def _sum(counts: Counts) -> Share:
    return Share(
        hits=sum(one.hits for one in counts.values()), n=sum(one.n for one in counts.values())
    )
