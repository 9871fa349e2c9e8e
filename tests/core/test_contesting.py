"""What can be contested, and who is told where nobody else may decide."""

from dataclasses import replace

import pytest

from samspil.core.contesting import Refusal, Standing, refusal, who_is_told

DECIDED = Standing(closed=True, decided=True, answered=False, contested=False, merged=False)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"decided": False}, Refusal.UNDECIDED),
        ({"closed": False}, Refusal.UNDECIDED),
        ({"decided": False, "answered": True}, None),
        ({"decided": False, "answered": True, "closed": False}, None),
        ({"contested": True}, Refusal.AGAIN),
        ({"merged": True}, Refusal.MERGED),
    ],
)
def test_a_decision_is_contested_once_and_only_where_there_is_one(changed, why):
    assert refusal(replace(DECIDED, **changed)) is why


def test_where_somebody_else_of_the_team_is_there_nobody_has_to_be_told():
    assert who_is_told([1, 2], [3], before={1}) is None


def test_where_only_who_decided_is_there_the_leaders_are_told():
    assert who_is_told([1], [3, 4], before={1}) == [3, 4]


def test_a_leader_who_decided_is_not_told():
    assert who_is_told([1], [1], before={1}) == []
