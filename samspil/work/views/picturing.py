"""Pictures and figures of the coming days, as pages show them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.core.evidence.queue_ahead import Day, Spread
from samspil.core.evidence.simulating import Estimate, Picture
from samspil.web import charts
from samspil.web.words import between, in_hundred
from samspil.work.queries.ahead import Ahead
from samspil.work.queries.ahead.words import outlook_words, short_day

FULL_HOUR = 60
FEW = 10
"""From so many on, a figure is said without decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """One picture: its name, the sentence, and how many wait and are late on each day."""

    name: str
    sentence: str
    waiting: charts.Chart
    late: charts.Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure in each picture, and what it was told from."""

    name: str
    cells: tuple[str, ...]
    source: str


def pictured(told: Sequence[tuple[str, Picture | None]]) -> list[Pictured]:
    """The pictures by name, on one scale; those of which nothing is known are left out."""
    known = [(name, picture) for name, picture in told if picture]
    days = [day for _name, picture in known for day in picture.queue]
    most = max((day.waiting.high for day in days), default=0.0)
    most_late = max((day.late.high for day in days), default=0.0)
    return [
        Pictured(
            name=name,
            sentence=outlook_words(picture.outlook),
            waiting=_line(picture, _("Waiting"), most, lambda day: day.waiting),
            late=_line(picture, _("Late"), most_late, lambda day: day.late) if most_late else None,
        )
        for name, picture in known
    ]


def compared(known: Ahead) -> list[Row]:
    """The figures of both pictures beside each other."""
    pictures = [one for one in (known.today, known.then) if one]
    if not pictures:
        return []
    verified = _("%(n)s verified answers") % {"n": charts.number(known.known.verified)}
    arrivals = _("%(n)s cases of %(days)s days") % {
        "n": charts.number(known.known.arrivals),
        "days": charts.number(known.known.days),
    }
    timed = _("%(n)s timed cases") % {"n": charts.number(known.known.timed)}
    rows = [
        (_("AI would finish alone"), [_share(one.alone) for one in pictures], verified),
        (_("Wrong of those, unchecked"), [_figure(one.errors) for one in pictures], verified),
        *_costs(known, pictures, verified),
        (_("People's hours saved"), [_hours(one.saved) for one in pictures], timed),
        (_("People's hours there"), [_there(one) for one in pictures], ""),
        (_("Waiting at the end"), [_end(one) for one in pictures], arrivals),
        (_("Late on the worst day"), [_worst(one) for one in pictures], arrivals),
    ]
    return [Row(name=name, cells=tuple(cells), source=source) for name, cells, source in rows]


def _costs(
    known: Ahead, pictures: Sequence[Picture], source: str
) -> list[tuple[str, list[str], str]]:
    """What the errors cost, where somebody said what one does."""
    capacity = known.capacity
    if capacity is None or capacity.error_cost is None:
        return []
    cost, currency = capacity.error_cost, capacity.currency
    cells = [
        _money(one.errors, cost, currency) if one.errors.high else _("none") for one in pictures
    ]
    return [(_("What those cost"), cells, source)]


def _line(
    picture: Picture, name: str, most: float, spread: Callable[[Day], Spread]
) -> charts.Chart:
    points = [
        charts.Point(
            label=short_day(date.fromordinal(day.day)),
            value=spread(day).middle,
            low=spread(day).low,
            high=spread(day).high,
        )
        for day in picture.queue
    ]
    return charts.line(points, head=(_("End of day"), name), least_top=most)


def _share(told: Estimate) -> str:
    if not told.high:
        return _("nothing")
    return f"{in_hundred(told.value)} ({between(told.low, told.high)})"


def _figure(told: Estimate) -> str:
    return _spread(told.value, told.low, told.high) if told.high else _("none")


def _hours(told: Estimate) -> str:
    hours = (told.value / FULL_HOUR, told.low / FULL_HOUR, told.high / FULL_HOUR)
    return _spread(*hours) if told.high else _("none")


def _there(picture: Picture) -> str:
    return _number(sum(picture.wish.coming.hours))


def _end(picture: Picture) -> str:
    last = picture.queue[-1].waiting
    return _spread(last.middle, last.low, last.high)


def _worst(picture: Picture) -> str:
    worst = max((day.late for day in picture.queue), key=lambda late: (late.middle, late.high))
    return _spread(worst.middle, worst.low, worst.high) if worst.high else _("none")


def _money(told: Estimate, cost: Decimal, currency: str) -> str:
    figures = [round(Decimal(each) * cost) for each in (told.value, told.low, told.high)]
    value, low, high = (number_format(each, use_l10n=True, force_grouping=True) for each in figures)
    return _("%(value)s %(currency)s (%(low)s to %(high)s)") % {
        "value": value, "low": low, "high": high, "currency": currency,
    }  # fmt: skip


def _spread(value: float, low: float, high: float) -> str:
    """A figure with its interval, rounded so that it still holds."""
    return _("%(value)s (%(low)s to %(high)s)") % {
        "value": _number(value), "low": _number(low), "high": _number(high),
    }  # fmt: skip


def _number(value: float) -> str:
    return charts.number(round(value, 0 if value >= FEW else 1))
