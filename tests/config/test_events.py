"""The event stream: who may listen, what they are told, and what they are never told."""

import asyncio
import socket
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from samspil.config.events.listening import Refused, origin_allowed
from samspil.config.events.pulse import Pulse
from samspil.config.events.stream import EventStream
from samspil.core.roles import Role
from samspil.people.actions import let_go
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from tests.adapters.conftest import eventually
from tests.adapters.test_serving import Serving, answers, serve  # noqa: F401 - a fixture
from tests.factories import MONDAY_9, make_case, make_colleague, make_process

PATIENCE_S = 20


@pytest.fixture
def anna(transactional_db, organisation) -> Colleague:
    return make_colleague(name="Anna Holm")


@pytest.fixture
def stream() -> EventStream:
    """One that looks often, so that nobody waits."""
    made = EventStream(beat_s=0.05, recheck_s=0.1)
    made.pulse.every_s = 0.02
    return made


class Visit:
    """One page that listens: what it was sent, and a way to leave."""

    def __init__(self, stream: EventStream, *, path: str = "/events/", **headers: str) -> None:
        self.sent: list[dict[str, Any]] = []
        self._leaves = asyncio.Event()
        self._news = asyncio.Event()
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        self.task = asyncio.create_task(stream(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self._leaves.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)
        self._news.set()

    @property
    def status(self) -> int:
        return int(self.sent[0]["status"])

    @property
    def text(self) -> str:
        return b"".join(one.get("body", b"") for one in self.sent).decode()

    async def hears(self, words: str) -> None:
        """Wait until this was sent."""
        async with asyncio.timeout(PATIENCE_S):
            while words not in self.text:
                self._news.clear()
                await self._news.wait()

    async def leave(self) -> None:
        self._leaves.set()
        async with asyncio.timeout(PATIENCE_S):
            await self.task


@asynccontextmanager
async def beating(stream: EventStream):
    """Let the stream look at the journals, as a server does."""
    looking = asyncio.create_task(stream.pulse.run())
    yield
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking


def cookie_of(client: Client) -> str:
    return f"sessionid={client.cookies['sessionid'].value}"


def write_something(organisation: object) -> None:
    with enter(organisation):  # type: ignore[arg-type]  # an Organisation
        make_case(make_process())


async def in_thread(work: Callable[[], object]) -> None:
    await asyncio.get_running_loop().run_in_executor(None, work)


def test_an_open_page_is_told_that_something_happened_and_not_what(
    anna, organisation, client_of, stream
):
    cookie = cookie_of(client_of(anna))

    async def listen() -> str:
        async with beating(stream):
            visit = Visit(stream, cookie=cookie)
            await visit.hears(": here")
            await in_thread(partial(write_something, organisation))
            await visit.hears("event: changed")
            await visit.leave()
            return visit.text

    told = asyncio.run(listen())

    assert {line.partition(":")[0] for line in told.splitlines() if line} == {"", "event", "data"}
    assert all(line[5:].strip().isdigit() for line in told.splitlines() if line.startswith("data:"))


@pytest.mark.either
def test_nobody_is_told_of_another_organisation(
    anna, organisation, other_organisation, client_of, stream
):
    cookie = cookie_of(client_of(anna))

    async def listen() -> str:
        async with beating(stream):
            visit = Visit(stream, cookie=cookie)
            await visit.hears(": here")
            await in_thread(partial(write_something, other_organisation))
            await visit.hears(": here\n\n" * 8)
            before = visit.text
            await in_thread(partial(write_something, organisation))
            await visit.hears("changed")
            await visit.leave()
            return before

    assert "changed" not in asyncio.run(listen())


@pytest.mark.either
def test_who_leaves_the_organisation_is_sent_away(anna, client_of, stream):
    cookie = cookie_of(client_of(anna))
    with enter(anna.organisation):
        owner = make_colleague(Role.OWNER)

    def leaves() -> None:
        with enter(anna.organisation):
            let_go(anna, by=owner, at=MONDAY_9)

    async def listen() -> str:
        visit = Visit(stream, cookie=cookie)
        await visit.hears(": here")
        await in_thread(leaves)
        await visit.hears("event: bye")
        async with asyncio.timeout(PATIENCE_S):
            await visit.task
        return visit.text

    assert asyncio.run(listen()).count("bye") == 1


@pytest.mark.either
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"cookie": "sessionid=made-up"}, 403),
        ({"cookie": "=;;\x00"}, 403),
    ],
)
def test_nobody_listens_without_being_signed_in(transactional_db, stream, headers, status):
    async def ask() -> int:
        visit = Visit(stream, **headers)
        await visit.task
        return visit.status

    assert asyncio.run(ask()) == status


