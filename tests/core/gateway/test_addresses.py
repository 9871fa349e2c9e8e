"""Where a model server may stand."""

import pytest

from samspil.core.gateway.addresses import (
    WORDS,
    BadAddress,
    check_base_url,
    check_reached,
    networks,
)
from samspil.core.gateway.allowing import Place


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://localhost:8080/v1", Place.MACHINE),
        ("http://127.0.0.1:8080/v1", Place.MACHINE),
        ("https://models.firma.dk/v1", Place.HOUSE),
        ("https://models.example.eu/v1", Place.EU),
    ],
)
def test_a_server_in_its_place_may_be_named(url, place):
    check_base_url(url, place=place)


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://models.example.eu/v1", Place.EU),
        ("http://models.firma.dk/v1", Place.HOUSE),
        ("http://models.firma.dk/v1", Place.MACHINE),
        ("https://localhost/v1", Place.EU),
        ("ftp://models.example.eu/", Place.EU),
        ("file:///etc/passwd", Place.MACHINE),
        ("models.example.eu", Place.EU),
        ("https://", Place.EU),
        ("https://me:secret@models.example.eu/v1", Place.EU),
        ("https://models.example.eu/v1?key=secret", Place.EU),
        ("https://models.example.eu:port/v1", Place.EU),
        ("https://[bad/v1", Place.EU),
    ],
)
def test_other_addresses_are_refused_with_a_sentence(url, place):
    with pytest.raises(BadAddress) as why:
        check_base_url(url, place=place)

    assert str(why.value) in WORDS.values()


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("169.254.169.254", Place.EU),
        ("10.0.0.5", Place.EU),
        ("192.168.1.1", Place.ELSEWHERE),
        ("127.0.0.1", Place.EU),
        ("::1", Place.HOUSE),
        ("::ffff:10.0.0.5", Place.EU),
        ("::ffff:127.0.0.1", Place.EU),
        ("64:ff9b::a00:5", Place.EU),
        ("2002:a00:5::", Place.ELSEWHERE),
        ("fe80::1%eth0", Place.EU),
        ("0.0.0.0", Place.EU),
        ("10.0.0.5", Place.MACHINE),
        ("10.0.0.5", Place.HOUSE),
        ("224.0.0.1", Place.EU),
    ],
)
def test_a_name_that_leads_inside_is_not_followed(address, place):
    with pytest.raises(BadAddress):
        check_reached(address, place=place, opened=())


def test_a_private_network_that_the_operator_opened_is_for_servers_in_house_alone():
    opened = networks("10.0.0.0/8, fd00::/8")

    check_reached("10.0.0.5", place=Place.HOUSE, opened=opened)
    with pytest.raises(BadAddress):
        check_reached("10.0.0.5", place=Place.EU, opened=opened)
    with pytest.raises(BadAddress):
        check_reached("192.168.0.5", place=Place.HOUSE, opened=opened)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111"])
def test_an_address_open_to_all_may_be_reached(address):
    check_reached(address, place=Place.EU, opened=())
