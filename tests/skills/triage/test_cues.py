import csv
from pathlib import Path

import pytest

from samspil.core.skill import Ground
from samspil.skills.triage.cues import cues

GROUNDS = (Ground.URGENT, Ground.DISSATISFIED, Ground.VULNERABLE, Ground.WANTS_PERSON)


def lines() -> list[dict[str, str]]:
    with (Path(__file__).parent / "cue_lines.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def meant(line: dict[str, str]) -> set[str]:
    return set(line["grounds"].split("+")) - {""}


def found(text: str) -> set[str]:
    return {str(each.ground) for each in cues(text)}


def quotes(text: str) -> list[str]:
    return [each.quote for each in cues(text)]


@pytest.mark.parametrize("ground", GROUNDS)
def test_cues_are_found_and_near_misses_are_not(ground):
    labelled = lines()

    hits = sum(ground in meant(line) & found(line["text"]) for line in labelled)
    meanings = sum(ground in meant(line) for line in labelled)
    findings = sum(ground in found(line["text"]) for line in labelled)

    assert len(labelled) >= 120
    assert hits / findings >= 0.95
    assert hits / meanings >= 0.95


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Det HASTER!", "HASTER"),
        ("Das ist eine dringende Sache", "dringende"),
        ("I’m not at all satisfied.", "not at all satisfied"),
        ("Jeg er ikke helt tilfreds", "ikke helt tilfreds"),
        ("Wir sind gar nicht zufrieden", "nicht zufrieden"),
        ("How do I talk to a human?", "talk to a human"),
        ("Svar omga\u030aende, tak", "omga\u030aende"),
    ],
)
def test_a_cue_quotes_the_customers_own_words(text, quote):
    assert quotes(text) == [quote]


def test_a_negation_elsewhere_does_not_silence_a_cue():
    assert quotes("Min mor har det ikke godt. Det haster!") == ["haster"]


def test_a_message_says_several_things_at_once():
    text = "URGENT! Terrible service. I want to talk to a real person."

    assert found(text) == {"urgent", "dissatisfied", "wants_person"}


def test_a_cue_said_many_times_is_quoted_three_times():
    assert quotes("Det haster! " * 50) == ["haster", "haster", "haster"]


def test_a_cue_after_the_part_that_is_read_is_not_quoted():
    assert quotes("x " * 10_000 + "Det haster!") == []
