"""What a person proposed and voted, for that person alone, while it is known."""

from collections.abc import Iterator, Mapping

from django.conf import settings

from samspil.core.workshops.voting import whose
from samspil.people.models import Colleague
from samspil.workshops.models import Ballot, Proposal, Seat, Workshop


def own_proposals(seat: Seat | None, *, workshop: Workshop) -> frozenset[int]:
    """The primary keys of the person's own proposals; none from the first vote on."""
    if seat is None:
        return frozenset()
    mine = Proposal.objects.filter(workshop=workshop, author=seat)
    return frozenset(mine.values_list("pk", flat=True))


def mark_of(colleague: Colleague, workshop: Workshop) -> str:
    """The mark of this person's ballot in this workshop."""
    return whose(colleague.public_id, workshop=workshop.public_id, key=settings.MARK_KEY)


def own_points(colleague: Colleague, *, workshop: Workshop) -> dict[int, int]:
    """The points that this person gives now, by the primary key of the proposal."""
    rows = Ballot.objects.filter(
        proposal__workshop=workshop, mark=mark_of(colleague, workshop)
    )  # fmt: skip
    return dict(rows.values_list("proposal", "points"))


def seats_of(address: str) -> Iterator[Mapping[str, str]]:
    """What is held of whoever signs in with this address, for themselves when they ask: where they
    sit, what they proposed, and how they vote while that is open."""
    theirs = Seat.objects.filter(colleague__user__email__iexact=address.strip())
    for seat in theirs.select_related("workshop", "table", "colleague").order_by("pk"):
        there = Proposal.objects.filter(workshop=seat.workshop).order_by("pk")
        titles = dict(there.values_list("pk", "title"))
        own = own_proposals(seat, workshop=seat.workshop)
        points = own_points(seat.colleague, workshop=seat.workshop)
        yield {
            "workshop": seat.workshop.name,
            "table": seat.table.name,
            "brings": seat.hat,
            "proposals": "; ".join(title for pk, title in titles.items() if pk in own),
            "points": "; ".join(f"{titles[pk]}: {value}" for pk, value in points.items()),
        }
