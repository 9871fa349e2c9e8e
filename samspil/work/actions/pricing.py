"""Move the running prices of people's minutes, hour by hour.

The journal stays silent: what people change, their minutes and the cost of an error, stands there,
and the price follows from that and from the cases. No limit of AI's is read or written here.
"""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from samspil.core.evidence.running_price import course
from samspil.work.models import DayPrice, Process, RunningPrice
from samspil.work.queries.ahead.pricing import KEPT, Stretch, processes_to_price, stretch_of

MOVE_PRICES = "work.move_prices"


def move_prices(*, at: datetime) -> int:
    """Move each process's price through the full hours that are over; how many were moved.

    Safe to run twice, and by two workers at once: each hour moves a price once. A process that is
    new begins at nothing from this hour on.
    """
    until = at.replace(minute=0, second=0, microsecond=0)
    return sum(move_price(process, until=until) for process in processes_to_price(until))


def move_price(process: Process, *, until: datetime) -> bool:
    """Move one price up to this full hour; False where another worker was first, or the price only
    begins here."""
    kept: RunningPrice | None = getattr(process, "running_price", None)
    if kept is None:
        RunningPrice.objects.get_or_create(process=process, defaults={"moved_to": until})
        return False
    told = stretch_of(process, since=kept.moved_to, until=until)
    price, days = _moved(kept.price, told)
    with transaction.atomic():
        moved = RunningPrice.objects.filter(pk=kept.pk, moved_to=kept.moved_to).update(
            price=price, moved_to=until
        )
        if moved:
            _keep(process, days, today=told.today)
    return bool(moved)


def _moved(price: float, told: Stretch) -> tuple[float, Mapping[date, float]]:
    """The price after these hours, and after the last of each day that it is told of."""
    if told.usual is None:
        return price, {}
    prices = list(course(price, told.hours, usual=told.usual))
    days = {day: after for day, after in zip(told.days, prices, strict=True) if day in told.told}
    return prices[-1], days


def _keep(process: Process, days: Mapping[date, float], *, today: date) -> None:
    """Keep what is told of these days, and let go of what is old."""
    DayPrice.objects.filter(process=process, day__lt=today - KEPT).delete()
    DayPrice.objects.bulk_create(
        [DayPrice(process=process, day=day, price=price) for day, price in days.items()],
        update_conflicts=True,
        unique_fields=["process", "day"],
        update_fields=["price"],
    )
