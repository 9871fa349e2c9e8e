"""Which step is due when, and who is told where the first in question is away."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar, due_at
from samspil.core.escalation import USUAL, Outlook, Rung, Staff, Target, moment_of, outlook, reached
from samspil.core.opening_hours import read_hours

MONDAY_9 = datetime(2026, 3, 2, 8, tzinfo=UTC)
OFFICE = Calendar(
    hours=read_hours([[["09:00", "17:00"]]] * 5 + [[], []]), zone=ZoneInfo("Europe/Copenhagen")
)
ANNA, BENT, CARLA, DORTE, ERIK = range(1, 6)


def after(**time: float) -> datetime:
    return MONDAY_9 + timedelta(**time)


def looked(rungs, *, at: datetime, calendar: Calendar = AROUND_THE_CLOCK) -> Outlook:
    return outlook(rungs, opened=MONDAY_9, due=after(hours=8), calendar=calendar, at=at)


def test_a_step_is_due_after_its_share_of_the_time():
    rung = Rung(key=1, percent=75)

    assert looked([rung], at=after(hours=5, minutes=59)) == Outlook(
        now=(), following=after(hours=6)
    )
    assert looked([rung], at=after(hours=6)) == Outlook(now=(rung,), following=None)


def test_steps_before_at_and_after_the_deadline_come_in_order():
    late, due, early = (
        Rung(key=key, minutes=minutes) for key, minutes in ((1, 60), (2, 0), (3, -30))
    )

    assert looked([late, due, early], at=after(hours=8)) == Outlook(
        now=(early, due), following=after(hours=9)
    )


def test_a_step_far_before_the_deadline_is_due_at_once():
    assert looked([Rung(key=1, minutes=-10_000)], at=MONDAY_9).now != ()


def test_nobody_is_told_at_night():
    opened = MONDAY_9 + timedelta(hours=7)
    due = due_at(opened, minutes=60, calendar=OFFICE)

    told = moment_of(Rung(key=1, minutes=60), opened=opened, due=due, calendar=OFFICE)

    assert told == MONDAY_9 + timedelta(days=1, hours=1)


def test_a_share_that_does_not_come_out_even_is_due_earlier():
    due = MONDAY_9 + timedelta(microseconds=101)

    told = moment_of(Rung(key=1, percent=50), opened=MONDAY_9, due=due, calendar=AROUND_THE_CLOCK)

    assert told == MONDAY_9 + timedelta(microseconds=50)


def test_every_level_has_a_usual_ladder_that_ends_with_the_leader():
    assert set(USUAL) == {"1", "2", "3"}
    assert {rungs[-1].target for rungs in USUAL.values()} == {Target.LEADER}


STAFF = Staff(members=(ANNA, BENT, CARLA), leaders=(DORTE,), owners=(ERIK,))


@pytest.mark.parametrize(
    ("target", "holder", "told"),
    [
        (Target.TEAM, None, [ANNA, BENT, CARLA]),
        (Target.TEAM, ANNA, [ANNA]),
        (Target.DEPUTY, ANNA, [BENT, CARLA]),
        (Target.LEADER, ANNA, [DORTE]),
    ],
)
def test_while_everybody_is_there_the_target_is_told(target, holder, told):
    assert reached(target, STAFF, holder=holder) == told


def away(**deputies: int | None) -> Staff:
    numbers = {"anna": ANNA, "bent": BENT, "carla": CARLA, "dorte": DORTE, "erik": ERIK}
    gone = {numbers[name]: deputy for name, deputy in deputies.items()}
    return Staff(away=gone, members=STAFF.members, leaders=STAFF.leaders, owners=STAFF.owners)


@pytest.mark.parametrize(
    ("staff", "target", "told"),
    [
        (away(anna=BENT), Target.TEAM, [BENT]),
        (away(anna=BENT), Target.DEPUTY, [BENT]),
        (away(anna=BENT, bent=CARLA), Target.DEPUTY, [CARLA]),
        (away(anna=BENT, bent=None), Target.DEPUTY, [DORTE]),
        (away(anna=BENT, bent=ANNA), Target.TEAM, [DORTE]),
        (away(anna=None, dorte=None), Target.DEPUTY, [ERIK]),
        (away(anna=None, bent=None, carla=None, dorte=None, erik=None), Target.TEAM, [DORTE]),
    ],
)
def test_where_somebody_is_away_it_climbs_on(staff, target, told):
    assert reached(target, staff, holder=ANNA) == told


def test_a_whole_team_away_is_the_leaders_matter():
    assert reached(Target.TEAM, away(anna=None, bent=None, carla=None)) == [DORTE]


def test_a_colleague_named_who_is_away_is_stood_in_for():
    assert reached(Target.COLLEAGUE, away(bent=CARLA), named=BENT) == [CARLA]


def test_where_nobody_stands_in_for_a_colleague_named_the_others_are_told():
    staff = away(bent=None)

    assert reached(Target.COLLEAGUE, staff, holder=ANNA, named=BENT) == [CARLA]
