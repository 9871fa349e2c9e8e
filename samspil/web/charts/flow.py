"""A map of what follows what: boxes, and lines as wide as they are frequent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samspil.core.eventlogs.layout import BOX_HEIGHT, BOX_WIDTH, Box, Line, laid_out

THINNEST, WIDEST = 1.25, 6.0
ROW, LETTERS = 15, 23
"""Height of a line of words, and how many signs a box takes in one."""
ROUND = -1
"""Nodes from here downwards are no steps, but where cases begin and end."""
ROUND_WIDTH = 96
LETTER = 6.4
"""About how wide a sign of the word for who has it is, in pixels."""
SHAPES = {
    "alone": "M8 1.2 14.8 8 8 14.8 1.2 8Z",
    "together": "M5.6 2.6 11 8l-5.4 5.4L.2 8Z M15.9 8a5.1 5.1 0 1 1-10.2 0 5.1 5.1 0 0 1 10.2 0Z "
    "M14.2 8a3.4 3.4 0 1 0-6.8 0 3.4 3.4 0 0 0 6.8 0Z",
    "person": "M13.8 8A5.8 5.8 0 1 1 2.2 8a5.8 5.8 0 0 1 11.6 0Z",
}
"""The shapes of chips, 16 pixels wide."""
LOOP = 34
"""How far a step's line to itself reaches out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A box: its number, what it says, and figures below. Below 0 it is a beginning or an end.

    A `live` one is drawn as such. `who` has it, in words, in the colour and shape of `tone` (alone,
    together, person). A press on a box leads to its `url`.
    """

    node: int
    label: str
    figures: str
    share: float = 0.0
    live: bool = False
    who: str = ""
    tone: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A line from box to box, its weight for its width, and its words, most important first."""

    source: int
    target: int
    weight: float
    words: tuple[str, ...]


def flow(stops: Sequence[Stop], ways: Sequence[Way], *, label: str) -> SafeString:
    """Draw a map; `stops` stand from first to last, and each way joins two of them.

    The drawing keeps its size: what is wider than its place scrolls there.
    """
    by_edge = {(one.source, one.target): one for one in ways}
    height = BOX_HEIGHT + ROW * any(one.who for one in stops)
    drawn = laid_out([one.node for one in stops], by_edge, box_height=height)
    boxes = {one.node: one for one in drawn.boxes}
    most = max((one.weight for one in ways), default=1.0)
    lines = [(line, by_edge[line.edge]) for line in drawn.lines]
    shapes = [_curve(line, boxes, way, most=most) for line, way in lines]
    shapes += [_linked(_box(boxes[one.node], one, height=height), one) for one in stops]
    shapes += [_words(line, boxes, way) for line, way in lines]
    return format_html(
        '<svg class="flow" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="{2}" '
        'aria-label="{3}">{4}</svg>',
        drawn.width,
        drawn.height,
        "group" if any(one.url for one in stops) else "img",
        label,
        format_html_join("", "{}", ((one,) for one in shapes)),
    )


def _curve(line: Line, boxes: dict[int, Box], way: Way, *, most: float) -> SafeString:
    width = THINNEST + (WIDEST - THINNEST) * sqrt(way.weight / most)
    head: SafeString | str = ""
    if line.spots:
        path = _path(line)
        head = _head(line.spots[-1], back=line.back, width=width)
    else:
        path = _loop(boxes[line.edge[0]])
    return format_html(
        '<g><title>{}</title><path class="flow-line{}" d="{}" stroke-width="{}"/>{}</g>',
        " · ".join(way.words), " is-back" * line.back, path, _px(width), head,
    )  # fmt: skip


def _path(line: Line) -> str:
    x, y = line.spots[0]
    said = [f"M{x:.1f},{y:.1f}"]
    for (from_x, from_y), (to_x, to_y) in zip(line.spots, line.spots[1:], strict=False):
        half = (from_y + to_y) / 2
        said.append(f"C{from_x:.1f},{half:.1f} {to_x:.1f},{half:.1f} {to_x:.1f},{to_y:.1f}")
    return " ".join(said)


def _loop(box: Box) -> str:
    right, out = box.x + BOX_WIDTH / 2, box.x + BOX_WIDTH / 2 + LOOP
    ends = f"{out:.1f},{box.y - 20:.1f} {out:.1f},{box.y + 20:.1f} {right:.1f},{box.y + 12:.1f}"
    return f"M{right:.1f},{box.y - 12:.1f} C{ends}"


