"""Two workshops in the made-up company: one is over, with its results on the board, one gathers."""

from samspil.core.anonymity import LEAST
from samspil.demo.actions import hold_workshops
from samspil.pipeline.queries import board
from samspil.workshops.models import Ballot, Workshop
from samspil.workshops.queries import room_of
from tests.factories import MONDAY_9


def check_workshops() -> None:
    """Hold them, and fail where they are not as they should be."""
    assert hold_workshops(at=MONDAY_9)
    assert not hold_workshops(at=MONDAY_9)

    over, gathering = Workshop.objects.order_by("pk")
    room = room_of(over)

    assert (over.phase, gathering.phase) == ("result", "gather")
    assert [(one.proposal.title, one.by_rule.place) for one in room.standings[:2]] == [
        ("Referater af møder", 3),
        ("Skrive tilbud", 1),
    ]
    assert (over.voters or 0) >= LEAST
    assert Ballot.objects.count() == 0
    assert {"Skrive tilbud", "Referater af møder"} <= {one.name for one in board()}
    summary = room.standings[1].summary
    assert summary is not None
    assert 5 < summary.middle < 7
