"""A connection to exactly the address that was checked: no proxy, no redirect, no second look."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from samspil.adapters.model_servers.failing import Failure, NoReply
from samspil.core.gateway.addresses import BadAddress, Network, check_base_url, check_reached
from samspil.core.gateway.allowing import Place

PIECE = 65_536
"""Bytes read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When the whole of it must be over, by the monotonic clock in seconds."""

    at: float

    def left(self) -> float:
        """Seconds that are left; raises `NoReply` when there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise NoReply(Failure.SLOW)
        return left


@dataclass(slots=True, kw_only=True)
class Line:
    """An open connection with the path below the server's base address.

    `cutter` shuts it when the time is over, however slowly the other side sends.
    """

    connection: http.client.HTTPConnection
    path: str
    deadline: Deadline
    wire: socket.socket = field(repr=False)
    cutter: threading.Timer = field(repr=False)

    def post(self, body: bytes, headers: dict[str, str], *, most: int) -> tuple[int, bytes]:
        """The status and the answer; raises `NoReply` where it is longer than `most` bytes."""
        self.connection.request("POST", self.path, body=body, headers=headers)
        self.wire.settimeout(self.deadline.left())
        answer = self.connection.getresponse()
        pieces: list[bytes] = []
        size = 0
        while True:
            self.wire.settimeout(self.deadline.left())
            piece = answer.read1(PIECE)
            if not piece:
                self.deadline.left()  # it may have been cut off
                return answer.status, b"".join(pieces)
            size += len(piece)
            if size > most:
                raise NoReply(Failure.TOO_LARGE)
            pieces.append(piece)

    def close(self) -> None:
        """Hang up."""
        self.cutter.cancel()
        self.wire.close()


def connect(url: str, *, place: Place, opened: Sequence[Network], deadline: Deadline) -> Line:
    """Look the name up, check where it leads, and connect there; raises `NoReply`."""
    try:
        check_base_url(url, place=place)
        parts = urlsplit(url)
        host = parts.hostname or ""
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        address = _checked(host, port, place=place, opened=opened)
    except BadAddress as why:
        raise NoReply(Failure.ADDRESS) from why
    plain = socket.create_connection((address, port), timeout=deadline.left())
    line = _wrapped(plain, host) if secure else plain
    cutter = threading.Timer(deadline.left(), _cut, [line])
    cutter.daemon = True
    cutter.start()
    if isinstance(line, ssl.SSLSocket):
        line.do_handshake()
    connection = http.client.HTTPConnection(_bracketed(host), port)
    connection.sock = line
    path = f"{parts.path.rstrip('/')}/chat/completions"
    return Line(connection=connection, path=path, deadline=deadline, wire=line, cutter=cutter)


def _wrapped(line: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(
        line, server_hostname=host, do_handshake_on_connect=False
    )


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _checked(host: str, port: int, *, place: Place, opened: Sequence[Network]) -> str:
    """The first address of a name; every one must be for the place."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    for address in addresses:
        check_reached(address, place=place, opened=opened)
    return addresses[0]


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
