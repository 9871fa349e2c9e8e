"""Interviews: with the person's knowledge, read and agreed, for few eyes; nameless findings."""

from datetime import timedelta

import pytest

from samspil.adapters import jobs
from samspil.core.readiness.asking import questions_for
from samspil.core.readiness.seats import Seat
from samspil.core.readiness.statements import Area
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.models import Colleague
from samspil.readiness import actions, queries
from samspil.readiness.access import own_interview, own_interviews
from samspil.readiness.models import Interview, Note
from tests.factories import MONDAY_9, make_colleague
from tests.readiness.arranging import asked

SAID = {0: "I type serial numbers twice.", 2: "At the month's end. CPR 010180-1234."}


def events() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("event", flat=True))


def test_the_person_is_told_and_the_guide_as_it_is_now_is_asked(lene, emil, letters):
    actions.write_guide(Seat.EMPLOYEE, "What is slow?\nWhat is good?", by=lene, at=MONDAY_9)
    interview = asked(emil, by=lene)
    actions.drop_guide(Seat.EMPLOYEE, by=lene, at=MONDAY_9)

    assert actions.send_interview(interview) == 1
    assert f"/readiness/interviews/{interview.public_id}/" in letters()[emil.user.email]
    assert [one.question for one in queries.notes_of(interview)] == [
        "What is slow?", "What is good?",
    ]  # fmt: skip
    assert len(queries.guide_of(Seat.EMPLOYEE)) == len(questions_for(Seat.EMPLOYEE))
    assert not actions.drop_guide(Seat.EMPLOYEE, by=lene, at=MONDAY_9)


def test_nobody_is_asked_for_a_conversation_that_was_held_already(lene, emil):
    before = jobs.waiting()
    days = [MONDAY_9.date() - timedelta(days=1), MONDAY_9.date()]
    held, today = (
        actions.arrange_interview(
            actions.Appointment(person=emil, interviewer=lene, seat=Seat.HR, day=day),
            by=lene, at=MONDAY_9,
        )
        for day in days
    )  # fmt: skip

    assert jobs.waiting() == before + 1
    assert (held.day, today.day) == tuple(days)


