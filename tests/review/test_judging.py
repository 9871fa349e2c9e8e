"""Agree, change, close, hand over, give back; and what happens when somebody was faster."""

import pytest

from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.models import Decision, Message, Proposal, Verdict
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_waiting,
)
from tests.pages import source, words

MINE = "Dear customer, I have looked at it myself and the parcel leaves on Friday."


@pytest.fixture
def case(process, anna):
    return make_claimed(process, anna, ORDINARY)


def address(case, what):
    return f"/work/{case.public_id}/{what}"


def test_agreeing_sends_the_draft_as_it_is(annas, case):
    draft = Proposal.objects.get(case=case).draft

    answer = annas.post(address(case, "agree/"), follow=True)

    decision = Decision.objects.get(case=case)
    assert (decision.verdict, decision.answer) == (Verdict.AGREED, draft)
    assert "Sent as AI proposed." in words(answer)


def test_the_editor_begins_with_the_draft_marked_as_ais(annas, case):
    draft = Proposal.objects.get(case=case).draft

    answer = annas.get(address(case, "?change"))

    assert draft.split("\n")[0] in source(answer).split("<textarea")[1]
    assert "AI draft" in words(answer)


def test_a_changed_reply_is_sent_with_the_changes(annas, case):
    sent = {"topic": "delivery_status", "answer": MINE}

    answer = annas.post(address(case, "decide/"), sent, follow=True)

    assert Decision.objects.get(case=case).verdict == Verdict.CHANGED
    assert "Sent with your changes." in words(answer)


def test_a_closed_case_shows_what_the_person_changed(annas, case):
    annas.post(address(case, "decide/"), {"topic": "delivery_status", "answer": MINE})

    page = source(annas.get(address(case, "")))

    assert "<del>" in page
    assert "<ins>" in page
    assert "Closed with AI&#x27;s draft changed" in page or "Closed with AI's draft changed" in page


def test_a_reply_ai_helped_with_says_who_approved_it(annas, case):
    annas.post(address(case, "agree/"))

    said = words(annas.get(address(case, "")))

    assert "AI-assisted, approved by Anna Holm" in said
    assert "Sent as AI proposed" in said


def test_an_empty_reply_is_not_sent_by_accident(annas, case):
    answer = annas.post(address(case, "decide/"), {"topic": "", "answer": "  "})

    assert answer.status_code == 422
    assert "Write a reply, or close the case without one." in words(answer)
    assert not Decision.objects.exists()


def test_a_case_can_be_closed_without_a_reply(annas, case):
    closing = {"topic": "delivery_status", "answer": "half a tho", "close": "yes"}

    answer = annas.post(address(case, "decide/"), closing, follow=True)

    assert Decision.objects.get(case=case).answer == ""
    assert "Closed without a reply." in words(answer)
    assert not Message.objects.filter(case=case, direction="out").exists()


def test_a_topic_that_does_not_exist_is_refused_and_the_text_kept(annas, case):
    answer = annas.post(address(case, "decide/"), {"topic": "weather", "answer": MINE})

    assert answer.status_code == 422
    assert MINE in words(answer)


def test_where_ai_wrote_no_draft_one_writes_oneself(annas, anna, process):
    case = make_claimed(process, anna, ANGRY)

    assert "<textarea" in source(annas.get(address(case, "")))
    assert annas.post(address(case, "agree/")).status_code == 302
    assert not Decision.objects.exists()


def test_handing_over_passes_the_case_and_the_note(annas, case):
    berit = make_colleague(name="Berit Lund")
    specialists = form_team(name="Specialists", members=[berit])
    note = {"team": str(specialists.public_id), "note": "He has called twice already."}

    answer = annas.post(address(case, "hand-over/"), note, follow=True)

    case.refresh_from_db()
    assert (case.team, case.stage) == (specialists, Stage.WAITING)
    assert "Handed over to Specialists, with everything attached." in words(answer)


def test_the_next_team_reads_the_note(annas, browser_of, case):
    berit = make_colleague(name="Berit Lund")
    specialists = form_team(name="Specialists", members=[berit])
    note = {"team": str(specialists.public_id), "note": "He has called twice already."}
    annas.post(address(case, "hand-over/"), note)

    said = words(browser_of(berit).get(address(case, "")))

    assert "Note by Anna Holm, for colleagues only" in said
    assert "He has called twice already." in said


def test_handing_over_to_nobody_asks_for_a_team_and_keeps_the_note(annas, case):
    answer = annas.post(address(case, "hand-over/"), {"team": "", "note": "Called twice."})

    assert answer.status_code == 422
    assert "Called twice." in words(answer)


def test_a_case_given_back_waits_again_and_can_be_taken_back(annas, anna, case):
    answer = annas.post(address(case, "give-back/"), follow=True)

    case.refresh_from_db()
    assert case.stage == Stage.WAITING
    assert f'action="{address(case, "take/")}"' in source(answer)
    annas.post(address(case, "take/"))
    case.refresh_from_db()
    assert case.claimed_by == anna


def test_of_two_who_take_a_case_one_is_told_the_other_was_faster(annas, browser_of, process, team):
    case = make_waiting(process)
    berit = make_colleague(name="Berit Lund")
    team.members.add(berit)

    browser_of(berit).post(address(case, "take/"))
    answer = annas.post(address(case, "take/"), follow=True)

    assert "Somebody was faster: this case has moved on." in words(answer)
    case.refresh_from_db()
    assert case.claimed_by == berit


def test_when_the_case_moved_on_the_typed_text_is_kept(annas, anna, case):
    actions.release(case, by=anna, at=MONDAY_9)

    answer = annas.post(address(case, "decide/"), {"topic": "delivery_status", "answer": MINE})

    assert answer.status_code == 409
    assert "Someone else moved this case meanwhile, so nothing was sent." in words(answer)
    assert MINE in words(answer)
    assert not Decision.objects.exists()


def test_when_the_case_went_to_another_team_the_typed_text_is_kept(annas, anna, case):
    actions.hand_over(
        case, to=form_team(name="Specialists", members=[]), note="", by=anna, at=MONDAY_9
    )

    answer = annas.post(address(case, "decide/"), {"topic": "delivery_status", "answer": MINE})

    assert answer.status_code == 403
    assert "This case waits for Specialists." in words(answer)
    assert MINE in words(answer)


def test_a_note_is_kept_when_the_case_moved_on(annas, anna, case, team):
    actions.release(case, by=anna, at=MONDAY_9)

    note = {"team": str(team.public_id), "note": "He has called twice already."}
    answer = annas.post(address(case, "hand-over/"), note)

    assert answer.status_code == 409
    assert "He has called twice already." in words(answer)


@pytest.mark.parametrize("what", ["take/", "give-back/", "agree/", "decide/", "hand-over/"])
def test_whoever_does_not_decide_cases_cannot(browser_of, case, what):
    employee = make_colleague(Role.EMPLOYEE)

    assert browser_of(employee).post(address(case, what)).status_code == 403


@pytest.mark.parametrize("what", ["take/", "give-back/", "agree/", "decide/", "hand-over/"])
def test_nothing_is_done_by_merely_opening_an_address(annas, case, what):
    assert annas.get(address(case, what)).status_code == 405
