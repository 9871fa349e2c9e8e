"""A password that names the place and the person is refused wherever one is chosen."""

import pytest
from django.test import Client

from samspil.core.roles import Role
from samspil.people.actions import add_colleague, invite
from tests.factories import MONDAY_9, PASSWORD, make_colleague
from tests.pages import english, words

pytestmark = pytest.mark.either
REFUSED = "not made of names only"


@pytest.fixture
def owner(organisation):
    return make_colleague(Role.OWNER, name="Anna Berg", email="anna@example.com", password=PASSWORD)


@pytest.mark.parametrize("password", ["Nordlys2026!!", "JensenBirgit1", "birgit@firma.dk"])
def test_whoever_joins_chooses_another(owner, password):
    birgit = add_colleague(
        name="Birgit Jensen", email="birgit@firma.dk", roles=[Role.EMPLOYEE], by=owner, at=MONDAY_9
    )
    link = invite(birgit, by=owner, at=MONDAY_9.replace(year=2099))
    browser = english(Client())

    refused = browser.post(link.partition("8000")[2], {"password": password})

    assert refused.status_code == 422
    assert REFUSED in words(refused)


def test_a_long_password_counts_to_its_last_sign(owner, client_of):
    words = " quiet river under snow" * 6
    client_of(owner).post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": words, "password2": words},
    )

    owner.user.refresh_from_db()
    assert len(words) > 128
    assert owner.user.check_password(words)
    for other in (words[:-1], words.strip(), words.upper()):
        assert not owner.user.check_password(other)


def test_whoever_changes_theirs_chooses_another(owner, client_of):
    browser = english(client_of(owner))
    weak = "AnnaBerg-2026"

    refused = browser.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": weak, "password2": weak},
    )

    owner.user.refresh_from_db()
    assert REFUSED in words(refused)
    assert owner.user.check_password(PASSWORD)
