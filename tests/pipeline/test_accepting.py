"""Accepting who does a task makes the process it is tried in, and its gate changes that process."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from samspil.allocation.actions import choose
from samspil.audit.models import Audit, Figures, Task
from samspil.core.allocation.divisions import Division
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.roles import NotAllowed, Role
from samspil.core.routing import Level
from samspil.people.actions import make_token
from samspil.pipeline import actions
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import initiative_at, standing_of
from samspil.work import actions as work
from samspil.work.models import Process
from samspil.work.queries import stop_stands, way_now
from tests.factories import MONDAY_9, make_colleague, make_team
from tests.pages import english, words
from tests.pipeline.conftest import TODAY, a_plan, record, routed, settle

pytestmark = pytest.mark.either
LATER = MONDAY_9 + timedelta(hours=1)


def test_what_a_person_stopped_the_gate_does_not_let_begin(accepted, lene):
    process = Process.objects.get()
    settle(process, lene)
    record(process, lene)
    work.lift_stop(process, by=lene, at=LATER)
    work.stop(process, why="Prices are wrong", by=lene, at=LATER)

    actions.open_gate(accepted, by=lene, at=LATER)

    assert stop_stands(process)


def test_the_gate_changes_limits_and_who_approves_and_going_back_undoes_it(ready, process, lene):
    other = make_team(lene, name="Specialists")
    before = way_now(process)
    wanted = Arrangement(
        organisation_model="supervised", judge_first=0.1, money_limit=Decimal(900),
        takers=tuple((level.value, str(other.public_id)) for level in Level),
    )  # fmt: skip
    Initiative.objects.update(pilot=wanted.kept())

    actions.open_gate(initiative_at(ready.public_id), by=lene, at=LATER)

    process.refresh_from_db()
    found = way_now(process)
    assert (found.organisation_model, found.money_limit) == ("supervised", Decimal(900))
    assert found.takers == wanted.takers
    assert routed(process).team == other
    actions.move_back(initiative_at(ready.public_id), why="", by=lene, at=LATER)
    process.refresh_from_db()
    assert way_now(process) == before


def test_an_amount_that_was_laid_down_stays_where_the_plan_names_none(ready, process, lene):
    work.change_terms(process, work.Terms(money_limit=Decimal(500)), by=lene, at=MONDAY_9)

    actions.open_gate(ready, by=lene, at=LATER)

    assert way_now(process).money_limit == 500


def test_a_stop_by_rule_puts_the_teams_back_too(ready, process, lene):
    before = way_now(process).takers
    other = make_team(lene, name="Specialists")
    takers = tuple((level.value, str(other.public_id)) for level in Level)
    wanted = Arrangement(organisation_model="collaborative", takers=takers)
    Initiative.objects.update(pilot=wanted.kept())
    live = initiative_at(ready.public_id)
    actions.open_gate(live, by=lene, at=LATER)

    assert actions.drill(initiative_at(ready.public_id), by=lene, at=LATER).passed
    assert way_now(process).takers == takers
    actions.move_back(initiative_at(ready.public_id), why="", by=lene, at=LATER)
    assert way_now(process).takers == before


def test_what_a_person_does_alone_is_not_accepted(task, lene, emil):
    choose(task, Division.PERSON_ALONE, why="We want to.", by=lene, at=MONDAY_9)

    with pytest.raises(NotAllowed):
        actions.accept(task, a_plan(None, lene, emil), by=lene, at=MONDAY_9)

    assert not Initiative.objects.exists()


@pytest.mark.parametrize("role", [Role.HR, Role.EMPLOYEE])
def test_who_may_not_change_processes_has_none_made(role, task, new_work, emil):
    by = make_colleague(role)

    with pytest.raises(NotAllowed):
        actions.accept(task, a_plan(None, by, emil), work=new_work, by=by, at=MONDAY_9)

    assert not Process.objects.exists()
    assert not Initiative.objects.exists()


def test_a_process_that_was_there_stays_and_its_task_is_no_longer_part_of_it(
    process, task, lene, emil
):
    made = actions.accept(task, a_plan(process, lene, emil), by=lene, at=MONDAY_9)
    task.refresh_from_db()
    assert task.process == process
    assert not way_now(process).waits

    actions.take_back_acceptance(made, by=lene, at=LATER)

    task.refresh_from_db()
    assert (Process.objects.get(), task.process) == (process, None)


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def form_of(browser, task: Task, **said: object) -> dict[str, object]:
    """The page's form as it arrives, with what is said."""
    form = browser.get(f"/initiatives/new/?task={task.public_id}").context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return {**{name: value for name, value in shown.items() if value is not None}, **said}


