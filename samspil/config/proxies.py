"""Whose address a request comes from, where proxies stand in front: never what a visitor claims."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]
FORWARDED = "HTTP_X_FORWARDED_FOR"
CLAIMS = (FORWARDED, "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP",
          "HTTP_FORWARDED")  # fmt: skip
"""Headers that say something about the visitor; anybody can send them."""
REQUEST_ID = "HTTP_X_REQUEST_ID"


class UnknownProxies(ValueError):
    """SAMSPIL_TRUSTED_PROXIES is neither a count nor a list of addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxies:
    """Either `count` proxies stand in front, whatever their address, or those of `networks`."""

    count: int = 0
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    def trusts(self, peer: str) -> bool:
        """Whether what `peer` says about a visitor is believed."""
        found = _address(peer)
        return self.count > 0 or (
            found is not None and any(found in network for network in self.networks)
        )

    def visitor(self, peer: str, forwarded: str) -> str:
        """The visitor's address, from who is connected and what X-Forwarded-For says.

        Each proxy adds at the end whom it saw, so that the end is trusted and the start is not.
        """
        named = [name.strip() for name in forwarded.split(",") if name.strip()]
        if self.count:
            seen = _address(named[-self.count]) if len(named) >= self.count else None
            return peer if seen is None else str(seen)
        visitor = peer
        while named and self.trusts(visitor):
            seen = _address(named.pop())
            if seen is None:
                break
            visitor = str(seen)
        return visitor


def read_proxies(text: str) -> Proxies:
    """What SAMSPIL_TRUSTED_PROXIES says: empty, a count, or addresses; raises `UnknownProxies`."""
    if not text.strip():
        return Proxies()
    if text.strip().isdigit():
        return Proxies(count=int(text))
    try:
        return Proxies(networks=tuple(ip_network(name.strip()) for name in text.split(",")))
    except ValueError as why:
        raise UnknownProxies(
            f"SAMSPIL_TRUSTED_PROXIES must be a number, or addresses with commas: {why}."
        ) from why


class ClientAddress:
    """Puts the visitor's address where everything looks for it (REMOTE_ADDR).

    What somebody who is no trusted proxy claims is removed, so that nothing behind can believe it.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self._proxies: Proxies = settings.TRUSTED_PROXIES

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        peer = meta.get("REMOTE_ADDR", "")
        meta["SAMSPIL_FORWARDED"] = any(name in meta for name in CLAIMS)
        if self._proxies.trusts(peer):
            meta["REMOTE_ADDR"] = self._proxies.visitor(peer, meta.get(FORWARDED, ""))
        else:
            for name in (*CLAIMS, REQUEST_ID):
                meta.pop(name, None)
        return self.get_response(request)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """The address in "192.0.2.7", "192.0.2.7:5123", "2001:db8::1" or "[2001:db8::1]:5123"."""
    bare = text.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        return ip_address(bare)
    except ValueError:
        return None
