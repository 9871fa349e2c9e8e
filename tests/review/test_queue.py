"""The list of what waits: what stands in it, in which order, for whom."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.review.queries import Wanted, Whose, listed
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case
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

QUEUE = "/work/"
MOST_STATEMENTS = 12


def make_many(process, count):
    """Cases that wait, some riskier than others."""
    texts = [f"{ANGRY if i % 3 == 0 else ORDINARY} Number {i}." for i in range(count)]
    arrivals = [actions.Arrival(text=text, external_id=f"M-{i}") for i, text in enumerate(texts)]
    opened = actions.open_cases(arrivals, process=process, at=MONDAY_9)
    actions.propose_and_route([case.pk for case in opened.cases], at=MONDAY_9)


def subjects(response):
    """The subjects in the list, in order."""
    return re.findall(r'<span class="title">(.*?)</span>', source(response))


def test_the_riskiest_case_stands_first_with_its_reason(annas, process):
    make_waiting(process, ORDINARY)
    make_waiting(process, ANGRY)

    answer = annas.get(QUEUE)

    assert subjects(answer) == [ANGRY, ORDINARY]
    assert "The customer is dissatisfied (“dissatisfied”)" in words(answer)


def test_an_empty_queue_says_so(annas):
    assert "Nothing waits" in words(annas.get(QUEUE))


def test_what_one_holds_stands_above_what_waits(annas, anna, process):
    make_waiting(process, ANGRY)
    make_claimed(process, anna, ORDINARY)

    answer = annas.get(QUEUE)

    assert subjects(answer) == [ORDINARY, ANGRY]
    assert subjects(annas.get(f"{QUEUE}?whose=mine")) == [ORDINARY]


def test_cases_of_other_teams_are_not_in_the_list(annas, process):
    make_waiting(make_process(team=make_team()), "Where is my parcel with the other pump?")
    make_waiting(process, ORDINARY)

    assert subjects(annas.get(QUEUE)) == [ORDINARY]
    assert subjects(annas.get(f"{QUEUE}?whose=all")) == [ORDINARY]


def test_a_leader_sees_all_teams_or_only_their_own(browser_of, process):
    leader = make_colleague(Role.LEADER)
    mine = make_process(team=make_team(leader))
    make_waiting(mine, "Where is my parcel with the other pump?")
    make_waiting(process, ORDINARY)

    all_teams, own = (listed(leader, Wanted(whose=whose)) for whose in (Whose.ALL, Whose.TEAMS))

    assert len(all_teams.waiting) == 2
    assert [case.process for case in own.waiting] == [mine]
    assert "All teams" in words(browser_of(leader).get(QUEUE))


@pytest.mark.parametrize(
    ("choice", "left"),
    [("route=person", [ANGRY]), ("level=3", [ANGRY]), ("route=together", [ORDINARY])],
)
def test_the_list_can_be_narrowed(annas, process, choice, left):
    make_waiting(process, ORDINARY)
    make_waiting(process, ANGRY)

    assert subjects(annas.get(f"{QUEUE}?{choice}")) == left


def test_the_list_can_be_narrowed_to_one_process(annas, process, team):
    other = make_process(team=team)
    make_waiting(process, ORDINARY)
    make_waiting(other, ANGRY)

    assert subjects(annas.get(f"{QUEUE}?process={other.public_id}")) == [ANGRY]


@pytest.mark.parametrize("nonsense", ["route=ghost", "whose=everybody", "level=9", "after=x"])
def test_an_old_or_mistyped_address_shows_the_whole_list(annas, process, nonsense):
    make_waiting(process, ORDINARY)

    assert subjects(annas.get(f"{QUEUE}?{nonsense}")) == [ORDINARY]


def test_leafing_through_the_queue_shows_every_case_once(annas, process):
    make_many(process, 60)
    seen, address = [], QUEUE

    while address:
        answer = annas.get(address)
        seen += subjects(answer)
        further = re.search(r'href="([^"]*after=[^"]*)"', source(answer))
        address = further[1].replace("&amp;", "&") if further else ""

    expected = Case.objects.order_by("-risk", "due_at", "pk").values_list("subject", flat=True)
    assert seen == list(expected)


def test_the_list_costs_the_same_for_one_case_and_for_three(annas, process):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_waiting(process)
        with CaptureQueriesContext(connection) as statements:
            annas.get(QUEUE)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= MOST_STATEMENTS


def test_htmx_gets_the_list_alone(annas, process):
    make_waiting(process)

    answer = annas.get(QUEUE, headers={"HX-Request": "true", "HX-Target": "list-body"})

    assert source(answer).strip().startswith('<div id="list-body"')


def test_whoever_may_not_see_cases_is_told_so(browser_of, organisation):
    assert browser_of(make_colleague(Role.EMPLOYEE)).get(QUEUE).status_code == 403


def test_nobody_sees_the_queue_without_signing_in(client, organisation):
    answer = client.get(QUEUE)

    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={QUEUE}")


def test_another_organisations_cases_are_in_no_list(annas, process, other_organisation):
    with enter(other_organisation):
        make_waiting(make_process(), "A secret about a pump")

    make_waiting(process, ORDINARY)

    assert subjects(annas.get(QUEUE)) == [ORDINARY]
    assert "A secret" not in words(annas.get("/work/search/?q=secret"))


def test_the_next_case_is_taken_and_opened(annas, anna, process):
    make_waiting(process, ORDINARY)
    angry = make_waiting(process, ANGRY)

    answer = annas.post("/work/next/")

    assert answer["Location"].startswith(f"/work/{angry.public_id}/")
    angry.refresh_from_db()
    assert angry.claimed_by == anna


def test_asking_for_a_case_where_none_waits_says_so(annas, process):
    assert "Nothing waits for you." in words(annas.post("/work/next/", follow=True))


def test_keys_lead_to_the_cases_before_and_after(annas, process):
    first, second, third = (make_waiting(process, text) for text in (ANGRY, ORDINARY, ORDINARY))
    Case.objects.filter(pk=third.pk).update(due_at=third.due_at + timedelta(hours=1))

    page = source(annas.get(f"/work/{second.public_id}/"))

    assert re.search(rf'href="/work/{first.public_id}/[^>]*data-key="k"', page)
    assert re.search(rf'href="/work/{third.public_id}/[^>]*data-key="j"', page)
