"""Where the steps of a process map stand: in layers from the top, with few lines crossing.

Steps stand below those that come before them. A line that passes a layer gets a place of its own
there, so that no line runs through a box. Lines that go back run upwards the same way.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

BOX_WIDTH, BOX_HEIGHT = 200, 52
LINE_WIDTH = 26
"""What a line needs that passes a layer."""
LOOP_WIDTH = 74
"""What a loop at the rightmost box needs, with its words."""
GAP, LAYER_GAP, MARGIN = 34, 66, 16
MOST_BETWEEN = 44
"""Pixels between two lines at the same box."""
ROUNDS = 12
"""How often the layers are put in order anew; more changes nothing."""
Edge = tuple[int, int]
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A step's box by its middle, in pixels."""

    node: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From one box's edge to another's through `spots`; `back` goes upwards, to an earlier step.

    A step that follows itself has no spots: its line is a loop at its box.
    """

    edge: Edge
    spots: tuple[Spot, ...]
    back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A laid-out map, in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


class _Place:
    """Something that needs room in a layer: a step, or a line that passes (`node` None)."""

    def __init__(self, *, node: int | None, layer: int) -> None:
        self.node, self.layer, self.x = node, layer, 0.0
        self.above: list[_Place] = []
        self.below: list[_Place] = []

    @property
    def half(self) -> float:
        return (LINE_WIDTH if self.node is None else BOX_WIDTH) / 2


def laid_out(order: Sequence[int], edges: Iterable[Edge], *, box_height: int = BOX_HEIGHT) -> Drawn:
    """Lay out these steps, which stand in `order` from first to last, and the edges among them."""
    ranks = {node: rank for rank, node in enumerate(order)}
    all_edges = list(edges)
    down = {edge: tuple(sorted(edge, key=lambda one: ranks[one])) for edge in all_edges}
    layer = _layers(order, [(a, b) for a, b in down.values() if a != b])
    places = {node: _Place(node=node, layer=layer[node]) for node in order}
    chains = {edge: _chain(places[a], places[b]) for edge, (a, b) in down.items() if a != b}
    rows = _rows([*places.values(), *(one for chain in chains.values() for one in chain[1:-1])])
    for turn in range(ROUNDS):
        _put_in_order(rows, downwards=turn % 2 == 0)
    _spread(rows)
    return _drawn(places, rows, all_edges, chains, ranks, box_height)


def _layers(order: Sequence[int], down: Iterable[Edge]) -> dict[int, int]:
    layer = dict.fromkeys(order, 0)
    above: dict[int, list[int]] = {}
    for first, second in down:
        above.setdefault(second, []).append(first)
    for node in order:
        layer[node] = max((layer[one] + 1 for one in above.get(node, ())), default=0)
    return layer


def _chain(first: _Place, last: _Place) -> list[_Place]:
    """From one step down to another, with a place in each layer between."""
    between = [_Place(node=None, layer=at) for at in range(first.layer + 1, last.layer)]
    chain = [first, *between, last]
    for upper, lower in itertools.pairwise(chain):
        upper.below.append(lower)
        lower.above.append(upper)
    return chain


def _rows(places: Iterable[_Place]) -> list[list[_Place]]:
    all_places = list(places)
    rows: list[list[_Place]] = [[] for _ in range(max(one.layer for one in all_places) + 1)]
    for one in all_places:
        rows[one.layer].append(one)
    for row in rows:
        _stand(row)
    return rows


def _put_in_order(rows: list[list[_Place]], *, downwards: bool) -> None:
    """Let each layer follow the one before it, so that lines cross less."""
    for row in rows if downwards else reversed(rows):
        wanted = {id(one): _middle(one.above if downwards else one.below, one.x) for one in row}
        row.sort(key=lambda one: wanted[id(one)])
        _stand(row)


def _stand(row: list[_Place]) -> None:
    """Beside each other, the middle of the row at 0."""
    x = 0.0
    for one in row:
        one.x = x + one.half
        x += 2 * one.half + GAP
    for one in row:
        one.x -= (x - GAP) / 2


def _spread(rows: list[list[_Place]]) -> None:
    """Move places towards what they are joined to, without any passing another."""
    for _ in range(ROUNDS):
        for row in rows:
            wanted = [_middle([*one.above, *one.below], one.x) for one in row]
            for one, x in zip(row, _apart(row, wanted), strict=True):
                one.x = x


def _apart(row: Sequence[_Place], wanted: Sequence[float]) -> list[float]:
    """Near what is wanted, in order and far enough apart: the middle between two ways to push."""
    rightward: list[float] = []
    for place, (one, x) in enumerate(zip(row, wanted, strict=True)):
        least = rightward[-1] + row[place - 1].half + one.half + GAP if rightward else x
        rightward.append(max(x, least))
    leftward: list[float] = []
    for place in range(len(row) - 1, -1, -1):
        x = wanted[place]
        if leftward:
            x = min(x, leftward[-1] - row[place + 1].half - row[place].half - GAP)
        leftward.append(x)
    return [(a + b) / 2 for a, b in zip(rightward, reversed(leftward), strict=True)]


def _middle(others: Sequence[_Place], own: float) -> float:
    return sum(one.x for one in others) / len(others) if others else own


def _drawn(
    places: Mapping[int, _Place], rows: list[list[_Place]], edges: Sequence[Edge],
    chains: Mapping[Edge, list[_Place]], ranks: Mapping[int, int], box_height: int,
) -> Drawn:  # fmt: skip
    left = min(one.x - one.half for row in rows for one in row) - MARGIN
    right = max(one.x + one.half for row in rows for one in row) + MARGIN + LOOP_WIDTH

    def spot(one: _Place) -> Spot:
        y = MARGIN + one.layer * (box_height + LAYER_GAP) + box_height / 2
        return round(one.x - left, 1), y

    ends = _ends(chains)
    lines = []
    for edge in edges:
        back = ranks[edge[0]] > ranks[edge[1]]
        spots = [spot(one) for one in chains.get(edge, ())]
        if spots:
            upper, lower = ends[edge]
            spots[0] = (spots[0][0] + upper, spots[0][1] + box_height / 2)
            spots[-1] = (spots[-1][0] + lower, spots[-1][1] - box_height / 2)
        lines.append(Line(edge=edge, spots=tuple(spots[::-1] if back else spots), back=back))
    boxes = [(node, *spot(one)) for node, one in places.items()]
    return Drawn(
        width=round(right - left),
        height=2 * MARGIN + len(rows) * (box_height + LAYER_GAP) - LAYER_GAP,
        boxes=tuple(Box(node=node, x=x, y=y) for node, x, y in boxes), lines=tuple(lines),
    )  # fmt: skip


def _ends(chains: Mapping[Edge, list[_Place]]) -> dict[Edge, tuple[float, float]]:
    """How far beside the middle of its box each line leaves above and arrives below."""
    upper: dict[int, list[tuple[float, Edge]]] = {}
    lower: dict[int, list[tuple[float, Edge]]] = {}
    for edge, chain in chains.items():
        upper.setdefault(id(chain[0]), []).append((chain[1].x, edge))
        lower.setdefault(id(chain[-1]), []).append((chain[-2].x, edge))
    beside = [_beside(side) for side in (upper, lower)]
    return {edge: (beside[0][edge], beside[1][edge]) for edge in chains}


def _beside(side: Mapping[int, list[tuple[float, Edge]]]) -> dict[Edge, float]:
    found = {}
    for ends in side.values():
        step = min(MOST_BETWEEN, BOX_WIDTH / (len(ends) + 1))
        for number, (_x, edge) in enumerate(sorted(ends)):
            found[edge] = round((number - (len(ends) - 1) / 2) * step, 1)
    return found
