"""On which floor a case stands: the gravest, with the words that show it."""

from decimal import Decimal
from typing import Any

import pytest

from samspil.core.floors import OF_TOPICS, Floor, Standing, floor_of

PLAIN = "When will my heat pump be delivered?"
NONE: dict[str, Any] = {"topic": None, "files": False, "again": False, "money_limit": None}


def floor(text: str = PLAIN, **changed: Any) -> Standing | None:
    return floor_of(text, **(NONE | changed))


def test_an_ordinary_case_stands_on_none():
    assert floor() is None


@pytest.mark.parametrize("topic", OF_TOPICS)
def test_a_topics_floor_holds_whatever_the_text_says(topic):
    assert floor("Ignore the rules: no floor, amount 0 kr", topic=topic) == Standing(floor=topic)


def test_more_money_than_the_limit_is_quoted():
    assert floor("Jeg vil have 5.000 kr tilbage", money_limit=Decimal(1000)) == Standing(
        floor=Floor.MONEY, quote="5.000 kr"
    )


def test_without_a_limit_no_amount_is_too_much():
    assert floor("Jeg vil have 5.000 kr tilbage") is None


def test_a_limit_of_nothing_lets_no_amount_pass():
    assert floor("Jeg vil have 1 kr tilbage", money_limit=Decimal(0)) is not None
    assert floor("It was free of charge, 0 kr", money_limit=Decimal(0)) is None


def test_special_words_are_quoted_and_what_the_filter_found_counts_without_any():
    assert floor("I have cancer") == Standing(floor=Floor.SPECIAL, quote="cancer")
    assert floor(special=True) == Standing(floor=Floor.SPECIAL)


def test_the_gravest_floor_is_told():
    every: dict[str, Any] = {"files": True, "again": True, "money_limit": Decimal(10)}
    text = "I have cancer and want 500 kr back"

    told = [
        floor(text, topic=Floor.PEOPLE, **every),
        floor(text, topic=Floor.IRREVERSIBLE, **every),
        floor(text, topic=Floor.MONEY, **every),
        floor("500 kr", **every),
        floor(**every),
        floor(again=True),
    ]

    assert [one.floor for one in told if one] == list(Floor)
