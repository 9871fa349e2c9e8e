"""The page of an AI colleague: mandate, load, absence, and quality of AI only."""

from dataclasses import fields
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.ids import new_id
from samspil.core.roles import Role
from samspil.people.actions import form_team, make_token, take_on_ai
from samspil.roster import queries
from samspil.tenancy.actions import enter
from samspil.work.actions import Terms, change_terms, climb, decide, lift_stop, stop
from samspil.work.models import Decision, Process, Proposal
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_verified,
    make_waiting,
)
from tests.pages import english, words

TERMS = Terms(alpha=0.1)


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, Role.REVIEWER, name="Lene Leder")


@pytest.fixture
def ai(leader):
    return take_on_ai(name="Sorter", skill="triage")


def page_of(ai, now=MONDAY_9):
    return queries.ai_page(ai.public_id, now=now)


def agree(process, leader, at=MONDAY_9, **how):
    case = make_claimed(process, leader)
    draft = Proposal.objects.get(case=case).draft
    decide(case, answer=draft, topic=case.topic, by=leader, at=at, **how)


def reject(process, leader, at=MONDAY_9):
    case = make_claimed(process, leader)
    decide(case, answer="No.", topic="warranty_claim", by=leader, at=at)


def counts(judged):
    return {verdict: (share.hits, share.n) for verdict, share in judged.shares.items()}


def test_quality_stands_by_process_and_version_with_its_interval(leader, ai):
    one, other = make_process(team=make_team(leader)), make_process(team=make_team(leader))
    agree(one, leader)
    agree(one, leader)
    reject(one, leader)
    agree(other, leader)

    found = page_of(ai)

    by_process = {row.process: counts(row) for row in found.judged}
    assert by_process == {
        one.pk: {"agreed": (2, 3), "changed": (0, 3), "rejected": (1, 3)},
        other.pk: {"agreed": (1, 1), "changed": (0, 1), "rejected": (0, 1)},
    }
    assert {row.version for row in found.judged} == {
        Proposal.objects.order_by("pk").values_list("version", flat=True)[0]
    }
    low, high = found.quality["agreed"].interval
    assert (round(low, 3), round(high, 3)) == (0.301, 0.954)


def test_two_versions_of_one_process_are_told_apart(leader, ai):
    process = make_process(team=make_team(leader))
    agree(process, leader)
    Proposal.objects.update(version="before")
    reject(process, leader)

    found = {row.version: counts(row)["agreed"] for row in page_of(ai).judged}

    assert found.pop("before") == (1, 1)
    assert list(found.values()) == [(0, 1)]


def test_only_ninety_days_count(leader, ai):
    process = make_process(team=make_team(leader))
    agree(process, leader)

    assert len(page_of(ai, now=MONDAY_9 + timedelta(days=90)).judged) == 1
    assert page_of(ai, now=MONDAY_9 + timedelta(days=91)).judged == []


def test_played_decisions_are_marked_and_prove_nothing(leader, ai):
    process = make_process(team=make_team(leader))
    agree(process, leader, simulated=True)
    agree(process, leader, simulated=True)
    reject(process, leader)

    found = page_of(ai)

    assert [(row.played, row.shares["agreed"].n) for row in found.judged] == [(False, 1), (True, 2)]
    assert found.quality["agreed"].n == 1


def test_the_roster_counts_no_played_decision_either(leader, ai, client_of):
    process = make_process(team=make_team(leader))
    agree(process, leader, simulated=True)
    browser = english(client_of(leader))
    played_only = words(browser.get("/roster/"))
    reject(process, leader)

    (found,) = queries.ai_colleagues(now=MONDAY_9 + timedelta(hours=1), since=MONDAY_9)

    assert "no real person has judged one yet" in played_only
    assert (found.judged, found.quality["rejected"].n, found.quality["agreed"].hits) == (1, 1, 0)


def test_nothing_of_the_page_names_who_decided(leader, ai, client_of):
    birgit = make_colleague(name="Birgit Decider")
    process = make_process(team=make_team(leader, birgit))
    reject(process, birgit, at=timezone.now())

    page = words(english(client_of(leader)).get(f"/roster/ai/{ai.public_id}/"))

    assert Decision.objects.get().by == birgit
    assert "rejected" in page
    assert "Birgit" not in page
    assert {one.name for one in fields(queries.Judged)} == {
        "process", "version", "played", "verdicts", "last_at"
    }  # fmt: skip


def test_a_person_has_no_such_page(leader, ai, client_of):
    assert client_of(leader).get(f"/roster/ai/{leader.public_id}/").status_code == 404
    assert client_of(leader).get(f"/roster/ai/{new_id()}/").status_code == 404


def test_another_organisation_does_not_see_it(ai, other_organisation, client_of):
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER)

    assert client_of(stranger).get(f"/roster/ai/{ai.public_id}/").status_code == 404


