"""Questions that mean the same make a topic; what few ask stays unseen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.knowledge.gaps import ENOUGH, MOST, Asked, Map, Trend, map_of, same, trend_of

PARKING = [
    "Hvor er der parkering til min bil?",
    "Er der parkering til elbiler?",
    "Koster parkering noget?",
    "Hvem deler parkering ud?",
    "Er der parkering ved hallen?",
    "Må gæster bruge vores parkering?",
]
MEALS = [
    "What is for lunch today?",
    "Is lunch free for guests?",
    "Can lunch be vegan?",
    "When is lunch served?",
    "Who pays for lunch with a customer?",
]


def asked(texts: list[str], *, good: bool = False, weeks: int = 0, near: str = "") -> list[Asked]:
    keys = (near,) if near else ()
    return [Asked(text=text, weeks=weeks, good=good, near=keys) for text in texts]


def drawn(*lists: list[Asked], names: frozenset[str] = frozenset()) -> Map:
    return map_of([one for each in lists for one in each], names=names)


def test_questions_that_share_their_words_are_one_topic():
    found = drawn(asked(PARKING), asked(MEALS)).topics
    assert [set(one.members) for one in found] == [set(range(6)), set(range(6, 11))]
    assert "parkering" in found[0].words
    assert "lunch" in found[1].words


def test_questions_of_like_meaning_are_one_topic_though_they_share_no_word():
    rng = np.random.default_rng(1)
    places = rng.normal(size=(2, 16))
    texts = [f"{chr(97 + number) * 6}" for number in range(12)]
    rows = [places[number % 2] + rng.normal(size=16) / 20 for number in range(12)]
    given_rows = [
        Asked(text=text, weeks=0, good=False, vector=(row / np.linalg.norm(row)).astype("float32"))
        for text, row in zip(texts, rows, strict=True)
    ]
    assert [set(one.members) for one in map_of(given_rows).topics] == [
        {0, 2, 4, 6, 8, 10},
        {1, 3, 5, 7, 9, 11},
    ]


def test_what_most_find_no_answer_to_comes_first():
    found = drawn(asked(MEALS, good=True), asked(PARKING)).topics
    assert [one.unanswered for one in found] == [6, 0]


def test_what_fewer_than_five_ask_is_neither_named_nor_shown():
    few = drawn(asked(PARKING[: ENOUGH - 1], near="7"))
    assert few.topics == ()
    assert few.beside == {}
    assert few.left == ENOUGH - 1


def test_lr8_wording_is_shown_from_ten_different_questions_on():
    more = [f"{text[:-1]} i Aarhus?" for text in PARKING]

    nine, ten = (drawn(asked([*PARKING, *more[:n]])).topics for n in (3, 4))

    assert (nine[0].shown, len(ten[0].shown)) == ((), 3)


def test_asking_the_same_again_does_not_make_a_topic():
    again = drawn(asked(["Hvornår går Hanne hjem?", "hvornår  går hanne hjem?"] * 10))
    assert again.topics == ()


def test_small_topics_are_counted_together_by_the_document_nearest_to_them():
    few = drawn(asked(PARKING[:3], near="7"), asked(MEALS[:2], near="7", good=True))
    assert few.beside == {"7": (5, 3)}
    assert few.left == 0


def test_nobody_is_named_by_a_topic_nor_quoted_in_one():
    texts = [f"{text[:-1]} hos Hanne?" for text in PARKING[:4]]
    found = drawn(asked([*texts, *PARKING]), names=frozenset({"hanne"})).topics
    assert len(found) == 1
    assert "hanne" not in found[0].words
    assert found[0].shown
    assert all(place >= len(texts) for place in found[0].shown)


def test_the_forms_of_a_word_name_a_topic_together():
    forms = [
        "Hvor meget ferie har jeg?",
        "Hvornår skal jeg holde ferie?",
        "Kan jeg flytte mine feriedage?",
        "Hvem har feriens liste?",
        "Må jeg få ferie nu?",
    ]
    alike = np.array([1.0, 0.0], dtype="float32")
    other = np.array([0.0, 1.0], dtype="float32")
    found = map_of(
        [Asked(text=text, weeks=0, good=False, vector=alike) for text in forms]
        + [Asked(text=text, weeks=0, good=False, vector=other) for text in PARKING]
    )
    assert [one.words for one in found.topics] == [("parkering",), ("ferie",)]


def test_a_word_that_only_two_used_names_no_topic():
    assert "elbiler" not in drawn(asked(PARKING)).topics[0].words


def test_a_topic_is_asked_about_more_only_where_chance_would_hardly_do_it():
    assert trend_of([2, 0, 0, 0, 0, 6]) is Trend.SAME
    assert trend_of([6, 6, 0, 0, 1]) is Trend.MORE
    assert trend_of([1, 0, 0, 0, 9, 9, 0, 0]) is Trend.LESS
    assert trend_of([0] * 12) is Trend.SAME


def test_nothing_asked_makes_an_empty_map():
    assert map_of([]) == Map(topics=(), beside={}, left=0)


def test_more_than_can_be_compared_is_refused():
    with pytest.raises(ValueError, match="cannot be compared"):
        map_of(asked(["Hello?"] * (MOST + 1)))


@given(st.lists(st.text(max_size=40), max_size=12))
def test_every_question_is_counted_once_whatever_it_says(texts):
    found = map_of(asked(texts))
    counted = sum(len(one.members) for one in found.topics) + found.left
    assert counted + sum(many for many, _ in found.beside.values()) == len(texts)


def test_topics_are_the_same_where_most_of_their_words_are():
    assert same(["parking", "guests"], ["parking", "guests", "electric"])
    assert not same(["parking", "guests", "price"], ["lunch", "guests"])
    assert not same([], ["lunch"])
