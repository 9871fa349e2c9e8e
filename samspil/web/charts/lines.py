"""Lines over time with their doubt, and steps between levels."""

from collections.abc import Iterator, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samspil.web.charts.frame import (
    Chart,
    Point,
    Scale,
    Show,
    across,
    chart,
    drawing,
    foot_kind,
    number,
    places,
    scale_of,
    words,
)
from samspil.web.charts.rooms import Room, Span, room_on

HEIGHT = 180
TOP = 18
FOOT = 152
LEFT, RIGHT = 0.08, 0.03
"""Room kept free at both ends, for the words of the scale and for whole dots."""
AHEAD = "plot-line is-ahead"
SIZES = {"is-here": 5, "is-ahead": 4}
"""How large the dots are that mean something."""
CLOSE = 0.12
"""Words of levels that are nearer to each other than this share of the height would touch."""
NEAR_THE_END = 0.96
"""Words in the middle of a place further on would reach beyond the drawing."""


def line(
    points: Sequence[Point],
    *,
    head: tuple[str, str],
    goal: Point | None = None,
    here: int | None = None,
    ahead: int = 0,
    least_top: float | None = None,
    show: Show = number,
) -> Chart:
    """A line on a scale with 0, with a band where the points carry doubt.

    The last `ahead` points are not measured but expected: their line is dashed, their dots are
    hollow.

    `goal` draws a level with its label; `here` is the index of the point to mark and name. The
    scale reaches `least_top` at least, so that pictures beside each other can be compared.
    """
    goal_value = goal.value if goal else None
    seen = [value for each in points for value in (each.low, each.value, each.high)]
    scale = scale_of([*seen, goal_value, least_top])
    xs = _spread(points)
    shapes = [*_grid(scale, show=show), _curves(points, xs, scale=scale, ahead=ahead)]
    if goal and goal.value is not None:
        y = _height(goal.value, scale)
        shapes += _goal(goal.label, y=y, room=room_on(y, _spans(points, xs, scale=scale)))
    shapes += _dots(points, xs, scale=scale, here=here, ahead=ahead)
    shapes += _foot_words(points, xs)
    return chart(drawing(HEIGHT, *shapes), points, head=head, show=show)


def steps(points: Sequence[Point], *, head: tuple[str, str], levels: Sequence[str]) -> Chart:
    """A staircase between named levels, lowest first; each value is the index of a level."""
    scale = Scale(top=max(len(levels) - 1, 1))
    xs = _spread(points)
    shapes = [
        shape
        for index, level in enumerate(levels)
        for shape in _level(level, y=_height(index, scale))
    ]
    shapes.append(_inner(_polyline(list(_stairs(points, xs, scale=scale)))))
    shapes += _foot_words(points, xs)
    return chart(
        drawing(HEIGHT, *shapes), points, head=head, show=lambda value: str(levels[int(value)])
    )


def _spread(points: Sequence[Point]) -> list[float]:
    return [LEFT + place * (1 - LEFT - RIGHT) for place in places(points)]


def _height(value: float, scale: Scale) -> float:
    return round(FOOT - (FOOT - TOP) * scale.share(value), 1)


def _grid(scale: Scale, *, show: Show) -> list[SafeString]:
    marks = [0.0, scale.top / 2, scale.top]
    if scale.low:
        ends = (scale.low, scale.top)
        marks = [0.0, *(one for one in ends if abs(scale.share(one) - scale.share(0)) > CLOSE)]
    return [shape for mark in marks for shape in _level(show(mark), y=_height(mark, scale))]


def _level(text: str, *, y: float) -> tuple[SafeString, SafeString]:
    rule = format_html('<line class="plot-axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>', y)
    return rule, words(text, x="0", y=y - 5, anchor="start", kind="is-level")


def _goal(text: str, *, y: float, room: Room) -> list[SafeString]:
    rule = format_html('<line class="plot-goal" x1="0" x2="100%" y1="{0}" y2="{0}"/>', y)
    return [rule, words(text, x=across(room.x), y=y - 5, anchor=room.anchor, kind="is-goal")]


