"""Whoever holds the link founds the first organisation, once; nobody else can."""

import threading
from datetime import time

import pytest
from django.db import connection
from django.utils import timezone

from samspil.config.health import examine
from samspil.core.opening_hours import read_hours
from samspil.core.roles import Role
from samspil.founding import actions
from samspil.founding.queries import start_code, start_link
from samspil.people.models import Colleague, Kind, Team, User
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.work.models import Timetable
from tests.factories import MONDAY_9
from tests.pages import english, words

HAVGAARD = {
    "name": "Havgaard Ventilation",
    "owner": "Mette Havgaard",
    "email": "mette@example.com",
    "password": "correct horse battery",
    "language": "en",
    "time_zone": "Europe/Copenhagen",
    "country": "DK",
}


def address(code: str = "") -> str:
    return f"/start/{code or start_code()}/"


def wrong_code() -> str:
    right = start_code()
    return ("a" if right[0] != "a" else "b") + right[1:]


@pytest.fixture
def visitor(client, db):
    return english(client)


def test_the_link_founds_an_organisation_and_signs_its_owner_in(visitor):
    answer = visitor.post(address(), HAVGAARD, follow=True)

    assert answer.status_code == 200
    assert "Havgaard Ventilation" in words(answer)
    assert "Which messages shall AI help with?" in words(answer)
    organisation = Organisation.objects.get()
    assert (organisation.language, organisation.time_zone) == ("en", "Europe/Copenhagen")
    assert answer.wsgi_request.user.email == "mette@example.com"


def test_whoever_founded_signs_in_anew_after_as_long_as_anybody(visitor, settings):
    visitor.post(address(), HAVGAARD)
    settings.SESSION_COOKIE_AGE = -1

    assert visitor.get("/")["Location"].startswith("/accounts/login/")


def test_a_founded_organisation_has_an_owner_an_ai_colleague_a_team_and_hours(visitor):
    visitor.post(address(), HAVGAARD)

    with enter(Organisation.objects.get()):
        owner = Colleague.objects.get(kind=Kind.PERSON)
        ai = Colleague.objects.get(kind=Kind.AI)
        team = Team.objects.get()
        table = Timetable.objects.get(process=None)
        hours = read_hours(table.hours)
        assert list(team.members.all()) == [owner]
    assert (owner.name, owner.role_set) == ("Mette Havgaard", frozenset({Role.OWNER}))
    assert (ai.name, ai.skill) == ("Samspil AI", "triage")
    assert team.name == "Everybody"
    assert table.country == "DK"
    assert hours is not None
    assert [bool(day) for day in hours.days] == [True] * 5 + [False] * 2
    assert (hours.days[0][0].opens, hours.days[0][0].closes) == (time(8), time(16))


def test_once_there_is_an_organisation_the_link_is_gone(visitor, organisation):
    assert visitor.get(address()).status_code == 404
    assert visitor.post(address(), HAVGAARD).status_code == 404
    assert Organisation.objects.get() == organisation


def test_a_wrong_code_finds_nothing_and_founds_nothing(visitor):
    assert visitor.get(address(wrong_code())).status_code == 404
    assert visitor.post(address(wrong_code()), HAVGAARD).status_code == 404
    assert not Organisation.objects.exists()
    assert not User.objects.exists()


def test_who_tries_many_codes_is_stopped_even_with_the_right_one(one_minute, visitor):
    tried = [visitor.get(address(wrong_code())).status_code for _ in range(30)]

    answer = visitor.get(address())

    assert tried == [404] * 30
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("email", "mette", "Enter a valid email address."),
        ("password", "short", "at least 12 characters"),
        ("name", "", "This field is required."),
        ("time_zone", "Mars/Olympus", "is not one of the available choices"),
        ("country", "US", "is not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(visitor, field, value, said):
    answer = visitor.post(address(), HAVGAARD | {field: value})

    assert answer.status_code == 422
    assert said in words(answer)
    kept = "Mette Havgaard"
    assert kept in answer.content.decode()
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("path", ["/", "/accounts/login/"])
def test_an_empty_installation_says_where_its_link_is(visitor, path):
    answer = visitor.get(path, follow=True)

    assert "Samspil is ready, and nobody has begun yet" in words(answer)
    assert "samspil doctor" in words(answer)
    assert start_code() not in answer.content.decode()


def test_the_sign_in_of_a_founded_installation_is_the_sign_in(visitor, organisation):
    answer = visitor.get("/accounts/login/")

    assert "nobody has begun" not in words(answer)
    assert 'name="password"' in answer.content.decode()


def test_the_doctor_shows_the_link_until_somebody_has_begun(db):
    before = {one.what: one.said for one in examine()}["organisations"]
    actions.found_first(actions.Founding(**HAVGAARD), at=MONDAY_9)
    after = {one.what: one.said for one in examine()}["organisations"]

    assert before == f"Open {start_link()} to begin."
    assert after == "1 founded"


def test_the_link_leads_to_where_the_pages_are_served(settings, db):
    settings.BASE_URL, settings.BASE_URL_GIVEN = "http://localhost:8000", False
    served = start_link("http://127.0.0.1:8123/")
    settings.BASE_URL, settings.BASE_URL_GIVEN = "https://samspil.example", True
    reached = start_link("http://127.0.0.1:8123/")

    assert served == f"http://127.0.0.1:8123/start/{start_code()}/"
    assert reached == f"https://samspil.example/start/{start_code()}/"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_who_found_at_once_make_one_organisation():
    barrier = threading.Barrier(2)
    ends: list[str] = []

    def begin(name: str) -> None:
        wanted = actions.Founding(**HAVGAARD | {"name": name, "email": f"{name}@example.com"})
        barrier.wait()
        try:
            actions.found_first(wanted, at=timezone.now())
        except actions.AlreadyFounded:
            ends.append("too late")
        else:
            ends.append("founded")
        connection.close()

    threads = [threading.Thread(target=begin, args=(name,)) for name in ("anna", "bo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(ends) == ["founded", "too late"]
    assert Organisation.objects.count() == 1
    assert User.objects.count() == 1
