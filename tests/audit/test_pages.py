"""A person fills in their sheet on pages, and others see only what may be told."""

import html
import re
from datetime import date

import pytest
from django.test import Client

from samspil.audit import actions
from samspil.audit.models import Answer, Sheet, Task
from samspil.audit.queries import audits, figures_of_tasks
from samspil.people.actions import make_token
from tests.audit.conftest import answered, listed, made_people
from tests.factories import MONDAY_9, make_process
from tests.pages import english, source, words

pytestmark = pytest.mark.either
LONG_FROM_NOW = date(2126, 1, 1)


@pytest.fixture
def round_(lene):
    """A round that is open whenever these tests are run."""
    return actions.open_audit(
        "Spring", opens=MONDAY_9.date(), closes=LONG_FROM_NOW, teams=[], by=lene, at=MONDAY_9
    )


@pytest.fixture
def browser(client_of, emil):
    return english(client_of(emil))


@pytest.fixture
def mine(round_, browser):
    """The address of Emil's sheet, which he has begun."""
    address = f"/audits/{round_.public_id}/mine/"
    browser.post(f"{address}begin/")
    return address


def say(browser, answer, **said):
    return browser.post(f"/audits/answers/{answer.public_id}/say/", {"per": "week"} | said)


def test_what_becomes_of_it_is_said_before_one_begins(round_, browser):
    shown = words(browser.get(f"/audits/{round_.public_id}/mine/"))

    assert "It is free, and it has no consequence to say nothing." in shown
    assert "GDPR Art. 6(1)(f)" in shown
    assert not Sheet.objects.exists()


def test_tasks_are_found_by_occupation_and_put_on_the_sheet(browser, mine):
    found = words(browser.get(f"{mine}?q=bookkeeping"))
    assert "Bookkeeping, Accounting, and Auditing Clerks" in found
    of_it = browser.get(
        f"{mine}?occupation=43-3031.00", HTTP_HX_REQUEST="1", HTTP_HX_TARGET="found"
    )
    assert "Code documents according to company procedures." in words(of_it)

    browser.post(f"{mine}add/", {"library": ["2493", "2486"], "title": "Make coffee"})

    titles = set(Task.objects.values_list("title", flat=True))
    assert {"Code documents according to company procedures.", "Make coffee"} <= titles
    assert Answer.objects.count() == 3


def test_a_row_is_kept_by_itself_and_a_slip_is_named_beside_it(browser, mine):
    browser.post(f"{mine}add/", {"title": "Answer mail"})
    answer = Answer.objects.get()

    kept = browser.post(
        f"/audits/answers/{answer.public_id}/say/",
        {"times": "10", "per": "day", "minutes": "12", "errors_in_hundred": "5", "wish": "2",
         "frustration": "4", "systems": "Outlook, Navision , Outlook"},
        HTTP_HX_REQUEST="1", HTTP_HX_TARGET=f"said-{answer.public_id.hex}",
    )  # fmt: skip
    assert "10.0 of 37 hours a week" in words(kept)
    answer.refresh_from_db()
    assert (answer.error_share, answer.systems) == (0.05, ["Outlook", "Navision"])

    slip = say(browser, answer, per="day", times="25", minutes="60")

    assert slip.status_code == 422
    assert "25 hours a day, and a day has 24" in words(slip)
    assert 'value="25"' in source(slip)
    answer.refresh_from_db()
    assert answer.times == 10


def test_what_is_no_number_is_named(browser, mine):
    browser.post(f"{mine}add/", {"title": "Answer mail"})

    slip = say(browser, Answer.objects.get(), times="often", minutes="-5")

    assert slip.status_code == 422
    assert "Enter a number" in words(slip)


def test_a_sheet_is_handed_in_once_nothing_is_missing_and_can_be_taken_back(browser, mine):
    browser.post(f"{mine}add/", {"title": "Answer mail"})
    missing = browser.post(f"{mine}hand-in/")
    assert missing.status_code == 422
    assert "Answer mail: say how often you do it" in words(missing)
    say(browser, Answer.objects.get(), times="5", minutes="30")

    browser.post(f"{mine}hand-in/")
    assert "You have handed this in" in words(browser.get(mine))
    browser.post(f"{mine}take-back/")

    assert "Hand in" in words(browser.get(mine))


def test_what_is_taken_away_can_be_brought_back(browser, mine):
    browser.post(f"{mine}add/", {"title": "Answer mail"})
    answer = Answer.objects.get()

    browser.post(f"/audits/answers/{answer.public_id}/remove/")
    gone = browser.get(mine)
    assert f"/audits/answers/{answer.public_id}/restore/" in source(gone)
    browser.post(f"/audits/answers/{answer.public_id}/restore/")

    assert "Answer mail" in words(browser.get(mine))


def test_a_week_of_a_hundred_hours_is_refused(browser, mine):
    shown = browser.post(f"{mine}week/", {"week_hours": "100", "team": ""})

    assert shown.status_code == 422
    assert "at most 80 hours" in words(shown)


def test_withdrawing_asks_first_and_then_deletes_everything(browser, mine):
    browser.post(f"{mine}add/", {"title": "Answer mail"})
    assert "cannot be brought back" in words(browser.get(f"{mine}withdraw/"))

    browser.post(f"{mine}withdraw/")

    assert not Answer.objects.exists()
    assert not Task.objects.exists()


def test_nobody_opens_or_changes_the_answer_of_another(round_, emil, lene, client_of):
    sheet = answered(round_, emil, listed("Answer mail", by=lene))
    theirs = sheet.answers.get().public_id
    leader = english(client_of(lene))

    assert leader.post(f"/audits/answers/{theirs}/say/", {"per": "week"}).status_code == 404
    assert leader.post(f"/audits/{round_.public_id}/mine/withdraw/").status_code == 404
    for address in ("/audits/", f"/audits/{round_.public_id}/", "/audits/tasks/"):
        assert "Emil" not in words(leader.get(address))


