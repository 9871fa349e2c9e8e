"""The first page: what waits, what AI did, what is wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from samspil.today.queries import alarms, done_since, start_of_yesterday, waiting_for
from samspil.work import actions
from samspil.work.models import Case, Process, Proposal
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import source, words

COPENHAGEN = "Europe/Copenhagen"


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna))


def test_the_page_greets_and_says_how_much_waits(browser_of, anna, process):
    make_waiting(process)
    make_waiting(process)

    said = words(browser_of(anna).get("/"))

    assert "Anna. 2 wait for you, 2 are late ." in said
    assert "Start with the most urgent" in said


def test_the_button_takes_the_riskiest_case(browser_of, anna, process):
    make_waiting(process, ORDINARY)
    angry = make_waiting(process, ANGRY)

    assert 'action="/work/next/"' in source(browser_of(anna).get("/"))
    browser_of(anna).post("/work/next/")

    angry.refresh_from_db()
    assert angry.claimed_by == anna


def test_a_company_without_cases_is_told_where_to_begin(browser_of, anna):
    said = words(browser_of(anna).get("/"))

    assert "Nothing has come in yet." in said
    assert "Begin with a few real messages" in said


def test_only_whoever_may_bring_in_messages_is_led_there(browser_of, anna):
    owner = make_colleague(Role.OWNER)

    assert 'class="button" href="/messages/' in source(browser_of(owner).get("/"))
    assert 'href="/messages/' not in source(browser_of(anna).get("/"))


def test_waiting_counts_own_teams_and_what_is_late(anna, process):
    make_waiting(process)
    make_waiting(make_process())

    soon = waiting_for(anna, now=MONDAY_9 + timedelta(minutes=5))
    later = waiting_for(anna, now=MONDAY_9 + timedelta(days=1))

    assert (soon.total, soon.late) == (1, 0)
    assert (later.total, later.late) == (1, 1)


def test_a_leader_counts_all_teams(process):
    make_waiting(process)

    assert waiting_for(make_colleague(Role.LEADER), now=MONDAY_9).total == 1


def test_whoever_does_not_see_cases_counts_none(browser_of, process):
    make_waiting(process)
    employee = make_colleague(Role.EMPLOYEE)

    assert waiting_for(employee, now=MONDAY_9).total == 0
    assert "Start with the most urgent" not in words(browser_of(employee).get("/"))


def test_waiting_is_told_apart_by_the_hour_of_the_organisation(anna, process):
    make_waiting(process)

    with timezone.override(COPENHAGEN):
        waiting = waiting_for(anna, now=MONDAY_9 + timedelta(hours=2))

    filled = [(hour.hour, n) for hour, n in waiting.by_hour if n]
    assert filled == [(9, 1)]
    assert (len(waiting.by_hour), waiting.earlier) == (12, 0)


def test_what_came_in_long_ago_is_counted_as_earlier(anna, process):
    make_waiting(process)

    waiting = waiting_for(anna, now=MONDAY_9 + timedelta(days=2))

    assert waiting.earlier == 1


def test_yesterday_begins_at_midnight_where_the_organisation_is():
    with timezone.override(COPENHAGEN):
        begins = start_of_yesterday(datetime(2026, 3, 2, 23, 30, tzinfo=UTC))

    assert begins == datetime(2026, 3, 1, 23, 0, tzinfo=UTC)


def test_what_ai_and_people_did_is_counted(anna, process):
    sorting = make_process(organisation_model="complementary", team=process.levels.first().team)
    make_waiting(sorting)
    agreed = make_claimed(process, anna)
    draft = Proposal.objects.get(case=agreed).draft
    for case, answer in ((agreed, draft), (make_claimed(process, anna), "My own words here.")):
        topic = case.topic
        actions.decide(case, answer=answer, topic=topic, by=anna, at=MONDAY_9)

    done = done_since(MONDAY_9 - timedelta(days=1))

    assert done.routes == {"together": 2, "person": 1}
    assert (done.sorted_alone, done.drafts) == (1, 3)
    assert done.verdicts == {"agreed": 1, "changed": 1}
    assert done.judged == 2


def test_what_happened_before_is_not_counted(process):
    make_waiting(process)

    done = done_since(MONDAY_9 + timedelta(hours=1))

    assert (done.routed, done.drafts, done.judged) == (0, 0, 0)


def test_a_stop_is_an_alarm_for_everybody(browser_of, process):
    leader = make_colleague(Role.LEADER, name="Lone Lind")
    actions.stop(process, why="Wrong prices", by=leader, at=MONDAY_9)

    said = words(browser_of(make_colleague(Role.EMPLOYEE)).get("/"))

    assert f"AI is stopped in {process.name}. Wrong prices" in said
    assert "Stopped by Lone Lind" in said


def test_failed_work_is_no_business_of_those_who_cannot_mend_it(organisation):
    assert alarms(make_colleague(Role.EMPLOYEE)).failed is None
    assert alarms(make_colleague(Role.OPERATOR)).failed == 0


def test_another_companys_work_is_not_counted(anna, process, other_organisation):
    with enter(other_organisation):
        make_waiting(make_process())

    assert waiting_for(anna, now=MONDAY_9).total == 0
    assert done_since(MONDAY_9 - timedelta(days=1)).routed == 0


def test_the_live_part_is_sent_alone(browser_of, anna, process):
    make_waiting(process)

    answer = browser_of(anna).get("/", headers={"HX-Request": "true", "HX-Target": "live"})

    assert source(answer).strip().startswith('<div id="live"')
    assert "<html" not in source(answer)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.OWNER])
def test_the_page_costs_the_same_for_one_case_and_for_three(browser_of, process, role):
    reader = browser_of(make_colleague(role))
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_waiting(process)
            Case.objects.update(team=None)
        with CaptureQueriesContext(connection) as statements:
            reader.get("/")
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 13


def test_sample_data_is_named_with_a_way_out_for_whoever_may_remove_it(browser_of, anna, process):
    owner = make_colleague(Role.OWNER)
    assert "Sample data is filled in" not in words(browser_of(owner).get("/"))

    Process.objects.filter(pk=process.pk).update(sample=True)

    said = words(browser_of(owner).get("/"))
    assert "Sample data is filled in here: made-up messages in a process of their own." in said
    assert "Remove them when you have seen enough." in said
    shown = words(browser_of(anna).get("/"))
    assert "Sample data is filled in here" in shown
    assert "Remove them" not in shown


def test_another_organisations_sample_is_not_named(browser_of, process, other_organisation):
    Process.objects.filter(pk=process.pk).update(sample=True)
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER)

    assert "Sample data is filled in" not in words(browser_of(stranger).get("/"))
