"""What every test has: an organisation, a way to sign in, and no way to the network."""

import gc
import ipaddress
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hypothesis
import pytest
from django.test import Client, TransactionTestCase
from django.utils import translation

from samspil.adapters.embedding.keeping import SHELF, Shelf
from samspil.knowledge.queries import parts
from samspil.people.models import Colleague
from samspil.tenancy import current
from samspil.tenancy.actions import enter, found_organisation
from samspil.tenancy.models import Organisation
from samspil.web import asking
from tests import fresh_database
from tests.databases import chosen

FOUNDED = datetime(2026, 1, 5, 8, tzinfo=UTC)


class NetworkForbidden(RuntimeError):
    """A test tried to reach another machine."""


def _forbid_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        _check_local(arguments[1][0])
    elif event == "socket.getaddrinfo":
        _check_local(arguments[0])


def _check_local(host: str | bytes | None) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        local = ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        local = False
    if not local:
        raise NetworkForbidden(f"No test may reach {name}: give the code a local adapter.")


def pytest_configure() -> None:
    """Close the network, and let properties be tried with the same examples every time."""
    sys.addaudithook(_forbid_network)  # for good: Python never takes such a hook back
    hypothesis.settings.register_profile("samspil", derandomize=True, deadline=None, database=None)
    hypothesis.settings.load_profile("samspil")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Do not even read what has no test for a database where that is not the first."""
    if chosen() != "sqlite" and collection_path.name in ("core", "journeys"):
        return True
    return None


def pytest_collection_finish() -> None:
    """Let the collector of rings pass over thousands of tests, which stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the journeys, and leave out what this database has nothing to say about."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker("journey")
    left_out = [item for item in items if not _belongs(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def _belongs(item: pytest.Item) -> bool:
    if chosen() == "sqlite":
        return item.get_closest_marker("postgres") is None
    if item.get_closest_marker("journey") or item.get_closest_marker("either"):
        return False
    if _is_variant(item) and not item.get_closest_marker("both"):
        return False
    return bool({"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))) or bool(
        item.get_closest_marker("django_db")
    )


def _is_variant(item: pytest.Item) -> bool:
    """Whether this is a test once more, with other than its first parameters.

    What differs between the databases is how a statement is carried out; the same statement with
    another role or another mistake is told apart by our own code.
    """
    parameters = getattr(item, "callspec", None)
    return parameters is not None and any(parameters.indices.values())


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> None:
    """Lay out this process's own database, as an installation does."""
    with django_db_blocker.unblock():
        fresh_database.lay_out()
    TransactionTestCase._fixture_teardown = lambda _: fresh_database.restore()  # type: ignore[attr-defined]  # private to Django


@pytest.fixture(autouse=True)
def _nobody_stays_inside() -> Iterator[None]:
    """No test may leave an organisation entered: the next one would see its rows."""
    yield
    left = current.current_id()
    current._current.set(None)
    assert left is None, "This test left an organisation entered: use `with enter(…)`."


@pytest.fixture(autouse=True)
def _empty_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test's documents have the numbers of another's: none may still be in memory."""
    monkeypatch.setattr(parts, "_SHELF", parts._Shelf(most_bytes=parts.MOST_BYTES))


READ = Shelf(most_bytes=30_000_000)
"""What these tests gave the embedding to read: a vector is the same whoever asks for it."""


@pytest.fixture(autouse=True)
def _read_once(request: pytest.FixtureRequest) -> Iterator[None]:
    """No text is read twice in a run of the tests, but where reading is what is tested."""
    token = SHELF.set(None if request.node.get_closest_marker("reads") else READ)
    yield
    SHELF.reset(token)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Sentences that no page asked for are English; pages follow their reader."""
    with translation.override("en"):
        yield


@pytest.fixture
def one_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock that those who ask are counted by, no minute ends while the test goes on."""
    monkeypatch.setattr(asking, "time", SimpleNamespace(time=lambda: 1_000_020))


@pytest.fixture
def organisation(db: None) -> Iterator[Organisation]:
    """A company, entered for as long as the test runs."""
    made = found_organisation(name="Nordlys", at=FOUNDED)
    with enter(made):
        yield made


@pytest.fixture
def other_organisation(db: None) -> Organisation:
    """A second company, not entered."""
    return found_organisation(name="Fjordvang", at=FOUNDED)


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A home for this test's files alone; what AI brings along is learned once for all of them."""
    learned, own = (Path(place) / "models" for place in (settings.SAMSPIL_HOME, tmp_path))
    settings.SAMSPIL_HOME = tmp_path
    settings.MAIL_FOLDER = tmp_path / "mail"
    _bring(learned, own)
    yield tmp_path
    _bring(own, learned)


def _bring(here: Path, there: Path) -> None:
    there.mkdir(exist_ok=True)
    for file in here.glob("starter-*"):
        if not (there / file.name).exists():
            shutil.copyfile(file, there / file.name)


@pytest.fixture
def client_of() -> Callable[[Colleague], Client]:
    """`client_of(colleague)`: a browser without JavaScript, signed in as this person."""

    def sign_in(colleague: Colleague) -> Client:
        assert colleague.user is not None, f"{colleague} has no account to sign in with."
        client = Client(raise_request_exception=True)
        client.force_login(colleague.user)
        session = client.session
        session["organisation"] = str(colleague.organisation.public_id)
        session.save()
        return client

    return sign_in
