"""Say how much time people have for a process, and what an error costs there."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samspil.people.models import Colleague
from samspil.work.access import check_may_change
from samspil.work.actions.noting import note_process
from samspil.work.models import Capacity, Process


@transaction.atomic
def set_capacity(
    process: Process,
    *,
    minutes_a_day: int | None,
    error_cost: Decimal | None,
    currency: str,
    by: Colleague,
    at: datetime,
) -> None:
    """Keep the minutes of all people together on an open day (None: as teams and opening hours
    say), and what a wrong case costs in this currency (None: not said). Raises `NotAllowed`."""
    check_may_change(by, process)
    values = {
        "minutes_a_day": minutes_a_day,
        "error_cost": error_cost,
        "currency": currency if error_cost is not None else "",
    }
    Capacity.objects.update_or_create(process=process, defaults=values)
    cost = None if error_cost is None else str(error_cost)
    facts = {"minutes_a_day": minutes_a_day, "error_cost": cost, "currency": values["currency"]}
    note_process(process, "capacity_changed", by=by, at=at, **facts)
