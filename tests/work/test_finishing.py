"""AI finishes alone what a signed certificate covers, and loses that by rule."""

from dataclasses import replace
from datetime import timedelta

import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import IllegalMove
from samspil.core.lifecycle import Stage
from samspil.core.organisation_models.contract import Route
from samspil.core.roles import NotAllowed, Role
from samspil.core.routing import Level, Reason
from samspil.journal.models import Entry
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.models import (
    AutonomyMove,
    Certificate,
    LoneAnswer,
    Outgoing,
    ProcessAutonomy,
    VerifiedAnswer,
)
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_colleague,
    make_process,
    make_verified,
)

LATER = MONDAY_9 + timedelta(days=1)
USUAL = actions.Terms(alpha=0.1)


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=form_team(name="All", members=[anna]), organisation_model="supervised")


def climb(process, anna, *, times: int = 1, lane: float = 0.0) -> None:
    """Verified answers enough for as many steps, and the steps."""
    actions.change_terms(process, terms(lane=lane), by=anna, at=MONDAY_9)
    for step in range(times):
        at = MONDAY_9 + timedelta(hours=step + 1)
        make_verified(process, n=250, wrong=0, at=at)
        actions.climb(process, by=anna, at=at)


def terms(**changed) -> actions.Terms:
    return replace(USUAL, **changed)


def arrive(process, text: str = ORDINARY, *, at=LATER):
    case = make_case(process, text)
    actions.propose_and_route([case.pk], at=at)
    case.refresh_from_db()
    return case


def unwatched(process) -> None:
    """Lower the limit so far that anything AI knows is above it, and have nothing checked."""
    Certificate.objects.update(threshold=0.0)


def test_a_new_process_finishes_nothing(process):
    case = arrive(process)

    assert (case.route, case.reason) == (Route.TOGETHER, Reason.NOT_CERTIFIED)
    assert autonomy_of(process).level == Autonomy.DRAFT


def test_with_a_signed_certificate_ai_answers_and_says_that_no_person_read_it(process, anna):
    climb(process, anna, times=2)
    unwatched(process)

    case = arrive(process)
    reply = case.messages.get(direction="out")

    assert case.route == Route.ALONE
    assert case.first_response_at == LATER
    assert reply.made_with_ai
    assert "no person has read it" in reply.text
    sent = Outgoing.objects.get(case=case)
    assert sent.headers["X-AI-Generated"].endswith("approved=none")
    assert case.stage in (Stage.CLOSED, Stage.WAITING)
    assert LoneAnswer.objects.get(case=case).certificate == autonomy_of(process).certificate


def test_routing_twice_answers_once(process, anna):
    climb(process, anna)
    unwatched(process)
    case = arrive(process)

    actions.propose_and_route([case.pk], at=LATER)

    assert Outgoing.objects.filter(case=case).count() == 1
    assert LoneAnswer.objects.count() == 1


@pytest.mark.parametrize("text", [ANGRY, "I want to talk to a human being. Where is my parcel?"])
def test_no_certificate_outweighs_a_hard_rule(process, anna, text):
    climb(process, anna, times=2)
    unwatched(process)

    assert arrive(process, text).route == Route.PERSON
    assert not LoneAnswer.objects.exists()


def test_what_ai_is_not_sure_enough_of_waits_for_a_person_and_proves_nothing(process, anna):
    climb(process, anna)
    Certificate.objects.update(threshold=1.0)
    case = arrive(process)

    actions.claim(case, by=anna, at=LATER)
    decision = actions.decide(case, answer="", topic=case.topic, by=anna, at=LATER)

    assert case.reason == Reason.BELOW_LIMIT
    assert VerifiedAnswer.objects.get(decision=decision).proves is False


def test_lots_give_people_some_cases_and_those_prove_something(process, anna):
    climb(process, anna, lane=1.0)
    unwatched(process)
    case = arrive(process)

    actions.claim(case, by=anna, at=LATER)
    decision = actions.decide(case, answer="", topic=case.topic, by=anna, at=LATER)

    assert case.reason == Reason.DRAWN
    assert VerifiedAnswer.objects.get(decision=decision).proves is True


