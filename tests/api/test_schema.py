"""What the API's own document allows a program to send, and what lies just beside it, breaks
nothing."""

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.factories import make_claimed

PARTS = 16
"""What can be asked is dealt out to so many tests."""
pytestmark = pytest.mark.either


@pytest.fixture(scope="session")
def described():
    """Read only where it is asked for: that takes longer than to find a thousand tests."""
    from tests.api import described

    return described


@pytest.fixture(autouse=True)
def one_connection():
    """As for a test client: a request leaves the test's connection open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def there(program, process) -> dict[str, str]:
    """A process and a case in the program's hands, which the addresses then name."""
    case = make_claimed(process, program.colleague)
    return {"process_id": str(process.public_id), "case_id": str(case.public_id)}


@pytest.mark.parametrize("part", range(PARTS))
def test_no_request_breaks_anything(part, described, program, there, settings):
    settings.API_CALLS_A_MINUTE = 0  # else most are refused for their number, and try nothing
    for operation in described.OPERATIONS[part::PARTS]:
        tried = 0
        for case in described.requests_for(operation):
            tried += 1
            if isinstance(case.path_parameters, dict):
                known = {k: v for k, v in there.items() if k in case.path_parameters}
                known.pop(described.wrong_part(case), None)
                case.path_parameters.update(known)
            answer = case.call(
                headers={"Authorization": f"Bearer {program.token}"}, base_url="http://localhost"
            )
            assert answer.status_code < 500, f"{case.as_curl_command()}\n{answer.text}"

        assert tried > 0, operation.label
