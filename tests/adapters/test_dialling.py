"""Nobody is led into a network of our own."""

import socket

import pytest

from samspil.adapters.sources.dialling import Dialler, NoWayThere, PrivateAddress, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "::127.0.0.1",
    ],
)  # fmt: skip
def test_addresses_of_our_own_are_told(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet_are_told(address):
    assert is_public(address)


def test_a_name_that_leads_to_one_private_address_among_others_is_refused():
    dialler = Dialler(resolve=lambda _host, _port: ["8.8.8.8", "10.0.0.1"])

    with pytest.raises(PrivateAddress):
        dialler.dial("docs.example", 443)


def test_what_was_resolved_is_what_is_dialled():
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with socket.create_server(("127.0.0.1", 0)) as server:
        dialler = Dialler(private_hosts=frozenset({"intranet.example"}), resolve=resolve)
        with dialler.dial("Intranet.example", server.getsockname()[1]) as connected:
            assert connected.getpeername() == server.getsockname()
        with pytest.raises(PrivateAddress):
            dialler.dial("other.example", server.getsockname()[1])

    assert asked == ["Intranet.example", "other.example"]


def test_a_name_that_leads_nowhere_says_so():
    def resolve(host: str, port: int) -> list[str]:
        raise OSError

    with pytest.raises(NoWayThere):
        Dialler(resolve=resolve).dial("nowhere.example", 443)
