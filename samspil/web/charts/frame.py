"""What all charts share: points, tones, scales, and the table beside each drawing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor, isfinite, log10

from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

MOST_LABELS = 8
"""More words than this along the foot of a chart would touch each other."""


class Tone(StrEnum):
    """What a colour means; `INK` means nothing in particular."""

    INK = "ink"
    ALONE = "alone"
    TOGETHER = "together"
    PERSON = "person"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure. None as `value` leaves a gap.

    `low` and `high` bound it where it is an estimate from `n` cases. `at` (0 to 1) is its place
    along the foot of a line; by default points stand evenly. `foot` stands there instead of a
    `label` that is too long for it.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    at: float | None = None
    foot: str = ""
    tone: Tone = Tone.INK


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing, and the same figures as a table."""

    drawing: SafeString
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def number(value: float) -> str:
    """A number as the reader's language writes it, with one decimal if it needs one."""
    places = 0 if float(value).is_integer() or abs(value) >= 100 else 1
    return str(number_format(value, decimal_pos=places, use_l10n=True))


Show = Callable[[float], str]


def chart(
    drawing: SafeString, points: Sequence[Point], *, head: tuple[str, str], show: Show
) -> Chart:
    """Put the table to a drawing; columns for doubt and number of cases only where given."""
    doubt = any(point.low is not None for point in points)
    counted = any(point.n is not None for point in points)
    heads = (*head, *((gettext("from"), gettext("to")) if doubt else ()))
    heads += (gettext("cases"),) if counted else ()
    rows = tuple(_row(point, doubt=doubt, counted=counted, show=show) for point in points)
    return Chart(drawing=drawing if points else no_figures(), head=heads, rows=rows)


def _row(point: Point, *, doubt: bool, counted: bool, show: Show) -> tuple[str, ...]:
    figures = [point.value, *((point.low, point.high) if doubt else ())]
    cells = [point.label, *("–" if each is None else show(each) for each in figures)]
    if counted:
        cells.append("–" if point.n is None else number(point.n))
    return tuple(cells)


def no_figures() -> SafeString:
    """What stands in the place of a drawing of nothing."""
    return format_html('<p class="quiet">{}</p>', gettext("There are no figures yet."))


def top_of(values: Iterable[float | None]) -> float:
    """A round number at or above the largest value, for the top of a scale that begins at 0."""
    largest = max((value for value in values if value is not None), default=0.0)
    if not isfinite(largest) or largest <= 0:
        return 1.0
    power: float = 10.0 ** floor(log10(largest))
    return next(step * power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * power >= largest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """From `low`, 0 or less, to `top`, above it."""

    top: float
    low: float = 0.0

    def share(self, value: float) -> float:
        """How far along the scale a value stands, 0 to 1."""
        return (value - self.low) / (self.top - self.low)


def scale_of(values: Iterable[float | None]) -> Scale:
    """A scale with 0 and round numbers at its ends, on which all values have room."""
    known = [value for value in values if value is not None]
    below = -min((*known, 0.0))
    above = max((*known, 0.0))
    if not below:
        return Scale(top=top_of(known))
    return Scale(top=top_of([above]) if above else 0.0, low=-top_of([below]))


def places(points: Sequence[Point]) -> list[float]:
    """How far along the foot each point stands, 0 to 1."""
    last = max(len(points) - 1, 1)
    return [index / last if each.at is None else each.at for index, each in enumerate(points)]


def across(share: float) -> str:
    """A horizontal place as a percentage of the drawing's width."""
    return f"{share * 100:.2f}%"


def foot_kind(index: int, count: int) -> str:
    """The class of the label at the foot for this point; empty where it must give way.

    The last point always keeps its label; every second one gives way where it is narrow.
    """
    step = -(-count // MOST_LABELS)
    place, rest = divmod(count - 1 - index, step)
    if rest:
        return ""
    return "is-foot is-second" if place % 2 else "is-foot"


def drawing(height: int, *shapes: SafeString) -> SafeString:
    """An SVG as wide as its place and `height` pixels high."""
    inner = format_html_join("", "{}", ((shape,) for shape in shapes))
    return format_html(
        '<svg class="plot" width="100%" height="{}" focusable="false">{}</svg>', height, inner
    )


def words(text: str, *, x: str, y: float, anchor: str = "middle", kind: str = "") -> SafeString:
    """Words in a drawing; `kind` is a class for the style sheet."""
    return format_html(
        '<text class="plot-words {}" x="{}" y="{}" text-anchor="{}">{}</text>',
        kind,
        x,
        y,
        anchor,
        text,
    )
