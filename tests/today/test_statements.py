"""Today takes at most twelve statements, whatever alarms stand on it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.roles import Role
from samspil.work import actions
from samspil.work.models import Case
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_waiting

pytestmark = pytest.mark.both

MOST_STATEMENTS = 12


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER, Role.OWNER])
def test_stops_falls_and_cases_put_aside_cost_no_more(browser_of, organisation, role, many):
    leader = make_colleague(Role.LEADER, name="Lea Vang")
    for _ in range(many):
        process = make_process()
        make_waiting(process)
        make_claimed(process, leader)
        until = timezone.now() + timedelta(days=1)
        actions.snooze(make_waiting(process), until=until, by=leader, at=MONDAY_9)
        actions.lower(process, to=Autonomy.PERSON, by=leader, at=MONDAY_9)
        actions.stop(process, why="Wait.", by=leader, at=MONDAY_9)
    Case.objects.update(team=None)
    browser = browser_of(make_colleague(role))

    with CaptureQueriesContext(connection) as statements:
        page = browser.get("/")

    assert "Lea Vang" in page.content.decode()
    assert len(statements) <= MOST_STATEMENTS
