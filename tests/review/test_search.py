"""Find a case by what one remembers of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.review.queries import MOST_FOUND
from samspil.work import actions
from tests.factories import MONDAY_9, ORDINARY, make_colleague, make_waiting
from tests.pages import source, words


@pytest.mark.parametrize("typed", ["HEAT pump", "pump be", "M-47", "delivery status"])
def test_a_case_is_found_by_subject_number_or_topic(annas, process, typed):
    arrival = actions.Arrival(text=ORDINARY, external_id="M-4711")
    case = actions.open_cases([arrival], process=process, at=MONDAY_9).cases[0]
    actions.propose_and_route([case.pk], at=MONDAY_9)

    answer = annas.get("/work/search/", {"q": typed})

    assert f"/work/{case.public_id}/" in source(answer)


def test_danish_capitals_make_no_difference(annas, process):
    case = make_waiting(process, "Ærgerligt at pumpen ikke virker, ring venligst")

    assert str(case.public_id) in source(annas.get("/work/search/", {"q": "ærgerligt"}))


def test_a_case_is_found_by_its_address(annas, process):
    case = make_waiting(process)

    assert f"/work/{case.public_id}/" in source(annas.get(f"/work/search/?q={case.public_id}"))


@pytest.mark.parametrize("typed", ["zebra", "x", "", "%", "' OR 1=1"])
def test_what_matches_nothing_finds_nothing(annas, process, typed):
    case = make_waiting(process)

    assert str(case.public_id) not in source(annas.get("/work/search/", {"q": typed}))


def test_only_the_newest_fifty_are_shown_and_the_page_says_so(annas, process):
    arrivals = [actions.Arrival(text=f"{ORDINARY} {n}") for n in range(MOST_FOUND + 5)]
    actions.open_cases(arrivals, process=process, at=MONDAY_9)

    said = words(annas.get("/work/search/?q=pump"))

    assert "The newest 50; there may be more." in said
    assert said.count("heat pump be delivered") == MOST_FOUND


def test_a_search_costs_the_same_for_one_case_and_for_three(annas, process):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_waiting(process)
        with CaptureQueriesContext(connection) as statements:
            annas.get("/work/search/?q=pump")
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 12


def test_whoever_may_not_see_cases_cannot_search_them(browser_of, organisation):
    assert browser_of(make_colleague(Role.HR)).get("/work/search/?q=pump").status_code == 403
