"""Change the organisation itself, and what its AI colleague is called."""

from datetime import datetime

from django.db import transaction

from samspil.core.roles import Action
from samspil.people.access import check_may
from samspil.people.actions.noting import note
from samspil.people.models import Colleague, Kind
from samspil.tenancy import actions as tenancy
from samspil.tenancy.queries import current


@transaction.atomic
def change_organisation(
    *, name: str, language: str, time_zone: str, ai_name: str, by: Colleague, at: datetime
) -> None:
    """Give the organisation a name, a language for its letters and a zone, and AI a name."""
    check_may(by, Action.CHANGE_ORGANISATION)
    tenancy.change_organisation(name=name, language=language, time_zone=time_zone)
    Colleague.objects.filter(kind=Kind.AI, left_at__isnull=True).update(name=ai_name)
    note("organisation_changed", "organisation", current().public_id, by=by, at=at)
