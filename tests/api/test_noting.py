"""Programs that are refused show in the log."""

import logging

import pytest
from django.test import Client

from samspil.core.roles import Role

pytestmark = pytest.mark.either


def test_a_program_without_a_valid_token_and_one_that_may_not_are_told(program_of, caplog):
    caplog.set_level(logging.INFO, logger="samspil.security")

    Client().get("/api/v1/cases")
    program_of(Role.STAFF_REPRESENTATIVE).get("/journal")

    nobody, refused = [one.getMessage() for one in caplog.records if one.name == "samspil.security"]
    assert nobody.startswith("no valid token: visitor ")
    assert nobody.endswith("who -")
    assert refused.startswith("not allowed api:")
    assert not refused.endswith("who -")