def _spans(points: Sequence[Point], xs: Sequence[float], *, scale: Scale) -> Iterator[Span]:
    """From where to where what is drawn reaches, from each point back to the one before."""
    before: tuple[float, ...] = ()
    for point, x in zip(points, xs, strict=True):
        if point.value is None:
            before = ()
            continue
        known = (each for each in (point.value, point.low, point.high) if each is not None)
        here = tuple(_height(each, scale) for each in known)
        yield Span(x=x, upper=min((*before, *here)), lower=max((*before, *here)))
        before = here


def _inner(*shapes: SafeString) -> SafeString:
    inner = format_html_join("", "{}", ((shape,) for shape in shapes))
    return format_html(
        '<svg x="0" y="0" width="100%" height="{0}" viewBox="0 0 1000 {0}" '
        'preserveAspectRatio="none">{1}</svg>',
        HEIGHT,
        inner,
    )


def _curves(
    points: Sequence[Point], xs: Sequence[float], *, scale: Scale, ahead: int
) -> SafeString:
    shapes = []
    measured = len(points) - ahead
    for run in _runs(points):
        bounded = [i for i in run if points[i].low is not None and points[i].high is not None]
        upper = [_spot(xs[i], _height(points[i].high or 0, scale)) for i in bounded]
        lower = [_spot(xs[i], _height(points[i].low or 0, scale)) for i in reversed(bounded)]
        if bounded:
            corners = " ".join([*upper, *lower])
            shapes.append(format_html('<polygon class="plot-band" points="{}"/>', corners))
        spots = {i: _spot(xs[i], _height(points[i].value or 0, scale)) for i in run}
        shapes.append(_polyline([spots[i] for i in run if i < measured]))
        if run[-1] >= measured:
            shapes.append(_polyline([spots[i] for i in run if i >= measured - 1], AHEAD))
    return _inner(*shapes)


def _runs(points: Sequence[Point]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, point in enumerate(points):
        if point.value is not None:
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _spot(x: float, y: float) -> str:
    return f"{x * 1000:.1f},{y}"


def _polyline(spots: list[str], kind: str = "plot-line") -> SafeString:
    return format_html(
        '<polyline class="{}" vector-effect="non-scaling-stroke" points="{}"/>',
        kind,
        " ".join(spots),
    )


def _stairs(points: Sequence[Point], xs: Sequence[float], *, scale: Scale) -> Iterator[str]:
    before: float | None = None
    for point, x in zip(points, xs, strict=True):
        if point.value is None:
            continue
        y = _height(point.value, scale)
        if before is not None:
            yield _spot(x, before)
        yield _spot(x, y)
        before = y
    if before is not None:
        yield _spot(1, before)


def _dots(
    points: Sequence[Point], xs: Sequence[float], *, scale: Scale, here: int | None, ahead: int
) -> list[SafeString]:
    shapes = []
    measured = len(points) - ahead
    for index, (point, x) in enumerate(zip(points, xs, strict=True)):
        if point.value is None:
            continue
        y = _height(point.value, scale)
        kind = "is-here" if index == here else "is-ahead" if index >= measured else ""
        dot = '<circle class="plot-dot {}" cx="{}" cy="{}" r="{}"/>'
        shapes.append(format_html(dot, kind, across(x), y, SIZES.get(kind, 2.5)))
    return shapes


def _foot_words(points: Sequence[Point], xs: Sequence[float]) -> list[SafeString]:
    kinds = [foot_kind(index, len(points)) for index in range(len(points))]
    return [
        words(
            point.foot or point.label,
            x=across(x),
            y=HEIGHT - 8,
            anchor="end" if x > NEAR_THE_END else "middle",
            kind=kind,
        )
        for point, x, kind in zip(points, xs, kinds, strict=True)
        if kind
    ]
