"""Tasks are found by what people call their work, in three languages."""

import pytest

from samspil.core.audit.library import (
    PLACE,
    library_tasks_for,
    occupation_at,
    occupations_for,
    task_at,
    tasks_of,
)


@pytest.mark.parametrize(
    ("words", "language", "code"),
    [
        ("bogholder", "da", "43-3031.00"),
        ("Buchhaltung", "de", "43-3031.00"),
        ("bookkeeping", "en", "43-3031.00"),
        ("kundeservice", "da", "43-4051.00"),
        ("Lagerleiter", "de", "53-1042.00"),
        ("lastbilchauffør", "da", "53-3032.00"),
        ("it-supportere", "da", "15-1232.00"),
        ("Geschäftsführer", "de", "11-1011.00"),
    ],
)
def test_an_occupation_is_found_by_what_it_is_called(words: str, language: str, code: str):
    found = [one.code for one in occupations_for(words, language=language, most=5)]

    assert found[0] == code


def test_usual_occupations_have_names_in_danish_and_german():
    named = [one for one in map(occupation_at, _codes()) if one and len(one.names) == 3]

    assert len(named) >= 120
    assert all(one.name("da") and one.name("de") for one in named)


def test_usual_tasks_come_first_and_in_the_readers_words():
    first = tasks_of("43-3031.00")[0]

    assert first.wording("da") != first.wording("en")
    assert first.wording("de") != first.wording("en")
    assert len({one.occupation for one in map(task_at, _worded()) if one}) >= 15


def test_a_task_is_found_by_its_words_in_any_form():
    found = library_tasks_for("afstemme konti", language="da", most=3)

    assert found[0].number == 2496
    english = library_tasks_for("reconciling discrepancy", language="en", most=3)
    assert 2496 in {one.number for one in english}


def test_what_nobody_calls_anything_finds_nothing():
    assert occupations_for("xyzzy", language="da", most=5) == []
    assert occupations_for("  ", language="da", most=5) == []
    assert library_tasks_for("", language="da", most=5) == []
    assert tasks_of("00-0000.00") == ()
    assert task_at(0) is None


def _codes() -> list[str]:
    lines = PLACE.joinpath("titles.txt").read_text("utf-8").splitlines()
    return [line.split("|")[0] for line in lines]


def _worded() -> list[int]:
    lines = PLACE.joinpath("statements.txt").read_text("utf-8").splitlines()
    return [int(line.split("|")[0]) for line in lines]
