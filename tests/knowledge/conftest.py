"""A leader who keeps documents, an employee who asks, and a handbook."""

from collections.abc import Callable

import pytest

from samspil.core.embedding import Embedder
from samspil.core.roles import Role
from samspil.knowledge.actions import (
    Given,
    SourceTerms,
    Terms,
    add_documents,
    add_source,
    read_documents,
)
from samspil.knowledge.models import Document, SourceKind
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

    def do(
        name: str = "handbook.md",
        text: str = HANDBOOK,
        embedder: Embedder | None = None,
        **terms: object,
    ) -> Document:
        given = Given(name=name, content=text.encode())
        ((document, _),) = add_documents(
            [given],
            terms=Terms(**terms),  # type: ignore[arg-type]  # as the test says
            by=lene,
            at=MONDAY_9,
        )
        read_documents([document.pk], embedder=embedder, at=MONDAY_9)
        document.refresh_from_db()
        return document

    return do


@pytest.fixture
def shelf(tmp_path, settings):
    """A folder that may be watched, with four files."""
    folder = tmp_path / "shelf"
    (folder / "travel").mkdir(parents=True)
    for name in ("a.md", "b.txt", "travel/c.md", "travel/d.txt"):
        (folder / name).write_text(f"This is what {name} says about holidays.")
    settings.WATCHED_FOLDERS = str(tmp_path)
    return folder


@pytest.fixture
def add(lene, shelf):
    def do(name="Shelf", by=None, **terms):
        said = {"place": str(shelf), "owner": by or lene, **terms}
        kind = said.pop("kind", SourceKind.FOLDER)
        return add_source(kind, SourceTerms(name=name, **said), by=by or lene, at=MONDAY_9)

    return do
