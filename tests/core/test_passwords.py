"""Passwords that anybody would try first."""

import pytest

from samspil.core.passwords import is_guessable

NAMES = ("Nordlys A/S", "Anna Berg", "anna.berg@nordlys.example")


@pytest.mark.parametrize(
    "password",
    [
        "Nordlys2026!!", "samspil-samspil", "annaberg1234", "NORDLYS.nordlys", "Kodeord123456",
        "berg-anna-nordlys", "Adgangskode.26",
    ],
)  # fmt: skip
def test_names_of_the_place_and_the_person_with_a_year_are_refused(password):
    assert is_guessable(password, names=NAMES)


@pytest.mark.parametrize(
    "password",
    [
        "quiet river under snow",
        "fire kager nordlys fredag",
        "4711-8150-2026-99",
        "xkqzvbnmwrtp",
        "",
    ],
)
def test_what_has_more_to_it_is_taken(password):
    assert not is_guessable(password, names=NAMES)


def test_short_words_of_a_name_do_not_count():
    assert not is_guessable("oskarskolevejen", names=["Bo Li", "A/S"])