def test_whoever_sees_no_cases_sees_no_mandate(ai, client_of):
    employee = make_colleague(Role.EMPLOYEE)

    assert client_of(employee).get(f"/roster/ai/{ai.public_id}/").status_code == 403


def test_the_page_says_what_it_may_do_where_and_who_oversees_it(leader, ai, client_of):
    annika = make_colleague(Role.PROCESS_OWNER, name="Annika Owner")
    make_colleague(Role.PROCESS_OWNER, name="Olaf Elsewhere")
    team = form_team(name="First line", members=[annika])
    make_process(team=team, name="Customer mail")
    make_process(name="HR questions", starter="hr")

    browser = english(client_of(leader))
    page = words(browser.get(f"/roster/ai/{ai.public_id}/"))

    everywhere, _, rest = page.partition("Customer mail")
    mail, _, hr = rest.partition("HR questions")
    assert "AI proposes, a person decides each" in mail
    assert "It sends no reply: a person reads each one first and answers for it." in everywhere
    assert "It answers nobody who is dissatisfied" in mail
    assert "Level 1: First line" in mail
    assert "Overseen by Annika Owner Looked at" in mail
    assert "Overseen by Annika Owner, Olaf Elsewhere" in hr
    assert "It reads nothing of feelings" in hr
    assert "dissatisfied" not in hr
    assert f"/roster/ai/{ai.public_id}/" in browser.get("/roster/").content.decode()


def test_load_counts_today_and_the_week_and_absence_says_why(leader, ai, client_of):
    process = make_process(team=make_team(leader), name="Customer mail")
    make_waiting(process)
    make_waiting(process)

    assert page_of(ai).load == queries.Load(today=2, week=2, waiting=0)
    assert page_of(ai, now=MONDAY_9 + timedelta(days=1)).load.today == 0
    assert page_of(ai, now=MONDAY_9 + timedelta(days=1)).load.week == 2
    assert page_of(ai, now=MONDAY_9 + timedelta(days=7)).load.week == 0

    stop(process, why="We look at the prices", by=leader, at=MONDAY_9)
    page = words(english(client_of(leader)).get(f"/roster/ai/{ai.public_id}/"))
    assert "stopped" in page
    assert "We look at the prices" in page

    lift_stop(process, by=leader, at=MONDAY_9)
    Process.objects.update(starter="")
    page = words(english(client_of(leader)).get(f"/roster/ai/{ai.public_id}/"))
    assert "away: not taught yet" in page


def test_an_ai_colleague_without_a_process_says_what_to_do_next(leader, ai, client_of):
    page = words(english(client_of(leader)).get(f"/roster/ai/{ai.public_id}/"))

    assert "It works in no process yet" in page
    assert "Nobody has judged one yet." in page


def test_it_costs_the_same_for_one_process_and_for_three(leader, ai):
    def statements():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page_of(ai)
        return len(asked)

    agree(make_process(team=make_team(leader)), leader)
    once = statements()
    for _ in range(2):
        agree(make_process(team=make_team(leader)), leader)

    assert statements() == once <= 11


def test_programs_read_the_same(leader, ai, client):
    process = make_process(team=make_team(leader), name="Customer mail")
    agree(process, leader)
    secret = make_token(colleague=leader, name="t", at=MONDAY_9)
    headers = {"Authorization": f"Bearer {secret}"}

    every = client.get("/api/v1/ai-colleagues", headers=headers).json()["ai_colleagues"]
    one = client.get(f"/api/v1/ai-colleagues/{every[0]['id']}", headers=headers).json()

    assert [row["name"] for row in every] == ["Sorter"]
    (duty,) = one["duties"]
    assert (duty["name"], duty["stopped"], duty["knows"]) == ("Customer mail", False, True)
    assert duty["steps"] == {"sort": "together", "reply": "together"}
    assert duty["never"][0].startswith("It sends no reply")
    missing = client.get(f"/api/v1/ai-colleagues/{leader.public_id}", headers=headers)
    assert missing.status_code == 404


def test_where_ai_may_finish_cases_the_mandate_says_what_and_what_it_never_finishes(
    leader, ai, client_of
):
    process = make_process(team=make_team(leader), organisation_model="supervised")
    change_terms(process, TERMS, by=leader, at=MONDAY_9)
    make_verified(process, n=250, wrong=0, at=MONDAY_9 + timedelta(hours=1))
    climb(process, by=leader, at=MONDAY_9 + timedelta(hours=1))

    page = words(english(client_of(leader)).get(f"/roster/ai/{ai.public_id}/"))

    assert "what its signed certificate covers" in page
    assert "no proof changes that" in page
    assert "It sends no reply" not in page
    (duty,) = page_of(ai).duties
    assert duty.steps["reply"] == "alone"
