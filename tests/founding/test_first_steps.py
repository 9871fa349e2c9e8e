"""The first steps on Today: told by facts, to the owner, until done or put away."""

import pytest

from samspil.audit.actions import open_audit
from samspil.core.opening_hours import read_hours
from samspil.core.roles import Role
from samspil.founding import actions
from samspil.founding.queries import FirstStep, first_days
from samspil.people.actions import add_colleague
from samspil.people.models import Colleague
from samspil.people.queries import teams
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.pages import english, words


@pytest.fixture
def owner(db):
    founded = actions.found_first(
        actions.Founding(
            name="Havgaard",
            owner="Mette",
            email="mette@example.com",
            password="correct horse battery",
            language="en",
        ),
        at=MONDAY_9,
    )
    with enter(founded.organisation):
        yield founded


def done(owner: Colleague) -> set[FirstStep]:
    found = first_days(owner).steps
    return set(found.done) if found else set(FirstStep)


def decide_one(owner: Colleague, process: Process) -> None:
    case = make_waiting(process)
    work.claim(case, by=owner, at=MONDAY_9)
    work.decide(case, answer="", topic=case.topic, by=owner, at=MONDAY_9)


def test_each_step_is_done_by_the_thing_itself(owner, client_of):
    assert done(owner) == set()

    process = make_process(team=teams()[0])
    assert done(owner) == {FirstStep.PROCESS}
    week = read_hours([[["09:00", "17:00"]]] * 5 + [[], []])
    work.set_hours(None, hours=week, zone="Europe/Copenhagen", by=owner, at=MONDAY_9)
    assert done(owner) == {FirstStep.PROCESS, FirstStep.HOURS}
    add_colleague(name="Bo", email="bo@example.com", roles=[Role.REVIEWER], by=owner, at=MONDAY_9)
    assert done(owner) == {FirstStep.PROCESS, FirstStep.HOURS, FirstStep.PEOPLE}
    decide_one(owner, process)
    assert done(owner) == set(FirstStep) - {FirstStep.TAUGHT, FirstStep.ASKED}
    days = {"opens": MONDAY_9.date(), "closes": MONDAY_9.date()}
    open_audit("Spring", teams=[], by=owner, at=MONDAY_9, **days)
    assert done(owner) == set(FirstStep) - {FirstStep.TAUGHT}
    Process.objects.update(model_file="taught.npz")
    assert first_days(owner).steps is None


def test_samples_do_not_count(owner):
    sample = make_process(team=teams()[0])
    decide_one(owner, sample)
    Process.objects.update(sample=True, model_file="x.npz")

    assert done(owner) == set()


def test_today_shows_them_until_they_are_put_away_and_that_can_be_undone(owner, client_of):
    browser = english(client_of(owner))
    before = words(browser.get("/"))
    browser.post("/begin/away/")
    away = words(browser.get("/"))
    browser.post("/begin/again/")
    again = words(browser.get("/"))

    assert "First steps: 0 of 6 done" in before
    assert "First steps" not in away
    assert "First steps: 0 of 6 done" in again


def test_only_the_owner_is_told(owner, client_of):
    leader = make_colleague(Role.LEADER)
    browser = english(client_of(leader))
    browser.raise_request_exception = False

    assert first_days(leader).steps is None
    assert browser.post("/begin/away/").status_code == 403
    assert first_days(owner).steps is not None


def test_an_organisation_from_before_is_told_nothing(organisation):
    assert first_days(make_colleague(Role.OWNER)).steps is None


def test_the_page_of_the_first_hour_says_what_is_set_up(owner, client_of):
    browser = english(client_of(owner))
    empty = words(browser.get("/begin/"))
    make_process(team=make_team(owner), name="HR questions", starter="hr")

    ready = words(browser.get("/begin/"))

    assert "Set up your first process" in empty
    assert "HR questions is ready." in ready
    assert "Monday to Friday 08:00–16:00" in ready
    assert "AI knows 12 topics" in ready
