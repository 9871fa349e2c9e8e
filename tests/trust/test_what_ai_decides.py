"""What AI decides, for staff representatives: figures and events, and no single person."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.anonymity import Month
from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from samspil.trust.queries import overseen, overseen_rows
from samspil.work import actions
from samspil.work.models import Case, Decision
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team
from tests.pages import words

LATER = MONDAY_9 + timedelta(days=40)
MARCH = Month(date(2026, 3, 1))


@pytest.fixture
def process(organisation):
    return make_process(team=make_team(), name="Customer service")


def decided(process, *, people: int, each: int) -> None:
    """Cases decided by so many people, each so many, all as AI proposed."""
    for one in range(people):
        by = make_colleague(Role.REVIEWER, Role.LEADER, name=f"Person {one} Hansen")
        for _ in range(each):
            case = make_claimed(process, by)
            draft = case.proposals.get().draft
            actions.decide(case, answer=draft, topic=case.topic, by=by, at=MONDAY_9)


def figures(process):
    return next(one for one in overseen(MARCH, now=LATER) if one.process == process).figures


def test_decisions_of_five_people_are_told(process):
    decided(process, people=5, each=1)

    found = figures(process)

    assert (found.cases, found.decided, found.agreed) == (5, 5, 5)
    assert found.routes == {"alone": 0, "together": 5, "person": 0}


def test_what_fewer_than_five_people_decided_is_not_told_however_much_it_is(process):
    decided(process, people=4, each=2)

    found = figures(process)

    assert (found.cases, found.decided, found.agreed) == (8, None, None)


def test_the_one_who_disagreed_with_ai_cannot_be_found_from_the_rest(process):
    decided(process, people=5, each=2)
    Decision.objects.filter(pk=Decision.objects.order_by("pk")[0].pk).update(verdict="rejected")

    assert (figures(process).decided, figures(process).agreed) == (10, None)


def test_lr8_what_was_told_of_a_month_stays_whoever_comes_or_goes(process):
    decided(process, people=5, each=2)
    told = figures(process)

    Colleague.objects.filter(name="Person 1 Hansen").update(left_at=LATER)
    case = make_claimed(process, by := make_colleague(Role.REVIEWER, Role.LEADER))
    actions.decide(case, answer="", topic=case.topic, by=by, at=LATER)

    assert (figures(process).decided, figures(process).agreed) == (told.decided, told.agreed)


def test_a_month_that_is_not_over_cannot_be_asked_for(organisation, process, browser_of):
    decided(process, people=5, each=1)
    browser = browser_of(make_colleague(Role.STAFF_REPRESENTATIVE))
    now = timezone.localdate(timezone=ZoneInfo(organisation.time_zone))

    named = browser.get(f"/rights/ai.csv?month={now:%Y-%m}")["Content-Disposition"]

    assert f"{now:%Y-%m}" not in named
    assert browser.get("/rights/ai/?month=nonsense").status_code == 200


def test_lr8_the_page_names_nobody_and_tells_stops_without_their_words(process, browser_of):
    decided(process, people=5, each=1)
    leader = make_colleague(Role.LEADER, name="Leah Leader")
    actions.stop(process, why="Person 3 Hansen made a mess", by=leader, at=timezone.now())
    browser = browser_of(make_colleague(Role.STAFF_REPRESENTATIVE, name="Stine Rep"))

    page = words(browser.get("/rights/ai/?month=2026-03")).replace("Stine Rep", "")
    table = browser.get("/rights/ai.csv?month=2026-03").content.decode()

    assert "Customer service" in page
    assert "AI was stopped on" in page
    for text in (page, table):
        assert "Hansen" not in text
        assert "Leah" not in text


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.STAFF_REPRESENTATIVE, 200),
        (Role.DATA_PROTECTION, 200),
        (Role.LEADER, 200),
        (Role.REVIEWER, 403),
        (Role.EMPLOYEE, 403),
        (Role.PROCESS_OWNER, 403),
    ],
)
def test_only_who_oversees_ai_sees_it(organisation, browser_of, role, status):
    browser = browser_of(make_colleague(role))

    assert browser.get("/rights/ai/").status_code == status
    assert browser.get("/rights/ai.csv").status_code == status


def test_a_staff_representative_sees_no_case(process, browser_of):
    decided(process, people=1, each=1)
    browser = browser_of(make_colleague(Role.STAFF_REPRESENTATIVE))

    assert browser.get(f"/work/{Case.objects.get().public_id}/").status_code == 403


def test_another_organisations_processes_are_not_in_it(process, other_organisation):
    with enter(other_organisation):
        assert list(overseen_rows(overseen(MARCH, now=LATER)))[1:] == []


def test_it_takes_as_many_statements_for_three_processes(process):
    with CaptureQueriesContext(connection) as once:
        overseen(MARCH, now=LATER)
    for _ in range(2):
        decided(make_process(team=make_team()), people=1, each=1)

    with CaptureQueriesContext(connection) as thrice:
        overseen(MARCH, now=LATER)

    assert len(thrice) == len(once)
