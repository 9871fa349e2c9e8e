"""Reads of organisations."""

from uuid import UUID

from samspil.tenancy.current import NoOrganisation, current_id, required_id
from samspil.tenancy.models import Organisation

__all__ = ["NoOrganisation", "current", "current_id", "every_organisation", "organisation"]


def current() -> Organisation:
    """The current organisation; raises `NoOrganisation` outside any."""
    return Organisation.objects.get(pk=required_id())


def organisation(public_id: UUID | str) -> Organisation:
    """The organisation of this address; raises `Organisation.DoesNotExist`."""
    return Organisation.objects.get(public_id=public_id)


def every_organisation() -> list[Organisation]:
    """All organisations of this installation, oldest first: for jobs and commands only."""
    return list(Organisation.objects.order_by("pk"))
