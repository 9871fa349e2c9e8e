"""All cases as a table: narrowed, ordered, paged by key, in the columns one chose."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.review.models import TableChoice
from samspil.review.queries import table
from samspil.review.queries.paging import after
from samspil.review.queries.table import ORDERS, Sort, TableWanted, all_cases
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.pages import source, words
from tests.plans import plan_of

pytestmark = pytest.mark.both

ALL = "/work/all/"
MOST_STATEMENTS = 12


def subjects(response):
    return re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', source(response))


@pytest.fixture
def cases(process, anna):
    """One of each stage, opened an hour apart."""
    made = [
        make_case(process, "Fresh"),
        make_waiting(process, ANGRY),
        make_claimed(process, anna, ORDINARY),
        make_claimed(process, anna, f"{ORDINARY} Done."),
    ]
    actions.decide(made[3], answer="", topic="", by=anna, at=MONDAY_9 + timedelta(hours=9))
    for hour, case in enumerate(made):
        opened = MONDAY_9 + timedelta(hours=hour)
        Case.objects.filter(pk=case.pk).update(opened_at=opened, due_at=opened)
    return made


def test_open_and_closed_cases_of_all_teams_stand_in_it_newest_first(annas, cases):
    make_waiting(make_process(team=make_team()), "Of another team, somewhere else")
    Case.objects.filter(subject__startswith="Of another").update(opened_at=MONDAY_9)

    found = subjects(annas.get(ALL))

    assert found[:3] == [f"{ORDINARY} Done.", ORDINARY, ANGRY]
    assert set(found[3:]) == {"Fresh", "Of another team, somewhere else"}


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("stage=open", [ORDINARY, ANGRY, "Fresh"]),
        ("stage=closed", [f"{ORDINARY} Done."]),
        ("stage=waiting", [ANGRY]),
        ("level=3", [ANGRY]),
        ("route=person", [ANGRY]),
        ("language=da", []),
        ("late=1&stage=claimed", [ORDINARY]),
        ("sort=oldest", ["Fresh", ANGRY, ORDINARY, f"{ORDINARY} Done."]),
        ("sort=due", ["Fresh", ANGRY, ORDINARY, f"{ORDINARY} Done."]),
        ("sort=closed", [f"{ORDINARY} Done."]),
        ("sort=nonsense&stage=nonsense&team=nonsense", None),
    ],
)
def test_it_is_narrowed_and_ordered(annas, cases, choice, left):
    found = subjects(annas.get(f"{ALL}?{choice}"))

    assert found == ([f"{ORDINARY} Done.", ORDINARY, ANGRY, "Fresh"] if left is None else left)


def test_a_team_and_a_topic_can_be_asked_for(annas, cases, team):
    topic = Case.objects.get(pk=cases[2].pk).topic

    assert len(subjects(annas.get(f"{ALL}?team={team.public_id}"))) == 3
    assert ORDINARY in subjects(annas.get(f"{ALL}?topic={topic}"))


def test_what_an_address_names_and_is_gone_is_said(annas, cases):
    gone = "0192a7f4-0000-7000-8000-000000000000"

    answer = annas.get(f"{ALL}?tag={gone}")

    assert "“Tag” names something that is not here any more" in words(answer)
    assert len(subjects(answer)) == 4


@pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST, Sort.DUE])
def test_pages_follow_each_other_without_gap_or_repeat(annas, cases, process, sort, monkeypatch):
    monkeypatch.setattr(table, "PAGE", 2)
    Case.objects.update(opened_at=MONDAY_9, due_at=MONDAY_9)
    seen, address = [], f"{ALL}?sort={sort}"
    for _ in range(2):
        answer = annas.get(address)
        seen += subjects(answer)
        following = re.search(r'href="([^"]*)" rel="next"', source(answer))
        address = f"{ALL}{following[1].replace('&amp;', '&')}" if following else ""

    assert sorted(seen) == sorted(case.subject for case in cases)
    assert address == ""


def test_the_columns_chosen_are_remembered_for_one_person(annas, browser_of, cases):
    annas.post(f"{ALL}columns/?level=3", {"column": ["subject", "team", "nonsense"]})

    mine = annas.get(ALL)
    theirs = browser_of(make_colleague()).get(ALL)

    assert re.findall(r'<th scope="col">(?:<a [^>]*>)?(.*?)<', source(mine))[1:] == [
        "Subject",
        "Team",
    ]
    assert "Process" in words(theirs)
    assert TableChoice.objects.get().columns == ["subject", "team"]


def test_choosing_no_column_brings_the_usual_ones_back(annas, cases):
    annas.post(f"{ALL}columns/", {"column": ["team"]})
    annas.post(f"{ALL}columns/", {})

    assert "Who has it" in words(annas.get(ALL))


def test_an_empty_table_says_what_to_do(annas):
    assert "There are no cases yet" in words(annas.get(ALL))


def test_whoever_may_not_see_cases_sees_no_table(browser_of, cases):
    assert browser_of(make_colleague(Role.HR)).get(ALL).status_code == 403


def test_no_other_organisations_case_is_in_it(annas, cases, other_organisation):
    with enter(other_organisation):
        make_waiting(make_process(), "Theirs")

    assert "Theirs" not in source(annas.get(ALL))


@pytest.mark.parametrize("columns", [[], ["subject", "tags", "team", "topic", "holder"]])
def test_it_costs_the_same_for_one_row_and_for_three(annas, process, columns):
    annas.post(f"{ALL}columns/", {"column": columns})

    def cost():
        with CaptureQueriesContext(connection) as seen:
            annas.get(ALL)
        return len(seen)

    make_waiting(process)
    annas.get(ALL)
    one = cost()
    for _ in range(2):
        make_waiting(process)

    assert cost() == one <= MOST_STATEMENTS


@pytest.mark.parametrize(
    ("sort", "index"),
    [
        (Sort.NEWEST, "case_by_arrival"),
        (Sort.OLDEST, "case_by_arrival"),
        (Sort.DUE, "case_by_due"),
        (Sort.CLOSED, "case_by_end"),
    ],
)
@pytest.mark.parametrize("further", [False, True])
def test_the_table_is_read_along_an_index_and_never_scanned_or_sorted(
    cases, anna, sort, index, further
):
    last = Case.objects.get(pk=cases[3].pk) if further else None
    shown = all_cases(TableWanted(sort=sort), reader=anna)
    plan = plan_of(after(shown, ORDERS[sort], last)[:51])

    assert index in plan
    assert "Seq Scan on work_case" not in plan
    assert "SCAN work_case" not in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan
