"""One command founds an organisation that can take its first message."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from samspil.people.models import User
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.work.models import Process
from tests.factories import make_waiting


@pytest.fixture
def password(monkeypatch):
    monkeypatch.setenv("SAMSPIL_OWNER_PASSWORD", "correct horse battery")


def test_a_founded_organisation_routes_its_first_message(db, password):
    call_command("found", "Havgaard", email="ejer@example.com", stdout=StringIO())

    with enter(Organisation.objects.get()):
        case = make_waiting(Process.objects.get())
    assert case.topic == "delivery_status"
    assert User.objects.get().check_password("correct horse battery")


@pytest.mark.parametrize(
    ("email", "secret", "complaint"),
    [("nobody", "correct horse battery", "mail address"), ("a@b.dk", "short", "12 characters")],
)
def test_what_is_wrong_is_said_and_nothing_is_founded(db, monkeypatch, email, secret, complaint):
    monkeypatch.setenv("SAMSPIL_OWNER_PASSWORD", secret)

    with pytest.raises(CommandError, match=complaint):
        call_command("found", "Havgaard", email=email, stdout=StringIO())

    assert not Organisation.objects.exists()
