"""Who may do what: the whole table, walked."""

import pytest

from samspil.core.roles import MAY, Action, Role, may, may_give


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_may_do_exactly_what_its_row_says(role, action):
    assert may([role], action) is (action in MAY[role])


@pytest.mark.parametrize("action", Action)
def test_nobody_without_a_role_may_do_anything(action):
    assert not may([], action)


def test_the_owner_may_do_everything():
    assert MAY[Role.OWNER] == frozenset(Action)


def test_those_who_only_watch_never_decide():
    watching = (Role.STAFF_REPRESENTATIVE, Role.DATA_PROTECTION, Role.EMPLOYEE, Role.HR)

    for role in watching:
        assert Action.DECIDE_CASES not in MAY[role]
        assert Action.SEE_CASES not in MAY[role]


def test_two_roles_together_may_do_what_either_may():
    both = [Role.REVIEWER, Role.DATA_PROTECTION]

    assert may(both, Action.DECIDE_CASES)
    assert may(both, Action.SEE_JOURNAL)


@pytest.mark.parametrize("role", Role)
def test_an_owner_gives_every_role(role):
    assert may_give([Role.OWNER], role)


@pytest.mark.parametrize("role", Role)
def test_a_leader_gives_only_what_allows_no_more_than_they_may(role):
    more = (Role.OWNER, Role.HR, Role.DATA_PROTECTION, Role.OPERATOR)

    assert may_give([Role.LEADER], role) is (role not in more)


@pytest.mark.parametrize("role", Role)
def test_whoever_does_not_manage_people_gives_nothing(role):
    assert not may_give([Role.REVIEWER], role)
