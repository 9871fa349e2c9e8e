"""What was typed is read as what was meant, and nothing typed is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.excerpts import Stretch, excerpt, stretches
from samspil.core.search_query import MOST_TERMS, Status, Term, query_of


def exact(*words: str) -> Term:
    return Term(rows=tuple((word,) for word in words))


def test_all_words_are_wanted_and_the_last_may_be_a_beginning():
    asked = query_of("HEAT pump")

    assert asked.wanted == (exact("heat"), Term(rows=(("pump",),), beginnings=("pump",)))


def test_a_short_last_word_is_only_itself():
    assert query_of("be").wanted == (exact("be"),)


def test_a_phrase_stands_together():
    assert query_of('"Red cards"').wanted == (Term(rows=(("red", "card"),)),)
    assert query_of("„Red cards“").wanted == query_of('"Red cards"').wanted


def test_a_dash_excludes():
    asked = query_of("pump -lost")

    assert asked.unwanted == (exact("lost"),)
    assert len(asked.wanted) == 1


def test_an_exclusion_alone_is_read_as_a_word():
    assert query_of("-lost").wanted == (exact("lost"),)


def test_a_star_asks_for_beginnings():
    assert query_of("lager* x").wanted[0].beginnings == ("lager",)


@pytest.mark.parametrize("name", ["fra", "von", "from", "FROM"])
def test_the_sender_is_a_field_in_three_languages(name):
    assert query_of(f"{name}:Anna").wanted == (Term(beginnings=("f:anna",)),)


@pytest.mark.parametrize(("typed", "mark"), [("nr:M-47", "n:m-47"), ("no:M-47", "n:m-47"),
                                             ('tag:"ring op"', "t:ring_op")])  # fmt: skip
def test_numbers_and_tags_are_fields(typed, mark):
    assert query_of(typed).wanted == (Term(beginnings=(mark,)),)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("status:åben", Status.OPEN),
        ("status:OFFEN", Status.OPEN),
        ("status:waiting", Status.WAITING),
        ("status:lukket", Status.CLOSED),
        ("status:geschlossen", Status.CLOSED),
    ],
)
def test_where_a_case_stands_is_a_field(typed, status):
    assert query_of(typed).status == status


def test_a_topic_is_a_field():
    assert query_of('emne:"delivery status"').topics == ("delivery status",)


@pytest.mark.parametrize("typed", ["fra:", "status:xx", "http://a.b", '"unclosed phrase', "nr:*"])
def test_what_is_no_field_is_read_as_words(typed):
    asked = query_of(typed)

    assert asked.status is None
    assert all(term.rows for term in asked.wanted)
    assert asked.wanted != ()


def test_a_telephone_number_may_be_typed_with_blanks():
    assert query_of("+45 12 34 56 78").wanted[0].rows == (("4512345678",),)


@pytest.mark.parametrize("typed", ["", "  ", "%", '""', "-", "*", "\0", "\u202e"])
def test_nothing_to_look_for_is_empty(typed):
    assert query_of(typed).empty


@given(st.text(max_size=300))
def test_nothing_that_can_be_typed_fails(typed):
    asked = query_of(typed)

    terms = (*asked.wanted, *asked.unwanted)
    words = [word for term in terms for row in (term.beginnings, *term.rows) for word in row]
    assert not any(set(word) & set("\"' ~()*\\\0") for word in words)
    assert len(asked.wanted) <= MOST_TERMS


def test_the_passage_around_the_words_is_shown():
    text = "Hello. " + "We talk of other things. " * 20 + "My heat pump is broken. Thanks."

    shown = excerpt(["Hi", text], query_of("pumps broken"))

    assert [part.text for part in shown if part.found] == ["pump", "broken"]
    assert shown[0] == Stretch(text="…", found=False)
    assert sum(len(part.text) for part in shown) < 230


def test_markup_in_a_text_stays_text():
    shown = stretches("<b>pump</b>", query_of("pump"))

    assert "".join(part.text for part in shown) == "<b>pump</b>"


def test_without_a_hit_the_last_text_begins():
    assert excerpt(["one", "two"], query_of("zebra")) == [Stretch(text="two", found=False)]