def test_a_leader_begins_a_round_ends_it_and_reads_what_is_told(lene, client_of):
    leader = english(client_of(lene))
    made = leader.post(
        "/audits/new/", {"name": "Autumn", "opens": "2026-03-02", "closes": "2126-01-01"}
    )
    address = made.headers["Location"]
    people, task = made_people(6, team="Sales"), listed("Answer mail", by=lene)
    for one in people:
        answered(audits()[0], one, task, wish=2, systems=("Outlook", "SAP"))
    assert "Of 7 people at least 5 have handed in." in words(leader.get(address))

    leader.post(f"{address}close/")

    shown = words(leader.get(address))
    assert "“Answer mail” takes most time" in shown
    assert "6 hours a week" in shown
    rows = source(leader.get(f"{address}figures.csv")).splitlines()
    assert rows[1].split(";")[:4] == ["Answer mail", "", "6", "6.0"]
    assert "Answer mail" in words(leader.get("/audits/tasks/"))


def test_a_round_in_the_past_is_refused_in_words(lene, client_of):
    shown = english(client_of(lene)).post(
        "/audits/new/", {"name": "X", "opens": "2026-01-01", "closes": "2026-01-02"}
    )

    assert shown.status_code == 422
    assert "not lie in the past" in words(shown)


def test_a_task_is_linked_to_live_work_on_its_page(lene, client_of):
    leader = english(client_of(lene))
    process = make_process(name="Customers")
    leader.post("/audits/tasks/new/", {"title": "Answer mail", "process": process.public_id})
    task = Task.objects.get()

    said = {"title": "Answer mail", "process": process.public_id, "topic": ""}
    topic = process.topics.order_by("key")[0].key
    leader.post(f"/audits/tasks/{task.public_id}/", said | {"topic": topic})
    leader.post(f"/audits/tasks/{task.public_id}/remove/")
    leader.post(f"/audits/tasks/{task.public_id}/restore/")

    task.refresh_from_db()
    assert (task.process, task.topic, task.removed_at) == (process, topic, None)
    assert [row.task for row in figures_of_tasks()] == [task]


def test_employees_may_not_begin_rounds_or_change_the_list(browser):
    for address in ("/audits/new/", "/audits/tasks/new/"):
        assert browser.get(address).status_code == 403


@pytest.mark.parametrize("n", [1, 3])
def test_a_sheet_costs_the_same_for_one_task_as_for_many(
    n, browser, mine, django_assert_max_num_queries
):
    browser.post(f"{mine}add/", {"library": ["2493", "2486", "2496"][:n]})

    with django_assert_max_num_queries(14):
        browser.get(mine)


def test_who_is_asked_is_told_on_today(round_, browser, emil, lene):
    assert "You may say what takes your time" in words(browser.get("/audits/asked/"))

    answered(round_, emil, listed("Answer mail", by=lene))

    assert "You may say" not in words(browser.get("/audits/asked/"))


def test_a_table_is_looked_at_before_it_is_put_onto_the_sheet(browser, mine):
    table = "task;times;per;minutes\nAnswer mail;10;day;12\nReports;25;day;60\n"

    looked = browser.post(f"{mine}table/", {"text": table})

    assert "Row 3: That would be 25 hours a day" in words(looked)
    assert not Answer.objects.exists()
    text = re.search(r'name="text" value="([^"]+)"', source(looked))
    assert text is not None
    browser.post(f"{mine}table/", {"text": html.unescape(text[1]), "sure": "yes"})
    assert [one.task.title for one in Answer.objects.all()] == ["Answer mail"]
    rows = source(browser.get(f"{mine}answers.csv")).splitlines()
    assert rows[1] == "Answer mail;10;day;12;;;;"


def test_a_file_that_is_no_table_is_refused_in_words(browser, mine):
    shown = browser.post(f"{mine}table/", {"text": "Hello"})

    assert shown.status_code == 422
    assert "The first row must name the columns" in words(shown)


def test_by_program_one_fills_in_ones_own_sheet_and_reads_what_is_told(round_, lene, emil):
    token = make_token(colleague=emil, name="x", at=MONDAY_9)
    program = Client(headers={"Authorization": f"Bearer {token}"})
    address = f"/api/v1/audits/{round_.public_id}"
    body = {"answers": [{"title": "Mail", "times": 1, "minutes": 60}], "hand_in": True}

    made = program.post(f"{address}/mine", body, content_type="application/json")

    assert made.json()["hours"] == 1.0
    assert program.get(f"{address}/mine").json()["handed_in_at"] is not None
    again = program.post(f"{address}/mine", body, content_type="application/json")
    assert again.status_code == 409
    assert program.get(address).json()["handed_in"] == 0
    assert program.get("/api/v1/tasks").json() == []
    assert program.post(f"{address}/close").status_code == 403


def test_by_program_what_cannot_be_so_is_named_and_nothing_is_kept(round_, emil):
    token = make_token(colleague=emil, name="x", at=MONDAY_9)
    program = Client(headers={"Authorization": f"Bearer {token}"})
    body = {
        "answers": [{"title": "Mail"}, {"title": "X", "per": "day", "times": 25, "minutes": 60}]
    }

    refused = program.post(
        f"/api/v1/audits/{round_.public_id}/mine", body, content_type="application/json"
    )

    assert refused.status_code == 422
    assert "25 hours a day" in refused.json()["detail"]
    assert not Answer.objects.exists()
