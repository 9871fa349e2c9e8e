"""What is over, of workshops that nobody has ended."""

from django.db.models import QuerySet

from samspil.core.retention.periods import Reach
from samspil.people.queries.retention import not_held
from samspil.workshops.models import Ballot, Seat


def over_seats(reach: Reach) -> QuerySet[Seat]:
    """Seats in workshops whose day is long past."""
    return not_held(Seat.objects.filter(workshop__day__lt=reach.before.date()), reach.holds)


def over_ballots(reach: Reach) -> QuerySet[Ballot]:
    """Ballots of votes that nobody closed."""
    return Ballot.objects.filter(proposal__workshop__day__lt=reach.before.date())
