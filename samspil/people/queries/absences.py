"""Who is away, and who stands in for them."""

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from samspil.people.models import Absence, Colleague, Kind, Team
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import current


def day_of(at: datetime, organisation: Organisation | None = None) -> date:
    """The date that the organisation's calendar shows at this instant; None: the current one's."""
    return at.astimezone(ZoneInfo((organisation or current()).time_zone)).date()


def midnight(day: date, organisation: Organisation | None = None) -> datetime:
    """When this day begins by the organisation's calendar; None: the current one's."""
    zone = ZoneInfo((organisation or current()).time_zone)
    return datetime.combine(day, time(), tzinfo=zone)


def away(*, at: datetime) -> dict[int, int | None]:
    """Everybody away at this instant, with their deputy, as primary keys.

    Of two absences on one day the one that was entered last says who stands in.
    """
    today = day_of(at)
    rows = Absence.objects.filter(first_day__lte=today, last_day__gte=today).order_by("pk")
    return dict(rows.values_list("colleague", "deputy"))


def away_between(first: date, last: date) -> list[tuple[int, date, date]]:
    """Who is away on any day from `first` to `last`, as primary keys, with their first and last
    day; somebody may be named more than once."""
    rows = Absence.objects.filter(first_day__lte=last, last_day__gte=first).order_by("pk")
    return list(rows.values_list("colleague", "first_day", "last_day"))


def absences(*, since: date, most: int) -> list[Absence]:
    """Absences that end on this day or later, soonest first, never more than `most`."""
    rows = Absence.objects.filter(last_day__gte=since).select_related("colleague", "deputy")
    return list(rows.order_by("first_day", "pk")[:most])


def absence(public_id: UUID | str) -> Absence:
    """One absence; raises `Absence.DoesNotExist`."""
    return Absence.objects.select_related("colleague").get(public_id=public_id)


def people() -> list[Colleague]:
    """Every person who works here, by name."""
    here = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True)
    return list(here.order_by("name", "pk"))


def people_of(teams: QuerySet[Team]) -> QuerySet[Colleague]:
    """The people of these teams who work here; everybody where there is no team."""
    here = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True)
    return here.filter(teams__in=teams).distinct() if teams.exists() else here
