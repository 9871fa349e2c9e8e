"""What browsers are told with every answer, and which requests are taken for ours."""

import pytest
from django.test import Client
from django.urls import path

from samspil.config import urls
from samspil.core.ids import new_id
from samspil.core.roles import Role
from tests.config.test_addresses import filled, plain
from tests.factories import PASSWORD, make_colleague

pytestmark = pytest.mark.either
MAIL = "anna@nordlys.example"
ANSWERS = {
    "/": 200,
    "/accounts/login/": 302,
    "/work/export.csv": 200,
    "/nowhere/": 404,
    "/api/v1/cases": 401,
    "/api/v1/openapi.json": 200,
    "/static/web/base.css": 200,
    "/f/nobody/": 404,
    "/verify/": 200,
    "/health/": 503,
}


def broken(request):
    raise ValueError("zebrafinch")


urlpatterns = [path("broken/", broken), *urls.urlpatterns]


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.OWNER, email=MAIL, password=PASSWORD)


@pytest.mark.parametrize(("address", "status"), ANSWERS.items())
def test_every_answer_says_what_may_be_done_with_it(anna, client_of, address, status):
    answer = client_of(anna).get(address)

    policy = dict(one.split(" ", 1) for one in answer["Content-Security-Policy"].split("; "))
    assert answer.status_code == status
    for part in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert policy[part] == "'none'", part
    assert policy["script-src"] == "'self'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in answer
    if answer["Content-Type"].startswith("text/"):
        assert "charset=" in answer["Content-Type"]


def test_methods_that_nobody_needs_find_no_page(anna, client_of):
    client = client_of(anna)

    answers = {route: client.trace(filled(route, new_id())).status_code for route in plain()}

    assert {route for route, status in answers.items() if status < 300} == {"/api/v1/openapi.json"}


def test_a_page_of_another_site_changes_nothing(anna):
    client = Client(enforce_csrf_checks=True)
    client.force_login(anna.user)

    for address in ("/people/teams/", "/work/next/", "/accounts/logout/", "/language/setlang/"):
        assert client.post(address, {"name": "Ours"}).status_code == 403
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("place", ["//evil.example/", "https://evil.example/", "/\\evil.example/"])
def test_nobody_is_led_to_another_site(anna, place):
    client = Client()
    said = {"login": MAIL, "password": PASSWORD, "next": place}

    for address, sent in (
        (f"/accounts/login/?next={place}", said),
        ("/language/setlang/", {"language": "de", "next": place}),
        ("/people/teams/", {"name": "Service", "next": place}),
        (f"/accounts/logout/?next={place}", {"next": place}),
    ):
        answer = client.post(address, sent)

        assert answer.status_code == 302
        assert "evil" not in answer["Location"], address


@pytest.mark.urls("tests.config.test_heads")
def test_what_breaks_says_so_and_nothing_of_the_inside(anna):
    client = Client(raise_request_exception=False)
    client.force_login(anna.user)

    answer = client.get("/broken/")

    assert answer.status_code == 500
    for inside in ("zebrafinch", "Traceback", "ValueError", "samspil/"):
        assert inside not in answer.content.decode()


def test_nobody_calls_us_by_another_name(client, db):
    assert client.get("/accounts/login/", headers={"Host": "evil.example"}).status_code == 400
