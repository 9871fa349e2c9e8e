"""Fetch one thing over HTTP: so much, so long, and only where it may lead."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from samspil.adapters.sources.dialling import Dialler, NoWayThere

AGENT = "Samspil"
QUIET_S = 15.0
"""Seconds that a server may say nothing."""
MOST_S = 60.0
"""Seconds for one fetch, however it drips."""
MOST_TURNS = 5
"""Redirects that are followed."""
CHUNK = 64 * 1024
PORTS = {"http": 80, "https": 443}
TURNS = frozenset({301, 302, 303, 307, 308})
SAFE = "/%:@!$&'()*+,;=~-._"


class NoAnswer(NoWayThere):
    """The server does not answer, or not so that it can be understood."""


class TooMuch(Exception):
    """The answer is larger than may be."""


class LedAway(Exception):
    """A redirect leads to another site, or round and round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class _Connection(HTTPConnection):
    """Goes over a socket that is connected already, encrypted or not."""

    def __init__(self, host: str, port: int, ready: socket.socket) -> None:
        super().__init__(host, port, timeout=QUIET_S)
        self._ready = ready

    def connect(self) -> None:
        self.sock = self._ready


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches from one site. `may_lead` says whether a redirect to an address is followed."""

    dialler: Dialler
    may_lead: Callable[[str], bool]
    most_seconds: float = MOST_S
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, address: str, *, most: int, headers: Mapping[str, str] | None = None) -> Answer:
        """Follow redirects within the site. `most` counts bytes, unpacked.

        Raises `NoWayThere`, `PrivateAddress`, `NoAnswer`, `TooMuch`, `LedAway`.
        """
        until = time.monotonic() + self.most_seconds
        for _turn in range(MOST_TURNS + 1):
            answer = self._once(address, most=most, headers=headers or {}, until=until)
            if answer.status not in TURNS:
                return answer
            following = urljoin(address, answer.headers.get("location", ""))
            if not self._follows(address, following):
                raise LedAway
            address = following
        raise LedAway

    def _follows(self, before: str, following: str) -> bool:
        """Never from an encrypted page to one that is not."""
        down = before.startswith("https:") and not following.startswith("https:")
        return not down and self.may_lead(following)

    def _once(self, address: str, *, most: int, headers: Mapping[str, str], until: float) -> Answer:
        parts = urlsplit(address)
        host = str(parts.hostname)
        port = parts.port or PORTS[parts.scheme]
        with contextlib.closing(self.dialler.dial(host, port)) as plain:
            plain.settimeout(QUIET_S)
            clock = threading.Timer(max(until - time.monotonic(), 0), _end, [plain])
            clock.start()
            try:
                ready = self._encrypted(plain, host) if parts.scheme == "https" else plain
                with contextlib.closing(_Connection(host, port, ready)) as connection:
                    return _asked(connection, parts, most=most, headers=headers)
            except (OSError, HTTPError, ValueError, AttributeError):
                raise NoAnswer from None
            finally:
                clock.cancel()

    def _encrypted(self, plain: socket.socket, host: str) -> socket.socket:
        return self.tls.wrap_socket(plain, server_hostname=host)


def _end(plain: socket.socket) -> None:
    """Wake whoever waits for a server that drips."""
    with contextlib.suppress(OSError):
        plain.shutdown(socket.SHUT_RDWR)


def _asked(
    connection: HTTPConnection, parts: SplitResult, *, most: int, headers: Mapping[str, str]
) -> Answer:
    path = quote(parts.path or "/", safe=SAFE)
    query = f"?{quote(parts.query, safe=SAFE + '?')}" if parts.query else ""
    sent = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Host": _host_of(parts), **headers}
    connection.request(
        "GET", path + query, headers=sent, preload_content=False, decode_content=True
    )
    answer = connection.getresponse()
    return Answer(
        status=answer.status,
        headers={name.lower(): value for name, value in answer.headers.items()},
        content=b"" if answer.status in TURNS else _read(answer, most=most),
    )


def _host_of(parts: SplitResult) -> str:
    host = str(parts.hostname)
    named = f"[{host}]" if ":" in host else host
    return f"{named}:{parts.port}" if parts.port else named


def _read(answer: BaseHTTPResponse, *, most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(CHUNK, decode_content=True):
        size += len(piece)
        if size > most:
            raise TooMuch
        pieces.append(piece)
    return b"".join(pieces)
