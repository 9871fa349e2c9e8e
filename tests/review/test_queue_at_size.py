"""However much waits, few rows are read: narrowed to what nobody waits for, none."""

from datetime import timedelta

import pytest
from django.db import connection

from samspil.core.roles import Role
from samspil.review.queries import Wanted, Whose, listed, matching
from samspil.review.queries.listing import waiting_for
from samspil.review.queries.narrowing import narrow
from samspil.work.actions import hand_over
from tests.factories import (
    ANGRY,
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.plans import plan_of

pytestmark = pytest.mark.both

RARE = [
    ("process", ""),
    ("level", "3"),
    ("route", "alone"),
    ("topic", "invoice_question"),
    ("language", "da"),
]


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER])
@pytest.mark.parametrize(("name", "value"), RARE)
def test_a_narrowed_queue_reads_only_what_is_alike(anna, process, name, value, role):
    for number in range(4):
        make_waiting(process, f"{ANGRY} {number}")
    person = anna if role is Role.REVIEWER else make_colleague(role)
    whose = Whose.TEAMS if role is Role.REVIEWER else Whose.ALL
    wanted = Wanted(whose=whose, **{name: value or str(process.public_id)})  # type: ignore[arg-type]  # names of its fields

    plan = plan_of(narrow(waiting_for(person, whose), wanted).select_related("process")[:26])

    if name != "process" or connection.vendor == "sqlite":  # PostgreSQL sees that there is but one
        assert f"case_waiting_by_{name}" in plan
    assert "Seq Scan on work_case" not in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER])
def test_what_a_closed_process_hides_is_passed_over_along_the_same_index(anna, process, role):
    hidden = make_process(team=make_team(make_colleague()), starter="hr")
    for number in range(4):
        make_waiting(process if number % 2 else hidden, f"{ANGRY} {number}")
    person = anna if role is Role.REVIEWER else make_colleague(role)
    whose = Whose.TEAMS if role is Role.REVIEWER else Whose.ALL

    waiting = waiting_for(person, whose).select_related("process")[:26]

    assert {case.process for case in waiting} == {process}
    assert "case_queue_narrowed" in plan_of(waiting)
    assert "Seq Scan on work_case" not in plan_of(waiting)
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan_of(waiting)


def test_of_a_process_shut_to_somebody_only_what_is_with_their_team_is_listed(anna, process):
    hanne, leader = make_colleague(), make_colleague(Role.LEADER)
    hidden = make_process(team=make_team(hanne), starter="hr")
    make_waiting(process)
    left, handed = make_waiting(hidden), make_claimed(hidden, hanne)
    hand_over(handed, to=anna.teams.get(), note="", by=hanne, at=MONDAY_9 + timedelta(hours=1))

    def rows(person, whose):
        wanted = Wanted(whose=whose, process=str(hidden.public_id))
        shown = listed(person, wanted).rows
        assert sorted(one.pk for one in matching(person, wanted)) == sorted(one.pk for one in shown)
        return shown

    assert rows(anna, Whose.TEAMS) == [handed]
    assert rows(hanne, Whose.TEAMS) == [left]
    assert rows(leader, Whose.ALL) == []
