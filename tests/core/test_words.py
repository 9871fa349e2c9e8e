"""Which words a text is found by."""

import pytest

from samspil.core.case_words import Searchable, words_of
from samspil.core.words import LONGEST, kept, spoken, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hvornår kommer leveringen?", "leveringer er"),
        ("Ich habe die Bestellung", "meine Bestellungen"),
        ("the deliveries are late", "my delivery"),
        ("Straße und der Preis", "STRASSE ist"),
    ],
)
def test_forms_of_a_word_are_kept_as_one(one, other):
    assert set(kept(one)) & set(kept(other)) != set()


def test_danish_letters_stay():
    assert kept("Jeg har købt æbler på Ærø og ål") == [
        "jeg", "har", "købt", "æbl", "på", "ærø", "og", "ål",
    ]  # fmt: skip


def test_composed_and_combined_letters_are_the_same():
    assert kept("på A\u030arhus") == kept("på Århus")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ordre M-4711 mangler", "m-4711"),
        ("Skriv til Anna.K@example.com nu", "anna.k@example.com"),
        ("Id 0F8FAD5B-D9CD-469F-A165-70867728950E.", "0f8fad5b-d9cd-469f-a165-70867728950e"),
        ("Ring +45 12 34 56 78 i dag", "4512345678"),
        ("Ring 12 34 56 78", "12345678"),
        ("Tel. 0421 123456", "0421123456"),
        ("am 2024-05-01 und", "2024-05-01"),
    ],
)
def test_identifiers_are_kept_whole(text, whole):
    assert whole in kept(text)


def test_a_number_from_abroad_is_found_without_its_country():
    assert "12345678" in kept("Ring +45 12345678") + kept("Ring +45 12 34 56 78")


def test_parts_of_an_identifier_are_kept_too():
    assert kept("Ordre M-4711 er") == ["ordr", "m-4711", "er", "m", "4711"]


def test_a_text_that_tells_no_language_is_kept_in_each():
    assert spoken(["heat", "pump"]) == ("da", "de", "en")
    assert kept("Heat pump deliveries") == ["heat", "pump", "deliveri"]
    assert kept("delivery") == ["delivery", "deliveri"]


def test_a_word_is_asked_for_by_every_stem():
    assert stems("delivery") == ("delivery", "deliveri")


def test_hostile_text_gives_plain_words_only():
    nasty = 'a"b NEAR(x) AND\0 OR % _ \u202eolleh "~.x\' && | !'

    assert not set("".join(kept(nasty))) & set("\"'~ ()*\\\0%|&!\u202e")
    assert kept("x" * 10_000) == ["x" * LONGEST]


def test_words_of_the_head_are_marked():
    case = Searchable(
        subject="Defekt pumpe", number="M-1", tags=["ring op"], senders=["a@b.dk"], texts=["Hej"]
    )

    words = words_of(case).split(" ")

    assert {"^pump", "^m-1", "n:m-1", "t:ring_op", "f:a@b.dk", "hej"} <= set(words)
    assert "^hej" not in words


def test_a_subject_that_only_begins_the_text_is_no_head():
    case = Searchable(subject="Hvor er min…", texts=["Hvor er min pumpe?"])

    assert words_of(case) == " hvor er min pump"


@pytest.mark.parametrize("sign", ["-", ".", "a.-", "a@-", "a@", "1-.", "a_-"])
def test_a_text_made_to_be_slow_is_not(sign: str):
    assert len(set(kept(sign * 100_000))) <= 1


@pytest.mark.parametrize("run", ["0" * 60, "+45" + "1" * 60, "0045(0)" * 9])
def test_runs_of_digits_made_to_be_slow_are_not(run: str):
    assert kept(f"{run} " * 800)[0] == kept(run)[0]