def test_ten_verified_cases_are_not_enough_and_nothing_changes(process, anna):
    make_verified(process, n=10, wrong=0, at=LATER)

    with pytest.raises(actions.NotProved, match="more cases must be verified"):
        actions.climb(process, by=anna, at=LATER)

    assert not Certificate.objects.exists()
    assert autonomy_of(process).level == Autonomy.DRAFT


def test_answers_that_are_all_wrong_are_not_enough_however_many(process, anna):
    make_verified(process, n=400, wrong=400, at=LATER)

    with pytest.raises(actions.NotProved, match="not proved"):
        actions.climb(process, by=anna, at=LATER)


def test_answers_from_before_the_last_move_prove_nothing(process, anna):
    climb(process, anna)

    with pytest.raises(actions.NotProved):
        actions.climb(process, by=anna, at=LATER)


def test_a_clock_that_was_set_back_raises_nothing(process, anna):
    climb(process, anna)
    make_verified(process, n=250, wrong=0, at=LATER)

    with pytest.raises(actions.NotProved):
        actions.climb(process, by=anna, at=MONDAY_9)


def test_who_may_not_change_processes_may_not_sign(process):
    make_verified(process, n=250, wrong=0, at=LATER)

    with pytest.raises(NotAllowed):
        actions.climb(process, by=make_colleague(Role.REVIEWER), at=LATER)


def test_where_a_person_is_to_decide_each_case_nobody_signs_more_away(anna):
    process = make_process(organisation_model="collaborative")
    make_verified(process, n=250, wrong=0, at=LATER)

    with pytest.raises(actions.NotShared):
        actions.climb(process, by=anna, at=LATER)


def test_a_certificate_names_its_signer_its_cases_and_its_version(process, anna):
    climb(process, anna)
    signed = Certificate.objects.get()

    assert signed.signed_by == anna
    assert (signed.cases, signed.wrong, signed.alpha) == (250, 0, 0.05)
    assert len(signed.digest) == 64
    assert signed.topics, "it says what it covers"
    assert Entry.objects.filter(event="autonomy_moved").exists()


def test_a_check_that_finds_ai_right_changes_nothing(process, anna):
    climb(process, anna)
    unwatched(process)
    lone = check(process, anna, right=True)

    assert lone.wrong is False
    assert autonomy_of(process).level == Autonomy.CAREFUL
    figures = lone_figures(autonomy_of(process))
    assert figures is not None
    assert figures.estimate.checks == 1


def check(process, anna, *, right: bool, at=LATER) -> LoneAnswer:
    """Let a lone answer be drawn and a person check it."""
    while True:
        case = arrive(process, at=at)
        lone = LoneAnswer.objects.filter(case=case).first()
        assert lone is not None, case.reason
        if lone.drawn:
            break
    topic = case.topic if right else "invoice_copy"
    actions.claim(case, by=anna, at=at)
    actions.decide(case, answer="", topic=topic, by=anna, at=at)
    lone.refresh_from_db()
    return lone


def test_wrong_checks_take_autonomy_away_at_once_and_say_why(process, anna):
    climb(process, anna)
    unwatched(process)
    for _ in range(30):
        check(process, anna, right=False)
        if autonomy_of(process).level < Autonomy.CAREFUL:
            break

    kept = autonomy_of(process)
    assert kept.level == Autonomy.DRAFT
    assert kept.certificate is None
    assert Certificate.objects.get().ended_at is not None
    fall = AutonomyMove.objects.latest("pk")
    assert fall.facts["watch"] == "wrong_lately"
    assert fall.noted_at is None
    assert arrive(process).route == Route.TOGETHER


def test_one_step_down_the_stricter_certificate_holds_and_is_watched(process, anna):
    climb(process, anna, times=2)
    strict = Certificate.objects.get(level=Autonomy.CAREFUL)

    actions.lower(process, to=Autonomy.CAREFUL, by=anna, at=LATER)

    kept = autonomy_of(process)
    assert (kept.level, kept.certificate) == (Autonomy.CAREFUL, strict)
    assert kept.watch is not None
    assert kept.watch["checks"] == 0


