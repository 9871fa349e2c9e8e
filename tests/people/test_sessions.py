"""What a browser is given, how long it lasts, and that it ends."""

import json
import os
import subprocess
import sys

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

from samspil.core.roles import Role
from tests.factories import PASSWORD, make_colleague

pytestmark = pytest.mark.either

MAIL = "birgit@example.com"
SAID = (
    "import json\n"
    "from samspil.config import settings\n"
    "names = [one for one in dir(settings) if '_COOKIE_' in one or one.startswith('SECURE_')]\n"
    "print(json.dumps({one: getattr(settings, one) for one in names}, default=str))\n"
)


@pytest.fixture
def birgit(organisation):
    return make_colleague(Role.OWNER, name="Birgit", email=MAIL, password=PASSWORD)


def signed_in() -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": MAIL, "password": PASSWORD})
    assert client.get("/").status_code == 200
    return client


def test_whoever_signed_in_half_a_day_ago_signs_in_anew(birgit, settings):
    client = signed_in()
    (first,) = client.session[AUTHENTICATION_METHODS_SESSION_KEY]
    most = settings.SESSION_COOKIE_AGE
    for age, status in ((most - 60, 200), (most, 302)):
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{**first, "at": first["at"] - age}]
        session.save()

        assert client.get("/").status_code == status

    assert most == 12 * 3600
    assert "_auth_user_id" not in client.session


def test_a_changed_password_ends_the_sessions_elsewhere(birgit):
    here, elsewhere = signed_in(), signed_in()
    words = "several quiet words"

    here.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": words, "password2": words},
    )

    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302


def test_the_old_password_is_asked_for_before_a_new_one(birgit):
    client = signed_in()
    words = "several quiet words"

    client.post(
        "/accounts/password/change/",
        {"oldpassword": "another", "password1": words, "password2": words},
    )

    birgit.user.refresh_from_db()
    assert birgit.user.check_password(PASSWORD)


def test_a_session_begins_and_ends_with_another_key(birgit):
    client = Client()
    client.get("/accounts/login/")
    before = client.session.session_key
    client.post("/accounts/login/", {"login": MAIL, "password": PASSWORD})
    during = client.session.session_key

    answer = client.post("/accounts/logout/")
    client.cookies["sessionid"] = str(during)

    assert len({before, during}) == 2
    assert answer["Clear-Site-Data"] == '"cache"'
    assert client.get("/").status_code == 302


def test_pages_and_files_of_colleagues_stay_in_no_cache_and_only_pages_with_the_reader(birgit):
    client = signed_in()

    assert client.get("/")["Cache-Control"] == "private, no-cache"
    assert client.get("/work/export.csv")["Cache-Control"] == "private, no-store"


def test_every_cookie_stays_with_this_host_and_out_of_reach_of_scripts(birgit):
    client = signed_in()
    client.post("/language/setlang/", {"language": "de"})

    client.post("/people/teams/", {"name": ""})  # what went wrong waits as a toast

    assert {*client.cookies} == {"sessionid", "csrftoken", "django_language", "messages"}
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["domain"]) == (True, "Lax", "")


def test_with_https_cookies_travel_encrypted_only_and_browsers_never_come_without(tmp_path):
    said = subprocess.run(
        [sys.executable, "-c", SAID],
        env={**os.environ, "SAMSPIL_HOME": str(tmp_path), "SAMSPIL_BASE_URL": "https://a.example"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    found = json.loads(said)

    for cookie in ("SESSION", "CSRF", "LANGUAGE"):
        assert found[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
        assert found[f"{cookie}_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    assert found["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
