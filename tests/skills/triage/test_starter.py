"""The starter set and the demonstration messages are whole, clean and fit to learn from."""

import csv
import re
import string
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import samspil

ROOT = Path(samspil.__file__).parent
STARTER = ROOT / "skills" / "triage" / "starter" / "customer_service"
STAFF = [STARTER.parent / "hr", STARTER.parent / "it"]
"""What employees write about."""
MESSAGES = ROOT / "founding" / "messages"
BANKING = ROOT / "demo" / "banking77"
LANGUAGES = ("da", "de", "en")
CUES = {"", "urgent", "dissatisfied", "vulnerable", "wants_person"}
ENOUGH_EXAMPLES = 15
LIKE_A_CPR_NUMBER = re.compile(r"(?<!\d)\d{6}[-\s]?\d{4}(?!\d)")

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spelled_alike(text: str) -> str:
    """The text without regard to capitals, spaces and signs, so that near-copies look the same."""
    return " ".join(re.findall(r"\w+", text.casefold())) or text.strip()


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(params=[STARTER, BANKING, *STAFF], ids=lambda folder: folder.name)
def topics(request: pytest.FixtureRequest) -> list[Row]:
    return rows(request.param / "topics.csv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_enough_examples_in_every_language(language: str):
    topics = [row["topic"] for row in rows(STARTER / "topics.csv")]

    examples = Counter(row["topic"] for row in rows(STARTER / f"{language}.csv"))

    assert [topic for topic in topics if examples[topic] < ENOUGH_EXAMPLES] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_names_a_known_topic(language: str):
    known = {row["topic"] for row in rows(STARTER / "topics.csv")}

    named = {row["topic"] for row in rows(STARTER / f"{language}.csv")}

    assert named - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_demonstration_message_has_a_known_topic_and_cue(language: str):
    known = {row["topic"] for row in rows(STARTER / "topics.csv")} | {"other"}

    messages = rows(MESSAGES / f"{language}.csv")

    assert {row["topic"] for row in messages} - known == set()
    assert {row["cue"] for row in messages} - CUES == set()


def test_no_text_stands_twice_in_the_starter_and_the_demonstration():
    files = [folder / f"{language}.csv" for folder in (STARTER, MESSAGES) for language in LANGUAGES]

    seen = Counter(spelled_alike(row["text"]) for file in files for row in rows(file))

    assert [text for text, times in seen.items() if times > 1] == []


def test_every_demonstration_message_has_its_own_number():
    numbers = [row["id"] for each in LANGUAGES for row in rows(MESSAGES / f"{each}.csv")]

    assert len(set(numbers)) == len(numbers)


def test_every_topic_stands_once(topics: list[Row]):
    named = Counter(row["topic"] for row in topics)

    assert [topic for topic, times in named.items() if times > 1] == []


def test_every_topic_has_a_name_and_a_reply_in_three_languages(topics: list[Row]):
    columns = [f"{part}_{language}" for part in ("name", "reply") for language in LANGUAGES]

    missing = [(row["topic"], each) for row in topics for each in columns if not row[each].strip()]

    assert missing == []


def test_replies_leave_room_for_a_name_and_nothing_else(topics: list[Row]):
    replies = [row[f"reply_{language}"] for row in topics for language in LANGUAGES]

    asked_for = {name for reply in replies for name in placeholders(reply)}

    assert asked_for <= {"name"}


@pytest.mark.parametrize("folder", [STARTER, BANKING], ids=lambda folder: folder.name)
def test_topics_of_customers_are_standard_or_complex_never_more(folder: Path):
    assert {row["level"] for row in rows(folder / "topics.csv")} == {"1", "2"}


def test_what_employees_must_find_a_person_for_is_of_level_three():
    found = {
        folder.name: {row["topic"] for row in rows(folder / "topics.csv") if row["level"] == "3"}
        for folder in STAFF
    }

    assert found == {"hr": {"sick_note", "conflict", "dismissal"}, "it": {"phishing", "outage"}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", STAFF, ids=lambda folder: folder.name)
def test_every_topic_of_employees_has_two_dozen_examples_in_every_language(folder, language):
    topics = {row["topic"] for row in rows(folder / "topics.csv")}

    examples = Counter(row["topic"] for row in rows(folder / f"{language}.csv"))

    assert set(examples) == topics
    assert min(examples.values()) >= 24


@pytest.mark.parametrize("folder", STAFF, ids=lambda folder: folder.name)
def test_no_example_of_employees_stands_twice_in_a_language(folder):
    for language in LANGUAGES:
        seen = Counter(spelled_alike(row["text"]) for row in rows(folder / f"{language}.csv"))
        assert [text for text, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("part", ["train", "test"])
def test_the_banking_sample_covers_exactly_its_topics(part: str):
    known = {row["topic"] for row in rows(BANKING / "topics.csv")}

    assert {row["topic"] for row in rows(BANKING / f"{part}.csv")} == known


@pytest.mark.parametrize(
    "folder", [STARTER, MESSAGES, BANKING, *STAFF], ids=lambda folder: folder.name
)
def test_files_hold_composed_utf_8_without_a_byte_order_mark(folder: Path):
    texts = [file.read_bytes().decode("utf-8") for file in sorted(folder.glob("*.csv"))]

    assert all(unicodedata.is_normalized("NFC", text) for text in texts)
    assert not any(text.startswith("\ufeff") for text in texts)


def test_the_search_for_identity_numbers_finds_those_in_the_demonstration():
    marked = [row for row in rows(MESSAGES / "da.csv") if row["note"] == "identity"]

    assert len(marked) == 5
    assert all(LIKE_A_CPR_NUMBER.search(row["text"]) for row in marked)


def test_no_text_in_the_starter_looks_like_an_identity_number():
    lines = [
        line
        for file in STARTER.parent.glob("*/*.csv")
        for line in file.read_text("utf-8").splitlines()
    ]

    assert [line for line in lines if LIKE_A_CPR_NUMBER.search(line)] == []
