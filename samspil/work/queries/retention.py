"""What of the work is kept long enough, and which cases are held."""

from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from samspil.core.retention.holds import Holds
from samspil.core.retention.periods import Reach
from samspil.core.skill import Senders
from samspil.work.models import Case, Cause, Emptied, Notice
from samspil.work.queries.emptying import ready_to_empty
from samspil.work.queries.reaching import written_by

Row = TypeVar("Row", bound=Model)


def held_cases(holds: Holds) -> QuerySet[Case]:
    """Cases that are held: themselves, by their process, or by whoever wrote in them.

    What a held case was merged into is held with it. Of no hold there is none.
    """
    held = Q(public_id__in=holds.cases) | Q(process__public_id__in=holds.processes)
    for address in sorted(holds.people):
        held |= Q(pk__in=written_by(address).order_by().values("case"))
    found = Case.objects.filter(held).order_by().values("pk")
    joined = Case.objects.filter(pk__in=found, merged_into__isnull=False).order_by()
    return Case.objects.filter(Q(pk__in=found) | Q(pk__in=joined.values("merged_into")))


def not_held(rows: QuerySet[Row], holds: Holds, *, case: str = "case") -> QuerySet[Row]:
    """Those rows whose case is not held, or that have none; `case` is the way to it."""
    if not holds.of_cases:
        return rows
    return rows.exclude(**{f"{case}__in": held_cases(holds).order_by().values("pk")})


def not_in_held(rows: QuerySet[Row], holds: Holds, *, process: str = "process") -> QuerySet[Row]:
    """Those rows whose process is not held, or that have none; `process` is the way to it."""
    if not holds.processes:
        return rows
    return rows.exclude(**{f"{process}__public_id__in": holds.processes})


def over_cases(reach: Reach, senders: Senders) -> QuerySet[Case]:
    """Closed cases of customers or employees whose words may go, oldest first.

    What was merged into another goes with that one, and a reply that waits keeps its case.
    """
    over = ready_to_empty().filter(
        closed_at__lt=reach.before, process__senders=senders, merged_into__isnull=True
    )
    return not_held(over, reach.holds, case="pk").order_by("closed_at", "pk")


def emptied_since(began_at: datetime, senders: Senders) -> int:
    """How many cases of customers or employees were emptied since then, their time being over."""
    emptied = Emptied.objects.filter(why=Cause.OVER, at__gte=began_at)
    return emptied.filter(case__process__senders=senders, case__merged_into__isnull=True).count()


def over_notices(reach: Reach) -> QuerySet[Notice]:
    """Notices that were seen long enough ago."""
    return not_held(Notice.objects.filter(seen_at__lt=reach.before), reach.holds)
