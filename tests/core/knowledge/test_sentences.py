"""Sentences are found where people see them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.knowledge.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring først. Skriv så!  Godt?", ["Ring først.", "Skriv så!", "Godt?"]),
        ("Meldes senest kl. 08.00 til f.eks. Anna.", ["Meldes senest kl. 08.00 til f.eks. Anna."]),
        ("Am 6. Juni, z. B. per Mail. Danach nie.", ["Am 6. Juni, z. B. per Mail.", "Danach nie."]),
        ("Den 1. april er sidste frist.", ["Den 1. april er sidste frist."]),
        ("Ask J. Smith. He knows.", ["Ask J. Smith.", "He knows."]),
        ("Hold 5 °C. Luk døren.", ["Hold 5 °C.", "Luk døren."]),
        ("Keep it at 41°F. Close it.", ["Keep it at 41°F.", "Close it."]),
        ("Rules:\n- No smoking\n- No dogs", ["Rules:", "- No smoking", "- No dogs"]),
        ("He said “go.” Then he left.", ["He said “go.”", "Then he left."]),
        ("One\n\ntwo", ["One", "two"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text, expected):
    assert cut(text) == expected


def test_a_line_that_the_page_broke_is_no_end():
    text = (
        "Medarbejderen skal altid gå i dialog med lederen, inden der påbegyndes og\n"
        "registreres tid. Ellers ikke."
    )
    assert len(cut(text)) == 2


@given(st.text(alphabet="aB1.!?:\n -|\u200b(”…", max_size=80))
def test_sentences_follow_each_other_and_lose_only_blanks(text):
    found = sentences(text)
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in found)
    assert all(a < b for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


@pytest.mark.parametrize("run", [" ", "\t", ".", "…", ".”", "\n x"])
def test_a_text_made_to_be_slow_is_cut_at_once(run):
    assert sentences(f"So it is{run * 200_000}x")


def test_a_line_ends_where_blanks_stand_before_its_end():
    text = "It is here.  \n- Second\t \n- Third"

    assert [text[start:end] for start, end in sentences(text)] == [
        "It is here.", "- Second", "- Third",
    ]  # fmt: skip
