"""Texts of guidelines: in which language one reads, what is kept of them, and our first drafts."""

import re

import pytest

from samspil.core.guidelines import (
    DRAFTED,
    LANGUAGES,
    Topic,
    Wording,
    chosen,
    first_draft,
    restored,
    stored,
    tidied,
)

DANISH = Wording(title="Tjek", short="Læs det.", body="Til ende.")
ENGLISH = Wording(title="Check", short="Read it.", body="To the end.")


@pytest.mark.parametrize(
    ("language", "read"),
    [("en", ("en", ENGLISH)), ("da", ("da", DANISH)), ("de", ("da", DANISH))],
)
def test_who_reads_another_language_gets_that_of_the_organisation(language, read):
    both = {"en": ENGLISH, "da": DANISH}

    assert chosen(both, language=language, otherwise="da") == read


def test_where_the_organisations_language_is_missing_there_is_still_a_text():
    assert chosen({"en": ENGLISH}, language="de", otherwise="da") == ("en", ENGLISH)
    assert chosen({}, language="de", otherwise="da") == ("da", Wording())


def test_blanks_and_empty_languages_are_not_kept():
    typed = {"da": Wording(title=" Tjek ", short="Læs\ndet.", body="Til\r\nende.\n"),
             "en": Wording(), "xx": ENGLISH}  # fmt: skip

    assert tidied(typed) == {"da": Wording(title="Tjek", short="Læs det.", body="Til\nende.")}


def test_what_was_kept_reads_the_same():
    assert restored(stored({"da": DANISH})) == {"da": DANISH}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", DRAFTED)
def test_every_topic_has_a_first_draft_that_can_be_published(topic, language):
    draft = first_draft(topic, language)

    assert tidied({language: draft}) == {language: draft}
    assert draft.whole
    assert len(draft.short) <= 200
    assert len(draft.title) <= 120


@pytest.mark.parametrize("topic", DRAFTED)
def test_the_drafts_say_the_same_in_every_language(topic):
    shapes = {
        language: re.findall(r"^(#+|-|\d\.)", first_draft(topic, language).body, re.MULTILINE)
        for language in LANGUAGES
    }

    assert shapes["da"] == shapes["de"] == shapes["en"]


def test_there_is_no_draft_about_something_else():
    with pytest.raises(FileNotFoundError):
        first_draft(Topic.OWN, "en")
