"""Anyone may ask whether AI wrote a text here."""

from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from samspil.governance.actions import approve_mark, mark
from samspil.governance.views.verifying import MOST_IN_A_MINUTE
from tests.factories import MONDAY_9
from tests.pages import english, words

WRITTEN = "Your parcel leaves our house on Friday. It reaches you early next week."
OWN = "I have added this sentence myself."


@pytest.fixture
def stranger(organisation):
    cache.clear()
    mark([WRITTEN], skill="triage", version="1", at=MONDAY_9)
    return english(Client())


def test_a_stranger_learns_how_much_ai_wrote(stranger):
    said = words(stranger.post("/verify/", {"text": f"{WRITTEN} {OWN}"}))

    assert "2 of 3 sentences were written by AI here." in said
    assert "First on 2 March 2026. No person has approved it so far." in said


def test_a_stranger_learns_that_a_person_approved(stranger):
    approve_mark(WRITTEN, at=MONDAY_9)

    assert "A person approved it." in words(stranger.post("/verify/", {"text": WRITTEN}))


def test_what_ai_did_not_write_is_not_claimed(stranger):
    said = words(stranger.post("/verify/", {"text": f"{OWN} And here is another one of mine."}))

    assert "AI wrote none of these 2 sentences here" in said


def test_short_words_prove_nothing(stranger):
    said = words(stranger.post("/verify/", {"text": "Kind regards"}))

    assert "There is no whole sentence in this text." in said


@pytest.mark.parametrize("text", ["", "word " * 5_000])
def test_an_empty_or_endless_text_is_refused(stranger, text):
    assert stranger.post("/verify/", {"text": text}).status_code == 422


def test_a_text_is_shown_as_text(stranger):
    answer = stranger.post("/verify/", {"text": "</textarea><script>alert(1)</script> one two"})

    assert b"<script>alert" not in answer.content


def test_too_many_questions_in_a_minute_are_turned_away_kindly(one_minute, stranger):
    answers = [stranger.post("/verify/", {"text": OWN}) for _ in range(2 * MOST_IN_A_MINUTE + 1)]

    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == "60"
    assert "Try again in a minute" in words(answers[-1])


def test_reading_the_page_is_never_counted(stranger):
    for _ in range(2 * MOST_IN_A_MINUTE):
        stranger.get("/verify/")

    assert stranger.post("/verify/", {"text": OWN}).status_code == 200


def test_the_same_answer_at_the_command_line(stranger, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text(f"{WRITTEN} {OWN}")
    out = StringIO()

    call_command("verify", str(letter), stdout=out)

    assert out.getvalue().splitlines() == [
        "AI wrote 2 of 3 sentences here.",
        "First on 2026-03-02; no person approved it so far.",
    ]


def test_standard_input_is_read_where_no_file_is_named(stranger, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO("Kind regards"))
    out = StringIO()

    call_command("verify", stdout=out)

    assert "no sentence of four words" in out.getvalue()


def test_a_file_that_is_not_there_is_explained(stranger, tmp_path):
    with pytest.raises(CommandError, match="cannot be read as text"):
        call_command("verify", str(tmp_path / "none.txt"))
