"""Today tells a colleague which cases wait for them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from samspil.work import actions
from samspil.work.queries import unseen
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.pages import source, words

LATER = MONDAY_9 + timedelta(hours=6)


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna))


def test_a_reminder_stands_on_today_until_it_is_seen(browser_of, anna, process):
    case = make_waiting(process)
    actions.escalate_due(at=LATER)
    annas = browser_of(anna)

    shown = annas.get("/")
    assert "Waits for somebody" in words(shown)
    assert reverse("review:case", args=[case.public_id]) in source(shown)
    annas.post("/notices/seen/", {"until": LATER.isoformat()})

    assert "Waits for somebody" not in words(annas.get("/"))


def test_what_came_since_the_page_was_shown_stays(browser_of, anna, process):
    make_waiting(process)
    actions.escalate_due(at=LATER)

    browser_of(anna).post("/notices/seen/", {"until": (LATER - timedelta(seconds=1)).isoformat()})

    assert unseen(anna).count() == 1


@pytest.mark.parametrize("until", ["", "yesterday", "2026-03-02T09:00"])
def test_an_odd_time_marks_nothing(browser_of, anna, process, until):
    make_waiting(process)
    actions.escalate_due(at=LATER)

    browser_of(anna).post("/notices/seen/", {"until": until})

    assert unseen(anna).count() == 1


def test_the_number_of_late_cases_leads_to_them(browser_of, anna, process):
    make_waiting(process)

    assert "/work/?late=1" in source(browser_of(anna).get("/"))


def test_today_costs_the_same_for_one_notice_and_for_three(
    browser_of, anna, process, django_assert_max_num_queries
):
    annas, counts = browser_of(anna), []
    for number in (1, 2):
        for _ in range(number):
            make_waiting(process)
        actions.escalate_due(at=LATER)
        with django_assert_max_num_queries(12) as captured:
            annas.get("/")
        counts.append(len(captured.captured_queries))

    assert counts[0] == counts[1]
