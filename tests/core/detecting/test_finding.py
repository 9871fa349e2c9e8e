"""What leads to a person is found where it stands, and what only looks like it is left alone."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.detecting import SPOKEN_OF, WRITTEN, Kind, find, replaced

EVERYTHING = WRITTEN | SPOKEN_OF


def told(text, kinds=EVERYTHING):
    return [(one.kind.value, text[one.start : one.end]) for one in find(text, kinds)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mit CPR er 010180-1234.", [("cpr", "010180-1234")]),
        ("Cpr: 01.01.80-1234", [("cpr", "01.01.80-1234")]),
        ("Steuer-ID 36 574 261 809", [("tax", "36 574 261 809")]),
        ("CVR-nr. 12 43 05 58", [("cvr", "12 43 05 58")]),
        ("IBAN DK50 0040 0440 1162 43 tak", [("iban", "DK50 0040 0440 1162 43")]),
        ("kortnummer 4571 6684 9811 4334", [("card", "4571 6684 9811 4334")]),
        ("Ring på 20 45 61 87", [("phone", "20 45 61 87")]),
        ("Ring på 20\u00a045\u00a061\u00a087", [("phone", "20\u00a045\u00a061\u00a087")]),
        ("tlf. 20456187", [("phone", "20456187")]),
        ("Tel. 0451 7098123", [("phone", "0451 7098123")]),
        ("Call +44 20 7946 0958", [("phone", "+44 20 7946 0958")]),
        ("<lone@bak-is.dk>, tak", [("mail", "lone@bak-is.dk")]),
        ("Nørregade 12, 2. th., 1165 København K", [
            ("address", "Nørregade 12, 2. th., 1165 København K")
        ]),
        ("in der Holstenstraße 33, 24103 Kiel", [("address", "Holstenstraße 33, 24103 Kiel")]),
        ("at 14 Station Road, Leeds LS1 4DY", [("address", "14 Station Road, Leeds LS1 4DY")]),
        ("Født den 14. marts 1981", [("birth", "14. marts 1981")]),
        ("am 14.03.1981 geboren", [("birth", "14.03.1981")]),
        ("I have cancer", [("health", "cancer")]),
        ("My trade union agrees", [("union", "trade union")]),
    ],
)  # fmt: skip
def test_what_leads_to_a_person_is_found(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Varenummer 010180-1234 er udsolgt",
        "Ordre 0101801234",
        "CVR 12430559 har et forkert tjekciffer",
        "Faktura 12430558",
        "IBAN DK50 0040 0440 1162 44 er forkert",
        "Ordre nr. 4571 6684 9811 4334",
        "Serienummer 4571668498114335",
        "Vi solgte 20 45 61 87 stk.",
        "Ordrenummer 20456187",
        "Version 12.34.56.78",
        "Måler 57 12 88 34 51",
        "5 pcs @ 9.99 each, follow @dana",
        "Rute 9, 6400 meter",
        "Kapitel 4, 1165 ord",
        "Mødet er den 14. marts 2026",
        "ISBN 978-87-02-15834-1",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert told(text) == []


def test_two_accounts_in_one_sentence_are_two():
    said = "statt DE89 3704 0044 0532 0130 00 nun AT61 1904 3002 3457 3201"

    assert [kind for kind, _ in told(said)] == ["iban", "iban"]


def test_a_word_whose_number_was_given_announces_no_other():
    assert told("cpr 010180-1234, 20 45 61 87") == [
        ("cpr", "010180-1234"),
        ("phone", "20 45 61 87"),
    ]


def test_only_what_is_asked_for_is_found():
    assert told("Mit cpr er 010180-1234, mail a@b.dk", {Kind.MAIL}) == [("mail", "a@b.dk")]


def test_words_are_found_where_they_stand_however_letters_are_composed():
    said = unicodedata.normalize("NFD", "Å, jeg er opereret på hospice")

    assert told(said) == [("health", "opereret"), ("health", "hospice")]


SCRAPS = st.sampled_from(
    ["cpr 010180-1234 ", "tlf. 20 45 61 87, ", "a@b.dk", "IBAN DE89 3704 0044 0532 0130 00 ", "\n",
     "Nørregade 12, 1165 København K ", "født 1.2.1980 ", "12430558 ", "+45 ", "geb. ", "Å",
     "\u00a0"]
)  # fmt: skip


@given(st.lists(SCRAPS | st.text(max_size=12), max_size=12).map("".join))
def test_findings_are_in_order_and_never_overlap(text):
    found = find(text, EVERYTHING)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_what_stands_between_is_kept():
    text = "Skriv til a@b.dk eller c@d.dk."

    shown = replaced(text, find(text), lambda one, said: f"<{one.kind}:{said}>")

    assert shown == "Skriv til <mail:a@b.dk> eller <mail:c@d.dk>."
