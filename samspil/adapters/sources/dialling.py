"""Reach a server elsewhere, and never by a detour one of our own network.

The name is resolved once, and what was resolved is what is dialled: a name that changes its mind
in between leads nowhere else.
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from samspil.core.internet import is_public

Resolve = Callable[[str, int], Sequence[str]]
CONNECT_S = 10.0


class NoWayThere(Exception):
    """The server cannot be reached."""


class PrivateAddress(NoWayThere):
    """The name leads into a network of our own."""


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name; raises `OSError` where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialler:
    """Connects to public addresses, and to the named hosts wherever they are."""

    private_hosts: frozenset[str] = frozenset()
    resolve: Resolve = field(default=resolve)

    def dial(self, host: str, port: int) -> socket.socket:
        """A connection; raises `PrivateAddress` and `NoWayThere`."""
        try:
            addresses = self.resolve(host, port)
        except (OSError, UnicodeError):
            raise NoWayThere from None
        if host.casefold() not in self.private_hosts and not all(map(is_public, addresses)):
            raise PrivateAddress
        for address in addresses:
            try:
                return socket.create_connection((address, port), timeout=CONNECT_S)
            except OSError:
                continue
        raise NoWayThere


def private_hosts(said: str) -> frozenset[str]:
    """The hosts that the setting names, separated by commas."""
    return frozenset(one.strip().casefold() for one in said.split(",") if one.strip())
