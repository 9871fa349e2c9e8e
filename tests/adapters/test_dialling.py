"""Nobody is led into a network of our own."""

import socket

import pytest

from samspil.adapters.sources.dialling import Dialler, NoWayThere, PrivateAddress


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