def test_only_the_person_the_interviewer_and_who_shares_out_work_read_it(lene, emil):
    hanne, other = make_colleague(Role.EMPLOYEE), make_colleague(Role.EMPLOYEE)
    wanted = actions.Appointment(
        person=emil, interviewer=hanne, seat=Seat.HR, day=MONDAY_9.date()
    )  # fmt: skip
    interview = actions.arrange_interview(wanted, by=lene, at=MONDAY_9)

    assert {own_interview(interview.public_id, of=one) for one in (lene, emil, hanne)} == {
        interview
    }
    with pytest.raises(Interview.DoesNotExist):
        own_interview(interview.public_id, of=other)
    with pytest.raises(NotAllowed):
        actions.arrange_interview(wanted, by=hanne, at=MONDAY_9)
    for who in (emil, other):
        with pytest.raises(NotAllowed):
            actions.write_notes(interview, SAID, seen=0, by=who, at=MONDAY_9)
    assert actions.write_notes(interview, SAID, seen=0, by=hanne, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.agree(interview, seen=1, by=lene, at=MONDAY_9)


@pytest.mark.parametrize("how", ["alone", "gone", "cannot sign in", "long ago", "long place"])
def test_nobody_is_interviewed_without_being_able_to_read_the_notes(lene, emil, how):
    wanted = {"person": emil, "interviewer": lene, "seat": Seat.HR, "day": MONDAY_9.date()}
    if how == "alone":
        wanted["interviewer"] = emil
    if how == "gone":
        Colleague.objects.filter(pk=emil.pk).update(left_at=MONDAY_9)
        emil.refresh_from_db()
    if how == "cannot sign in":
        wanted["person"] = Colleague.objects.create(name="Bo", roles=["employee"])
    if how == "long ago":
        wanted["day"] -= timedelta(days=367)
    if how == "long place":
        wanted["place"] = "x" * 121

    with pytest.raises(actions.Refused):
        actions.arrange_interview(actions.Appointment(**wanted), by=lene, at=MONDAY_9)

    assert Interview.objects.count() == 0


def test_notes_are_masked_and_agreement_ends_when_they_change(lene, emil):
    interview = asked(emil, by=lene)
    with pytest.raises(actions.Refused):
        actions.agree(interview, seen=0, by=emil, at=MONDAY_9)

    assert actions.write_notes(interview, SAID, seen=0, by=lene, at=MONDAY_9)
    assert "010180" not in Note.objects.get(place=2).text
    with pytest.raises(actions.Stale):
        actions.agree(interview, seen=0, by=emil, at=MONDAY_9)
    actions.agree(interview, seen=1, by=emil, at=MONDAY_9)
    assert not actions.write_notes(
        interview, {0: SAID[0]}, seen=1, by=lene, at=MONDAY_9
    )  # fmt: skip
    assert Interview.objects.get().agreed_at == MONDAY_9

    actions.write_notes(interview, {1: "The talks with customers."}, seen=1, by=lene, at=MONDAY_9)
    assert Interview.objects.get().agreed_at is None
    actions.agree(interview, seen=2, by=emil, at=MONDAY_9)
    assert actions.take_agreement_back(interview, by=emil, at=MONDAY_9)
    assert not actions.take_agreement_back(interview, by=emil, at=MONDAY_9)
    assert events()[-3:] == ["interview_noted", "interview_agreed", "interview_agreement_undone"]


def test_two_who_write_at_once_lose_nothing_silently(lene, emil):
    interview = asked(emil, by=lene)
    actions.write_notes(interview, {0: "First."}, seen=0, by=lene, at=MONDAY_9)

    for late in (
        lambda: actions.write_notes(interview, {0: "Second."}, seen=0, by=lene, at=MONDAY_9),
        lambda: actions.add_question(interview, "Why?", seen=0, by=lene, at=MONDAY_9),
    ):
        with pytest.raises(actions.Stale):
            late()
    assert Note.objects.get(place=0).text == "First."
    actions.add_question(interview, "Why?", seen=1, by=lene, at=MONDAY_9)
    assert queries.notes_of(interview)[-1].question == "Why?"
    with pytest.raises(actions.Refused):
        actions.write_notes(interview, {0: "x" * 4001}, seen=2, by=lene, at=MONDAY_9)


def test_an_interview_is_moved_left_out_and_put_back(lene, emil):
    interview = asked(emil, by=lene)
    day = (MONDAY_9 + timedelta(days=9)).date()
    actions.move_interview(interview, day=day, place="Room 3", by=lene, at=MONDAY_9)
    now = Interview.objects.get()
    assert (now.day, now.place, now.moves) == (day, "Room 3", 1)

    assert actions.leave_out(interview, by=lene, at=MONDAY_9)
    assert not actions.leave_out(interview, by=lene, at=MONDAY_9)
    assert list(own_interviews(emil)) == []
    with pytest.raises(actions.Refused):
        actions.write_notes(interview, SAID, seen=0, by=lene, at=MONDAY_9)
    assert actions.put_back(interview, by=lene, at=MONDAY_9)
    assert not actions.put_back(interview, by=lene, at=MONDAY_9)
    assert list(own_interviews(emil)) == [interview]


def test_a_finding_is_a_sentence_that_names_nobody(lene, emil):
    for wrong in ("", "x" * 301, "Emil types it twice."):
        with pytest.raises(actions.Refused):
            actions.add_finding(wrong, area=Area.WORK, by=lene, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.add_finding("It is typed twice.", area=Area.WORK, by=emil, at=MONDAY_9)

    made = actions.add_finding("It is  typed twice.", area=Area.WORK, by=lene, at=MONDAY_9)
    assert made.text == "It is typed twice."
    assert actions.remove_finding(made, by=lene, at=MONDAY_9)
    assert not actions.remove_finding(made, by=lene, at=MONDAY_9)
    assert list(queries.findings()) == []
    assert actions.restore_finding(made, by=lene, at=MONDAY_9)
    assert not actions.restore_finding(made, by=lene, at=MONDAY_9)
    assert list(queries.findings()) == [made]


def test_who_asks_gets_what_they_said_and_is_forgotten(lene, emil):
    interview = asked(emil, by=lene)
    actions.write_notes(interview, SAID, seen=0, by=lene, at=MONDAY_9)
    kept = actions.add_finding("It is typed twice.", area=Area.WORK, by=lene, at=MONDAY_9)

    said = [one["said"] for one in queries.interviews_of(emil.user.email.upper())]
    assert said[0] == SAID[0]
    assert actions.forget_interviews(lene.user.email) == 0
    assert actions.forget_interviews(emil.user.email.upper()) == 1

    assert Note.objects.count() == 0
    assert list(queries.findings()) == [kept]
