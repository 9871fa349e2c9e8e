"""Things by two figures at once, such as what each brings and what it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.html import format_html
from django.utils.safestring import SafeString

from samspil.web.charts.frame import (
    Chart,
    Scale,
    Show,
    across,
    drawing,
    no_figures,
    number,
    scale_of,
    words,
)

HEIGHT, TOP, FOOT = 290, 40, 236
LEFT, RIGHT = 0.1, 0.07
"""Room kept free at both ends, for the words of the scale and for whole dots."""
NEAR, NEAR_PX = 0.07, 20
"""Dots nearer to each other, across as a share of the width and in pixels up, would hide one
another: one dot stands for them."""
DOT, SIGN = 20, 7
"""The height of a dot, and how wide a sign in it is, in pixels."""
MARGIN = 0.02


class Figure(NamedTuple):
    """A value with the ends between which it lies."""

    low: float
    value: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Something that stands at `x` and `y`; `mark` is the short word in its dot, such as a rank."""

    label: str
    mark: str
    x: Figure
    y: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scales:
    x: Scale
    y: Scale

    def across(self, value: float) -> float:
        return LEFT + (1 - LEFT - RIGHT) * self.x.share(value)

    def down(self, value: float) -> float:
        return round(FOOT - (FOOT - TOP) * self.y.share(value), 1)

    def place(self, spot: Spot) -> tuple[float, float]:
        return self.across(spot.x.value), self.down(spot.y.value)


def scatter(
    spots: Sequence[Spot],
    *,
    head: tuple[str, str, str],
    corner: str = "",
    show: Show = number,
) -> Chart:
    """A dot for each, with a line to either side as far as its figures are in doubt.

    `head` names the things and both scales; `corner` says what it means to stand above at the
    left. Dots that would hide one another are one dot with all their marks.
    """
    scales = _Scales(
        x=scale_of(one.x.high for one in spots), y=scale_of(one.y.high for one in spots)
    )
    shapes = [*_grid(scales, head=head, show=show), _corner(corner)]
    shapes += [line for one in spots for line in _doubt(one, scales=scales)]
    shapes += [_dot(each, scales=scales) for each in _together(spots, scales=scales)]
    rows = tuple((one.label, _told(one.x, show), _told(one.y, show)) for one in spots)
    return Chart(drawing=drawing(HEIGHT, *shapes) if spots else no_figures(), head=head, rows=rows)


def _together(spots: Sequence[Spot], *, scales: _Scales) -> list[list[Spot]]:
    """Those that stand for themselves, and those that share a dot, by the first of each."""
    found: list[list[Spot]] = []
    for one in spots:
        x, y = scales.place(one)
        for others in found:
            left, up = scales.place(others[0])
            if abs(left - x) < NEAR and abs(up - y) < NEAR_PX:
                others.append(one)
                break
        else:
            found.append([one])
    return found


def _grid(scales: _Scales, *, head: tuple[str, str, str], show: Show) -> list[SafeString]:
    rule = '<line class="plot-axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>'
    shapes = [
        words(head[2], x="0", y=12, anchor="start"),
        words(head[1], x="100%", y=HEIGHT - 6, anchor="end"),
    ]
    for part in (0.0, 0.5, 1.0):
        up, along = scales.y.top * part, scales.x.top * part
        y = scales.down(up)
        shapes += [
            format_html(rule, y),
            words(show(up), x="0", y=y - 5, anchor="start", kind="is-level"),
            words(show(along), x=across(scales.across(along)), y=FOOT + 17, kind="is-foot"),
        ]
    return shapes


def _corner(text: str) -> SafeString:
    return words(text, x=across(LEFT + MARGIN), y=TOP + 16, anchor="start", kind="is-corner")


def _doubt(one: Spot, *, scales: _Scales) -> list[SafeString]:
    line = '<line class="plot-reach" x1="{}" x2="{}" y1="{}" y2="{}"/>'
    x, y = scales.place(one)
    left, right = (across(scales.across(each)) for each in (one.x.low, one.x.high))
    lower, upper = (scales.down(each) for each in (one.y.low, one.y.high))
    lines = []
    if left != right:
        lines.append(format_html(line, left, right, y, y))
    if lower != upper:
        lines.append(format_html(line, across(x), across(x), lower, upper))
    return lines


def _dot(each: Sequence[Spot], *, scales: _Scales) -> SafeString:
    x, y = scales.place(each[0])
    mark = " · ".join(one.mark for one in each)
    wide = max(DOT, SIGN * len(mark) + 8)
    return format_html(
        '<svg class="plot-spot" x="{}" y="{}"><rect class="plot-dot is-here" x="{}" y="{}" '
        'width="{}" height="{}" rx="{}"/><text class="plot-mark" y="4.5" text-anchor="middle">{}'
        "</text></svg>",
        across(x), y, -wide / 2, -DOT / 2, wide, DOT, DOT / 2, mark,
    )  # fmt: skip


def _told(figure: Figure, show: Show) -> str:
    if figure.low == figure.high:
        return show(figure.value)
    return f"{show(figure.value)} ({show(figure.low)}–{show(figure.high)})"
