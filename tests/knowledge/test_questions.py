"""What was asked is kept without a name, and without its words where they may be personal."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.knowledge.answering import Reason
from samspil.journal.models import Entry
from samspil.knowledge import actions
from samspil.knowledge.models import AskedIn, Outcome, Pointer, Question, Secrecy
from samspil.knowledge.queries import Answered, Meaning, answer_to
from tests.embedders import CountsWords
from tests.factories import MONDAY_9, make_team
from tests.pages import english, words

HOLIDAYS = "How many days of holiday do I have?"


def keep(question, *, reader, at=MONDAY_9):
    found = answer_to(question, reader=reader)
    return actions.keep_question(found, asked_in=AskedIn.CHAT, at=at)


def test_an_answered_question_is_kept_with_what_answered_it(bring, emil):
    document = bring()

    kept = keep(HOLIDAYS, reader=emil, at=MONDAY_9 + timedelta(minutes=17))

    assert (kept.text, kept.language, kept.asked_in) == (HOLIDAYS, "en", "chat")
    assert (kept.outcome, kept.reason, kept.helpful) == (Outcome.ANSWERED, "", None)
    assert [one.document for one in kept.pointers.all()] == [document]
    assert kept.asked_at == MONDAY_9


def test_a_declined_question_is_kept_with_the_reason(bring, emil):
    bring()

    kept = keep("Which colour has the roof of the church in Ribe?", reader=emil)

    assert (kept.outcome, kept.reason) == (Outcome.DECLINED, "nothing")
    assert keep("???", reader=emil).reason == "empty"


def test_nothing_says_who_asked(bring, emil, client_of):
    bring()
    before = Entry.objects.count()

    english(client_of(emil)).post("/knowledge/", {"question": HOLIDAYS})

    (row,) = Question.objects.values()
    assert {*row} == {
        "id", "organisation_id", "public_id", "text", "withheld", "language", "asked_in",
        "outcome", "reason", "helpful", "asked_at", "vector", "embedder",
    }  # fmt: skip
    assert row["asked_at"].minute == row["asked_at"].second == 0
    assert row["public_id"].version == 4
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("My CPR number is 010180-1234, when am I paid?", "identity"),
        ("Why does anna@example.com earn more than I do?", "identity"),
        ("Am I ill too often?", "special"),
        ("Hvem taler jeg med om min depression?", "special"),
        ("My leader bullies me, whom can I tell?", "personal"),
        ("Kan jeg blive fyret, mens jeg er på orlov?", "personal"),
        ("Ich werde von meinem Chef belästigt, was tun?", "personal"),
        ("Der er en konflikt i teamet, hvad gør jeg?", "personal"),
        ("Wie lange ist die Kündigungsfrist?", "personal"),
    ],
)
def test_what_may_be_personal_is_kept_without_its_words(bring, emil, text, why):
    bring()

    kept = keep(text, reader=emil)

    assert (kept.text, kept.withheld) == ("", why)


@pytest.mark.parametrize(
    "text",
    [HOLIDAYS, "Hvordan bestiller jeg et adgangskort?", "Wo finde ich die Reisekostenordnung?"],
)
def test_an_ordinary_question_keeps_its_words(bring, emil, text):
    assert keep(text, reader=emil).text == text


def test_whoever_asked_says_that_it_helped(bring, emil, client_of):
    bring()
    client = english(client_of(emil))
    shown = words(client.post("/knowledge/", {"question": HOLIDAYS}))
    kept = Question.objects.get()

    answer = client.post(f"/knowledge/questions/{kept.public_id}/helpful/", {"helpful": "no"})

    assert "Did this help?" in shown
    assert answer.status_code == 302
    kept.refresh_from_db()
    assert kept.helpful is False


def test_a_day_later_nothing_can_be_said_of_it_any_more(bring, emil):
    kept = keep(HOLIDAYS, reader=emil)

    assert not actions.say_helpful(
        kept.public_id, helpful=True, at=MONDAY_9 + timedelta(days=1, seconds=1)
    )
    kept.refresh_from_db()
    assert kept.helpful is None


def test_a_question_goes_after_a_year_and_not_before(bring, emil):
    bring()
    keep(HOLIDAYS, reader=emil, at=MONDAY_9)
    keep(HOLIDAYS, reader=emil, at=MONDAY_9 + timedelta(hours=1))

    gone = actions.sweep_questions(at=MONDAY_9 + timedelta(days=365, minutes=1))

    assert gone == 1
    assert Question.objects.count() == Pointer.objects.count() == 1


def test_a_hidden_document_is_not_pointed_at(bring, emil, lene):
    bring(
        name="secret.md",
        text="# Plans\n\nThe office in Odense is sold in June to the baker.",
        secrecy=Secrecy.CONFIDENTIAL,
        team=make_team(),
        owner=lene,
    )

    keep("When is the office in Odense sold?", reader=emil)

    assert not Pointer.objects.exists()


def test_keeping_costs_the_same_for_one_document_and_for_three(bring, emil):
    def cost():
        found = answer_to(HOLIDAYS, reader=emil)
        with CaptureQueriesContext(connection) as seen:
            actions.keep_question(found, asked_in=AskedIn.PAGE, at=MONDAY_9)
        return len(seen)

    bring()
    one = cost()
    bring(name="second.md")
    bring(name="third.md")

    assert cost() == one


def test_the_command_keeps_the_question_unless_told_not_to(bring, emil, capsys):
    bring()
    who = ("--email", emil.user.email)

    call_command("ask", HOLIDAYS, *who, "--keep-nothing")
    assert not Question.objects.exists()
    call_command("ask", HOLIDAYS, *who)

    assert Question.objects.get().asked_in == "command"


@pytest.mark.parametrize(
    ("text", "embedder"),
    [(HOLIDAYS, "counts-words-1"), ("I am ill with cancer, who do I tell?", "")],
)
def test_a_questions_meaning_is_kept_as_long_as_its_words_and_never_without_them(
    organisation, text, embedder
):
    read = CountsWords()
    meaning = Meaning(vector=read.embed([text])[0], embedder=read.name)
    found = Answered(question=text, declined=Reason.THIN, meaning=meaning)

    kept = actions.keep_question(found, asked_in=AskedIn.PAGE, at=MONDAY_9)

    assert (bool(kept.text), bool(kept.vector), kept.embedder) == (
        bool(embedder), bool(embedder), embedder,
    )  # fmt: skip
    actions.sweep_questions(at=MONDAY_9 + timedelta(days=366))
    assert Question.objects.count() == 0
