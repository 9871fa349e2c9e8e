"""docs/api.md and the API name the same addresses."""

import re
from pathlib import Path

from tests.api.doors import EVERY

DOCUMENT = Path(__file__).parents[2] / "docs" / "api.md"
NAMED = re.compile(r"`(GET|POST|PUT|DELETE|PATCH) (/[^`?]*)[^`]*`")


def test_the_document_names_every_address_of_the_api_and_no_other():
    named = {(method, like(address)) for method, address in NAMED.findall(DOCUMENT.read_text())}

    assert named == {(method, like(address)) for method, address in EVERY}


def like(address: str) -> str:
    """The address whatever its parts are called."""
    return re.sub(r"\{[^}]*\}", "{}", address)
