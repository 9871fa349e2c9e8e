"""The pages of language models: one table says what goes where, and a list says what did."""

import pytest

from samspil.core.gateway.allowing import Place, Verdict
from samspil.core.masking import DataClass
from samspil.core.roles import Role
from samspil.governance.actions import NotAsked, ask_model
from samspil.governance.models import Allowance, ModelCall, ModelServer
from samspil.people.actions import make_token
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import asking, make_server
from tests.model_server import model_server
from tests.pages import source, words


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Lene Krogh")


@pytest.fixture
def browser(owner, browser_of):
    return browser_of(owner)


def typed(owner, **wanted):
    usual = {
        "name": "Small", "place": "machine", "base_url": "http://127.0.0.1:9/v1", "model": "small",
        "key": "sk-hemmelig", "purposes": ["answers"], "owner": str(owner.public_id), "on": "on",
    }  # fmt: skip
    return usual | wanted


def test_without_a_model_the_page_says_what_one_would_add_and_what_never_leaves(browser):
    shown = words(browser.get("/models/"))

    assert "No language model is set up, and none is needed" in shown
    assert "identity numbers never do" in shown


def test_a_model_is_set_up_and_gets_nothing_before_it_is_allowed(browser, owner):
    answer = browser.post("/models/add/", typed(owner), follow=True)

    assert "Nothing may go there yet." in words(answer)
    assert not Allowance.objects.exists()
    assert ModelServer.objects.get().on


def test_no_page_shows_the_key(browser, owner):
    server = make_server(owner)

    one = f"/models/{server.public_id}/"
    for address in ("/models/", one, f"{one}change/"):
        assert "hemmelig" not in source(browser.get(address))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"base_url": "http://models.example.eu/v1", "place": "eu"}, "without https"),
        ({"base_url": "https://localhost/v1", "place": "eu"}, "choose that place"),
        ({"name": ""}, "This field is required"),
    ],
)
def test_what_cannot_be_is_said_beside_the_form(browser, owner, wrong, said):
    answer = browser.post("/models/add/", typed(owner, **wrong))

    assert answer.status_code == 422
    assert said in words(answer)


def test_the_allow_list_is_one_table(browser, owner):
    make_server(owner, verdict=Verdict.MASK)

    shown = words(browser.get("/models/"))

    assert "internal goes, names masked" in shown
    assert "confidential stays here" in shown


def test_what_may_go_is_chosen_as_far_as_the_place_admits(browser, owner):
    server = make_server(owner, "https://models.example.com/v1", place=Place.ELSEWHERE)
    address = f"/models/{server.public_id}/"

    browser.post(address, {"public": "allow", "internal": "block", "confidential": "block",
                           "personal": "mask"})  # fmt: skip
    too_much = browser.post(address, {"public": "allow", "internal": "block",
                                      "confidential": "block", "personal": "allow"})  # fmt: skip

    assert too_much.status_code == 422
    assert dict(Allowance.objects.values_list("data_class", "verdict")) == {
        "public": "allow",
        "personal": "mask",
    }


def test_a_model_is_tried_from_its_page(browser, owner):
    with model_server("Ready <b>now</b>") as script:
        server = make_server(owner, script.url)
        answer = browser.post(f"/models/{server.public_id}/try/", follow=True)

    assert "It answers: “Ready <b>now</b>”" in words(answer) or "&lt;b&gt;" in source(answer)
    assert "<b>now" not in source(answer)


def test_a_model_that_fails_is_said_to_fail(browser, owner):
    with model_server(500) as script:
        server = make_server(owner, script.url)
        answer = browser.post(f"/models/{server.public_id}/try/", follow=True)

    assert "The model server refused. (HTTP 500)" in words(answer)


def test_a_removed_model_is_gone_and_its_lines_stay(browser, owner):
    with model_server("x") as script:
        server = make_server(owner, script.url)
        ask_model(asking(), at=MONDAY_9)
        browser.post(f"/models/{server.public_id}/remove/")

    assert not ModelServer.objects.exists()
    assert ModelCall.objects.get().server_name == "Small"


def test_the_calls_are_listed_counted_and_taken_along(browser, owner):
    with model_server("x") as script:
        make_server(owner, script.url)
        ask_model(asking(), at=MONDAY_9)
        with pytest.raises(NotAsked):
            ask_model(asking(data_class=DataClass.PERSONAL), at=MONDAY_9)

    shown = words(browser.get("/models/calls/"))
    blocked = words(browser.get("/models/calls/?outcome=blocked&since=2026-03-02&until=2026-03-02"))
    none = words(browser.get("/models/calls/?since=2026-03-03"))
    file = b"".join(browser.get("/models/calls/calls.csv").streaming_content).decode()

    assert "answered: 1" in shown
    assert "stayed here: 1" in shown
    assert "answered: 1" not in blocked
    assert "The allow-list does not let this kind of data go to a language model." in blocked
    assert "No line matches" in none
    assert len(file.splitlines()) == 3
    assert "holiday" not in file


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_costs_the_same_however_much_there_is(
    browser, owner, many, django_assert_max_num_queries
):
    with model_server("x") as script:
        for number in range(many):
            make_server(owner, script.url, name=f"Model {number}")
            ask_model(asking(), at=MONDAY_9)

    browser.get("/models/")
    with django_assert_max_num_queries(12):
        browser.get("/models/")
    with django_assert_max_num_queries(12):
        browser.get("/models/calls/")


@pytest.mark.parametrize("role", [Role.LEADER, Role.HR, Role.EMPLOYEE, Role.OPERATOR])
def test_others_see_neither_models_nor_calls(browser_of, organisation, role):
    browser = browser_of(make_colleague(role))
    browser.raise_request_exception = False

    for address in ("/models/", "/models/add/", "/models/calls/", "/models/calls/calls.csv"):
        assert browser.get(address).status_code == 403


def test_a_program_of_the_data_protection_officer_reads_both_and_no_key(client, organisation):
    officer = make_colleague(Role.DATA_PROTECTION)
    token = make_token(colleague=officer, name="x", at=MONDAY_9)
    with model_server("x") as script:
        make_server(officer, script.url)
        ask_model(asking(), at=MONDAY_9)

    head = {"HTTP_AUTHORIZATION": f"Bearer {token}"}
    models = client.get("/api/v1/models", **head)
    calls = client.get("/api/v1/models/calls?outcome=answered", **head)

    (model,) = models.json()
    assert (model["has_key"], model["allowed"]["internal"]) == (True, "allow")
    assert "hemmelig" not in models.content.decode()
    assert [one["outcome"] for one in calls.json()["calls"]] == ["answered"]
