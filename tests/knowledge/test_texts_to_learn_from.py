"""The texts from which a network may learn whether a passage answers a question."""

import csv
import json

import pytest

from bench.cross_encoder.texts import ASIDE, BadText, headed, pairs, texts
from bench.handbooks import QUESTIONS, letters

LINE = {
    "language": "da",
    "heading": "Nøgler",
    "passage": "Nøglen afleveres i receptionen. Taber du den, koster den 200 kr.",
    "answered": [["da", "Hvad koster en ny nøgle?", "Taber du den, koster den 200 kr."]],
    "unanswered": [["de", "Wer hat einen Schlüssel?"]],
}


def written(folder, **changed):
    (folder / "a.jsonl").write_text(json.dumps(LINE | changed) + "\n", encoding="utf-8")
    return texts(folder)


def test_a_passage_stands_with_what_it_answers_and_what_it_does_not(tmp_path):
    (text,) = written(tmp_path)
    answered, unanswered = pairs(text)

    assert (answered.question, answered.answers) == ("Hvad koster en ny nøgle?", True)
    assert answered.text[answered.start : answered.end] == "Taber du den, koster den 200 kr."
    assert (unanswered.question, unanswered.answers) == ("Wer hat einen Schlüssel?", False)
    assert (unanswered.start, unanswered.end) == (0, 0)
    assert answered.text == unanswered.text == f"Nøgler\n{LINE['passage']}"


@pytest.mark.parametrize(
    "changed",
    [
        {"language": "fr"},
        {"answered": [["da", "Hvad koster den?", "Den koster 300 kr."]]},
        {"answered": [["da", "Hvad koster den?"]]},
        {"passage": None},
    ],
)
def test_a_line_that_cannot_be_learned_from_is_named(tmp_path, changed):
    with pytest.raises(BadText, match=r"a\.jsonl, line 1: "):
        written(tmp_path, **changed)


def test_a_line_that_is_no_json_is_named(tmp_path):
    (tmp_path / "b.jsonl").write_text("{}\nno json\n", encoding="utf-8")

    with pytest.raises(BadText, match=r"b\.jsonl, line 1: KeyError"):
        texts(tmp_path)


def test_no_question_is_both_answered_and_left_open_by_one_passage():
    for text in (*texts(), *texts(ASIDE)):
        said = [letters(question) for question, _said in text.answered]
        left = [letters(question) for question in text.unanswered]
        assert not {*said} & {*left}, text.heading
        assert len({*said, *left}) == len(said) + len(left), text.heading


def test_no_question_that_tests_is_among_those_to_learn_from():
    learned = {letters(each.question) for text in texts() for each in pairs(text)}
    tested = set()
    for path in QUESTIONS.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            tested |= {
                letters(row["question"]) for row in csv.DictReader(file) if "question" in row
            }

    assert len(tested) > 500
    assert not tested & learned


def test_no_passage_that_tests_is_among_those_to_learn_from():
    learned = {letters(headed(text)) for text in texts()}

    assert not learned & {letters(headed(text)) for text in texts(ASIDE)}
