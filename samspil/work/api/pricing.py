"""What a minute of looking must save, by program."""

from datetime import date
from decimal import Decimal

from ninja import Schema

from samspil.core.evidence.running_price import about, minutes_for_one
from samspil.work.queries.ahead import Ahead
from samspil.work.queries.ahead.price_words import money_of, price_words


class DayPriceOut(Schema):
    """The price at the end of a day; of days on which fewer than five people decided there is
    none."""

    day: date
    errors_a_minute: float


class PriceOut(Schema):
    """What a minute of looking must save at present, in steps: one error in so many minutes (None:
    nothing is asked of one). There is money where somebody said what an error costs."""

    minutes_for_one_error: int | None
    errors_a_minute: float
    money_a_minute: Decimal | None
    currency: str
    words: str
    days: list[DayPriceOut]


def price_out(found: Ahead) -> PriceOut | None:
    """None before it was first worked out."""
    told, capacity = found.price, found.capacity
    if told is None:
        return None
    money = money_of(about(told.price), capacity)
    return PriceOut(
        minutes_for_one_error=minutes_for_one(told.price),
        errors_a_minute=about(told.price),
        money_a_minute=money,
        currency=capacity.currency if capacity and money is not None else "",
        words=price_words(told, capacity),
        days=[DayPriceOut(day=day, errors_a_minute=price) for day, price in told.days],
    )
