"""Differences between two ways, one dot for each, on either side of none."""

from collections import Counter
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samspil.web.charts.frame import (
    Chart,
    Point,
    Show,
    across,
    chart,
    drawing,
    number,
    top_of,
    words,
)

PLACES = 60
"""So many places there are from one end to the other; what falls into one is piled up."""
STEP, TOP, FOOT, MOST = 9, 24, 38, 14
"""Pixels from dot to dot, above the pile and below it, and the highest pile."""
RADIUS = 3.5


def strip(
    points: Sequence[Point],
    *,
    head: tuple[str, str],
    middle: Point | None = None,
    sides: tuple[str, str] = ("", ""),
    show: Show = number,
) -> Chart:
    """A dot for each difference; `middle` is their middle with its interval, drawn above them.

    `sides` say what it means to stand left and right of the line at 0. Points without a value are
    left out of the drawing.
    """
    values = [each.value for each in points if each.value is not None]
    ends = [middle.low, middle.high] if middle else []
    top = top_of(abs(one) for one in (*values, *ends) if one is not None)
    piles = Counter(round(_share(one, top) * PLACES) for one in values)
    high = min(MOST, max(piles.values(), default=0))
    ground = TOP + STEP * high
    shapes = [
        _axis(ground, sides, ends=(show(-top), show(0), show(top))),
        *_dots(piles, ground=ground, high=high),
    ]
    if middle is not None:
        shapes.append(_middle(middle, top=top))
    table = points if middle is None else [middle, *points]
    return chart(drawing(ground + FOOT, *shapes), table if points else [], head=head, show=show)


def _share(value: float, top: float) -> float:
    """How far along the whole width a difference stands, 0 to 1; none stands in the middle."""
    return (value / top + 1) / 2


def _axis(ground: int, sides: tuple[str, str], *, ends: tuple[str, str, str]) -> SafeString:
    line = format_html(
        '<line class="plot-axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>'
        '<line class="plot-goal" x1="50%" x2="50%" y1="0" y2="{0}"/>',
        ground,
    )
    places = (("0", "start", ends[0]), ("50%", "middle", ends[1]), ("100%", "end", ends[2]))
    scale = [words(text, x=x, y=ground + 15, anchor=anchor) for x, anchor, text in places]
    left = words(sides[0], x="0", y=ground + 32, anchor="start")
    right = words(sides[1], x="100%", y=ground + 32, anchor="end")
    return format_html_join("", "{}", ((shape,) for shape in (line, *scale, left, right)))


def _dots(piles: Counter[int], *, ground: int, high: int) -> list[SafeString]:
    """Where a pile would be too high its dots stand closer."""
    most = max(piles.values(), default=0)
    step = STEP * high / most if most else STEP
    dot = '<circle class="plot-dot" cx="{}" cy="{}" r="{}"/>'
    return [
        format_html(dot, across(place / PLACES), f"{ground - 5 - step * layer:.1f}", RADIUS)
        for place, many in sorted(piles.items())
        for layer in range(many)
    ]


def _middle(middle: Point, *, top: float) -> SafeString:
    shapes: list[SafeString] = []
    if middle.low is not None and middle.high is not None:
        span = '<line class="plot-interval tone-{0}" x1="{1}" x2="{2}" y1="{3}" y2="{3}"/>'
        low, high = across(_share(middle.low, top)), across(_share(middle.high, top))
        shapes.append(format_html(span, middle.tone, low, high, 8))
    if middle.value is not None:
        dot = '<circle class="plot-dot tone-{}" cx="{}" cy="8" r="5"/>'
        shapes.append(format_html(dot, middle.tone, across(_share(middle.value, top))))
    return format_html_join("", "{}", ((shape,) for shape in shapes))
