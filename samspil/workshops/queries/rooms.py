"""Workshops, and single things in them."""

from uuid import UUID

from django.db.models import QuerySet

from samspil.people.models import Colleague
from samspil.workshops.access import may_lead
from samspil.workshops.models import PlaceMove, Proposal, Table, Workshop


def open_workshops(*, reader: Colleague) -> QuerySet[Workshop]:
    """Those that go on, newest first: all for who leads them, else those the reader has joined."""
    going = Workshop.objects.filter(ended_at=None).select_related("by").order_by("-pk")
    return going if may_lead(reader) else going.filter(seats__colleague=reader)


def ended_workshops() -> QuerySet[Workshop]:
    """Those that are over, newest first."""
    return Workshop.objects.filter(ended_at__isnull=False).order_by("-ended_at", "-pk")


def workshop_at(public_id: UUID) -> Workshop:
    """The one of this address; raises `Workshop.DoesNotExist`."""
    return Workshop.objects.select_related("by").get(public_id=public_id)


def workshop_of_code(code: str) -> Workshop | None:
    """The workshop of this organisation that goes on under this code; None where there is none."""
    return Workshop.objects.filter(code=code, ended_at=None).first() if code else None


def open_proposals(workshop: Workshop) -> QuerySet[Proposal]:
    """What stands there: neither taken off nor joined to another, in the order it came."""
    found = Proposal.objects.filter(workshop=workshop, removed_at=None, joined=None)
    return found.select_related("team", "process").order_by("pk")


def proposal_at(public_id: UUID | str, *, workshop: Workshop) -> Proposal:
    """A proposal of the workshop; raises `Proposal.DoesNotExist`."""
    found = Proposal.objects.select_related("workshop", "team", "process", "landing")
    return found.get(public_id=public_id, workshop=workshop)


def move_at(public_id: UUID, *, workshop: Workshop) -> PlaceMove:
    """A move of one of its proposals; raises `PlaceMove.DoesNotExist`."""
    found = PlaceMove.objects.select_related("proposal__workshop")
    return found.get(public_id=public_id, proposal__workshop=workshop)


def table_of(name: str, *, workshop: Workshop) -> Table:
    """The table of this name; raises `Table.DoesNotExist`."""
    return Table.objects.get(workshop=workshop, name=name)
