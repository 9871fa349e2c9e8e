"""What the made-up company did once: two workshops, and maps of hiring and of its orders."""

from samspil.core.anonymity import LEAST
from samspil.demo.actions import bring_in_an_order_log, draw_maps, hold_workshops
from samspil.pipeline.queries import board
from samspil.process_maps.queries import beside, map_page
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


def check_maps() -> None:
    """Draw them, and fail where they are not as they should be."""
    bring_in_an_order_log(at=MONDAY_9)
    assert draw_maps(at=MONDAY_9)
    assert not draw_maps(at=MONDAY_9)

    (of_log, hiring), _later = map_page()
    (plan,) = hiring.plans.all()
    found = beside(hiring, plan, at=MONDAY_9)

    assert [one.steps.count() for one in (of_log, hiring, plan)] == [10, 10, 10]
    assert [one.change.value for one in found.pairs].count("changed") == 2
    assert found.then.totals.minutes < found.now.totals.minutes
    assert (found.now.rows[3].step.task is not None, found.now.rows[3].who.route) == (
        True, "person",
    )  # fmt: skip