def test_the_page_arrives_filled_and_is_accepted_and_undone(browser, task, team, emil, lene):
    asked = browser.get(f"/initiatives/new/?task={task.public_id}")
    given = form_of(
        browser, task, kind="customer_service", criteria="Less typing.",
        evaluator=str(emil.public_id),
    )  # fmt: skip
    assert "its team does its cases without AI until the pilot" in words(asked)
    assert (given["pilot_model"], given["pilot_first"]) == ("collaborative", 20)
    assert (given["takers"], given["owner"]) == (str(team.public_id), str(lene.public_id))

    answer = browser.post(f"/initiatives/new/?task={task.public_id}", given)

    made = Initiative.objects.get()
    shown = browser.get(answer["Location"])
    assert "4 things are missing" in words(shown)
    assert way_now(Process.objects.get()).waits
    undo = f"/initiatives/{made.public_id}/take-back/"
    assert undo in shown.content.decode()
    assert browser.post(undo)["Location"] == f"/allocation/tasks/{task.public_id}/"
    assert not Process.objects.exists()


def test_a_taken_name_and_a_missing_team_are_named(browser, task, team, process):
    given = form_of(browser, task, kind="customer_service")

    both = browser.post(
        f"/initiatives/new/?task={task.public_id}", {**given, "process": str(process.public_id)}
    )
    none = browser.post(f"/initiatives/new/?task={task.public_id}", {**given, "takers": ""})
    taken = browser.post(f"/initiatives/new/?task={task.public_id}", {**given, "name": "Returns"})

    assert "Choose one of both" in words(both)
    assert "Say which team takes the cases" in words(none)
    assert "There is a process of this name already." in words(taken)
    assert not Initiative.objects.exists()


def test_the_gate_says_what_it_will_change_and_where_the_estimate_stands(
    browser, accepted, task, lene
):
    now = timezone.now()
    audit = Audit.objects.create(
        name="Spring", opens=TODAY, closes=TODAY, by=lene, at=now, settled_at=now
    )
    Figures.objects.create(audit=audit, task=task, people=5, times=9, minutes=12.5, hours=9)
    page = browser.get(f"/initiatives/{accepted.public_id}/")
    shown = page.content.decode()

    assert "In the round 5 people said that it takes 12.5 minutes each time." in words(page)
    assert "?estimated=12.5&amp;next=" in shown
    assert f"/uses/{accepted.process.public_id}/settling/?next=" in shown
    assert standing_of(initiative_at(accepted.public_id), on=TODAY).facts.baseline == 0
    settle(accepted.process, lene)
    record(accepted.process, lene)
    Initiative.objects.update(ends_on=timezone.localdate() + timedelta(days=9))
    told = words(browser.get(f"/initiatives/{accepted.public_id}/"))
    assert "Judged by a person before AI 0 of 100 cases 25 of 100 cases" in told
    assert "AI in this process waits: people do every case proposes" in told


def test_who_may_not_govern_or_plan_finds_no_forms(client_of, accepted):
    for role, law, baseline in ((Role.PROCESS_OWNER, False, True), (Role.EMPLOYEE, False, False)):
        reader = english(client_of(make_colleague(role)))
        shown = reader.get(f"/initiatives/{accepted.public_id}/").content.decode()
        assert ('id="law-form"' in shown, 'id="baseline-form"' in shown) == (law, baseline)
    assert reader.post(f"/initiatives/{accepted.public_id}/take-back/").status_code == 403


def test_programs_accept_a_task_and_read_what_its_gate_will_change(
    client, task, team, lene, emil, process
):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/allocation/{task.public_id}/accept"
    said = {"criteria": "Less typing.", "evaluator": str(emil.public_id)}
    new = {**said, "starter": "customer_service", "team": str(team.public_id)}
    both = {**new, "process": str(process.public_id)}
    wrong = client.post(address, both, content_type="application/json")
    assert (wrong.status_code, [one["where"] for one in wrong.json()["errors"]]) == (
        422, ["starter"],
    )  # fmt: skip

    made = client.post(address, new, content_type="application/json")

    told = made.json()
    assert made.status_code == 201
    assert [each["need"] for each in told["missing"]] == ["baseline", "class", "told", "overseers"]
    assert told["changes"] == [
        {
            "what": "Judged by a person before AI", "now": "0 of 100 cases",
            "then": "20 of 100 cases",
        },
        {"what": "AI in this process", "now": "waits: people do every case", "then": "proposes"},
    ]  # fmt: skip
    again = client.post(address, new, content_type="application/json")
    assert again.status_code == 409
    assert Initiative.objects.count() == 1
