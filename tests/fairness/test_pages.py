"""The pages and the API show what was tried, and who answers for it is told on Today."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.fairness.actions import try_fairness
from samspil.fairness.models import Why
from samspil.people.actions import make_token
from samspil.teaching.actions.versions import starter_of
from tests.factories import MONDAY_9, make_colleague, make_process, make_waiting
from tests.fairness.conftest import trial
from tests.pages import english, source, words

pytestmark = pytest.mark.either


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def test_a_page_shows_each_kind_with_its_verdict_and_examples_of_our_own(hr, browser):
    make_waiting(hr, "Kan jeg holde ferie, siger Bodil fra Nakskov?")
    made = try_fairness(hr, why=Why.ASKED, by=None, at=MONDAY_9)

    shown = browser.get(f"/fairness/{hr.public_id}/")

    assert "36 texts of our own and 1 that came in here" in words(shown)
    assert "A time without work" in words(shown)
    assert made.examples
    assert made.examples[0]["texts"][0].split("\n")[0][:30] in words(shown)
    assert "Bodil" not in source(shown)


def test_who_answers_reads_of_it_on_today_until_they_have_looked(hr, browser, lene):
    found = trial(hr)
    assert "HR" in words(browser.get("/fairness/due/"))

    browser.post(f"/fairness/trials/{found.public_id}/seen/")

    assert "Nothing waits" in words(browser.get("/fairness/due/"))
    assert "Lene Krogh looked at it" in words(browser.get(f"/fairness/{hr.public_id}/"))


def test_others_see_the_result_and_neither_the_reminder_nor_the_buttons(hr, client_of):
    found = trial(hr)
    employee = english(client_of(make_colleague(Role.EMPLOYEE)))

    shown = employee.get(f"/fairness/{hr.public_id}/")

    assert "Beyond the limit set beforehand: How old somebody is." in words(shown)
    assert "I have looked at it" not in words(shown)
    assert "Nothing waits" in words(employee.get("/fairness/due/"))
    assert employee.post(f"/fairness/trials/{found.public_id}/seen/").status_code == 403
    assert employee.post(f"/fairness/{hr.public_id}/try/").status_code == 403


def test_the_file_holds_the_counts(hr, browser):
    trial(hr)

    rows = source(browser.get(f"/fairness/{hr.public_id}/trial.csv")).splitlines()

    assert rows[1].startswith("age;36;20;")
    assert rows[1].endswith(";difference;yes")
    assert len(rows) == 3


def test_a_version_says_what_its_trial_found(hr, browser):
    version = starter_of(hr)
    address = f"/skills/versions/{version.public_id}/"
    assert "Tried for fairness" not in words(browser.get(address))

    trial(hr)

    assert "some swapped words change more answers" in words(browser.get(address))


def test_programs_read_trials_and_ask_for_new_ones(hr, client, lene):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    address = f"/api/v1/processes/{hr.public_id}/fairness"
    assert client.get(address).status_code == 404
    trial(hr)

    told = client.get(address).json()

    assert (told["beyond"], told["seen"], told["harmless"], told["harmless_texts"]) == (
        True, False, 1, 36,
    )  # fmt: skip
    assert told["kinds"][0]["verdict"] == "difference"
    assert client.get("/api/v1/fairness").json() == [told]
    assert client.post(address).status_code == 202


def test_the_overview_costs_the_same_for_many_processes(hr, browser):
    trial(hr)
    browser.get("/fairness/")
    with CaptureQueriesContext(connection) as one:
        browser.get("/fairness/")
    for number in range(3):
        trial(make_process(name=f"HR {number}", starter="hr"))

    with CaptureQueriesContext(connection) as four:
        shown = browser.get("/fairness/")

    assert len(four) == len(one)
    assert "HR 2" in words(shown)
