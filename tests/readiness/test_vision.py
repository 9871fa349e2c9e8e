"""The vision: goals, versions for good, looks after three, six and twelve months."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from samspil.core.readiness.looking import State
from samspil.core.roles import NotAllowed
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.readiness import actions, queries
from samspil.readiness.actions import Said
from samspil.readiness.models import Mark, Settled, Version
from tests.factories import MONDAY_9
from tests.readiness.arranging import AGREED, SAME_DAY, decided

JUNE, SEPTEMBER = datetime(2026, 6, 2, 8, tzinfo=UTC), datetime(2026, 9, 2, 8, tzinfo=UTC)


def seen() -> dict[str, int]:
    return {str(one.public_id): one.version for one in queries.goals()}


def test_goals_are_worked_on_by_who_shares_out_work(lene, emil):
    with pytest.raises(NotAllowed):
        actions.add_goal(SAME_DAY, owner=emil, by=emil, at=MONDAY_9)
    with pytest.raises(actions.Refused) as why:
        actions.add_goal(replace(SAME_DAY, measure=" "), owner=emil, by=lene, at=MONDAY_9)
    assert why.value.field == "measure"
    goal = actions.add_goal(SAME_DAY, owner=emil, by=lene, at=MONDAY_9)

    otherwise = replace(SAME_DAY, then=95)
    actions.change_goal(goal, otherwise, owner=lene, seen=0, by=lene, at=MONDAY_9)
    with pytest.raises(actions.Stale):
        actions.change_goal(goal, SAME_DAY, owner=lene, seen=0, by=lene, at=MONDAY_9)
    assert (queries.goals().get().then, queries.goals().get().owner) == (95, lene)
    assert actions.remove_goal(goal, by=lene, at=MONDAY_9)
    assert not actions.remove_goal(goal, by=lene, at=MONDAY_9)
    with pytest.raises(actions.Stale):
        actions.change_goal(goal, SAME_DAY, owner=lene, seen=1, by=lene, at=MONDAY_9)
    assert actions.restore_goal(goal, by=lene, at=MONDAY_9)
    assert not actions.restore_goal(goal, by=lene, at=MONDAY_9)


def test_nobody_who_has_left_sees_to_a_goal(lene, emil):
    Colleague.objects.filter(pk=emil.pk).update(left_at=MONDAY_9)
    emil.refresh_from_db()

    with pytest.raises(actions.Refused) as why:
        actions.add_goal(AGREED, owner=emil, by=lene, at=MONDAY_9)

    assert why.value.field == "owner"


def test_what_is_decided_stands_for_good_and_as_it_was_read(lene, emil):
    with pytest.raises(actions.Refused):
        actions.decide(seen={}, by=lene, at=MONDAY_9)
    goal = actions.add_goal(SAME_DAY, owner=emil, by=lene, at=MONDAY_9)
    read = seen()
    actions.change_goal(goal, replace(SAME_DAY, then=95), owner=emil, seen=0, by=lene, at=MONDAY_9)
    with pytest.raises(actions.Stale):
        actions.decide(seen=read, by=lene, at=MONDAY_9)

    first = actions.decide(seen=seen(), by=lene, at=MONDAY_9)
    with pytest.raises(actions.Refused, match="since version 1"):
        actions.decide(seen=seen(), by=lene, at=MONDAY_9)
    actions.change_goal(goal, SAME_DAY, owner=emil, seen=1, by=lene, at=MONDAY_9)
    second = actions.decide(seen=seen(), by=lene, at=MONDAY_9)

    assert (first.number, second.number) == (1, 2)
    assert (first.goals.get().then, second.goals.get().then) == (95, 90)


def test_it_is_looked_at_when_its_day_has_come_and_numbers_speak_for_themselves(lene):
    version = decided(lene, SAME_DAY, AGREED)
    number, agreed = Settled.objects.order_by("pk")
    said = {number.pk: Said(value=75), agreed.pk: Said(state=State.NOT, note="In May.")}
    with pytest.raises(actions.Refused):
        actions.look_again(version, 3, said, by=lene, at=MONDAY_9)
    for wrong in (
        {**said, agreed.pk: Said()},
        {**said, number.pk: Said(value=float("nan"))},
        {**said, agreed.pk: Said(state=State.NOT, note="x" * 501)},
    ):
        with pytest.raises(actions.Refused):
            actions.look_again(version, 3, wrong, by=lene, at=JUNE)
    assert Mark.objects.count() == 0

    actions.look_again(version, 3, said, by=lene, at=JUNE)
    better = {**said, number.pk: Said(value=90)}
    actions.look_again(version, 3, better, by=lene, at=SEPTEMBER)

    course = queries.course_of(version, today=day_of(SEPTEMBER))
    assert [one.marks[3].state for one in course.goals] == ["reached", "not"]
    assert course.coming is not None
    assert (course.due, course.coming[0]) == (6, 6)


def test_whoever_decided_or_sees_to_a_goal_is_reminded_once_a_look(lene, emil, letters):
    goal = actions.add_goal(SAME_DAY, owner=emil, by=lene, at=MONDAY_9)
    actions.decide(seen={str(goal.public_id): 0}, by=lene, at=MONDAY_9)

    assert actions.remind_of_vision(at=MONDAY_9) == 0
    assert actions.remind_of_vision(at=JUNE) == 2
    assert actions.remind_of_vision(at=JUNE) == 0
    assert set(letters()) == {lene.user.email, emil.user.email}
    assert f"/readiness/vision/{Version.objects.get().public_id}/" in letters()[emil.user.email]
    assert actions.remind_of_vision(at=SEPTEMBER) == 2


def test_a_version_costs_the_same_for_one_goal_and_for_three(lene, django_assert_num_queries):
    one = decided(lene, SAME_DAY)
    for wanted in (AGREED, replace(AGREED, sentence="Everybody has read the guidelines.")):
        actions.add_goal(wanted, owner=lene, by=lene, at=MONDAY_9)
    three = actions.decide(seen=seen(), by=lene, at=MONDAY_9)
    looked = {goal.pk: Said(state=State.REACHED) for goal in three.goals.all()}
    actions.look_again(three, 3, looked, by=lene, at=JUNE)

    today = day_of(JUNE)
    for version, goals in ((one, 1), (three, 3)):
        with django_assert_num_queries(3):
            course = queries.course_of(version, today=today)
        assert len(course.goals) == goals
    assert len(list(queries.vision_rows(course))) == 4
