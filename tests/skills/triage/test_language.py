import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from samspil.skills.triage.language import language_of
from samspil.skills.triage.starter import LANGUAGES, starter_examples
from tests.skills.triage.small import EXAMPLES


def foreign() -> list[str]:
    with (Path(__file__).parent / "foreign.csv").open(encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hvor er min pakke?", "da"),
        ("Wo bleibt mein Paket?", "de"),
        ("Where is my parcel?", "en"),
        ("HVORNÅR KOMMER I?", "da"),
        ("Tak for hjælpen", "da"),
        ("Jeg har læst jeres vejledning på https://example.com/guide/setup", "da"),
    ],
)
def test_the_language_of_a_message_is_known(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "   ", "12345", "😀😀", "?!", "مرحبا، أين طلبي؟", "北京欢迎你"]
)
def test_what_is_not_one_of_the_three_languages_is_unknown(text):
    assert language_of(text) is None


def test_other_languages_are_not_taken_for_danish_german_or_english():
    texts = foreign()

    unknown = sum(language_of(text) is None for text in texts)

    assert len(texts) >= 60
    assert unknown / len(texts) >= 0.95


def test_nearly_all_starter_messages_are_known_to_be_in_their_language():
    known = sum(language_of(each.text) in LANGUAGES for each in starter_examples())

    assert known / len(starter_examples()) >= 0.98


def test_many_threads_may_ask_at_once():
    texts = [text for texts in EXAMPLES.values() for text in texts] * 5
    one_by_one = [language_of(text) for text in texts]

    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(language_of, texts))

    assert at_once == one_by_one
