"""Whoever has left is counted on no more."""

from samspil.core.roles import Role
from samspil.people.actions import let_go
from samspil.people.queries import roster
from tests.factories import MONDAY_9, make_colleague, make_team


def test_whoever_left_stands_on_no_roster_and_in_no_team(organisation):
    owner = make_colleague(Role.OWNER)
    anna, bent = make_colleague(), make_colleague()
    team = make_team(anna, bent)

    let_go(anna, by=owner, at=MONDAY_9)

    found = roster(at=MONDAY_9)
    assert set(found.people) == {owner.pk, bent.pk}
    assert found.teams == {team.pk: [bent.pk]}
