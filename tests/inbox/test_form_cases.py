"""How a case that came by a form looks to those who answer it, and the form to programs."""

import pytest
from django.core.cache import cache
from django.test import Client

from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.work import actions as work
from samspil.work.models import Case
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting
from tests.inbox.forms import make_form, secret_of, stranger, write
from tests.pages import english, words


@pytest.fixture
def anna(organisation):
    cache.clear()
    return make_colleague(Role.REVIEWER, name="Anna")


@pytest.fixture
def form(anna):
    return make_form(make_process(team=make_team(anna)), slug="nordlys")


@pytest.fixture
def browser(client_of, anna):
    return english(client_of(anna))


def waiting() -> Case:
    case = Case.objects.get(channel="form")
    work.propose_and_route([case.pk], at=MONDAY_9)
    case.refresh_from_db()
    return case


def test_the_case_shows_what_was_filled_in(form, browser):
    write(form, name="Anne Holm", order="4711", own0="Red")

    said = words(browser.get(f"/work/{waiting().public_id}/"))

    for told in ("By the public form", "Name Anne Holm", "customer number 4711", "Colour Red"):
        assert told in said
    assert "No mail address was given" in said
    assert "Nobody has checked who wrote this" in said


def test_the_case_says_when_the_reply_goes_by_mail(form, browser):
    write(form, mail="anne@example.com")

    assert "The reply goes by mail" in words(browser.get(f"/work/{waiting().public_id}/"))


def test_the_row_in_the_queue_says_how_it_came(form, browser):
    make_waiting(form.process)
    before = words(browser.get("/work/"))
    write(form)
    waiting()

    assert "by form" not in before
    assert "by form" in words(browser.get("/work/"))


def test_who_holds_a_withdrawn_case_is_told(form, browser, anna):
    secret = secret_of(write(form))
    case = waiting()
    work.claim(case, by=anna, at=MONDAY_9)

    stranger().post(f"/f/status/{secret}/", {"withdraw": "yes"})

    said = words(browser.get(f"/work/{case.public_id}/"))
    assert "The sender needs no answer any more: close the case" in said


def test_what_was_filled_in_is_found(form, browser):
    write(form, order="AB-77123")
    waiting()

    assert "When does my pump arrive?" in words(browser.get("/work/search/?q=AB-77123"))


def test_a_program_reads_how_a_form_stands(form, anna):
    token = make_token(colleague=anna, name="mine", at=MONDAY_9)
    client = Client(headers={"authorization": f"Bearer {token}"})

    answer = client.get(f"/api/v1/processes/{form.process.public_id}/form").json()

    assert answer["open"] is True
    assert answer["address"].endswith("/f/nordlys/")
    assert answer["asked"]["mail"] == "may"
    assert answer["own_fields"][0]["choices"]["en"] == ["Red", "Blue"]


def test_a_process_without_a_form_has_none_for_programs(form, anna):
    token = make_token(colleague=anna, name="mine", at=MONDAY_9)
    client = Client(headers={"authorization": f"Bearer {token}"})

    assert client.get(f"/api/v1/processes/{make_process().public_id}/form").status_code == 404
