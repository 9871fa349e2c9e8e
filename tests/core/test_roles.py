"""Who may do what: the whole table, walked."""

import pytest

from samspil.core.roles import MAY, Action, Role, may


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
