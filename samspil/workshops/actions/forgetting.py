"""Forget who took part: when somebody asks for it, and when its time is over."""

from datetime import datetime

from django.db import transaction

from samspil.core.retention.categories import Category
from samspil.governance.queries import reach_of
from samspil.tenancy.actions import delete_rows
from samspil.workshops.actions.rooms import close_room
from samspil.workshops.models import Ballot, Seat, Workshop
from samspil.workshops.queries import mark_of, over_ballots, over_seats


def forget_seats(address: str) -> int:
    """Delete the seats of whoever signs in with this address, and their open ballots.

    What they proposed stays without its author: it names nobody. Returns how many seats.
    """
    theirs = Seat.objects.filter(colleague__user__email__iexact=address)
    for one in theirs.select_related("workshop", "colleague"):
        mark = mark_of(one.colleague, one.workshop)
        Ballot.objects.filter(proposal__workshop=one.workshop, mark=mark).delete()
    return delete_rows(theirs)


@transaction.atomic
def sweep_seats(*, at: datetime) -> int:
    """End workshops that were left open long after their day; returns how many seats went."""
    over = over_seats(reach_of(Category.WORKSHOPS, at=at))
    left = Workshop.objects.filter(pk__in=over.values("workshop"), ended_at=None)
    for one in list(left.order_by("pk")):
        close_room(one, by=None, at=at)
    return delete_rows(over)


@transaction.atomic
def sweep_ballots(*, at: datetime) -> int:
    """Delete ballots of votes that were left open long after the day; returns how many."""
    return delete_rows(over_ballots(reach_of(Category.WORKSHOPS, at=at)))
