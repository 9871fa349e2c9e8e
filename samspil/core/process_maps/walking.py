"""How often a case comes to each step of a map, loops and branches included.

A case is taken to go on from a step by shares that do not depend on how it came there: an absorbing
Markov chain. Then the expected visits `v` solve `v = b + Qᵗ v`, where `b` is where cases begin and
`Q` holds the shares (J. G. Kemeny and J. L. Snell, Finite Markov Chains, 1960, chapter III). Steps
that are left out are taken out of the chain so that visits of all others stay as they were (the
same book's censored chain, section 6.1): who came to them goes on to what followed them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Edge = tuple[int, int]
SURE = 1e-9
"""Shares smaller than this are rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A step: `begins` is the share of cases (0 to 1) that begin there, None where nobody said."""

    key: int
    begins: float | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A way from one step to another, by `share` (0 to 1) of what leaves the first; None where
    nobody said. `row` tells it from others, 0 for a new one."""

    source: int
    target: int
    share: float | None = None
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What cases do on a map.

    `visits` says how often a case comes to a step, on the average; None where it comes for ever.
    `shares` are all ways as they are reckoned with, `begins` where cases begin. `bridged` ways go
    past a step that is left out. Nobody comes to the `unreachable` ones, and from the `endless`
    ones there is no way to an end.
    """

    visits: Mapping[int, float | None]
    shares: Mapping[Edge, float]
    begins: Mapping[int, float]
    bridged: frozenset[Edge]
    unreachable: tuple[int, ...]
    endless: tuple[int, ...]

    def ends(self, key: int) -> float:
        """The share of what leaves a step that ends there."""
        out = sum(share for (source, _), share in self.shares.items() if source == key)
        return max(0.0, 1.0 - out) if 1.0 - out > SURE else 0.0


def walked(nodes: Sequence[Node], lines: Iterable[Line]) -> Walk:
    """Let cases go over the map; nodes stand in their order, from first to last."""
    shares = shared(lines)
    begins = beginnings(nodes, shares)
    said = dict(shares)
    for one in nodes:
        if one.left_out:
            _take_out(one.key, shares, begins)
    keys = [one.key for one in nodes if not one.left_out]
    known = set(keys)
    shares = {edge: share for edge, share in shares.items() if set(edge) <= known}
    begins = _whole({key: share for key, share in begins.items() if key in known})
    reached = _following(begins, _onwards(shares))
    ending = _following(_leaving(keys, shares), _backwards(shares))
    caught = _caught([key for key in keys if key not in ending], _onwards(shares))
    return Walk(
        visits=_visits(keys, shares, begins, reached=reached, caught=caught),
        shares=shares,
        begins=begins,
        bridged=frozenset(edge for edge in shares if edge not in said),
        unreachable=tuple(key for key in keys if key not in reached),
        endless=tuple(key for key in keys if key not in ending),
    )


def shared(lines: Iterable[Line]) -> dict[Edge, float]:
    """Every way with its share: what nobody said is what is left, in equal parts; what is more
    than everything is scaled down."""
    by_source: defaultdict[int, list[Line]] = defaultdict(list)
    for one in lines:
        by_source[one.source].append(one)
    found: dict[Edge, float] = {}
    for source, ways in by_source.items():
        said = sum(one.share for one in ways if one.share is not None)
        open_ways = [one for one in ways if one.share is None]
        scale = 1.0 / said if said > 1.0 else 1.0
        rest = max(0.0, 1.0 - said) / len(open_ways) if open_ways else 0.0
        for one in ways:
            found[source, one.target] = rest if one.share is None else one.share * scale
    return found


def beginnings(nodes: Sequence[Node], shares: Mapping[Edge, float]) -> dict[int, float]:
    """Where cases begin: as said; else at the steps to which no other leads, else at the first."""
    said = {one.key: one.begins for one in nodes if one.begins}
    if said:
        return _whole(said)
    led_to = {target for source, target in shares if source != target}
    free = [one.key for one in nodes if one.key not in led_to] or [one.key for one in nodes][:1]
    return dict.fromkeys(free, 1.0 / len(free)) if free else {}


def _whole(begins: Mapping[int, float]) -> dict[int, float]:
    total = sum(begins.values())
    return {key: share / total for key, share in begins.items()} if total > SURE else {}


def _take_out(key: int, shares: dict[Edge, float], begins: dict[int, float]) -> None:
    """Let whoever came to this step go on to what followed it."""
    loop = shares.pop((key, key), 0.0)
    after = {edge: shares.pop(edge) for edge in [one for one in shares if one[0] == key]}
    before = {edge: shares.pop(edge) for edge in [one for one in shares if one[1] == key]}
    begun = begins.pop(key, 0.0)
    if loop > 1.0 - SURE:
        return
    for (_, target), share in after.items():
        onward = share / (1.0 - loop)
        for (source, _), into in before.items():
            shares[source, target] = shares.get((source, target), 0.0) + into * onward
        if begun:
            begins[target] = begins.get(target, 0.0) + begun * onward


def _onwards(shares: Mapping[Edge, float]) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (source, target), share in shares.items():
        if share > SURE:
            found[source].append(target)
    return found


def _backwards(shares: Mapping[Edge, float]) -> dict[int, list[int]]:
    return _onwards({(target, source): share for (source, target), share in shares.items()})


def _leaving(keys: Iterable[int], shares: Mapping[Edge, float]) -> list[int]:
    left = dict.fromkeys(keys, 1.0)
    for (source, _), share in shares.items():
        left[source] -= share
    return [key for key, share in left.items() if share > SURE]


def _following(first: Iterable[int], ways: Mapping[int, Sequence[int]]) -> set[int]:
    """These and all to which ways lead from them."""
    found, waiting = set(first), list(first)
    while waiting:
        for target in ways.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def _caught(endless: Iterable[int], ways: Mapping[int, Sequence[int]]) -> set[int]:
    """The steps to which whoever came there once comes back for ever."""
    after = {key: _following(ways.get(key, ()), ways) for key in endless}
    return {key for key, far in after.items() if all(key in after[one] for one in far)}


def _visits(
    keys: Sequence[int],
    shares: Mapping[Edge, float],
    begins: Mapping[int, float],
    *,
    reached: set[int],
    caught: set[int],
) -> dict[int, float | None]:
    inside = [key for key in keys if key in reached and key not in caught]
    place = {key: at for at, key in enumerate(inside)}
    system = np.eye(len(inside))
    for (source, target), share in shares.items():
        if source in place and target in place:
            system[place[target], place[source]] -= share
    begun = np.array([begins.get(key, 0.0) for key in inside])
    solved = np.linalg.solve(system, begun) if inside else begun
    found: dict[int, float | None] = dict.fromkeys(keys, 0.0)
    for key in keys:
        if key in reached:
            found[key] = float(solved[place[key]]) if key in place else None
    return found
