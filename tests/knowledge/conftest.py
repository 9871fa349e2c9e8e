"""A leader who keeps documents, an employee who asks, and a handbook."""

from collections.abc import Callable

import pytest

from samspil.core.roles import Role
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.knowledge.models import Document
from samspil.people.models import Colleague
from tests.factories import MONDAY_9, make_colleague

HANDBOOK = """# Handbook

## Holidays

Everybody has 25 days of holiday a year. Ask for holiday in the calendar before May.

## Illness

Call your team leader before nine when you are ill. A doctor's note is needed after three days.

## Bicycles

The company pays half of a bicycle up to 3,000 kroner. Keep the receipt and hand it to the office.
"""

Bring = Callable[..., Document]


@pytest.fixture
def lene(organisation: object) -> Colleague:
    return make_colleague(Role.LEADER, name="Lene Leder")


@pytest.fixture
def emil(organisation: object) -> Colleague:
    return make_colleague(Role.EMPLOYEE, name="Emil Ansat")


@pytest.fixture
def bring(lene: Colleague) -> Bring:
    """`bring(name, text, terms…)`: a document that is here and read."""

    def do(name: str = "handbook.md", text: str = HANDBOOK, **terms: object) -> Document:
        given = Given(name=name, content=text.encode())
        ((document, _),) = add_documents(
            [given],
            terms=Terms(**terms),  # type: ignore[arg-type]  # as the test says
            by=lene,
            at=MONDAY_9,
        )
        read_documents([document.pk], embedder=None, at=MONDAY_9)
        document.refresh_from_db()
        return document

    return do
