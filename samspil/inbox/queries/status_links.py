"""The secret addresses at which senders see how it goes."""

from contextlib import AbstractContextManager
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from samspil.core.secret_links import NotASecret, digest, organisation_in, secret_link
from samspil.inbox.models import StatusLink
from samspil.tenancy.models import Organisation
from samspil.tenancy.queries import current, organisation


def status_address(link: StatusLink) -> str:
    """The secret part of a link's address; it follows from a key outside the database."""
    return secret_link(organisation=current().public_id, link=link.public_id, key=settings.FORM_KEY)


def organisation_of_address(secret: str) -> Organisation | None:
    """Whose a secret address says it is; None where it says nothing."""
    try:
        return organisation(organisation_in(secret))
    except (NotASecret, Organisation.DoesNotExist):
        return None


def link_at(secret: str) -> StatusLink | None:
    """The current organisation's link with this secret address, its case and its form."""
    found = StatusLink.objects.select_related(
        "case__process", "case__entry", "form", "organisation"
    )
    return found.filter(digest=digest(secret)).first()


def link_with(public_id: UUID | str) -> StatusLink:
    """One link; raises `StatusLink.DoesNotExist`."""
    return StatusLink.objects.select_related("form").get(public_id=public_id)


def zone_of(organisation: Organisation) -> AbstractContextManager[None]:
    """Have times shown in the organisation's zone within a `with` block."""
    return timezone.override(ZoneInfo(organisation.time_zone))
