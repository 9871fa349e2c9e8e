"""What of colleagues is kept long enough. Nothing of somebody who is held."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.db.models.functions import Lower

from samspil.core.retention.holds import Holds
from samspil.core.retention.periods import Reach
from samspil.people.models import Absence, Colleague, StaffList, Training

Row = TypeVar("Row", bound=Model)


def over_absences(reach: Reach) -> QuerySet[Absence]:
    """Absences whose last day is long enough ago."""
    return not_held(Absence.objects.filter(last_day__lt=reach.before.date()), reach.holds)


def over_trainings(reach: Reach) -> QuerySet[Training]:
    """Trainings of those who left long enough ago."""
    return not_held(Training.objects.filter(colleague__left_at__lt=reach.before), reach.holds)


def over_staff_lists(reach: Reach) -> QuerySet[StaffList]:
    """Lists of staff that somebody looked at and did not take over."""
    return StaffList.objects.filter(brought_at__lt=reach.before, done_at__isnull=True)


def not_held(rows: QuerySet[Row], holds: Holds) -> QuerySet[Row]:
    """Those rows whose `colleague` is not held, by the address with which they sign in."""
    if not holds.people:
        return rows
    held = Colleague.objects.annotate(address=Lower("user__email")).filter(address__in=holds.people)
    return rows.exclude(colleague__in=held.values("pk"))
