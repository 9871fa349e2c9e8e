"""The event stream as an ASGI application: one open answer for each page that is looked at.

It sends `changed` when something was written to the organisation's journal, never what; pages then
ask for their own parts anew, as whoever is signed in. `bye` says that nobody is signed in any more.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import DatabaseError

from samspil.config.events.listening import Place, Refused, ends_of, origin_allowed, place_of
from samspil.config.events.pulse import Listener, Pulse

LOG = logging.getLogger(__name__)
PATH = "/events/"
MOST_LISTENERS = 2_000
BEAT_S = 15.0
"""A sign of life, so that no proxy between takes the stream for dead."""
RECHECK_S = 60.0
"""How long somebody who was signed out may go on hearing that something happened."""

Message = dict[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass(slots=True, kw_only=True)
class EventStream:
    """Answers `/events/`; everything else is not found."""

    pulse: Pulse = field(default_factory=lambda: Pulse(ends_of=ends_of))
    beat_s: float = BEAT_S
    recheck_s: float = RECHECK_S

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection, or live through the life of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        looking = asyncio.create_task(self.pulse.run())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        try:
            if scope["path"] != PATH or scope["method"] != "GET":
                raise Refused(404)
            if self.pulse.listening >= MOST_LISTENERS:
                raise Refused(503)
            origin = origin_allowed(headers.get("origin", ""), host=headers.get("host", ""))
            place = await place_of(headers.get("cookie", ""))
        except Refused as why:
            await _refuse(send, why.status)
            return
        except DatabaseError as why:
            LOG.warning("Nobody could be let in to the event stream: %s", why)
            await _refuse(send, 503)
            return
        await send({"type": "http.response.start", "status": 200, "headers": _heads(origin)})
        await self._tell(place, headers, receive, send)

    async def _tell(
        self, place: Place, headers: Mapping[str, str], receive: Receive, send: Send
    ) -> None:
        """Tell until the page goes, or nobody is signed in any more."""
        gone = asyncio.create_task(_gone(receive))
        with self.pulse.listener(place.organisation, end=place.end) as listener:
            await _part(send, ": here\n\n")
            since_check = 0.0
            while not gone.done():
                grown = await _grown(listener, gone, within_s=self.beat_s)
                if gone.done():
                    return
                await _part(send, _event("changed", listener.end) if grown else ": here\n\n")
                since_check += 1.0 if grown else self.beat_s
                if since_check >= self.recheck_s:
                    since_check = 0.0
                    if not await _still_there(place, headers):
                        await _part(send, _event("bye", listener.end))
                        break
        gone.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _grown(listener: Listener, gone: "asyncio.Task[None]", *, within_s: float) -> bool:
    """Whether the journal has grown; waits for it, for the page to go, or for so long."""
    waiting = asyncio.create_task(listener.grown.wait())
    await asyncio.wait({waiting, gone}, timeout=within_s, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    grown = listener.grown.is_set()
    listener.grown.clear()
    return grown


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _still_there(place: Place, headers: Mapping[str, str]) -> bool:
    try:
        now = await place_of(headers.get("cookie", ""))
    except Refused:
        return False
    except DatabaseError:
        return True
    return now.organisation == place.organisation


def _event(name: str, end: int) -> str:
    return f"event: {name}\ndata: {end}\n\n"


async def _part(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


def _heads(origin: str) -> list[tuple[bytes, bytes]]:
    heads = [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
    ]
    if settings.SECURE_HSTS_SECONDS:
        lasting = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
        heads.append((b"strict-transport-security", lasting.encode()))
    if origin:
        heads += [
            (b"access-control-allow-origin", origin.encode("latin-1")),
            (b"access-control-allow-credentials", b"true"),
            (b"vary", b"Origin"),
        ]
    return heads


async def _refuse(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": []})
    await send({"type": "http.response.body", "body": b""})
