"""A second factor, and the list of where one is signed in."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.test import Client

from tests.factories import PASSWORD, make_colleague
from tests.pages import english, words

pytestmark = pytest.mark.either

SECRET = "JBSWY3DPEHPK3PXP"
FOUND = {"seed": "ab" * 40, "used_mask": 2}
SEALING = import_module("samspil.people.migrations.0006_sealed_factors")


HALF_MINUTE = 59_000_000


@pytest.fixture(autouse=True)
def _one_half_minute(monkeypatch):
    """The app's clock stands still: no code ends between being read and being typed."""
    monkeypatch.setattr(auth, "time", SimpleNamespace(time=lambda: HALF_MINUTE * 30 + 29))


@pytest.fixture
def birgit(organisation):
    return make_colleague(name="Birgit", email="birgit@example.com", password=PASSWORD)


def sign_in(client: Client):
    return client.post("/accounts/login/", {"login": "birgit@example.com", "password": PASSWORD})


def code_now() -> str:
    return str(format_hotp_value(hotp_value(SECRET, HALF_MINUTE)))


def test_a_password_alone_signs_in_whoever_has_no_second_factor(birgit):
    client = Client()

    assert sign_in(client)["Location"] == "/"
    assert client.get("/").status_code == 200


def test_with_a_second_factor_the_password_alone_opens_nothing(birgit):
    TOTP.activate(birgit.user, SECRET)
    client = Client()

    answer = sign_in(client)

    assert answer["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/").status_code == 302
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.get("/").status_code == 302


def test_the_code_of_the_app_signs_in(birgit):
    TOTP.activate(birgit.user, SECRET)
    client = Client()
    sign_in(client)

    answer = client.post("/accounts/2fa/authenticate/", {"code": code_now()})

    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_code_of_the_app_signs_in_once(birgit):
    TOTP.activate(birgit.user, SECRET)
    code = code_now()
    answers = []
    for _ in range(2):
        client = Client()
        sign_in(client)
        answers.append(client.post("/accounts/2fa/authenticate/", {"code": code}).status_code)

    assert answers == [302, 200]


def test_what_the_codes_are_made_from_is_kept_sealed(birgit):
    TOTP.activate(birgit.user, SECRET)
    RecoveryCodes.activate(birgit.user)

    kept = [str(one.data) for one in Authenticator.objects.all()]

    assert len(kept) == 2
    assert all("sealed:" in one for one in kept)
    assert not [one for one in kept if SECRET in one]


def test_one_that_was_kept_before_it_was_sealed_still_signs_in(birgit):
    Authenticator.objects.create(
        user=birgit.user, type=Authenticator.Type.TOTP, data={"secret": SECRET}
    )
    client = Client()
    sign_in(client)

    assert client.post("/accounts/2fa/authenticate/", {"code": code_now()})["Location"] == "/"


def test_those_kept_before_are_sealed_at_the_update_and_still_open(birgit):
    app, codes = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
    kept = Authenticator.objects.filter(user=birgit.user)
    kept.create(user=birgit.user, type=app, data={"secret": SECRET})
    kept.create(user=birgit.user, type=codes, data=FOUND)
    before = RecoveryCodes(kept.get(type=codes)).get_unused_codes()

    for _ in range(2):
        SEALING.seal_second_factors(apps, None)

    assert ["sealed:" in str(one.data) for one in kept] == [True, True]
    assert TOTP(kept.get(type=app)).validate_code(code_now())
    assert RecoveryCodes(kept.get(type=codes)).get_unused_codes() == before


def test_with_another_key_a_second_factor_opens_nothing(birgit, settings):
    TOTP.activate(birgit.user, SECRET)
    settings.FILES_KEY = bytes(32)
    client = Client(raise_request_exception=False)
    sign_in(client)

    assert client.post("/accounts/2fa/authenticate/", {"code": code_now()}).status_code == 500
    assert client.get("/").status_code == 302


def test_a_recovery_code_signs_in_once(birgit):
    TOTP.activate(birgit.user, SECRET)
    code = RecoveryCodes.activate(birgit.user).get_unused_codes()[0]
    answers = []
    for _ in range(2):
        client = Client()
        sign_in(client)
        answers.append(client.post("/accounts/2fa/authenticate/", {"code": code}).status_code)

    assert answers == [302, 200]
    assert Authenticator.objects.filter(user=birgit.user).count() == 2


def test_the_account_menu_leads_to_second_factor_and_sessions(birgit):
    client = english(Client())
    sign_in(client)

    source = client.get("/").content.decode()

    assert 'href="/accounts/2fa/"' in source
    assert 'href="/accounts/sessions/"' in source
    assert "Authenticator App" in words(client.get("/accounts/2fa/"))


def test_adding_a_second_factor_asks_for_the_password_once_more(birgit):
    client = english(Client())
    sign_in(client)
    address = "/accounts/2fa/totp/activate/"

    asked = client.get(address)
    client.post(asked["Location"], {"password": PASSWORD})
    page = client.get(address)

    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert page.status_code == 200
    assert "data:image/svg" in page.content.decode()


def test_one_ends_all_other_sessions(birgit):
    here, elsewhere = english(Client()), Client(HTTP_USER_AGENT="An unknown telephone")
    sign_in(here)
    sign_in(elsewhere)

    listed = words(here.get("/accounts/sessions/"))
    here.post("/accounts/sessions/")

    assert "An unknown telephone" in listed
    assert elsewhere.get("/").status_code == 302
    assert here.get("/").status_code == 200
    assert UserSession.objects.filter(user=birgit.user).count() == 1
