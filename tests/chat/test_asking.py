"""Somebody asks in a chat, and is answered from what they may see."""

import pytest
from django.test import Client

from samspil.chat.actions import close_chat
from samspil.chat.models import Conversation, Turn
from samspil.chat.queries import may_begin, use_in
from samspil.core.ai_act.facts import Question
from samspil.core.chat.plan import LONGEST_TURN, Audience
from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from samspil.uses.actions import Said, settle
from samspil.work.actions import lift_stop, stop
from tests.chat.arranging import make_chat, process_for
from tests.chat.pages import address_of, held, write
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, source, words

pytestmark = pytest.mark.either

HOLIDAYS = "How many days of holiday do I have?"
DELIVERY = "How long does the delivery of a heat pump take?"


@pytest.fixture
def stranger() -> Client:
    return english(Client())


@pytest.fixture
def emil(organisation, client_of) -> Client:
    return english(client_of(make_colleague(Role.EMPLOYEE, name="Emil Ansat")))


def test_it_says_that_it_is_ai_before_anything_is_written_and_by_every_answer(outside, stranger):
    empty = stranger.get("/c/nordlys/")
    answer = write(stranger, outside, DELIVERY)

    assert "You are writing with AI, not with a person." in words(empty)
    said = words(answer)
    assert "You are writing with AI, not with a person." in said
    assert "AI chose these sentences and changed no word of them." in said


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("da", "Du skriver med AI"),
        ("de", "Sie schreiben mit KI"),
        ("en", "You are writing with AI"),
    ],
)
def test_no_language_leaves_that_out(outside, stranger, language, told):
    assert told in words(stranger.get(f"/c/nordlys/?lang={language}"))


def test_a_stranger_is_answered_from_public_documents_with_the_place_and_no_link(outside, stranger):
    answer = write(stranger, outside, DELIVERY)

    said = words(answer)
    assert "A heat pump is delivered within ten working days." in said
    assert "Delivery › How long it takes" in said
    assert "/knowledge/" not in source(answer)


def test_a_stranger_learns_nothing_of_internal_documents(outside, stranger):
    answer = write(stranger, outside, HOLIDAYS)

    said = words(answer)
    assert "I do not find that in the documents" in said
    assert "25 days" not in source(answer)
    assert "Handbook" not in source(answer)
    assert "Lene" not in source(answer)


def test_a_colleague_is_answered_from_what_they_may_see_with_a_link(inside, emil):
    answer = write(emil, inside, HOLIDAYS)

    assert "Everybody has 25 days of holiday a year." in words(answer)
    assert "/knowledge/documents/" in source(answer)


def test_a_short_question_goes_on_from_the_one_before(inside, emil):
    first = write(emil, inside, HOLIDAYS)
    write(emil, inside, "And in summer?", after=first)

    assert Turn.objects.get(number=2).asked == f"{HOLIDAYS} And in summer?"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Are you a robot?", "I am AI, not a person."),
        ("Hello", "Hello! I am AI."),
        ("Thanks a lot", "You are welcome."),
        ("Goodbye", "Goodbye."),
    ],
)
def test_courtesies_and_the_question_what_it_is_are_answered_truthfully(
    outside, stranger, message, told
):
    assert told in words(write(stranger, outside, message))


def test_an_identity_number_is_taken_out_before_anything_is_kept(outside, stranger):
    answer = write(stranger, outside, "My CPR number is 010180-1234, when is it delivered?")

    assert "010180-1234" not in source(answer)
    assert "An identity number was taken out" in words(answer)
    turn = Turn.objects.get()
    assert "010180" not in turn.said
    assert "010180" not in turn.asked


def test_the_second_failure_in_a_row_leads_to_a_person(outside, stranger):
    first = write(stranger, outside, "Which colour has the church of Ribe?")
    second = write(stranger, outside, "Who painted the town hall of Varde?", after=first)

    assert "The documents do not answer this either." not in words(first)
    assert "The documents do not answer this either." in words(second)
    assert Turn.objects.get(number=2).why == "failed_twice"


@pytest.mark.parametrize(
    ("message", "quote"),
    [
        ("My boss is bullying me", "bullying"),
        ("I smell gas in the hall", "smell gas"),
    ],
)
def test_listed_topics_are_not_answered_and_the_words_are_quoted(inside, emil, message, quote):
    answer = write(emil, inside, message)

    assert f"You write “{quote}”." in words(answer)
    assert Turn.objects.get().asked == ""


def test_dissatisfaction_is_looked_for_in_what_customers_write_alone(
    inside, outside, emil, stranger, leader
):
    applicants = make_chat(Audience.APPLICANTS, by=leader, slug="jobs")
    angry = "This is unacceptable, I am fed up. How long does the delivery take?"

    write(stranger, outside, angry)
    write(stranger, applicants, angry)
    write(emil, inside, angry)

    found = {turn.conversation.chat.audience: turn.why for turn in Turn.objects.all()}
    assert found == {"customers": "customer", "applicants": "", "employees": ""}


def test_where_ai_is_stopped_no_document_is_asked(outside, stranger, leader):
    stop(outside.process, why="We look at it", by=leader, at=MONDAY_9)
    stopped = write(stranger, outside, DELIVERY)
    lift_stop(outside.process, by=leader, at=MONDAY_9)

    assert "AI is stopped here at the moment." in words(stopped)
    assert "ten working days" in words(write(stranger, outside, DELIVERY))


