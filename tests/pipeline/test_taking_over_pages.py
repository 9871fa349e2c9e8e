"""Pages and the API show that a task was divided anew, and take it over or leave the plan."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.allocation.actions import Said, choose, judge, move_task
from samspil.core.allocation.divisions import Division, Place
from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.pipeline import actions
from samspil.pipeline.models import Adjustment, Initiative
from samspil.pipeline.queries import differing_one, initiative_at
from samspil.work.queries import way_now
from tests.allocation.conftest import ROUTINE
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, source, words
from tests.pipeline.test_taking_over import DECIDES, LATER, divided, seen

pytestmark = pytest.mark.either


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


@pytest.fixture
def anew(followed, task, lene) -> Initiative:
    """Its task was given to a person who leads, and dragged elsewhere before."""
    move_task(task, Place(creative=0.1, contact=0.2), why="<b>Calls</b>", by=lene, at=LATER)
    choose(task, Division.PERSON_LEADS, why="Customers ask.", by=lene, at=LATER + timedelta(days=1))
    Initiative.objects.update(ends_on=timezone.localdate() + timedelta(days=90))
    return initiative_at(followed.public_id)


def address_of(one: Initiative) -> str:
    return f"/initiatives/{one.public_id}/"


def test_the_page_says_who_changed_what_and_what_changes_before_anybody_presses(browser, anew):
    page = browser.get(address_of(anew))
    shown = words(page)

    assert "Who does the task now A person leads, and AI supports." in shown
    assert "The plan goes by AI proposes, and a person decides each time." in shown
    assert "3 Mar 2026, Lene Krogh: Task given “Customers ask.”" in shown
    assert "2 Mar 2026, Lene Krogh: Task moved “<b>Calls</b>”" in shown
    assert "Pilot: Judged by a person before AI 20 of 100 cases becomes 50 of 100 cases" in shown
    assert "Scale: Judged by a person before AI 5 of 100 cases becomes 25 of 100 cases" in shown
    assert "No case is worked on otherwise before its gate opens." in shown
    assert "its task was divided anew" in words(browser.get("/initiatives/"))
    assert anew.task is not None
    there = f"/initiatives/of/task/{anew.task.public_id}/"
    assert there in source(browser.get(f"/allocation/tasks/{anew.task.public_id}/"))
    tried = "Returns sorted by AI Proof of concept its task was divided anew See what differs"
    assert tried in words(browser.get(there))


def test_it_is_taken_over_by_page_and_undone_by_page(browser, anew):
    address = address_of(anew)
    refused = browser.post(f"{address}take-over/", {"mark": "read long ago"})
    assert refused.status_code == 409
    assert "Somebody changed this meanwhile: look at it anew." in words(refused)

    browser.post(f"{address}take-over/", {"mark": seen(anew)})

    made = Adjustment.objects.get()
    page = browser.get(address)
    undo = f"/initiatives/adjustments/{made.public_id}/undo/"
    assert undo in source(page)
    assert "New division of its task taken over: A person leads, and AI supports." in words(page)
    assert "Who does the task now" not in words(page)
    assert "its task was divided anew" not in words(browser.get("/initiatives/"))
    browser.post(undo)
    shown = words(browser.get(address))
    assert "It is laid down as it was before." in shown
    assert "Who does the task now" in shown
    assert "New division of its task taken over" not in shown
    browser.post(undo)
    assert "Somebody undid this before." in words(browser.get(address))
    assert browser.post(f"/initiatives/adjustments/{anew.public_id}/undo/").status_code == 404


def test_a_plan_is_left_by_page_for_a_reason_and_stays_to_be_read(browser, anew):
    address = address_of(anew)
    assert browser.post(f"{address}leave/", {"mark": seen(anew)}).status_code == 409

    browser.post(f"{address}leave/", {"mark": seen(anew), "why": "First <the> pilot."})

    shown = words(browser.get(address))
    assert "The task is divided otherwise; the plan may stay so" in shown
    assert "by Lene Krogh: “First <the> pilot.”" in shown
    assert "What was said of the task since" not in shown
    assert (
        "Left as planned, although its task is divided otherwise: A person leads, and AI supports."
        in shown
    )
    assert "its task was divided anew" not in words(browser.get("/initiatives/"))


def test_who_may_not_take_it_over_reads_all_of_it_and_finds_no_button(anew, lene, client_of):
    address = address_of(anew)
    for role, live, button in (
        (Role.EMPLOYEE, False, False), (Role.HR, False, True), (Role.HR, True, False),
        (Role.PROCESS_OWNER, True, True),
    ):  # fmt: skip
        if live and initiative_at(anew.public_id).live_at is None:
            actions.open_gate(anew, by=lene, at=timezone.now())
        reader = english(client_of(make_colleague(role)))
        shown = words(reader.get(address))
        assert ("Take over the new division" in shown) is button
        assert "Who does the task now A person leads, and AI supports." in shown
        assert ("Pilot · The process, at once: Judged by a person before AI 20" in shown) is live
        if not button:
            refused = reader.post(f"{address}take-over/", {"mark": seen(anew)})
            assert refused.status_code == 403
    assert not Adjustment.objects.exists()


def test_at_work_the_toast_says_that_the_process_works_so(browser, anew, process, lene):
    actions.open_gate(anew, by=lene, at=timezone.now())

    browser.post(f"{address_of(anew)}take-over/", {"mark": seen(anew)})

    assert "The process works so from the next case on." in words(browser.get(address_of(anew)))
    assert way_now(process).judge_first == 0.5


def test_a_narrowing_by_law_stands_as_such_and_offers_no_undo(browser, followed, task, lene):
    divided(task, Division.AI_ALONE, lene, at=MONDAY_9)
    actions.take_over(followed, mark=seen(followed), by=lene, at=MONDAY_9)
    judge(task, Said(criteria=ROUTINE, touch=DECIDES), by=lene, at=LATER)
    address = address_of(followed)

    shown = words(browser.get(address))

    assert "The law leaves AI less of its task than the plan lays down." in shown
    assert "It decides about people at work: AI suggests at most" in shown
    assert "Lene Krogh: Task judged" in shown
    assert "Leave the plan as it is" not in shown
    assert 'href="' + address + '#differs"' in source(browser.get(address))
    assert "the law leaves AI less" in words(browser.get("/initiatives/"))
    browser.post(f"{address}take-over/", {"mark": seen(followed)})
    made = Adjustment.objects.order_by("-pk")[0]
    page = browser.get(address)
    assert "Taken over. No case is worked on otherwise yet." in words(page)
    assert str(made.public_id) not in source(page)


def test_what_people_do_alone_now_is_moved_back_or_ended_from_there(
    browser, followed, task, lene, client_of
):
    Initiative.objects.update(ends_on=timezone.localdate() + timedelta(days=90))
    actions.open_gate(initiative_at(followed.public_id), by=lene, at=timezone.now())
    divided(task, Division.PERSON_ALONE, lene)
    address = address_of(followed)
    shown = words(browser.get(address))
    assert "There is nothing to try with AI any more." in shown
    assert "Take over the new division" not in shown
    assert "differs-back-why" in source(browser.get(address))
    assert "differs-back-why" not in source(client_of(make_colleague(Role.HR)).get(address))

    browser.post(f"{address}back/", {"why": "A person does it alone."})

    page = source(browser.get(address))
    assert "differs-end-why" in page
    browser.post(f"{address}end/", {"why": "A person does it alone."})
    assert "Who does the task now" not in words(browser.get(address))


def test_programs_read_what_differs_take_it_over_and_leave_it(client, anew, lene, task):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    address = f"/api/v1/initiatives/{anew.public_id}"

    def sent(deed: str, **said: str):
        return client.post(f"{address}/{deed}", said, content_type="application/json")

    told = client.get(address).json()["differs"]
    assert (told["division"], told["was"], told["ground"], told["live"]) == (
        "person_leads", "together", "divided", False,
    )  # fmt: skip
    assert told["reasons"] == ["“Customers ask.”"]
    assert told["changes"][0] == {
        "where": "Pilot", "what": "Judged by a person before AI", "now": "20 of 100 cases",
        "then": "50 of 100 cases",
    }  # fmt: skip
    assert sent("take-over", mark="x").status_code == 409
    assert sent("leave", mark=told["mark"]).status_code == 409

    left = sent("leave", mark=told["mark"], why="First the pilot.").json()["differs"]
    done = sent("take-over", mark=left["mark"])

    assert (left["ground"], done.status_code, done.json()["differs"]) == ("planned", 200, None)
    assert sent("take-over", mark=left["mark"]).status_code == 409
    assert differing_one(initiative_at(anew.public_id)) is None
    nobody = address.replace(str(anew.public_id), str(task.public_id))
    for deed in ("take-over", "leave"):
        refused = client.post(f"{nobody}/{deed}", {}, content_type="application/json")
        assert refused.status_code == 404
