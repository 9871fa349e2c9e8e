"""Which addresses are on the open internet."""

import ipaddress

EMBEDDED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
"""Addresses of version 6 that hold one of version 4 in their last bytes."""


def is_public(address: str) -> bool:
    """Whether an address is on the open internet, and so is what may be wrapped in it."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = [one for one in (found.ipv4_mapped, found.sixtofour) if one]
        inner += found.teredo or ()
        if any(found in network for network in EMBEDDED):
            inner.append(ipaddress.IPv4Address(found.packed[-4:]))
        if not all(is_public(str(one)) for one in inner):
            return False
        if inner and found.ipv4_mapped:
            return True
    return found.is_global and not found.is_multicast
