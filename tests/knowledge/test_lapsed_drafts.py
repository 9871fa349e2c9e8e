"""A draft that was a standard answer is not offered once that answer no longer holds."""

from datetime import date, timedelta

import pytest

from samspil.knowledge import actions
from samspil.work import actions as work
from samspil.work.models import ApprovedUse, Decision, Outgoing
from tests.factories import MONDAY_9, make_claimed, make_process, make_team
from tests.knowledge.standing import ANSWER, QUESTION, said
from tests.pages import english, words

TUESDAY = MONDAY_9 + timedelta(days=1)


@pytest.fixture
def answer(lene):
    return actions.make_standard(said(), by=lene, at=MONDAY_9)


@pytest.fixture
def case(answer, lene):
    return make_claimed(make_process(team=make_team(lene)), lene, QUESTION)


def withdraw(answer, lene):
    actions.remove_standards([answer.pk], by=lene, at=TUESDAY)


def delete(answer, lene):
    withdraw(answer, lene)
    assert actions.sweep_standards(at=TUESDAY + timedelta(days=2)) == 1


def end(answer, lene):
    ended = said(answer, review_on=date(2026, 3, 1))
    actions.change_standard(answer, ended, seen=1, by=lene, at=TUESDAY)


def write_anew(answer, lene):
    anew = said(answer, texts={"en": "Within three days."})
    actions.change_standard(answer, anew, seen=1, by=lene, at=TUESDAY)


LAPSES = [
    (withdraw, "This standard answer was withdrawn on 3 Mar 2026."),
    (delete, "This standard answer was withdrawn on 3 Mar 2026."),
    (end, "This standard answer held until 1 Mar 2026."),
    (write_anew, "This standard answer was changed on 3 Mar 2026."),
]


@pytest.mark.parametrize(("lapse", "sentence"), LAPSES)
def test_whoever_opens_the_case_is_told_and_offered_nothing(
    answer, case, lene, client_of, lapse, sentence
):
    browser = english(client_of(lene))
    address = f"/work/{case.public_id}/"
    assert "Agree and send" in words(browser.get(address))
    lapse(answer, lene)

    shown = words(browser.get(address))

    assert sentence in shown
    assert "is not offered any more" in shown
    assert "Agree and send" not in shown
    browser.post(f"{address}agree/")
    assert not Outgoing.objects.exists()


def test_a_page_that_was_open_before_sends_nothing_unnoticed(answer, case, lene, client_of):
    browser = english(client_of(lene))
    withdraw(answer, lene)
    reply = {"answer": f"Dear Anna,\n\n{ANSWER}", "topic": "delivery_status"}

    refused = browser.post(f"/work/{case.public_id}/decide/", reply)

    assert refused.status_code == 409
    assert "was withdrawn on 3 Mar 2026. Nothing was sent" in words(refused)
    assert ANSWER in words(refused), "what was typed is kept"
    assert not Decision.objects.exists()
    assert 'name="told" value="True"' in refused.content.decode()

    browser.post(f"/work/{case.public_id}/decide/", {**reply, "told": "True"})

    assert Outgoing.objects.get().text.startswith("Dear Anna,")


def test_ones_own_words_are_sent_at_once_and_say_nothing_against_the_draft(answer, case, lene):
    withdraw(answer, lene)

    made = work.decide(case, answer="Soon.", topic="delivery_status", by=lene, at=TUESDAY)

    assert made.verdict == "agreed"
    assert not ApprovedUse.objects.get().offered


def test_what_still_holds_is_sent_as_ever(answer, case, lene):
    longer = said(answer, review_on=date(2100, 1, 1))
    actions.change_standard(answer, longer, seen=1, by=lene, at=TUESDAY)

    made = work.decide(case, answer=ANSWER, topic="delivery_status", by=lene, at=TUESDAY)

    assert made.verdict == "agreed"
    assert ApprovedUse.objects.get().offered
