"""The customer says more: the case opens again, and no reply leaves past an unread message."""

import pytest

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.work import actions
from samspil.work.models import Decision, Message
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_waiting
from tests.pages import words

MORE = "I have found another leak."


@pytest.fixture
def case(process, anna):
    return make_claimed(process, anna)


def add(browser, case, text=MORE):
    return browser.post(f"/work/{case.public_id}/message/", {"text": text}, follow=True)


def test_a_message_by_telephone_stands_in_the_case(annas, case):
    said = words(add(annas, case))

    assert "The message stands in the case." in said
    assert MORE in said
    assert "AI's draft is not offered" in said


def test_a_closed_case_opens_again(annas, anna, case):
    actions.decide(case, answer="", topic="", by=anna, at=MONDAY_9)

    said = words(add(annas, case))

    case.refresh_from_db()
    assert (case.stage, case.round) == (Stage.ARRIVED, 2)
    assert "The case is open again." in said
    assert "opened again on" in said


def test_nothing_said_is_asked_for_beside_the_field(annas, case):
    answer = add(annas, case, "")

    assert answer.status_code == 422
    assert "What the customer wrote or said" in words(answer)
    assert Message.objects.count() == 1


def test_a_reply_waits_where_a_message_came_in_unread(annas, case):
    add(annas, case)
    sent = {"topic": "", "answer": "It comes on Friday.", "seen": "1"}

    answer = annas.post(f"/work/{case.public_id}/decide/", sent)

    assert answer.status_code == 409
    assert "A new message came in meanwhile" in words(answer)
    assert "It comes on Friday." in words(answer)
    assert not Decision.objects.exists()


def test_whoever_only_reads_may_not_add(browser_of, process):
    case = make_waiting(process)

    assert add(browser_of(make_colleague(Role.HR)), case).status_code == 403
