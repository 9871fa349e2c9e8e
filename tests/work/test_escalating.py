"""A case that waits is never forgotten: steps are taken once, by somebody who is there."""

import json
import threading
from datetime import date, timedelta

import pytest
from django.db import connection, transaction

from samspil.core.escalation import Target
from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.journal.queries import about
from samspil.people.actions import plan_absence
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.actions import PlannedStep
from samspil.work.models import Case, EscalationStep, Notice, StepTaken
from samspil.work.queries import held_by, unseen
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

EIGHT_HOURS = timedelta(hours=8)
SIX_HOURS = timedelta(hours=6)
"""Three quarters of the eight hours a case has: the first usual step."""


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna")


@pytest.fixture
def bent(organisation):
    return make_colleague(name="Bent")


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, name="Lis")


@pytest.fixture
def process(anna, bent, leader):
    return make_process(team=make_team(anna, bent))


def told(colleague) -> list[str]:
    return [notice.what for notice in unseen(colleague)]


def events(case: Case) -> list[str]:
    return [entry.event for entry in about(str(case.public_id))]


def away(colleague, *, deputy=None) -> None:
    plan_absence(
        colleague,
        first_day=date(2026, 3, 2),
        last_day=date(2026, 3, 6),
        deputy=deputy,
        by=colleague,
        at=MONDAY_9,
    )


def test_a_waiting_case_climbs_its_ladder(process, anna, bent, leader):
    case = make_waiting(process)
    seen = []
    for hours in (5, 6, 7, 8, 9):
        taken = actions.escalate_due(at=MONDAY_9 + timedelta(hours=hours))
        seen.append((taken, len(told(anna)), len(told(leader))))

    assert seen == [(0, 0, 0), (1, 1, 0), (0, 1, 0), (1, 1, 0), (1, 1, 1)]
    assert StepTaken.objects.count() == 3
    case.refresh_from_db()
    assert case.escalates_at is None
    assert events(case)[2:] == ["escalated"] * 3


def test_whoever_holds_the_case_is_told_first_and_nobody_else(process, anna, bent):
    make_claimed(process, anna)

    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    assert (told(anna), told(bent)) == (["waits"], [])


def test_a_worker_that_was_away_for_a_day_takes_all_steps_at_once(process, leader):
    make_waiting(process)

    assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 3
    assert told(leader) == ["waits"]


def test_a_closed_case_is_nobodys_matter_any_more(process, anna):
    case = make_claimed(process, anna)
    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    actions.decide(case, answer="", topic="", by=anna, at=MONDAY_9 + SIX_HOURS)

    assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 0
    assert told(anna) == []


def test_an_urgent_case_is_escalated_in_a_tenth_of_the_time(process, anna, leader):
    make_waiting(process, "I am very dissatisfied with your service. Where is my delivery?")

    actions.escalate_due(at=MONDAY_9 + timedelta(minutes=24))
    assert (told(anna), told(leader)) == (["waits"], [])
    actions.escalate_due(at=MONDAY_9 + timedelta(minutes=48))
    assert told(leader) == ["waits"]


def test_a_case_that_ai_never_looked_at_is_not_forgotten_either(process, leader):
    actions.open_cases([actions.Arrival(text="Hello")], process=process, at=MONDAY_9)

    assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 3
    assert told(leader) == ["waits"]


def test_the_case_of_a_colleague_who_is_away_goes_to_the_deputy(process, anna, bent):
    case = make_claimed(process, anna)
    away(anna, deputy=bent)

    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    assert [held.pk for held in held_by(bent)] == [case.pk]
    assert sorted(told(bent)) == ["given", "waits"]
    assert events(case)[-2:] == ["reassigned", "escalated"]
    given = list(about(str(case.public_id)))[-2]
    assert json.loads(given.facts)["why"] == "away"


def test_where_the_deputy_is_away_too_the_next_one_has_it(process, anna, bent, leader):
    case = make_claimed(process, anna)
    away(anna, deputy=bent)
    away(bent, deputy=leader)

    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    assert [held.pk for held in held_by(leader)] == [case.pk]


def test_without_a_deputy_the_case_waits_again_and_the_team_is_told(process, anna, bent):
    case = make_claimed(process, anna)
    away(anna)

    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    case.refresh_from_db()
    assert (case.stage, case.claimed_by) == (Stage.WAITING, None)
    assert (told(anna), told(bent)) == ([], ["waits"])
    assert events(case)[-2:] == ["freed", "escalated"]


def test_a_deputy_who_may_not_decide_cases_is_not_given_any(process, anna):
    employee = make_colleague(Role.EMPLOYEE)
    case = make_claimed(process, anna)
    away(anna, deputy=employee)

    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    assert Case.objects.get(pk=case.pk).stage == Stage.WAITING