def test_where_ai_may_not_begin_yet_no_document_is_asked(outside, stranger, leader):
    use = use_in(outside)
    assert "ten working days" in words(write(stranger, outside, DELIVERY))
    high = Said(answers=((Question.OTHER_AREA, True),))
    settle(use, high, by=leader, at=MONDAY_9)

    said = words(write(stranger, outside, DELIVERY))

    assert not may_begin(outside)
    assert "AI is stopped here at the moment. A person takes it: press the button." in said
    assert Turn.objects.latest("pk").quotes == []


def test_the_same_page_sent_twice_is_one_turn(outside, stranger):
    page = stranger.get("/c/nordlys/")

    first = write(stranger, outside, DELIVERY, after=page)
    again = write(stranger, outside, DELIVERY, after=page)

    assert Turn.objects.count() == 1
    assert held(first)["key"] == held(again)["key"]


def test_nobody_elses_conversation_can_be_reached(outside, inside, stranger, emil, client_of):
    theirs = held(write(stranger, outside, DELIVERY))["key"]
    emils = held(write(emil, inside, HOLIDAYS))["key"]
    other = english(client_of(make_colleague(Role.EMPLOYEE)))
    changed = theirs[:-4] + ("AAAA" if theirs[-4:] != "AAAA" else "BBBB")

    tries = [
        write(other, inside, "Hello", key=emils),
        write(emil, inside, "Hello", key=theirs),
        write(stranger, outside, "Hello", key=emils),
        write(stranger, outside, "Hello", key=changed),
        write(stranger, outside, "Hello", key="ø" * 50),
    ]

    for answer in tries:
        assert answer.status_code == 200
        assert "delivered within" not in source(answer)
        assert "25 days of holiday" not in source(answer)
    assert [talk.turns.count() for talk in Conversation.objects.order_by("pk")[:2]] == [1, 1]


def test_another_organisations_conversation_cannot_be_reached(
    outside, stranger, other_organisation
):
    theirs = held(write(stranger, outside, DELIVERY))["key"]
    with enter(other_organisation):
        owner = make_colleague(Role.OWNER)
        chat = make_chat(
            Audience.CUSTOMERS, by=owner, slug="aarhus", process=process_for(Audience.CUSTOMERS)
        )

    answer = stranger.post("/c/aarhus/", {"key": theirs, "lang": "en"})

    assert chat.slug == "aarhus"
    assert "delivered within" not in source(answer)


def test_a_chat_is_not_there_until_it_is_open(outside, inside, stranger, emil, leader, client_of):
    close_chat(outside, by=leader, at=MONDAY_9)
    close_chat(inside, by=leader, at=MONDAY_9)

    assert stranger.get("/c/nordlys/").status_code == 404
    assert stranger.post("/c/nordlys/", {"message": "Hi"}).status_code == 404
    assert stranger.get("/c/nothing-here/").status_code == 404
    assert emil.get(address_of(inside)).status_code == 404


def test_a_chat_for_employees_is_found_by_nobody_outside(inside, stranger):
    answer = stranger.get(f"/chat/{inside.public_id}/")

    assert answer.status_code == 302
    assert stranger.get("/c//").status_code == 404


def test_the_page_sets_no_cookie_and_is_kept_by_nobody(outside, stranger):
    page = stranger.get("/c/nordlys/")
    write(stranger, outside, DELIVERY)

    assert not stranger.cookies
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]


def test_too_much_at_once_is_refused_and_nothing_typed_is_lost(outside, stranger):
    long = write(stranger, outside, "x" * (LONGEST_TURN + 1))

    assert long.status_code == 422
    assert "Write at most 1000 characters" in words(long)
    assert "x" * LONGEST_TURN in source(long)
    assert not Turn.objects.exists()


def test_an_empty_turn_is_none(outside, stranger):
    assert write(stranger, outside, "  ").status_code == 422
    assert not Conversation.objects.exists()


def test_one_conversation_cannot_be_hammered(one_minute, outside, stranger):
    page = write(stranger, outside, "Hello")
    for _ in range(12):
        page = write(stranger, outside, "Hello", after=page)
    hot = write(stranger, outside, "Hello", after=page)

    assert hot.status_code == 429
    assert "Wait a minute" in words(hot)
    assert hot["Retry-After"]


def test_programs_that_fill_in_the_hidden_field_are_refused(outside, stranger):
    assert write(stranger, outside, DELIVERY, website="x").status_code == 422
    assert not Turn.objects.exists()


def test_another_language_keeps_the_conversation_and_what_was_typed(outside, stranger):
    first = write(stranger, outside, DELIVERY)

    answer = write(stranger, outside, "half a quest", after=first, lang="de")

    assert answer["Content-Language"] == "de"
    assert "half a quest" in source(answer)
    assert "ten working days" in source(answer)
    assert Turn.objects.count() == 1


def test_an_answer_can_be_called_helpful_or_not(outside, stranger):
    first = write(stranger, outside, DELIVERY)

    answer = write(stranger, outside, after=first, turn="1", helpful="no")

    assert Turn.objects.get().helpful is False
    assert "Thank you, that is kept." in words(answer)


def test_htmx_gets_the_new_turn_alone(outside, stranger):
    first = write(stranger, outside, "Hello")

    part = stranger.post(
        "/c/nordlys/",
        {**held(first), "message": DELIVERY, "language": "en"},
        headers={"HX-Request": "true", "HX-Target": "turns"},
    )

    said = source(part)
    assert 'id="turn-2"' in said
    assert 'id="turn-1"' not in said
    assert 'id="state" hx-swap-oob="true"' in said
    assert "<html" not in said
