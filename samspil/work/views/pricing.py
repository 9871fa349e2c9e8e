"""What a minute of looking must save, and how that moved, as the page shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from samspil.web import charts
from samspil.work.models import Capacity
from samspil.work.queries.ahead import Ahead
from samspil.work.queries.ahead.price_words import FEWEST_DAYS, money_of, moved_words, price_words
from samspil.work.queries.ahead.words import short_day

HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePicture:
    """What it is and why; how it moved, in words and drawn (None: of too few days)."""

    words: str
    moved: str
    chart: charts.Chart | None


def price_pictured(known: Ahead) -> PricePicture | None:
    """None before the price was first worked out."""
    told = known.price
    if told is None:
        return None
    drawn = _drawn(told.days, known.capacity) if len(told.days) >= FEWEST_DAYS else None
    return PricePicture(
        words=price_words(told, known.capacity), moved=moved_words(told), chart=drawn
    )


def _drawn(days: tuple[tuple[date, float], ...], capacity: Capacity | None) -> charts.Chart:
    """In money where somebody said what an error costs, else in errors."""
    points = [
        charts.Point(label=short_day(day), value=_value(price, capacity)) for day, price in days
    ]
    if money_of(0.0, capacity) is None:
        name = _("Errors prevented in 100 minutes")
    else:
        name = _("%(currency)s a minute") % {"currency": capacity.currency if capacity else ""}
    return charts.line(points, head=(_("End of day"), name), show=_shown)


def _value(price: float, capacity: Capacity | None) -> float:
    money = money_of(price, capacity)
    return price * HUNDRED if money is None else float(money)


def _shown(value: float) -> str:
    return number_format(value, decimal_pos=2, use_l10n=True, force_grouping=True)
