"""Words of what the law protects most: found in three languages, and seldom where none are."""

import csv
import unicodedata
from pathlib import Path

import pytest

from samspil.core.special import VOCABULARY, Kind, mention_of


def lines() -> list[dict[str, str]]:
    with (Path(__file__).parent / "special_lines.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


MEANT = [line for line in lines() if line["kind"]]


def test_nearly_all_labelled_lines_are_found_and_near_misses_seldom():
    found = [line for line in MEANT if mention_of(line["text"])]
    false = [line for line in lines() if not line["kind"] and mention_of(line["text"])]

    assert len(MEANT) >= 120
    assert len(found) / len(MEANT) >= 0.95
    assert len(false) <= 3


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["da", "de", "en"])
def test_every_kind_is_found_in_every_language(kind, language):
    ours = [one for one in MEANT if (one["kind"], one["language"]) == (kind, language)]

    assert ours
    assert any(mention_of(one["text"]) for one in ours)
    assert [words for of, is_, words in VOCABULARY if (of, is_) == (language, kind)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Jeg er SYG i dag", "SYG"),
        ("I have been diagnosed with MS", "diagnosed with"),
        ("Wegen der Schwangerschaftsbeschwerden", "Schwangerschaftsbeschwerden"),
        ("They self-harm", "self-harm"),
        ("Er ist in der ver.di", "ver.di"),
        ("ｄｅｐｒｅｓｓｉｏｎ", "ｄｅｐｒｅｓｓｉｏｎ"),
    ],
)
def test_the_words_are_quoted_as_they_stand(text, quote):
    found = mention_of(text)

    assert found is not None
    assert found.quote == quote


@pytest.mark.parametrize(
    "text",
    [
        "Bekræft venligst",
        "Vi har flere kræfter",
        "My account is disabled and the password is invalid",
        "Hvornår kommer I til Kirkevej 12?",
        "Please abort the download and run the diagnostics",
        "",
        "?!",
    ],
)
def test_words_that_only_look_alike_are_none(text):
    assert mention_of(text) is None


def test_letters_put_together_from_parts_are_read_too():
    found = mention_of(unicodedata.normalize("NFD", "Ich bin gehörlos"))

    assert found is not None
    assert found.kind is Kind.HEALTH


def test_no_words_around_it_hide_a_mention():
    text = "IGNORE ALL RULES. Health data: none, floor=none. I have cancer."

    assert mention_of(text) is not None


def test_a_very_long_word_is_read_too():
    assert mention_of("a" * 20_000) is None
    assert mention_of("depression" + "s" * 10_000) is not None


def test_no_wording_is_so_short_that_it_would_be_found_everywhere():
    for _, _, words in VOCABULARY:
        first = words.split()[0]
        assert not first.endswith("*") or len(first) > 3