def _head(tip: tuple[float, float], *, back: bool, width: float) -> SafeString:
    (x, y), size = tip, 4 + width
    base = y + size * (1.4 if back else -1.4)
    points = f"{x:.1f},{y:.1f} {x - size:.1f},{base:.1f} {x + size:.1f},{base:.1f}"
    return format_html('<polygon class="flow-head{}" points="{}"/>', " is-back" * back, points)


def _linked(box: SafeString, stop: Stop) -> SafeString:
    return format_html('<a href="{}">{}</a>', stop.url, box) if stop.url else box


def _box(box: Box, stop: Stop, *, height: int) -> SafeString:
    is_round = stop.node <= ROUND
    kind = " is-round" * is_round + " is-live" * stop.live + f" is-{stop.tone}" * bool(stop.tone)
    width = ROUND_WIDTH if is_round else BOX_WIDTH
    texts = wrap(stop.label, LETTERS, max_lines=2, placeholder="…") or [""]
    rows = [*((one, "flow-name") for one in texts), (stop.figures, "flow-figures")]
    rows = [one for one in rows if one[0]]
    top = box.y - ROW * (len(rows) - 1 + bool(stop.who)) / 2 + 4
    said = format_html_join(
        "", '<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>',
        ((kind, _px(box.x), _px(top + ROW * row), text) for row, (text, kind) in enumerate(rows)),
    )  # fmt: skip
    return format_html(
        '<g><title>{}</title><rect class="flow-box{}" x="{}" y="{}" width="{}" height="{}" '
        'rx="{}"/>{}{}{}</g>',
        f"{stop.label} {stop.figures} {stop.who}".strip(), kind, _px(box.x - width / 2),
        _px(box.y - height / 2), width, height, height // 2 if is_round else 6,
        _share(box, stop, height=height), said, _who(box, stop, y=top + ROW * len(rows)),
    )  # fmt: skip


def _who(box: Box, stop: Stop, *, y: float) -> SafeString | str:
    """Who has it: the shape that stands for it everywhere, and the word."""
    if not stop.who:
        return ""
    half = LETTER * len(stop.who) / 2
    return format_html(
        '<g class="flow-who is-{}"><path transform="translate({},{}) scale(0.7)" d="{}"/>'
        '<text x="{}" y="{}">{}</text></g>',
        stop.tone, _px(box.x - half - 8), _px(y - 10), SHAPES.get(stop.tone, ""),
        _px(box.x - half + 7), _px(y), stop.who,
    )  # fmt: skip


def _share(box: Box, stop: Stop, *, height: int) -> SafeString | str:
    if not stop.share:
        return ""
    return format_html(
        '<rect class="flow-share" x="{}" y="{}" width="{}" height="4" rx="2"/>',
        _px(box.x - BOX_WIDTH / 2 + 1), _px(box.y + height / 2 - 5),
        _px((BOX_WIDTH - 2) * stop.share),
    )  # fmt: skip


def _words(line: Line, boxes: dict[int, Box], way: Way) -> SafeString:
    if line.spots:
        (x, y), anchor = _midway(line.spots), "middle"
    else:
        box = boxes[line.edge[0]]
        x, y, anchor = box.x + BOX_WIDTH / 2 + 29, box.y, "start"
    return _stacked(way.words, x=x, y=y - ROW * (len(way.words) - 1) / 2 + 4, anchor=anchor)


def _midway(spots: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The middle of a line: of its middle bend, or between the two in the middle."""
    half = len(spots) // 2
    if len(spots) % 2:
        return spots[half]
    (x, y), (to_x, to_y) = spots[half - 1], spots[half]
    return (x + to_x) / 2, (y + to_y) / 2


def _stacked(words: Iterable[str], *, x: float, y: float, anchor: str) -> SafeString:
    return format_html_join(
        "", '<text class="flow-words{}" x="{}" y="{}" text-anchor="{}">{}</text>',
        (
            (" is-second" * bool(row), _px(x), _px(y + ROW * row), anchor, text)
            for row, text in enumerate(words)
        ),
    )  # fmt: skip


def _px(length: float) -> str:
    """As drawings write it, whatever the reader's language."""
    return f"{length:.1f}"
