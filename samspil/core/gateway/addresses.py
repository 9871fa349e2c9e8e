"""Which addresses a model server may have: nothing readable on the way, nothing by accident."""

from collections.abc import Sequence
from enum import StrEnum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from samspil.core.gateway.allowing import Place
from samspil.core.internet import is_public

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
LOCAL = ("localhost", "127.0.0.1", "::1")


class Fault(StrEnum):
    """What is wrong with an address."""

    NOT_HTTP = "not_http"
    NO_HOST = "no_host"
    HOLDS_SECRET = "holds_secret"  # noqa: S105 - a kind of fault
    NOT_SECURE = "not_secure"
    NOT_HERE = "not_here"
    IS_HERE = "is_here"
    NOT_OPEN = "not_open"


WORDS = {
    Fault.NOT_HTTP: "Give an address that begins with https://.",
    Fault.NO_HOST: "The address names no server.",
    Fault.HOLDS_SECRET: "Leave passwords, ? and # out of it: the key has a field of its own.",
    Fault.NOT_SECURE: "Only a server on this machine may be asked without https.",
    Fault.NOT_HERE: "This address is not on this machine: choose another place.",
    Fault.IS_HERE: "This address is on this machine: choose that place.",
    Fault.NOT_OPEN: "This address is inside a private network that the operator has not opened.",
}
"""The English sentence of each, which is also the key of its translations."""


class BadAddress(ValueError):
    """The address may not be used; the message is one of `WORDS`."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(WORDS[fault])


def check_base_url(url: str, *, place: Place) -> None:
    """Raise `BadAddress` for what can be told without looking the name up."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise BadAddress(Fault.NO_HOST) from None
    if parts.scheme not in ("http", "https"):
        raise BadAddress(Fault.NOT_HTTP)
    if not host:
        raise BadAddress(Fault.NO_HOST)
    if parts.username is not None or parts.query or parts.fragment:
        raise BadAddress(Fault.HOLDS_SECRET)
    if place is Place.MACHINE and host not in LOCAL:
        raise BadAddress(Fault.NOT_HERE)
    if place is not Place.MACHINE and host in LOCAL:
        raise BadAddress(Fault.IS_HERE)
    if parts.scheme == "http" and place is not Place.MACHINE:
        raise BadAddress(Fault.NOT_SECURE)


def check_reached(address: str, *, place: Place, opened: Sequence[Network]) -> None:
    """Raise `BadAddress` where the name leads to an address that is not for this place.

    `opened` are the private networks in which servers in house may stand.
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    if place is Place.MACHINE:
        if not found.is_loopback:
            raise BadAddress(Fault.NOT_HERE)
        return
    if found.is_loopback:
        raise BadAddress(Fault.IS_HERE)
    in_house = place is Place.HOUSE and any(found in network for network in opened)
    if not in_house and not is_public(address):
        raise BadAddress(Fault.NOT_OPEN)


def networks(said: str) -> tuple[Network, ...]:
    """Networks as an operator writes them, separated by commas; raises `ValueError`."""
    return tuple(ip_network(one.strip()) for one in said.split(",") if one.strip())
