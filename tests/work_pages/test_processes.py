"""Who does what: the list of processes, one process, and who may change it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from samspil.work.queries.sharing import shares_since
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.pages import source, words


@pytest.fixture
def team(organisation):
    return make_team(name="First line")


@pytest.fixture
def process(team):
    return make_process(team=team, name="Customer service")


@pytest.fixture
def leaders(browser_of, organisation):
    return browser_of(make_colleague(Role.LEADER, name="Lone Lind"))


@pytest.fixture
def employees(browser_of, organisation):
    return browser_of(make_colleague(Role.EMPLOYEE))


def changes(team, **other):
    return {
        "organisation_model": "supervised",
        "first_response_hours": "2",
        "complaint_hours": "24",
        "least_percent": "80",
        "team_1": str(team.public_id),
        "team_2": str(team.public_id),
        "team_3": str(team.public_id),
    } | other


def address(process, what=""):
    return f"/processes/{process.public_id}/{what}"


def test_the_list_says_how_work_is_shared_and_who_takes_it(employees, process):
    said = words(employees.get("/processes/"))

    assert "Customer service" in said
    assert "AI proposes, a person decides each." in said
    assert "Level 1 First line" in said


def test_an_empty_list_says_what_comes_next(employees, organisation):
    assert "There is no process yet" in words(employees.get("/processes/"))


def test_shares_are_counted_by_who_had_it(process):
    other = make_process(organisation_model="complementary")
    make_waiting(process)
    make_waiting(other)

    shares = shares_since(MONDAY_9)

    assert shares[process.pk].routes == {"together": 1}
    assert shares[other.pk].routes == {"person": 1}
    assert (shares[process.pk].sorted_alone, shares[other.pk].sorted_alone) == (0, 1)
    assert shares_since(MONDAY_9 + timedelta(days=1)) == {}


def test_the_process_page_explains_the_three_ways(employees, process):
    said = words(employees.get(address(process)))

    assert "Each owns whole steps AI sorts every message alone." in said
    assert "AI proposes, a person decides each this process" in said
    assert "AI does whole runs, people take the exceptions" in said


def test_a_leader_changes_how_a_process_is_shared(leaders, process, team):
    answer = leaders.post(address(process), changes(team), follow=True)

    process.refresh_from_db()
    assert process.organisation_model == "supervised"
    assert (process.first_response_minutes, process.least_confidence) == (120, 0.8)
    assert "The process is changed." in words(answer)


def test_an_employee_sees_the_process_but_cannot_change_it(employees, process, team):
    answer = employees.get(address(process))

    assert "Who may change this" in words(answer)
    assert 'name="organisation_model"' not in source(answer)
    assert employees.post(address(process), changes(team)).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"organisation_model": "anarchy"},
        {"least_percent": "101"},
        {"first_response_hours": "-1"},
        {"team_2": ""},
    ],
)
def test_a_wrong_entry_is_explained_and_nothing_changed(leaders, process, team, wrong):
    answer = leaders.post(address(process), changes(team, **wrong))

    assert answer.status_code == 422
    assert "Please look at one thing:" in words(answer)
    process.refresh_from_db()
    assert process.organisation_model == "collaborative"


def test_another_organisations_team_takes_nothing_here(leaders, process, team, other_organisation):
    with enter(other_organisation):
        foreign = make_team()

    answer = leaders.post(address(process), changes(team, team_1=str(foreign.public_id)))

    assert answer.status_code == 422


def test_another_organisations_process_does_not_exist(leaders, team, other_organisation):
    with enter(other_organisation):
        process = make_process()

    assert leaders.get(address(process)).status_code == 404
    assert leaders.post(address(process, "stop/")).status_code == 404
    assert leaders.post(address(process, "lift/")).status_code == 404


def test_pages_cost_the_same_for_one_process_and_for_three(leaders, process):
    counts = []
    for more in (0, 2):
        for _ in range(more):
            make_waiting(make_process())
        for page in ("/processes/", address(process)):
            with CaptureQueriesContext(connection) as statements:
                leaders.get(page)
            counts.append(len(statements))

    assert counts[:2] == counts[2:]
    assert max(counts) <= 12


def test_a_team_and_a_process_may_bear_any_name(employees, organisation):
    make_process(name="<b>Returns</b>", team=make_team(name="<i>R&D</i>"))

    page = source(employees.get("/processes/"))

    assert "&lt;b&gt;Returns&lt;/b&gt;" in page
    assert "&lt;i&gt;R&amp;D&lt;/i&gt;" in page