@pytest.mark.either
def test_only_the_address_of_the_stream_is_answered(transactional_db, stream):
    async def ask() -> int:
        visit = Visit(stream, path="/work/")
        await visit.task
        return visit.status

    assert asyncio.run(ask()) == 404


@pytest.mark.postgres
def test_a_connection_that_the_database_closed_is_opened_anew(anna, client_of, stream):
    cookie = cookie_of(client_of(anna))

    async def ask() -> int:
        visit = Visit(stream, cookie=cookie)
        async with asyncio.timeout(PATIENCE_S):
            while not visit.sent:
                await asyncio.sleep(0.01)
        await visit.leave()
        return visit.status

    assert asyncio.run(ask()) == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert cursor.fetchone()[0] >= 1

    assert [asyncio.run(ask()) for _ in range(8)] == [200] * 8


def test_our_own_pages_on_another_port_may_listen_and_other_sites_may_not():
    assert origin_allowed("http://localhost:8000", host="localhost:8001") == "http://localhost:8000"
    assert origin_allowed("", host="localhost:8001") == ""
    with pytest.raises(Refused):
        origin_allowed("http://elsewhere.example", host="localhost:8001")
    with pytest.raises(Refused):
        origin_allowed("http://elsewhere.example", host="elsewhere.example")
    with pytest.raises(Refused):
        origin_allowed("null", host="localhost:8001")


@pytest.mark.either
def test_a_database_that_is_away_for_a_moment_is_asked_again(organisation):
    asked: list[int] = []

    async def ends(organisations: Any) -> dict[Any, int]:
        asked.append(len(organisations))
        if len(asked) == 1:
            raise DatabaseError("away")
        return dict.fromkeys(organisations, 7)

    async def listen() -> int:
        pulse = Pulse(ends_of=ends, every_s=0.01)
        looking = asyncio.create_task(pulse.run())
        with pulse.listener(organisation, end=6) as listener:
            async with asyncio.timeout(PATIENCE_S):
                await listener.grown.wait()
        looking.cancel()
        return listener.end

    assert asyncio.run(listen()) == 7
    assert asked[:2] == [1, 1]


@pytest.mark.either
@pytest.mark.parametrize(
    ("setting", "address", "asked"),
    [
        (":8001/events/", "//testserver:8001/events/", "connect-src 'self' testserver:8001;"),
        ("/events/", "/events/", "connect-src 'self';"),
    ],
)
def test_a_page_knows_where_the_stream_is_and_may_ask_there(
    organisation, client_of, settings, setting, address, asked
):
    settings.EVENTS_URL = setting

    answer = client_of(make_colleague()).get("/")

    assert f'data-events="{address}"' in answer.content.decode()
    assert asked in answer["Content-Security-Policy"] + ";"


@pytest.mark.either
def test_a_page_without_a_stream_asks_nowhere_else(organisation, client_of):
    answer = client_of(make_colleague()).get("/")

    assert "data-events" not in answer.content.decode()
    assert "connect-src 'self';" in answer["Content-Security-Policy"] + ";"


@pytest.mark.either
@pytest.mark.slow
def test_the_server_streams_on_the_port_it_was_given(serve: Serving, anna, client_of):  # noqa: F811
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    cookie = cookie_of(client_of(anna))
    serve("--events-port", str(port))

    def ask(cookie: str) -> str:
        asked = urllib.request.Request(
            f"http://127.0.0.1:{port}/events/",
            headers={"Cookie": cookie, "Origin": "http://127.0.0.1:8000"},
        )
        with urllib.request.urlopen(asked, timeout=PATIENCE_S) as answer:
            return str(answer.readline().decode())

    def refused() -> bool:
        try:
            ask("sessionid=made-up")
        except urllib.error.HTTPError as why:
            return why.code == 403
        except (urllib.error.URLError, ConnectionError):
            return False
        return False

    eventually(refused)

    assert ask(cookie) == ": here\n"
