"""`samspil token`: a program gets a colleague's key, shown once."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from tests.factories import make_colleague


def test_the_command_prints_a_token_that_works(organisation):
    make_colleague(Role.OWNER, email="ida@example.com")
    out = StringIO()

    call_command("token", "web shop", email="IDA@example.com", stdout=out, stderr=StringIO())

    answer = Client().get(
        "/api/v1/cases", headers={"Authorization": f"Bearer {out.getvalue().strip()}"}
    )
    assert answer.json() == {"cases": [], "next": None}


def test_nobody_unknown_gets_a_token(organisation):
    with pytest.raises(CommandError, match="Nobody here has the address"):
        call_command("token", "web shop", email="nobody@example.com")


def test_a_colleague_of_two_organisations_says_which(organisation, other_organisation):
    make_colleague(Role.ADVISER, email="ida@example.com")
    with enter(other_organisation):
        make_colleague(Role.ADVISER, email="ida@example.com")

    with pytest.raises(CommandError, match=r"--organisation NAME-OR-ID: Fjordvang .*, Nordlys"):
        call_command("token", "web shop", email="ida@example.com")
