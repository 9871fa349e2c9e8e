"""STOP: in one process or everywhere, by those who may, undone with one press."""

import pytest

from samspil.core.roles import Role
from samspil.journal.queries import newest
from samspil.work import actions
from samspil.work.models import Stop
from samspil.work.queries import stopped
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.pages import source, words

EVERYWHERE = "/processes/stop/"


@pytest.fixture
def process(organisation):
    return make_process(team=make_team(), name="Customer service")


def test_a_reviewer_stops_ai_in_a_process(browser_of, process):
    reviewer = browser_of(make_colleague(Role.REVIEWER))

    answer = reviewer.post(
        f"/processes/{process.public_id}/stop/", {"why": "Wrong prices"}, follow=True
    )

    assert stopped(process)
    assert "AI is stopped in Customer service. Wrong prices" in words(answer)


def test_an_employee_does_not_stop_ai(browser_of, process):
    employee = browser_of(make_colleague(Role.EMPLOYEE))

    answer = employee.post(f"/processes/{process.public_id}/stop/")

    assert answer.status_code == 403
    assert not stopped(process)
    assert "Stop AI here" not in words(employee.get(f"/processes/{process.public_id}/"))


def test_a_stop_is_undone_from_the_toast(browser_of, process):
    reviewer = browser_of(make_colleague(Role.REVIEWER))
    answer = reviewer.post(f"/processes/{process.public_id}/stop/", follow=True)

    undo = f"/processes/{process.public_id}/lift/"
    assert f'action="{undo}"' in source(answer)
    reviewer.post(undo)

    assert not stopped(process)


def test_stopping_twice_is_one_stop(browser_of, process):
    reviewer = browser_of(make_colleague(Role.REVIEWER))

    for _ in range(2):
        reviewer.post(f"/processes/{process.public_id}/stop/")

    assert Stop.objects.count() == 1


def test_a_leader_stops_ai_everywhere_and_lifts_it(browser_of, process):
    leader = browser_of(make_colleague(Role.LEADER))

    said = words(leader.post(EVERYWHERE, {"why": "We check"}, follow=True))
    assert "AI is stopped everywhere. We check" in said
    assert stopped(process)

    leader.post(f"{EVERYWHERE}lift/")
    assert not stopped(process)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.EMPLOYEE, Role.PROCESS_OWNER])
def test_others_do_not_stop_ai_everywhere(browser_of, process, role):
    reader = browser_of(make_colleague(role))

    assert reader.get(EVERYWHERE).status_code == 403
    assert reader.post(EVERYWHERE).status_code == 403
    assert reader.post(f"{EVERYWHERE}lift/").status_code == 403
    assert not stopped(process)


def test_while_ai_is_stopped_new_cases_go_to_people(browser_of, process):
    leader = make_colleague(Role.LEADER)
    browser_of(leader).post(EVERYWHERE)

    case = make_waiting(process)

    said = words(browser_of(leader).get(f"/work/{case.public_id}/"))
    assert "AI is stopped here, so a person takes every case." in said


def test_a_stop_and_its_end_stand_in_the_journal(browser_of, process):
    leader = browser_of(make_colleague(Role.LEADER))

    leader.post(EVERYWHERE)
    leader.post(f"{EVERYWHERE}lift/")

    events = [entry.event for entry in newest()[:2]]
    assert events == ["stop_lifted", "stopped"]


def test_a_single_stop_is_named_on_the_page_that_stops_everything(browser_of, process):
    leader = make_colleague(Role.LEADER)
    actions.stop(process, why="Wrong prices", by=leader, at=MONDAY_9)

    said = words(browser_of(leader).get(EVERYWHERE))

    assert "Stopped in single processes" in said
    assert "Wrong prices" in said


def test_too_long_a_reason_is_explained(browser_of, process):
    answer = browser_of(make_colleague(Role.LEADER)).post(EVERYWHERE, {"why": "x" * 501})

    assert answer.status_code == 422
    assert not stopped(process)
