"""Bars for amounts, columns for time, one bar for shares, and a spark beside a word."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samspil.web.charts.frame import (
    Chart,
    Point,
    Show,
    Tone,
    across,
    chart,
    drawing,
    foot_kind,
    number,
    top_of,
    words,
)

COLUMNS_HEIGHT = 148
COLUMNS_TOP = 20
COLUMNS_FOOT = 124
SPARK_HEIGHT = 16


def bars(points: Sequence[Point], *, head: tuple[str, str], show: Show = number) -> Chart:
    """One horizontal bar for each point, in the order given; `head` names the table's columns."""
    top = top_of(point.value for point in points)
    rows = format_html_join("", "{}", ((_bar(point, top=top, show=show),) for point in points))
    return chart(format_html('<div class="bars">{}</div>', rows), points, head=head, show=show)


def _bar(point: Point, *, top: float, show: Show) -> SafeString:
    value = point.value or 0
    rect = format_html(
        '<rect class="tone-{}" width="{}" height="12" rx="2"/>', point.tone, across(value / top)
    )
    return format_html(
        '<span class="bar-label">{}</span>{}<span class="bar-value">{}</span>',
        point.label,
        drawing(12, rect),
        "–" if point.value is None else show(point.value),
    )


def columns(points: Sequence[Point], *, head: tuple[str, str], show: Show = number) -> Chart:
    """One upright column for each point, for hours, days or months; the largest says its value."""
    largest = max((point.value or 0 for point in points), default=0)
    top = largest or 1.0
    room = COLUMNS_FOOT - COLUMNS_TOP
    shapes = [_foot_line()]
    said = False
    for index, point in enumerate(points):
        middle = across((index + 0.5) / len(points))
        height = room * (point.value or 0) / top
        shapes.append(_column(point, index=index, count=len(points), height=height))
        if point.value and point.value == largest and not said:
            shapes.append(words(show(point.value), x=middle, y=COLUMNS_FOOT - height - 6))
            said = True
        kind = foot_kind(index, len(points))
        if kind:
            shapes.append(words(point.label, x=middle, y=COLUMNS_HEIGHT - 6, kind=kind))
    return chart(drawing(COLUMNS_HEIGHT, *shapes), points, head=head, show=show)


def _foot_line() -> SafeString:
    return format_html(
        '<line class="plot-axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>', COLUMNS_FOOT + 0.5
    )


def _column(point: Point, *, index: int, count: int, height: float) -> SafeString:
    return format_html(
        '<rect class="tone-{}" x="{}" width="{}" y="{}" height="{}" rx="1.5"/>',
        point.tone,
        across((index + 0.16) / count),
        across(0.68 / count),
        f"{COLUMNS_FOOT - height:.1f}",
        f"{height:.1f}",
    )


def share_bar(points: Sequence[Point], *, head: tuple[str, str], show: Show = number) -> Chart:
    """One bar cut into the points' shares of their sum, with a legend that names each."""
    total = sum(point.value or 0 for point in points)
    shapes, begin = [], 0.0
    for point in points:
        share = (point.value or 0) / total if total else 0.0
        shapes.append(_slice(point.tone, begin=begin, share=share))
        begin += share
    legend = format_html_join("", "<li>{}</li>", ((_name(each, show=show),) for each in points))
    picture = format_html('{}<ul class="shares">{}</ul>', drawing(16, *shapes), legend)
    return chart(picture, points if total else [], head=head, show=show)


def _slice(tone: Tone, *, begin: float, share: float) -> SafeString:
    return format_html(
        '<rect class="tone-{} is-slice" x="{}" width="{}" height="16"/>',
        tone,
        across(begin),
        across(share),
    )


def _name(point: Point, *, show: Show) -> SafeString:
    shape = render_to_string("web/parts/shape.html", {"route": point.tone})
    value = "–" if point.value is None else show(point.value)
    return format_html(
        '<span class="ink-{}">{}</span>{} <strong>{}</strong>',
        point.tone,
        shape,
        point.label,
        value,
    )


def spark(values: Sequence[float], *, label: str) -> SafeString:
    """Small columns beside a word; `label` says in words what they show."""
    top = max(values, default=0) or 1
    width = 6
    rects = format_html_join(
        "",
        '<rect class="tone-ink" x="{}" y="{}" width="{}" height="{}"/>',
        (
            (index * width, f"{SPARK_HEIGHT - _spark_height(value, top):.1f}", width - 1.5, height)
            for index, value in enumerate(values)
            for height in (f"{_spark_height(value, top):.1f}",)
        ),
    )
    return format_html(
        '<svg class="plot spark" role="img" aria-label="{}" width="{}" height="{}">{}</svg>',
        label,
        len(values) * width,
        SPARK_HEIGHT,
        rects,
    )


def _spark_height(value: float, top: float) -> float:
    return max(1.0, SPARK_HEIGHT * value / top)
