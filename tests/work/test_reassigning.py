"""A leader takes a case out of somebody's hands."""

import pytest

from samspil.core.lifecycle import NEXT, IllegalStep, Stage
from samspil.core.roles import NotAllowed, Role
from samspil.journal.queries import about
from samspil.work import actions
from samspil.work.models import Case
from samspil.work.queries import held_by, unseen
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna")


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER)


@pytest.fixture
def case(anna):
    return make_claimed(make_process(team=make_team(anna)), anna)


def test_a_leader_frees_a_case_and_its_holder_is_told(case, anna, leader):
    actions.reassign(case, to=None, by=leader, at=MONDAY_9)

    assert Case.objects.get(pk=case.pk).stage == Stage.WAITING
    assert [notice.what for notice in unseen(anna)] == ["taken_away"]
    assert [entry.event for entry in about(str(case.public_id))][-1] == "freed"


def test_a_leader_gives_a_case_to_somebody_else(case, leader):
    bent = make_colleague(name="Bent")

    actions.reassign(case, to=bent, by=leader, at=MONDAY_9)

    assert [held.pk for held in held_by(bent)] == [case.pk]
    assert [notice.what for notice in unseen(bent)] == ["given"]


def test_nobody_else_may(case, anna):
    with pytest.raises(NotAllowed):
        actions.reassign(case, to=None, by=make_colleague(), at=MONDAY_9)


def test_a_case_is_not_given_to_somebody_who_may_not_decide(case, leader):
    with pytest.raises(NotAllowed):
        actions.reassign(case, to=make_colleague(Role.EMPLOYEE), by=leader, at=MONDAY_9)


def test_a_case_that_moved_on_meanwhile_is_left_alone(case, anna, leader):
    same = Case.objects.get(pk=case.pk)
    actions.release(case, by=anna, at=MONDAY_9)

    with pytest.raises(actions.StaleCase):
        actions.reassign(same, to=None, by=leader, at=MONDAY_9)


def test_a_case_is_freed_only_along_the_table_of_stages(case, leader, monkeypatch):
    table = {**NEXT, Stage.CLAIMED: frozenset({Stage.CLOSED})}
    monkeypatch.setattr("samspil.core.lifecycle.NEXT", table)

    with pytest.raises(IllegalStep, match="claimed cannot become waiting"):
        actions.reassign(case, to=None, by=leader, at=MONDAY_9)

    assert Case.objects.get(pk=case.pk).stage == Stage.CLAIMED
