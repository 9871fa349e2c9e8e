"""Put steps elsewhere: the ways of a map follow."""

from collections.abc import Sequence
from dataclasses import replace

from samspil.core.process_maps.walking import Line

Arranged = tuple[list[int], list[Line]]
"""The order of steps, and the ways between them."""


def moved(order: Sequence[int], lines: Sequence[Line], key: int, *, to: int) -> Arranged:
    """The map with this step at another place, counted from 0.

    Step by step it changes places with its neighbour, and each takes the other's ways: of
    A → B → C, C moved before B gives A → C → B, and shares stay where they were.
    """
    there = list(order)
    at, to = there.index(key), min(max(to, 0), len(there) - 1)
    turned = list(lines)
    while at != to:
        following = at + (1 if to > at else -1)
        other = there[following]
        there[at], there[following] = other, key
        turned = [_swapped(one, key, other) for one in turned]
        at = following
    return there, turned


def _swapped(line: Line, one: int, other: int) -> Line:
    names = {one: other, other: one}
    source, target = names.get(line.source, line.source), names.get(line.target, line.target)
    if (source, target) == (line.source, line.target):
        return line
    return replace(line, source=source, target=target)


def put_after(lines: Sequence[Line], step: int, *, new: int) -> list[Line]:
    """All that left `step` now leaves `new`, which comes after it."""
    kept = [
        replace(one, source=new) if one.source == step and one.target != step else one
        for one in lines
    ]
    return [*kept, Line(source=step, target=new)]


def put_before(lines: Sequence[Line], step: int, *, new: int) -> list[Line]:
    """All that came to `step` now comes to `new`, which goes on to it."""
    kept = [
        replace(one, target=new) if one.target == step and one.source != step else one
        for one in lines
    ]
    return [*kept, Line(source=new, target=step)]


def put_between(lines: Sequence[Line], row: int, *, new: int) -> list[Line]:
    """Whatever goes this way now comes by `new`; `row` is that of a line."""
    found = next(one for one in lines if one.row == row)
    kept = [replace(one, target=new) if one.row == row else one for one in lines]
    return [*kept, Line(source=new, target=found.target)]
