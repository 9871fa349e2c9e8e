"""Found an organisation, and enter one."""

from contextlib import AbstractContextManager
from datetime import datetime

from samspil.tenancy.current import entered, required_id
from samspil.tenancy.models import Organisation


def enter(organisation: Organisation) -> AbstractContextManager[None]:
    """Work for this organisation within a `with` block; queries see its rows only."""
    return entered(organisation.pk)


def found_organisation(
    *, name: str, at: datetime, language: str = "da", time_zone: str = "Europe/Copenhagen"
) -> Organisation:
    """Make an organisation with nobody in it."""
    return Organisation.objects.create(
        name=name, language=language, time_zone=time_zone, created_at=at
    )


def change_zone(time_zone: str) -> None:
    """Have all times of the current organisation shown and counted in this zone."""
    Organisation.objects.filter(pk=required_id()).update(time_zone=time_zone)
