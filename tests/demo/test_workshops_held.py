"""The company has held one workshop, whose results stand on the board, and one gathers."""

from samspil.core.anonymity import LEAST
from samspil.demo.actions import found_company, hold_workshops
from samspil.demo.management import home
from samspil.pipeline.queries import board
from samspil.tenancy.actions import enter
from samspil.workshops.models import Ballot, Workshop
from samspil.workshops.queries import room_of
from tests.factories import MONDAY_9


def test_one_workshop_is_over_and_has_landed_and_one_gathers(db):
    company = found_company(password=home.new_password(), at=MONDAY_9)
    with enter(company):
        assert hold_workshops(at=MONDAY_9)
        assert not hold_workshops(at=MONDAY_9)

        over, gathering = Workshop.objects.order_by("pk")
        room = room_of(over)

        assert (over.phase, gathering.phase) == ("result", "gather")
        assert [(one.proposal.title, one.by_rule.place) for one in room.standings[:2]] == [
            ("Referater af møder", 3), ("Skrive tilbud", 1),
        ]  # fmt: skip
        assert (over.voters or 0) >= LEAST
        assert Ballot.objects.count() == 0
        assert {one.name for one in board()} == {"Skrive tilbud", "Referater af møder"}
        summary = room.standings[1].summary
        assert summary is not None
        assert 5 < summary.middle < 7
