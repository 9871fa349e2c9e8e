"""Somebody disagrees, and another person than whoever decided decides anew, never AI."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from samspil.core.contesting import Outcome
from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed, Role
from samspil.core.routing import Reason
from samspil.journal.queries import about, verify
from samspil.people.actions import form_team
from samspil.people.models import Colleague
from samspil.teaching.queries.decided import candidates
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import (
    Case,
    Certificate,
    Complaint,
    Decision,
    LoneAnswer,
    Notice,
    Outgoing,
    Proposal,
    VerifiedAnswer,
)
from samspil.work.queries.explaining import explanation
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_verified,
    make_waiting,
)

LATER = MONDAY_9 + timedelta(hours=1)
NO = "That is not what I ordered."


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Lund")


@pytest.fixture
def bo(organisation):
    return make_colleague(name="Bo Dahl")


@pytest.fixture
def process(anna, bo):
    return make_process(team=make_team(anna, bo))


@pytest.fixture
def case(process, anna):
    return decided(process, anna)


def decided(process, by) -> Case:
    case = make_claimed(process, by)
    actions.decide(case, answer="It comes on Friday.", topic=case.topic, by=by, at=LATER)
    case.refresh_from_db()
    return case


def contested(case: Case, **changes) -> Case:
    actions.contest(case, text=NO, at=LATER, **changes)
    return Case.objects.get(pk=case.pk)


def anew(case: Case, by: Colleague, outcome: Outcome = Outcome.CHANGED, *, topic: str = ""):
    return actions.decide_anew(
        case, outcome=outcome, reasons="We read it wrongly.", topic=topic, by=by, at=LATER
    )


def test_a_contested_case_waits_for_a_person_and_is_kept_from_ai(case):
    found = contested(case)
    proposals = Proposal.objects.count()

    actions.propose_and_route([found.pk], at=LATER)
    actions.receive(actions.Arrival(text=ANGRY), case=found, at=LATER)
    actions.look_again([found.pk], at=LATER)

    found.refresh_from_db()
    assert (found.stage, found.route, found.reason) == ("waiting", "person", Reason.CONTESTED)
    assert found.round == 2
    assert Proposal.objects.count() == proposals


def test_it_is_due_in_the_process_own_working_time(process, case):
    process.complaint_minutes = 90
    process.save()

    found = contested(case)

    assert found.due_at == LATER + timedelta(minutes=90)
    assert Complaint.objects.get().due_at == found.due_at


def test_whoever_decided_cannot_take_it_be_given_it_or_decide_it(case, anna, bo):
    leader = make_colleague(Role.LEADER)
    found = contested(case)

    with pytest.raises(actions.DecidedBefore):
        actions.claim(found, by=anna, at=LATER)
    assert actions.claim_next(by=anna, at=LATER) is None
    actions.claim(found, by=bo, at=LATER)
    with pytest.raises(actions.DecidedBefore):
        actions.reassign(found, to=anna, by=leader, at=LATER)
    Case.objects.update(claimed_by=anna)
    found.refresh_from_db()
    with pytest.raises(actions.DecidedBefore):
        anew(found, anna)


def test_somebody_else_decides_anew_beside_the_old_decision_which_stays(case, anna, bo):
    old = Decision.objects.filter(case=case).values().get()
    found = contested(case)

    assert actions.claim_next(by=bo, at=LATER) == found
    found.refresh_from_db()
    made = anew(found, bo)

    assert Decision.objects.filter(pk=old["id"]).values().get() == old
    complaint = Complaint.objects.get()
    assert (complaint.outcome, complaint.decision, complaint.alone) == ("changed", made, False)
    letter = Outgoing.objects.get(case=case, round=2).text
    assert letter.startswith("We have looked at it again: another person decided")
    assert "We read it wrongly." in letter
    assert [one.event for one in about(str(case.public_id))][-4:] == [
        "contested", "claimed", "decided", "decided_anew",
    ]  # fmt: skip
    assert verify().whole


def test_a_decision_that_stands_keeps_its_topic(case, bo):
    found = contested(case)
    actions.claim(found, by=bo, at=LATER)

    made = anew(found, bo, Outcome.UPHELD, topic="invoice")

    assert made.topic == case.topic
    assert "it stays as it was" in Outgoing.objects.get(case=case, round=2).text


def test_a_decision_is_contested_once_and_the_new_one_too(case, bo):
    found = contested(case)

    with pytest.raises(actions.CannotContest):
        actions.contest(found, text=NO, at=LATER)
    actions.claim(found, by=bo, at=LATER)
    anew(found, bo)
    again = contested(found)

    assert again.round == 3
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.create(case=case, round=1, at=LATER, due_at=LATER)


def test_nobody_who_decided_any_contested_round_decides_anew(case, anna, bo):
    found = contested(case)
    actions.claim(found, by=bo, at=LATER)
    anew(found, bo)
    again = contested(found)

    for one in (anna, bo):
        with pytest.raises(actions.DecidedBefore):
            actions.claim(again, by=one, at=LATER)


def test_where_nobody_else_may_decide_the_leaders_are_told(anna):
    leader, other = make_colleague(Role.LEADER), make_colleague(Role.EMPLOYEE)
    case = decided(make_process(team=make_team(anna)), anna)

    found = contested(case)

    assert Complaint.objects.get().climbed
    assert {one.colleague for one in Notice.objects.all()} == {leader}
    actions.claim(found, by=leader, at=LATER)
    assert other.pk != leader.pk


def test_where_somebody_else_is_there_nobody_is_told(case):
    make_colleague(Role.LEADER)

    contested(case)

    assert not Complaint.objects.get().climbed
    assert not Notice.objects.exists()


def test_it_is_not_closed_without_an_outcome_and_reasons(case, bo):
    found = contested(case)
    actions.claim(found, by=bo, at=LATER)

    with pytest.raises(actions.NeedsOutcome):
        actions.decide(found, answer="Yes", topic="", by=bo, at=LATER)
    with pytest.raises(actions.NeedsOutcome):
        actions.close_unanswered(found, why="spam", by=bo, at=LATER)
    with pytest.raises(actions.NoReasons):
        actions.decide_anew(found, outcome=Outcome.UPHELD, reasons="  ", topic="", by=bo, at=LATER)
    with pytest.raises(actions.CannotPart):
        actions.merge(found, into=make_waiting(found.process), by=bo, at=LATER)


def test_what_is_not_decided_cannot_be_contested(process):
    with pytest.raises(actions.CannotContest):
        actions.contest(make_waiting(process), text=NO, at=LATER)


def test_a_colleague_brings_it_in_for_somebody_only_with_the_right_to_decide(case, bo):
    for role in (Role.EMPLOYEE, Role.DATA_PROTECTION, Role.STAFF_REPRESENTATIVE):
        with pytest.raises(NotAllowed):
            actions.contest(case, text=NO, at=LATER, by=make_colleague(role))

    contested(case, by=bo)

    assert Complaint.objects.get().by == bo


def test_another_organisations_case_cannot_be_contested(case, other_organisation):
    with enter(other_organisation), pytest.raises(Case.DoesNotExist):
        actions.contest(case, text=NO, at=LATER)


def test_what_was_contested_and_does_not_stand_teaches_nothing(case, process, bo):
    assert candidates(process, at=LATER + timedelta(days=400)).count() == 1

    found = contested(case)
    actions.claim(found, by=bo, at=LATER)
    anew(found, bo)

    assert not candidates(process, at=LATER + timedelta(days=400)).exists()


def test_a_sample_is_removed_with_what_was_contested_in_it(case, process, bo):
    found = contested(case)
    actions.claim(found, by=bo, at=LATER)
    anew(found, bo)
    process.sample = True
    process.save()

    actions.remove_sample(process, by=make_colleague(Role.OWNER), at=LATER)

    assert not Complaint.objects.exists()


def alone(process, by) -> Case:
    """A case that AI finished without a person."""
    actions.change_terms(process, actions.Terms(alpha=0.1, lane=0.0), by=by, at=MONDAY_9)
    for step in range(2):
        at = MONDAY_9 + timedelta(minutes=step + 1)
        make_verified(process, n=250, wrong=0, at=at)
        actions.climb(process, by=by, at=at)
    Certificate.objects.update(threshold=0.0)
    for _ in range(30):
        case = make_case(process, ORDINARY)
        actions.propose_and_route([case.pk], at=LATER)
        case.refresh_from_db()
        if not LoneAnswer.objects.get(case=case).drawn:
            return case
    raise AssertionError("lots drew all")


@pytest.fixture
def lis(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Lis Bech")


@pytest.fixture
def supervised(lis):
    team = form_team(name="All", members=[lis])
    return make_process(team=team, organisation_model="supervised")


def test_what_ai_decided_alone_is_verified_by_the_new_decision_and_proves_nothing(supervised, lis):
    case = alone(supervised, lis)
    assert case.stage == Stage.CLOSED
    found = contested(case)
    actions.claim(found, by=lis, at=LATER)
    before = VerifiedAnswer.objects.count()

    with pytest.raises(actions.NoTopic):
        anew(found, lis)
    made = anew(found, lis, topic="invoice")

    kept = VerifiedAnswer.objects.get(decision=made)
    assert VerifiedAnswer.objects.count() == before + 1
    assert (kept.wrong, kept.proves, kept.drawn) == (True, False, False)
    assert LoneAnswer.objects.get(case=case).checked_at is None
    letter = "\n".join(line for section in explanation(found) for line in section.lines)
    assert "AI decided on" in letter
    assert "Whom it concerns disagreed: another person decides anew, without AI." in letter


def test_what_waits_for_a_check_is_decided_anew_by_that_check(supervised, lis):
    case = alone(supervised, lis)
    LoneAnswer.objects.filter(case=case).update(drawn=True)
    Case.objects.filter(pk=case.pk).update(
        stage="waiting", reason=Reason.SPOT_CHECK, closed_at=None
    )

    found = contested(Case.objects.get(pk=case.pk))
    actions.claim(found, by=lis, at=LATER)
    made = anew(found, lis, topic="invoice")

    assert (made.round, found.round) == (1, 1)
    assert LoneAnswer.objects.get(case=case).wrong is True
    assert VerifiedAnswer.objects.filter(decision=made).count() == 1
