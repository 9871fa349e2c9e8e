"""Found an organisation, and enter one."""

from contextlib import AbstractContextManager
from datetime import datetime

from django.db import connection
from django.db.models import Model, QuerySet

from samspil.tenancy.current import entered, required_id
from samspil.tenancy.models import Organisation

FOUNDING_LOCK = 0x53414D53
"""PostgreSQL's name for the lock that who founds the first organisation holds."""


class AlreadyFounded(Exception):
    """There is an organisation here already."""


def enter(organisation: Organisation) -> AbstractContextManager[None]:
    """Work for this organisation within a `with` block; queries see its rows only."""
    return entered(organisation.pk)


def delete_rows(rows: QuerySet[Model]) -> int:
    """Delete these rows; returns how many, not counting what goes with them."""
    many = rows.count()
    rows.delete()
    return many


def found_organisation(
    *, name: str, at: datetime, language: str = "da", time_zone: str = "Europe/Copenhagen"
) -> Organisation:
    """Make an organisation with nobody in it."""
    return Organisation.objects.create(
        name=name, language=language, time_zone=time_zone, created_at=at
    )


def check_nothing_founded() -> None:
    """Raise `AlreadyFounded` where there is an organisation. Until the transaction ends nobody
    else gets past this, so that the first is founded once."""
    if connection.vendor == "postgresql":  # SQLite lets one write at a time anyway
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [FOUNDING_LOCK])
    if Organisation.objects.exists():
        raise AlreadyFounded


def change_organisation(*, name: str, language: str, time_zone: str) -> None:
    """Call the current organisation so, and have its letters and clocks like this."""
    Organisation.objects.filter(pk=required_id()).update(
        name=name, language=language, time_zone=time_zone
    )


def change_zone(time_zone: str) -> None:
    """Have all times of the current organisation shown and counted in this zone."""
    Organisation.objects.filter(pk=required_id()).update(time_zone=time_zone)
