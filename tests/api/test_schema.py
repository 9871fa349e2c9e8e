"""What the API's own document allows a program to send, and what lies just beside it, breaks
nothing: schemathesis makes the requests, at every limit of every value."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation import GenerationMode

from samspil.config.api import api
from samspil.config.wsgi import application
from tests.api.wrong_types import together
from tests.factories import make_claimed

schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
schema.app = application
schema.config.phases.coverage.unexpected_methods = set()  # tests/api/test_doors.py tries those
OPERATIONS = [schema[address][method] for address in schema for method in schema[address]]
PARTS = 16
"""What can be asked is dealt out to so many tests."""
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
pytestmark = pytest.mark.either


@schemathesis.serializer("message/rfc822")
def as_it_is(_context, value):
    """A mail is bytes, whatever is in them."""
    return value if isinstance(value, bytes) else str(value).encode()


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
def test_no_request_breaks_anything(part, program, there, settings):
    settings.API_CALLS_A_MINUTE = 0  # else most are refused for their number, and try nothing
    for operation in OPERATIONS[part::PARTS]:
        tried = 0
        for case in together(requests_for(operation)):
            tried += 1
            if isinstance(case.path_parameters, dict):
                known = {k: v for k, v in there.items() if k in case.path_parameters}
                known.pop(wrong_part(case), None)
                case.path_parameters.update(known)
            answer = case.call(
                headers={"Authorization": f"Bearer {program.token}"}, base_url="http://localhost"
            )
            assert answer.status_code < 500, f"{case.as_curl_command()}\n{answer.text}"

        assert tried > 0, operation.label


def requests_for(operation):
    """What its description allows, and what lies just beside it."""
    return schema.iter_coverage_cases(
        operation,
        generation_modes=MODES,
        generation_config=schema.config.generation_for(operation=operation, phase="coverage"),
    )


def wrong_part(case) -> str | None:
    """The part of the address that is wrong in this request, if one is."""
    tried = case.meta.phase.data
    in_path = tried.parameter_location == ParameterLocation.PATH
    return tried.parameter if in_path and case.meta.generation.mode.is_negative else None
