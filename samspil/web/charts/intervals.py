"""Dots with intervals on one scale: an estimate never stands without its doubt."""

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samspil.web.charts.frame import (
    Chart,
    Point,
    Scale,
    Show,
    across,
    chart,
    drawing,
    number,
    scale_of,
)

MIDDLE = 10


def intervals(
    points: Sequence[Point],
    *,
    head: tuple[str, str],
    goal: Point | None = None,
    show: Show = number,
) -> Chart:
    """A dot with its interval for each point, on one scale with 0; `goal` is a level to compare
    with."""
    goal_value = goal.value if goal else None
    scale = scale_of([*_ends(points), goal_value])
    rows = format_html_join(
        "", "{}", ((_interval(each, scale=scale, goal=goal_value, show=show),) for each in points)
    )
    foot = format_html('<span class="goal-note">{}</span>', goal.label) if goal else ""
    picture = format_html('<div class="bars is-intervals">{}{}</div>', rows, foot)
    return chart(picture, points, head=head, show=show)


def tornado(points: Sequence[Point], *, head: tuple[str, str], show: Show = number) -> Chart:
    """How far each point reaches around its value, drawn as large as there is room: the scale holds
    no 0 unless the points do."""
    ends = [each for each in _ends(points) if each is not None]
    low, top = min(ends, default=0.0), max(ends, default=1.0)
    scale = Scale(low=low, top=top if top > low else low + 1)
    rows = format_html_join("", "{}", ((_swing(each, scale=scale, show=show),) for each in points))
    picture = format_html('<div class="bars is-intervals">{}</div>', rows)
    return chart(picture, points, head=head, show=show)


def _ends(points: Sequence[Point]) -> list[float | None]:
    return [each for one in points for each in (one.low, one.value, one.high)]


def _swing(point: Point, *, scale: Scale, show: Show) -> SafeString:
    low, high, value = (
        across(scale.share(each or 0.0)) for each in (point.low, point.high, point.value)
    )
    bar = '<line class="plot-swing" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>'
    middle = '<line class="plot-zero" x1="{0}" x2="{0}" y1="0" y2="20"/>'
    return format_html(
        '<span class="bar-label">{}</span>{}<span class="bar-value">{}</span>',
        point.label,
        drawing(20, format_html(bar, low, high, MIDDLE), format_html(middle, value)),
        _reach(point, show=show),
    )


def _interval(point: Point, *, scale: Scale, goal: float | None, show: Show) -> SafeString:
    track = '<line class="plot-track" x1="0" x2="100%" y1="{0}" y2="{0}"/>'
    upright = '<line class="{1}" x1="{0}" x2="{0}" y1="0" y2="20"/>'
    shapes = [format_html(track, MIDDLE)]
    if scale.low:
        shapes.append(format_html(upright, across(scale.share(0)), "plot-zero"))
    if goal is not None:
        shapes.append(format_html(upright, across(scale.share(goal)), "plot-goal"))
    if point.low is not None and point.high is not None:
        span = '<line class="plot-interval tone-{0}" x1="{1}" x2="{2}" y1="{3}" y2="{3}"/>'
        low, high = across(scale.share(point.low)), across(scale.share(point.high))
        shapes.append(format_html(span, point.tone, low, high, MIDDLE))
    if point.value is not None:
        dot = '<circle class="plot-dot tone-{}" cx="{}" cy="{}" r="4.5"/>'
        shapes.append(format_html(dot, point.tone, across(scale.share(point.value)), MIDDLE))
    return format_html(
        '<span class="bar-label">{}</span>{}'
        '<span class="bar-value">{} <span class="note">{}</span></span>',
        point.label,
        drawing(20, *shapes),
        "–" if point.value is None else show(point.value),
        _beside(point, show=show),
    )


def _beside(point: Point, *, show: Show) -> str:
    """Of how many cases it is, or else from where to where it may lie."""
    if point.n is not None:
        return gettext("n = %(n)s") % {"n": number(point.n)}
    return _reach(point, show=show)


def _reach(point: Point, *, show: Show) -> str:
    if point.low is None or point.high is None:
        return ""
    low, high = sorted((point.low, point.high))
    return gettext("%(low)s to %(high)s") % {"low": show(low), "high": show(high)}
