"""The parts show what they are given, exactly, and trust no text."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.forms import Select
from django.forms.renderers import DjangoTemplates
from django.template import Context, Template
from django.utils import translation
from django.utils.html import strip_tags

from samspil.core.skill import Evidence, Ground
from samspil.web.difference import changes
from samspil.web.evidence import MisplacedEvidence, Piece, pieces

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def show(source: str, **given: Any) -> str:
    return Template("{% load parts %}" + source).render(Context(given))


def passage(text: str, quote: str, ground: Ground = Ground.TOPIC) -> Evidence:
    start = text.index(quote)
    return Evidence(ground=ground, start=start, end=start + len(quote), quote=quote)


def cut(text: str, evidence: Sequence[Evidence]) -> list[tuple[str, tuple[Ground, ...]]]:
    return [(piece.text, piece.grounds) for piece in pieces(text, evidence)]


def test_a_hostile_message_is_shown_as_text():
    text = 'Hi <script>alert("1")</script> & bye'

    shown = show(
        "{% evidence_text text evidence %}", text=text, evidence=[passage(text, "<script>")]
    )

    assert "<script" not in shown
    assert "&lt;script&gt;" in shown
    assert "&amp; bye" in shown


def test_overlapping_passages_are_cut_where_they_meet():
    text = "pump stopped since morning"
    topic, urgent = passage(text, "pump stopped"), passage(text, "stopped since", Ground.URGENT)

    assert cut(text, [topic, urgent]) == [
        ("pump ", (Ground.TOPIC,)),
        ("stopped", (Ground.URGENT, Ground.TOPIC)),
        (" since", (Ground.URGENT,)),
        (" morning", ()),
    ]


def test_a_passage_inside_another_keeps_both_grounds():
    text = "this is not good enough"
    inner, outer = passage(text, "not"), passage(text, "is not good", Ground.DISSATISFIED)

    assert cut(text, [inner, outer])[2] == ("not", (Ground.DISSATISFIED, Ground.TOPIC))


def test_passages_after_an_emoji_stay_in_place():
    text = "Stille 😟👩‍🔧 siden i går\nRing nu!"

    assert cut(text, [passage(text, "Ring nu", Ground.WANTS_PERSON)]) == [
        ("Stille 😟👩‍🔧 siden i går\n", ()),
        ("Ring nu", (Ground.WANTS_PERSON,)),
        ("!", ()),
    ]


def test_the_pieces_joined_are_the_text_again():
    text = "a\n\nb 😟 c"

    joined = "".join(piece.text for piece in pieces(text, [passage(text, "b 😟")]))

    assert joined == text
    assert list(pieces("", [])) == []
    assert list(pieces("x", [])) == [Piece(text="x", grounds=())]


@pytest.mark.parametrize(("start", "end"), [(0, 3), (-4, 4), (4, 4), (4, 99)])
def test_a_quote_that_stands_elsewhere_is_refused(start: int, end: int):
    astray = Evidence(ground=Ground.TOPIC, start=start, end=end, quote="pump")

    with pytest.raises(MisplacedEvidence, match="pump"):
        list(pieces("the pump", [astray]))


def test_a_mark_says_its_meaning_to_those_who_hear_the_page():
    text = "hurry up"

    shown = show(
        "{% evidence_text text evidence language='en' %}",
        text=text,
        evidence=[passage(text, "hurry", Ground.URGENT)],
    )

    assert unescape(strip_tags(shown)) == "[says that it is urgent: hurry] up"
    assert 'lang="en"' in shown


def test_the_legend_names_only_grounds_that_occur():
    text = "hurry up"

    shown = show("{% evidence_legend evidence %}", evidence=[passage(text, "hurry", Ground.URGENT)])

    assert "says that it is urgent" in shown
    assert "dissatisfied" not in shown
    assert show("{% evidence_legend evidence %}", evidence=[]) == "\n"


@pytest.mark.parametrize(
    ("route", "word"), [("alone", "AI alone"), ("together", "Together"), ("person", "Person")]
)
def test_a_route_has_a_word_and_a_shape(route: str, word: str):
    shown = show("{% route_chip route %}", route=route)

    assert word in strip_tags(shown)
    assert f"chip is-{route}" in shown
    assert "<svg" in shown


def test_an_unknown_route_is_never_drawn():
    with pytest.raises(ValueError, match="robot"):
        show("{% route_chip 'robot' %}")


@pytest.mark.parametrize(
    ("hours", "state", "words"),
    [
        (-0.5, "is-late", "30 minutes late"),
        (-1, "is-late", "1 hour late"),
        (-72, "is-late", "3 days late"),
        (0.6, "is-soon", "due in 36 minutes"),
        (4, "is-soon", "due in 4 hours"),
        (6, "is-later", "due today 15:00"),
        (24, "is-later", "due tomorrow 09:00"),
        (24 * 9, "is-later", "due 2 December"),
    ],
)
def test_a_deadline_says_how_near_it_is(hours: float, state: str, words: str):
    shown = show("{% deadline_chip due now %}", due=NOW + timedelta(hours=hours), now=NOW)

    assert strip_tags(shown).strip() == words
    assert state in shown


def test_a_deadline_can_be_read_by_programs():
    shown = show("{% deadline_chip due now %}", due=NOW, now=NOW)

    assert 'datetime="2026-11-23T09:00:00+00:00"' in shown


def test_no_deadline_is_said_in_words():
    assert "no deadline" in show("{% deadline_chip None now %}", now=NOW)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.93, "about 93 in 100"),
        (0.0, "none in 100"),
        (0.002, "fewer than 1 in 100"),
        (0.997, "more than 99 in 100"),
        (1.0, "100 in 100"),
    ],
)
def test_confidence_is_said_in_plain_words(value: float, words: str):
    assert words in strip_tags(show("{% confidence value %}", value=value))


def test_an_interval_is_rounded_outwards():
    shown = show("{% confidence 0.9 n=412 low=0.855 high=0.961 %}")

    assert "(85 to 97 in 100)" in strip_tags(shown)
    assert "from 412 cases" in strip_tags(shown)


def test_an_exact_hundredth_stays_where_it_is():
    assert "(29 to 57 in 100)" in show("{% confidence 0.4 low=0.29 high=0.57 %}")


def test_a_share_outside_its_range_is_refused():
    with pytest.raises(ValueError, match=r"1\.2"):
        show("{% confidence 1.2 %}")


def test_a_person_has_initials_and_ai_never_a_face():
    person, ai = show("{% avatar 'person' 'Mette Holm' %}"), show("{% avatar 'ai' 'Triage' %}")

    assert strip_tags(person).strip() == "MH"
    assert strip_tags(ai).strip() == ""
    assert 'aria-label="Triage"' in ai
    assert "<img" not in ai


def test_ai_text_is_a_draft_until_a_named_person_approves_it():
    assert "AI draft" in show("{% ai_mark %}")
    assert "AI-assisted, approved by Mette &lt;b&gt;" in show("{% ai_mark by %}", by="Mette <b>")


def test_an_edit_shows_what_went_and_what_came():
    shown = show("{% diff old new %}", old="within 24 hours.", new="before <b>11</b> today.")

    assert "<b>" not in shown
    assert "within 24 hours" in unescape(strip_tags(shown))
    assert shown.count("<del>") == shown.count("<ins>") == 1


def test_in_a_long_repetitive_text_only_the_changed_word_shows():
    old = " ".join(f"the pump {number} and the seal" for number in range(400))

    made = changes(old, old.replace("pump 200 ", "motor 200 "))

    assert [(each.removed, each.added) for each in made if not each.kept] == [("pump ", "motor ")]


def test_an_unchanged_text_has_no_edits():
    shown = show("{% diff text text %}", text="Same\n\nas before")

    assert shown == '<div class="original diff">Same\n\nas before</div>'


def test_an_icon_with_a_label_can_be_heard():
    assert 'aria-label="Late"' in show("{% icon 'clock' label='Late' %}")
    assert 'aria-hidden="true"' in show("{% icon 'clock' %}")


def test_a_choice_is_drawn_as_the_framework_draws_it():
    choices = [("", "–"), ("<b>", 'a "b" & c'), ("group", [(1, "one"), (2, "two")])]
    widget = Select(attrs={"id": "x", "required": True, "disabled": False}, choices=choices)

    ours = widget.render("who", "1")
    theirs = widget.render("who", "1", renderer=DjangoTemplates())

    assert re.sub(r">\s+<", "><", ours.strip()) == re.sub(r">\s+<", "><", theirs.strip())
    assert 'value="1" selected' in ours


def test_each_reader_gets_the_chips_in_their_own_language():
    shown = {}
    for language in ("da", "en", "da"):
        with translation.override(language):
            shown[language] = show("{% route_chip 'alone' %}")

    assert "AI alone" in shown["en"]
    assert "AI alene" in shown["da"]
