"""Who came in, who tried in vain and who tried what they may not: in the log, and nobody's name."""

import logging

import pytest
from django.test import Client

from samspil.core.roles import Role
from tests.factories import PASSWORD, make_colleague

pytestmark = pytest.mark.either
MAIL = "birgit@example.com"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="samspil.security")
    return caplog


def said(lines: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in lines.records if one.name == "samspil.security"]


def sign_in(password: str) -> None:
    Client().post("/accounts/login/", {"login": MAIL, "password": password})


def test_a_sign_in_and_a_failed_one_are_told_with_the_same_marks_and_no_address(
    organisation, lines
):
    make_colleague(Role.OWNER, email=MAIL, password=PASSWORD)

    sign_in("a wrong one")
    sign_in(PASSWORD)

    failed, done = said(lines)
    assert failed.startswith("sign-in failed: visitor ")
    assert done.startswith("signed in: visitor ")
    assert failed.partition(":")[2] == done.partition(":")[2]
    assert not [one for one in (failed, done) if "birgit" in one or "127.0.0.1" in one]


def test_what_roles_do_not_cover_is_told_with_the_route(organisation, client_of, lines):
    client_of(make_colleague(Role.EMPLOYEE, name="Jonas")).get("/journal/")

    (refused,) = said(lines)
    assert refused.startswith("not allowed trust:journal: visitor ")
    assert not refused.endswith("who -")
    assert "Jonas" not in refused
