"""What is decided about a tool, by program."""

import pytest

from samspil.core.roles import Role
from samspil.governance.models import Tool


@pytest.fixture
def governing(program_of):
    return program_of(Role.DATA_PROTECTION)


@pytest.fixture
def asked(governing):
    return governing.post("/tools", {"name": "Lydia", "purpose": "Minutes"})[1]["id"]


def test_a_tool_is_refused_with_the_reason_that_colleagues_read(governing, asked):
    decision = {"status": "refused", "why": "It keeps recordings."}

    status, said = governing.post(f"/tools/{asked}/decision", decision)

    assert (status, said["status"], said["why"]) == (200, "refused", "It keeps recordings.")


@pytest.mark.parametrize("decision", [{"status": "approved"}, {"status": "refused", "why": " "}])
def test_nothing_is_approved_that_lacks_something_and_nothing_refused_without_a_reason(
    governing, asked, decision
):
    status, said = governing.post(f"/tools/{asked}/decision", decision)

    assert (status, Tool.objects.get().status) == (409, "asked")
    assert said["detail"]


def test_whoever_does_not_govern_decides_nothing(program_of, asked):
    decision = {"status": "ended", "why": "No."}

    assert program_of(Role.REVIEWER).post(f"/tools/{asked}/decision", decision)[0] == 403
    assert Tool.objects.get().status == "asked"
