"""What the made-up company did once: workshops, maps of its work, rounds on where it stands."""

from samspil.core.anonymity import LEAST
from samspil.core.readiness.statements import Area
from samspil.demo.actions import (
    bring_in_an_order_log,
    draw_maps,
    hold_workshops,
    say_where_we_stand,
)
from samspil.demo.queries import PLAYERS
from samspil.pipeline.queries import board
from samspil.process_maps.queries import beside, map_page
from samspil.readiness import queries as readiness
from samspil.readiness.models import Interview, Mark, Sheet
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


def check_readiness() -> None:
    """Live through it, and fail where the company does not stand as it should."""
    assert say_where_we_stand(at=MONDAY_9)
    assert not say_where_we_stand(at=MONDAY_9)

    rounds = readiness.pictures(most=6)
    courses = {
        one.area: one.since_last.course for one in readiness.compared(rounds) if one.since_last
    }
    assert [one.round.people for one in rounds] == [len(PLAYERS)] * 2
    assert (courses[Area.GOALS], courses[Area.MEANS]) == ("up", "untold")
    assert Sheet.objects.count() == 0
    assert [one.agreed_at is not None for one in Interview.objects.order_by("pk")] == [True, False]
    assert readiness.findings().count() == 3
    assert {one.state for one in Mark.objects.all()} == {"on_the_way", "not", "reached"}
