"""A conversation is handed over to a person at one press."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from samspil.chat import actions
from samspil.chat.models import Conversation, Turn
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.journal.models import Entry
from samspil.work.actions import propose_and_route
from samspil.work.models import Case, Proposal
from tests.chat.pages import write
from tests.factories import make_colleague
from tests.pages import english, source, words

DELIVERY = "How long does the delivery of a heat pump take?"


@pytest.fixture
def stranger() -> Client:
    return english(Client())


@pytest.fixture
def emil(organisation, client_of) -> Client:
    return english(client_of(make_colleague(Role.EMPLOYEE, name="Emil Ansat")))


def routed() -> Case:
    case = Case.objects.get()
    propose_and_route([case.pk], at=timezone.now())
    case.refresh_from_db()
    return case


def test_one_press_opens_a_case_with_all_that_was_said(outside, stranger):
    first = write(stranger, outside, DELIVERY)

    answer = write(stranger, outside, after=first, person="yes")

    case = Case.objects.get()
    text = case.messages.get().text
    assert f"Person: {DELIVERY}" in text
    assert "AI: “A heat pump is delivered within ten working days.” (Delivery ›" in text
    assert case.channel == "chat"
    assert case.process == outside.process
    said = words(answer)
    assert f"Your number is {case.external_id}" in said
    assert "Weekdays 9 to 3." in said
    assert "Your question" not in said


def test_the_receipt_leads_to_the_page_with_the_answer(outside, stranger):
    answer = write(stranger, outside, DELIVERY, person="yes")
    address = source(answer).split('href="/f/status/')[1].split('"')[0]

    status = stranger.get(f"/f/status/{address}")

    assert status.status_code == 200
    assert DELIVERY in words(status)


def test_what_stands_in_the_box_goes_along_and_ai_answers_it_no_more(outside, stranger):
    write(stranger, outside, DELIVERY, person="yes")

    turn = Turn.objects.get()
    assert (turn.kind, turn.why, turn.quotes) == ("person", "", [])
    assert Case.objects.get().messages.get().text == f"Person: {DELIVERY}"


def test_ai_reads_nothing_of_what_was_handed_over(outside, stranger):
    write(stranger, outside, DELIVERY, person="yes")

    case = routed()

    assert (case.reason, case.level) == (Reason.WANTS_PERSON, "2")
    assert not Proposal.objects.exists()


def test_a_listed_topic_goes_to_an_experienced_person_with_the_words_and_nothing_on_mood(
    inside, emil
):
    first = write(emil, inside, "My boss is bullying me and I am so sad and angry")
    write(emil, inside, after=first, person="yes")

    case = routed()

    assert (case.reason, case.level) == (Reason.PERSONS_TOPIC, "3")
    fields = dict(case.entry.fields)
    assert fields["Words that are for a person"] == "“bullying”"
    noted = " ".join(str(fields)).casefold() + case.quote + case.subject[0:0]
    assert not any(word in noted for word in ("sad", "angry", "mood", "dissatisfied"))
    assert Entry.objects.filter(event="chat_handed_over").count() == 1


def test_nobody_learns_who_the_colleague_was(inside, emil):
    first = write(emil, inside, "My boss is bullying me")
    write(emil, inside, after=first, person="yes")

    case = Case.objects.get()
    kept = f"{case.messages.get().sender} {case.messages.get().text} {case.entry.fields}"
    assert "Emil" not in kept
    handed = Entry.objects.get(event="chat_handed_over")
    assert handed.actor_kind == "system"


def test_a_mail_address_is_asked_for_only_then_and_may_be_left_out(outside, stranger):
    first = write(stranger, outside, DELIVERY)
    assert "by mail" not in words(first)
    handed = write(stranger, outside, after=first, person="yes")
    assert "Have the answer by mail as well" in words(handed)

    wrong = write(stranger, outside, after=handed, give_mail="yes", mail="no address")
    right = write(stranger, outside, after=handed, give_mail="yes", mail="anne@example.com")
    later = write(stranger, outside, after=handed, give_mail="yes", mail="eve@example.com")

    assert wrong.status_code == 422
    assert "The answer is also sent to anne@example.com" in words(right)
    assert "anne@example.com" in words(later)
    assert Case.objects.get().messages.get().sender == "anne@example.com"


def test_nothing_can_be_handed_over_before_something_was_said(outside, stranger):
    answer = write(stranger, outside, person="yes")

    assert answer.status_code == 422
    assert "Write first what it is about" in words(answer)
    assert not Case.objects.exists()


def test_pressed_twice_it_is_one_case_and_the_conversation_is_over(outside, stranger):
    first = write(stranger, outside, DELIVERY)
    write(stranger, outside, after=first, person="yes")
    write(stranger, outside, after=first, person="yes")
    more = write(stranger, outside, "One more thing", after=first, mark="")

    assert Case.objects.count() == 1
    assert more.status_code == 422
    assert Turn.objects.count() == 1


def test_a_conversation_is_deleted_thirty_days_after_its_last_turn(outside, stranger):
    write(stranger, outside, DELIVERY)
    last = Conversation.objects.get().last_at

    assert actions.sweep_conversations(at=last + timedelta(days=30, seconds=-1)) == 0
    assert actions.sweep_conversations(at=last + timedelta(days=30)) == 1
    assert not Turn.objects.exists()


def test_the_case_stays_when_the_conversation_is_deleted_and_takes_it_along(outside, stranger):
    write(stranger, outside, DELIVERY, person="yes")
    case = Case.objects.get()

    talk = Conversation.objects.get()
    assert talk.case == case
    actions.sweep_conversations(at=talk.last_at + timedelta(days=30))

    assert Case.objects.filter(pk=case.pk).exists()
