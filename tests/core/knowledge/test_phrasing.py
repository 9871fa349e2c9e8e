"""What a language model wrote is read as sentences with citations; what no passage says is gone."""

import pytest

from samspil.core.knowledge.phrasing import Claim, checked, claims, instruction

PASSAGES = [
    "Everybody has 25 days of holiday a year. Ask for holiday in the calendar before May.",
    "Call your team leader before nine when you are ill.",
]


@pytest.mark.parametrize(
    "text",
    [
        "Everybody has 25 days of holiday. [1] Ask in the calendar before May [1].",
        "Everybody has 25 days of holiday [1]. Ask in the calendar before May. [1]",
        "Everybody has 25 days of holiday.【1】Ask in the calendar before May. [source 1]",
        "**Everybody has 25 days of holiday.** [1]\nAsk in the calendar before May [1].",
    ],
)
def test_citations_are_read_wherever_they_stand(text):
    assert claims(text) == [
        Claim(text="Everybody has 25 days of holiday.", cites=(1,)),
        Claim(text="Ask in the calendar before May.", cites=(1,)),
    ]


def test_several_citations_belong_to_one_sentence():
    assert claims("Ask before May [1, 2].") == [Claim(text="Ask before May.", cites=(1, 2))]


@pytest.mark.parametrize("text", ["", "NONE", "none.", " [NONE] ", "[1]", "…"])
def test_where_nothing_is_said_nothing_is_read(text):
    assert claims(text) == []
    assert checked(text, PASSAGES).left_out == 0


def test_only_supported_sentences_remain_and_the_others_are_counted():
    found = checked(
        "Everybody has 25 days of holiday a year [1]. Everybody has 30 days of holiday a year [1]."
        " Call your team leader before nine [1]. Call your team leader before nine [2].",
        PASSAGES,
    )

    assert [one.text for one in found.claims] == [
        "Everybody has 25 days of holiday a year.",
        "Call your team leader before nine.",
    ]
    assert found.claims[1].cites == (2,)
    assert found.left_out == 2


@pytest.mark.parametrize("cite", ["", " [3]", " [0]", " [99]", " [-1]"])
def test_a_sentence_without_a_passage_of_its_own_is_left_out(cite):
    found = checked(f"Everybody has 25 days of holiday a year{cite}.", PASSAGES)

    assert (found.claims, found.left_out) == ((), 1)


def test_a_sentence_said_twice_is_shown_once():
    said = "Everybody has 25 days of holiday a year [1]. "

    assert len(checked(said * 3, PASSAGES).claims) == 1


def test_of_a_flood_only_the_first_sentences_are_looked_at():
    flood = " ".join(f"Everybody has {n} days of holiday a year [1]." for n in range(100))

    found = checked(flood, PASSAGES)

    assert (found.claims, found.left_out) == ((), 100)


def test_the_instruction_names_the_language():
    assert "in Danish" in instruction("da")
