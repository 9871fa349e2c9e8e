"""What verified answers show, for programs."""

import pytest

from samspil.core.roles import Role
from tests.factories import make_process


@pytest.fixture
def address(organisation):
    return f"/processes/{make_process().public_id}/evidence"


def test_without_a_verified_answer_nothing_is_promised(program_of, address):
    status, told = program_of(Role.EMPLOYEE).get(address, alpha=0.05)

    assert status == 200
    assert (told["alpha"], told["delta"]) == (0.05, 0.05)
    assert (told["verified"], told["threshold"], told["share"]) == (0, None, 0.0)
    assert told["missing"] > 59, "fewer could show nothing, even without any error"


@pytest.mark.parametrize("alpha", [0, -1, 0.5, "much"])
def test_a_promise_that_is_none_is_refused(program_of, address, alpha):
    status, _ = program_of(Role.OWNER).get(address, alpha=alpha)

    assert status == 422
