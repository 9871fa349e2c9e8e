"""What a minute of looking must save at present, in the reader's language."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from samspil.core.evidence.running_price import about, minutes_for_one
from samspil.work.models import Capacity
from samspil.work.queries.ahead.pricing import Priced
from samspil.work.queries.ahead.words import day_name

CENT = Decimal("0.01")
FEWEST_DAYS = 2
"""One day shows no move."""


def money_of(price: float, capacity: Capacity | None) -> Decimal | None:
    """The price in money a minute; None where nobody said that an error costs any."""
    if capacity is None or not capacity.error_cost:
        return None
    return (Decimal(repr(price)) * capacity.error_cost).quantize(CENT)


def price_words(told: Priced, capacity: Capacity | None) -> str:
    """What it is, and why."""
    minutes = minutes_for_one(told.price)
    if minutes is None:
        return gettext(
            "At present a minute of looking need not save anything in particular: people have time "
            "for all that is asked of them."
        )
    why = gettext(
        "More was asked of people than they had minutes for, so looks that prevent less come later."
    )
    return f"{_must(minutes)} {_money(told.price, capacity)}".strip() + f" {why}"


def moved_words(told: Priced) -> str:
    """How it moved over the days of which it is told; empty of fewer than two."""
    if len(told.days) < FEWEST_DAYS:
        return ""
    (day, before), (_, last) = told.days[0], told.days[-1]
    if about(before) == about(last):
        said = gettext("It is about the same as on %(day)s.")
    elif last > before:
        said = gettext("It has risen since %(day)s: %(then)s")
    else:
        said = gettext("It has fallen since %(day)s: %(then)s")
    return said % {"day": day_name(day), "then": _then(before)}


def _must(minutes: int) -> str:
    words = ngettext(
        "At present looking must prevent about one error in each minute that it takes.",
        "At present looking must prevent about one error in every %(n)s minutes that it takes.",
        minutes,
    )
    return words % {"n": number_format(minutes, use_l10n=True, force_grouping=True)}


def _money(price: float, capacity: Capacity | None) -> str:
    money = money_of(about(price), capacity)
    if money is None or capacity is None or capacity.error_cost is None:
        return ""
    return gettext(
        "One costs %(cost)s %(currency)s here, so that is about %(value)s %(currency)s a minute."
    ) % {
        "cost": _amount(capacity.error_cost),
        "value": _amount(money),
        "currency": capacity.currency,
    }


def _amount(money: Decimal) -> str:
    places = 0 if money == money.to_integral_value() else 2
    return number_format(money, decimal_pos=places, use_l10n=True, force_grouping=True)


def _then(price: float) -> str:
    minutes = minutes_for_one(price)
    if minutes is None:
        return gettext("then nothing was asked of a minute.")
    words = ngettext(
        "then it was about one error in each minute.",
        "then it was about one error in every %(n)s minutes.",
        minutes,
    )
    return words % {"n": number_format(minutes, use_l10n=True, force_grouping=True)}
