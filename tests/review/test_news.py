"""An open page is told when the list or the case is no longer as shown."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.review.actions import write_note
from samspil.review.queries import Wanted, Whose, listed
from samspil.review.queries.listing import PAGE
from samspil.review.queries.news import mark_now, mark_of
from samspil.work import actions
from tests.factories import (
    MONDAY_9,
    entered,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import words

LIST_CHANGED = "The list has changed"
CASE_CHANGED = "Somebody did something to this case meanwhile"
LATER = MONDAY_9 + timedelta(hours=1)
FAR_OFF = MONDAY_9 + timedelta(days=365 * 50)


def news(client, **asked):
    return client.get(f"/work/news/?{urlencode(asked)}")


def mark(colleague):
    return mark_of(listed(colleague, Wanted()).rows)


def test_a_list_that_is_as_shown_says_nothing(annas, anna, process):
    make_waiting(process)

    assert LIST_CHANGED not in words(news(annas, list=mark(anna)))


def test_a_list_says_when_a_case_came_in(annas, anna, process):
    make_waiting(process)
    shown = mark(anna)
    make_waiting(process)

    assert LIST_CHANGED in words(news(annas, list=shown))


def test_a_list_says_when_somebody_took_a_case(annas, anna, process):
    case = make_waiting(process)
    bo = make_colleague(Role.LEADER, name="Bo Dahl")
    shown = mark(anna)
    actions.claim(case, by=bo, at=LATER)

    assert LIST_CHANGED in words(news(annas, list=shown))


def test_a_case_says_that_somebody_else_was_there(annas, anna, process):
    case = make_claimed(process, anna)
    write_note(case, text="It left today", by=make_colleague(name="Bo Dahl"), at=LATER)

    answer = news(annas, case=case.public_id, since=(LATER - timedelta(seconds=1)).isoformat())

    assert CASE_CHANGED in words(answer)


def test_what_one_did_oneself_is_no_news(annas, anna, process):
    case = make_claimed(process, anna)
    write_note(case, text="It left today", by=anna, at=LATER)

    answer = news(annas, case=case.public_id, since=MONDAY_9 + timedelta(minutes=10))

    assert CASE_CHANGED not in words(answer)


@pytest.mark.parametrize("since", ["", "yesterday", "2026-03-02T08:00:00", "2026-99-99T08:00:00Z"])
def test_a_time_that_is_none_is_no_news(annas, anna, process, since):
    case = make_claimed(process, anna)
    write_note(case, text="It left today", by=make_colleague(name="Bo Dahl"), at=LATER)

    answer = news(annas, case=case.public_id, since=since)

    assert answer.status_code == 200
    assert CASE_CHANGED not in words(answer)


def test_who_may_not_see_cases_hears_no_news(browser_of, process):
    case = make_waiting(process)

    answer = news(browser_of(make_colleague(Role.EMPLOYEE)), case=case.public_id)

    assert answer.status_code == 403


@pytest.mark.parametrize("whose", list(Whose))
def test_the_mark_of_now_is_that_of_the_page_shown(anna, process, whose):
    make_team(anna)
    make_claimed(process, anna)
    make_waiting(process)
    actions.snooze(make_claimed(process, anna), until=FAR_OFF, by=anna, at=LATER)
    wanted = Wanted(whose=whose)

    assert listed(anna, wanted).rows
    assert mark_now(anna, wanted) == mark_of(listed(anna, wanted).rows)


def test_a_change_outside_ones_filter_is_no_news(annas, anna, process, team):
    other = make_process(name="Returns", team=team)
    make_waiting(process)
    narrowed = {"process": str(process.public_id), "whose": "teams"}
    shown = mark_of(listed(anna, Wanted(process=narrowed["process"])).rows)

    make_waiting(other)

    assert LIST_CHANGED not in words(news(annas, list=shown, **narrowed))
    assert LIST_CHANGED in words(news(annas, list=shown, whose="teams"))


def test_a_change_in_another_team_is_no_news(annas, anna, process):
    make_waiting(process)
    shown = mark(anna)

    make_waiting(make_process(name="Elsewhere", team=make_team(make_colleague(name="Bo Dahl"))))

    assert LIST_CHANGED not in words(news(annas, list=shown))


def test_the_news_read_no_more_rows_than_the_page_shows(anna, process):
    make_waiting(process)
    anna = entered(anna)

    with CaptureQueriesContext(connection) as captured:
        mark_now(anna, Wanted())

    assert [each["sql"].rsplit("LIMIT ", 1)[-1] for each in captured] == [str(PAGE), str(PAGE)]
    assert not any('"subject"' in each["sql"] for each in captured)


def test_the_news_cost_the_same_for_one_case_and_for_three(annas, anna, process):
    make_team(anna)
    case = make_waiting(process)

    def cost():
        with CaptureQueriesContext(connection) as captured:
            news(annas, list="", case=case.public_id, since=LATER.isoformat())
        return len(captured)

    cost()
    one = cost()
    make_waiting(process)
    make_waiting(process)

    assert cost() == one <= 9
