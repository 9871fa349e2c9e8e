"""Dots with intervals on one scale: an estimate never stands without its doubt."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samspil.web.charts.frame import Chart, Point, Show, across, chart, drawing, number, top_of

MIDDLE = 10


def intervals(
    points: Sequence[Point],
    *,
    head: tuple[str, str],
    goal: Point | None = None,
    show: Show = number,
) -> Chart:
    """A dot with its interval for each point, on one scale; `goal` is a level to compare with."""
    goal_value = goal.value if goal else None
    top = top_of([*(each.high for each in points), *(each.value for each in points), goal_value])
    rows = format_html_join(
        "", "{}", ((_interval(each, top=top, goal=goal_value, show=show),) for each in points)
    )
    foot = format_html('<span class="goal-note">{}</span>', goal.label) if goal else ""
    picture = format_html('<div class="bars is-intervals">{}{}</div>', rows, foot)
    return chart(picture, points, head=head, show=show)


def _interval(point: Point, *, top: float, goal: float | None, show: Show) -> SafeString:
    track = '<line class="plot-track" x1="0" x2="100%" y1="{0}" y2="{0}"/>'
    shapes = [format_html(track, MIDDLE)]
    if goal is not None:
        level = '<line class="plot-goal" x1="{0}" x2="{0}" y1="0" y2="20"/>'
        shapes.append(format_html(level, across(goal / top)))
    if point.low is not None and point.high is not None:
        span = '<line class="plot-interval tone-{0}" x1="{1}" x2="{2}" y1="{3}" y2="{3}"/>'
        low, high = across(point.low / top), across(point.high / top)
        shapes.append(format_html(span, point.tone, low, high, MIDDLE))
    if point.value is not None:
        dot = '<circle class="plot-dot tone-{}" cx="{}" cy="{}" r="4.5"/>'
        shapes.append(format_html(dot, point.tone, across(point.value / top), MIDDLE))
    counted = "" if point.n is None else gettext("n = %(n)s") % {"n": number(point.n)}
    return format_html(
        '<span class="bar-label">{}</span>{}'
        '<span class="bar-value">{} <span class="note">{}</span></span>',
        point.label,
        drawing(20, *shapes),
        "–" if point.value is None else show(point.value),
        counted,
    )