def test_a_team_that_is_all_away_is_the_leaders_matter(process, anna, bent, leader):
    make_waiting(process)
    away(anna)
    away(bent, deputy=anna)

    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    assert told(leader) == ["waits"]


def test_a_step_may_hand_the_case_to_another_team(process, anna, leader):
    carla = make_colleague(name="Carla")
    team = make_team(carla)
    case = make_claimed(process, anna)
    planned = PlannedStep(level=case.level, minutes=-60, hand_over_to=team)
    actions.set_step(process, None, planned=planned, by=leader, at=MONDAY_9)

    actions.escalate_due(at=MONDAY_9 + timedelta(hours=7))

    case.refresh_from_db()
    assert (case.stage, case.team, case.claimed_by) == (Stage.WAITING, team, None)
    assert told(carla) == ["waits"]
    assert "taken_away" in told(anna)
    assert events(case)[-2:] == ["handed_over", "escalated"]


def test_a_step_may_tell_a_colleague_by_name(process, bent, leader):
    case = make_waiting(process)
    planned = PlannedStep(level=case.level, percent=10, target=Target.COLLEAGUE, colleague=leader)
    actions.set_step(process, None, planned=planned, by=leader, at=MONDAY_9)

    actions.escalate_due(at=MONDAY_9 + timedelta(minutes=48))

    assert (told(leader), told(bent)) == (["waits"], [])


def test_a_step_added_later_counts_for_running_cases_and_no_step_is_repeated(process, leader):
    case = make_waiting(process)
    actions.escalate_due(at=MONDAY_9 + timedelta(days=1))
    planned = PlannedStep(level=case.level, minutes=90, target=Target.LEADER)
    step = actions.set_step(process, None, planned=planned, by=leader, at=MONDAY_9)

    assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 1

    actions.set_step(process, step, planned=planned, by=leader, at=MONDAY_9)
    assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 0


def test_a_step_removed_is_never_taken(process, leader):
    make_waiting(process)
    for step in EscalationStep.objects.all():
        actions.remove_step(step, by=leader, at=MONDAY_9)

    assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 0


def test_a_case_that_comes_back_begins_its_ladder_anew(process, anna):
    case = make_claimed(process, anna)
    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)
    actions.decide(case, answer="", topic="", by=anna, at=MONDAY_9 + SIX_HOURS)
    later = MONDAY_9 + timedelta(days=7)
    actions.receive(actions.Arrival(text="And now?"), case=case, at=later)
    actions.propose_and_route([case.pk], at=later)

    assert actions.escalate_due(at=later + timedelta(hours=5)) == 0
    assert actions.escalate_due(at=later + SIX_HOURS) == 1


def test_steps_of_another_organisation_are_left_alone(process, other_organisation):
    make_waiting(process)

    with enter(other_organisation):
        assert actions.escalate_due(at=MONDAY_9 + timedelta(days=1)) == 0

    assert not Notice.objects.exists()


def test_a_worker_that_dies_in_the_middle_loses_no_step(process, anna):
    make_waiting(process)

    with transaction.atomic():
        actions.escalate_due(at=MONDAY_9 + SIX_HOURS)
        transaction.set_rollback(True)

    assert (told(anna), StepTaken.objects.count()) == ([], 0)
    assert actions.escalate_due(at=MONDAY_9 + SIX_HOURS) == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_workers_never_take_a_step_twice(organisation):
    anna = make_colleague(name="Anna")
    process = make_process(team=make_team(anna))
    arrivals = [actions.Arrival(text=f"Where is order {number}?") for number in range(40)]
    opened = actions.open_cases(arrivals, process=process, at=MONDAY_9)
    actions.propose_and_route([case.pk for case in opened.cases], at=MONDAY_9)
    ready, taken = threading.Barrier(4), []

    def work() -> None:
        with enter(organisation):
            ready.wait()
            taken.append(actions.escalate_due(at=MONDAY_9 + timedelta(days=1)))
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    steps = sum(
        EscalationStep.objects.filter(process=process, level=case.level).count()
        for case in Case.objects.all()
    )
    assert sum(taken) == StepTaken.objects.count() == steps
    for case in Case.objects.all():
        assert events(case).count("escalated") == StepTaken.objects.filter(case=case).count()


def test_what_was_seen_is_forgotten_after_a_month(process, anna):
    make_waiting(process)
    actions.escalate_due(at=MONDAY_9 + SIX_HOURS)

    assert actions.see_notices(by=anna, at=MONDAY_9 + SIX_HOURS, until=MONDAY_9 + SIX_HOURS) == 1
    assert told(anna) == []
    actions.escalate_due(at=MONDAY_9 + timedelta(days=31))

    assert not Notice.objects.filter(colleague=anna, seen_at__isnull=False).exists()