def test_nobody_raises_by_lowering(process, anna):
    with pytest.raises(IllegalMove):
        actions.lower(process, to=Autonomy.ALONE, by=anna, at=LATER)


def test_another_version_finishes_nothing(process, anna):
    climb(process, anna)
    Certificate.objects.update(version="an earlier one", threshold=0.0)

    case = arrive(process)

    assert case.reason == Reason.NOT_CERTIFIED
    assert autonomy_of(process).level == Autonomy.DRAFT
    assert AutonomyMove.objects.latest("pk").reason == "changed_model"


def test_a_new_topic_means_that_nothing_is_proved_any_more(process, anna):
    climb(process, anna)

    actions.add_topic(process, level=Level.STANDARD, names={"en": "Leasing"}, by=anna, at=LATER)

    assert autonomy_of(process).level == Autonomy.DRAFT


def test_a_stricter_promise_than_was_proved_ends_lone_work(process, anna):
    climb(process, anna, times=2)

    lost = actions.change_terms(process, terms(alpha=0.05), by=anna, at=LATER)

    assert lost
    assert autonomy_of(process).level == Autonomy.DRAFT


def test_agreeing_that_people_decide_each_case_ends_lone_work(process, anna):
    climb(process, anna)

    actions.change_process(
        process,
        organisation_model="collaborative",
        first_response_minutes=60,
        least_confidence=0.5,
        teams={},
        by=anna,
        at=LATER,
    )

    assert autonomy_of(process).level == Autonomy.DRAFT


def test_a_customer_who_writes_again_gets_a_person(process, anna):
    climb(process, anna)
    unwatched(process)
    case = arrive(process)
    case.__class__.objects.filter(pk=case.pk).update(
        stage=Stage.ARRIVED, round=2, closed_at=None, claimed_by=None
    )

    actions.propose_and_route([case.pk], at=LATER)
    case.refresh_from_db()

    assert (case.route, case.reason) == (Route.TOGETHER, Reason.ANSWERED_BEFORE)


def test_a_check_without_a_topic_is_refused_and_the_case_stays_open(process, anna):
    climb(process, anna)
    unwatched(process)
    while True:
        case = arrive(process)
        if LoneAnswer.objects.filter(case=case, drawn=True).exists():
            break
    actions.claim(case, by=anna, at=LATER)

    with pytest.raises(actions.NoTopic):
        actions.decide(case, answer="", topic="", by=anna, at=LATER)

    case.refresh_from_db()
    assert case.stage == Stage.CLAIMED


def test_a_correction_goes_out_beside_what_ai_sent(process, anna):
    climb(process, anna)
    unwatched(process)
    while True:
        case = arrive(process)
        if LoneAnswer.objects.filter(case=case, drawn=True).exists():
            break
    actions.claim(case, by=anna, at=LATER)

    actions.decide(case, answer="Sorry, that was wrong.", topic="invoice_copy", by=anna, at=LATER)

    letters = Outgoing.objects.filter(case=case).order_by("pk")
    assert [letter.correction for letter in letters] == [False, True]


def test_drafts_that_people_overrule_end_the_drafting(process, anna):
    for _ in range(6):
        case = arrive(process)
        actions.claim(case, by=anna, at=LATER)
        actions.decide(case, answer="", topic="invoice_copy", by=anna, at=LATER)

    assert autonomy_of(process).level == Autonomy.PERSON
    assert arrive(process).reason == Reason.STEPPED_BACK


def test_a_fall_stands_until_a_person_says_that_they_know(process, anna):
    climb(process, anna)
    actions.lower(process, to=Autonomy.DRAFT, by=anna, at=LATER)
    fall = AutonomyMove.objects.latest("pk")

    actions.note_falls(process, until=fall.pk, by=anna, at=LATER)

    fall.refresh_from_db()
    assert fall.noted_by == anna


def test_the_database_itself_refuses_lone_work_without_a_certificate(process, anna):
    from django.db import IntegrityError, transaction

    climb(process, anna)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProcessAutonomy.objects.update(certificate=None)
