"""What AI answered counts as wrong once a later decision says so, and takes its effect at once."""

from datetime import timedelta

import numpy as np
import pytest

from samspil.core.contesting import Outcome
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import most_errors
from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.groups import GroupsBy
from samspil.core.evidence.watching import Watch
from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.core.routing import Reason
from samspil.journal.models import Entry
from samspil.journal.queries import about, verify
from samspil.people.actions import form_team
from samspil.people.models import Colleague
from samspil.teaching.queries.decided import candidates
from samspil.work import actions
from samspil.work.actions.autonomy import note_overturned
from samspil.work.models import (
    AutonomyMove,
    Case,
    Certificate,
    LoneAnswer,
    Process,
    VerifiedAnswer,
)
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from samspil.work.queries.evidence import evidence_of
from samspil.work.queries.ladder_words import fall_words
from samspil.work.queries.watched import overturned_watch, watched_of
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_verified,
)

LATER = MONDAY_9 + timedelta(hours=1)
AFTER = MONDAY_9 + timedelta(days=2)
TEN = Promise(alpha=0.1)


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.REVIEWER, Role.LEADER, name="Anna Holm")


@pytest.fixture
def bo(organisation):
    return make_colleague(Role.REVIEWER, name="Bo Dahl")


@pytest.fixture
def process(anna, bo):
    team = form_team(name="All", members=[anna, bo])
    return make_process(team=team, organisation_model="supervised")


def decided(process: Process, by: Colleague, *, topic: str = "", answer: str = "Friday.") -> Case:
    case = make_claimed(process, by)
    actions.decide(case, answer=answer, topic=topic or case.topic, by=by, at=LATER)
    case.refresh_from_db()
    return case


def contested(case: Case, by: Colleague, outcome: Outcome, *, topic: str = "", at=AFTER) -> None:
    actions.contest(case, text="No.", at=at)
    anew(case, by, outcome, topic=topic, at=at)


def anew(case: Case, by: Colleague, outcome: Outcome, *, topic: str = "", at=AFTER) -> None:
    case.refresh_from_db()
    actions.claim(case, by=by, at=at)
    actions.decide_anew(case, outcome=outcome, reasons="Read anew.", topic=topic, by=by, at=at)


def written_again(case: Case, by: Colleague, *, topic: str, answer: str = "Sorry.") -> None:
    actions.receive(actions.Arrival(text="And now?"), case=case, at=AFTER)
    actions.propose_and_route([case.pk], at=AFTER)
    case.refresh_from_db()
    actions.claim(case, by=by, at=AFTER)
    actions.decide(case, answer=answer, topic=topic, by=by, at=AFTER)


def wrong_ones(process: Process) -> int:
    return evidence_of(process, promise=TEN, at=AFTER).wrong


def signed_now(process: Process) -> Certificate:
    found = autonomy_of(process).certificate
    assert found is not None
    return found


def overturned_now(process: Process) -> Watch:
    found = overturned_watch(autonomy_of(process))
    assert found is not None
    return found


def checks_now(process: Process) -> tuple[int, int]:
    """How many checks the watch has seen, and how many of those found AI wrong."""
    watch = autonomy_of(process).watch
    assert watch is not None
    return watch["checks"], watch["found"]


def test_what_people_approved_counts_as_wrong_once_it_is_contested_and_changed(process, anna, bo):
    case = decided(process, anna)
    assert wrong_ones(process) == 0

    contested(case, bo, Outcome.CHANGED, topic="invoice")

    kept = VerifiedAnswer.objects.get(decision__case=case)
    assert (kept.wrong, kept.overturned_at, kept.proves) == (True, AFTER, True)
    assert wrong_ones(process) == 1
    told = [one.event for one in about(str(case.public_id))]
    assert told[-3:] == ["answer_overturned", "decided", "decided_anew"]
    assert verify().whole


def test_what_stands_and_what_waits_stays_right(process, anna, bo):
    stands, waits = decided(process, anna), decided(process, anna)

    contested(stands, bo, Outcome.UPHELD, topic="invoice")
    actions.contest(waits, text="No.", at=AFTER)

    assert wrong_ones(process) == 0
    assert not Entry.objects.filter(event="answer_overturned").exists()


def test_ais_own_reply_that_does_not_stand_is_wrong_and_a_persons_words_say_nothing_of_ai(
    process, anna, bo
):
    ours = decided(process, anna)
    draft = make_claimed(process, anna)
    reply = draft.proposals.get().draft
    actions.decide(draft, answer=reply, topic=draft.topic, by=anna, at=LATER)

    contested(ours, bo, Outcome.CHANGED, topic=ours.topic)
    contested(draft, bo, Outcome.CHANGED, topic=draft.topic)

    assert reply
    assert not VerifiedAnswer.objects.get(decision__case=ours).wrong
    assert VerifiedAnswer.objects.get(decision__case=draft).wrong


def test_another_answer_on_another_topic_after_the_customer_wrote_again_says_so_too(process, anna):
    other, same, silent = (decided(process, anna) for _ in range(3))

    written_again(other, anna, topic="invoice")
    written_again(same, anna, topic=same.topic)
    written_again(silent, anna, topic="invoice", answer="")

    wrong = VerifiedAnswer.objects.filter(overturned_at__isnull=False, wrong=True)
    assert [one.decision.case for one in wrong] == [other]


def test_once_wrong_it_stays_wrong_and_nothing_is_ever_made_right(process, anna, bo):
    lis = make_colleague(Role.REVIEWER, Role.LEADER, name="Lis Bech")
    right, wrong = decided(process, anna), decided(process, anna, topic="invoice")
    topic = right.topic

    contested(right, bo, Outcome.CHANGED, topic="invoice")
    contested(right, lis, Outcome.CHANGED, topic=topic)
    contested(wrong, bo, Outcome.CHANGED, topic=topic)

    assert VerifiedAnswer.objects.filter(wrong=True).count() == 2
    assert VerifiedAnswer.objects.get(decision__case=wrong).overturned_at is None


def test_what_was_overturned_teaches_nothing(process, anna):
    case = decided(process, anna)
    far = AFTER + timedelta(days=400)
    assert [one.case for one in candidates(process, at=far)] == [case]

    written_again(case, anna, topic="invoice")

    assert not candidates(process, at=far).exists()


def climbed(process: Process, by: Colleague, *, times: int) -> None:
    actions.change_terms(process, actions.Terms(alpha=0.1, lane=0.0), by=by, at=MONDAY_9)
    for step in range(times):
        at = MONDAY_9 + timedelta(minutes=step + 1)
        make_verified(process, n=250, wrong=0, at=at)
        actions.climb(process, by=by, at=at)


def overturn(answer: VerifiedAnswer, process: Process, by: Colleague) -> None:
    """As a contest does it, of an answer that has no case of its own."""
    VerifiedAnswer.objects.filter(pk=answer.pk).update(wrong=True, overturned_at=AFTER)
    answer.refresh_from_db()
    note_overturned(process, answer=answer, lone=None, at=AFTER)


def surest(at, *, n: int) -> list[VerifiedAnswer]:
    return list(VerifiedAnswer.objects.filter(at=at).order_by("-sureness")[:n])


def test_a_certificate_falls_when_its_bound_holds_no_more_and_not_before(process, anna):
    climbed(process, anna, times=2)
    signed = signed_now(process)
    bearable = 0

    for answer in VerifiedAnswer.objects.filter(at=signed.at).order_by("sureness"):
        overturn(answer, process, anna)
        if autonomy_of(process).level < Autonomy.ALONE:
            break
        bearable += 1

    assert bearable == most_errors(np.array([250]), 0.1, 0.05)[0]
    assert autonomy_of(process).level == signed_now(process).level == Autonomy.CAREFUL
    move = AutonomyMove.objects.latest("pk")
    assert move.reason == "disproved"
    assert f"{bearable + 1} are known to be wrong now" in fall_words(move)
    assert Entry.objects.filter(event="autonomy_moved").latest("sequence").facts.count("disproved")
    signed.refresh_from_db()
    assert signed.ended_at == AFTER
    assert (signed.wrong, signed.above) == (0, 250)


def test_a_certificate_that_waits_below_ends_too_so_that_ai_never_goes_down_to_it(process, anna):
    climbed(process, anna, times=2)
    below = Certificate.objects.filter(level=Autonomy.CAREFUL).latest("pk")

    for answer in surest(below.at, n=40):
        overturn(answer, process, anna)

    below.refresh_from_db()
    assert below.ended_at == AFTER
    assert autonomy_of(process).level == Autonomy.ALONE
    assert Entry.objects.filter(event="certificate_disproved").count() == 1
    for answer in surest(signed_now(process).at, n=60):
        overturn(answer, process, anna)
    assert autonomy_of(process).level == Autonomy.DRAFT


def test_answers_of_other_proofs_and_those_that_prove_nothing_touch_no_certificate(process, anna):
    make_verified(process, n=60, wrong=0, at=MONDAY_9)
    climbed(process, anna, times=2)
    VerifiedAnswer.objects.filter(at=MONDAY_9).update(at=MONDAY_9 - timedelta(days=9))

    for answer in VerifiedAnswer.objects.filter(at__lt=MONDAY_9):
        overturn(answer, process, anna)

    assert autonomy_of(process).level == Autonomy.ALONE
    assert not Certificate.objects.filter(ended_at__isnull=False, level=Autonomy.ALONE).exists()


def test_a_certificate_by_language_falls_by_one_language(process, anna):
    terms = actions.Terms(alpha=0.1, lane=0.0, groups_by=GroupsBy.LANGUAGE)
    actions.change_terms(process, terms, by=anna, at=MONDAY_9)
    at = MONDAY_9 + timedelta(minutes=1)
    for language in ("en", "da"):
        make_verified(process, n=250, wrong=0, at=at, language=language)
    actions.climb(process, by=anna, at=at)

    danish = VerifiedAnswer.objects.filter(at=at, language="da").order_by("-sureness")
    for answer in danish[:40]:
        overturn(answer, process, anna)

    assert autonomy_of(process).level == Autonomy.DRAFT
    assert AutonomyMove.objects.latest("pk").reason == "disproved"


def test_where_answers_were_deleted_the_exact_bound_decides(process, anna):
    climbed(process, anna, times=1)
    signed = signed_now(process)
    first, *rest = surest(signed.at, n=40)
    VerifiedAnswer.objects.filter(at=signed.at).earliest("sureness").decision.delete()

    overturn(first, process, anna)
    held = autonomy_of(process).level
    for answer in rest:
        overturn(answer, process, anna)

    assert held == Autonomy.CAREFUL
    assert autonomy_of(process).level == Autonomy.DRAFT


@pytest.fixture
def supervised(process, anna):
    climbed(process, anna, times=2)
    Certificate.objects.update(threshold=0.0)
    return process


def finished(process: Process, *, drawn: bool = False) -> Case:
    """A case that AI finished without a person; lots drew it, or did not."""
    case = make_case(process, ORDINARY)
    actions.propose_and_route([case.pk], at=LATER)
    reason = Reason.SPOT_CHECK if drawn else Reason.CERTIFIED
    stage, closed = (Stage.WAITING, None) if drawn else (Stage.CLOSED, LATER)
    Case.objects.filter(pk=case.pk).update(stage=stage, reason=reason, closed_at=closed)
    LoneAnswer.objects.filter(case=case).update(drawn=drawn, weight=1.0)
    case.refresh_from_db()
    return case


def checked(process: Process, by: Colleague) -> Case:
    """A case that AI finished and a check found right."""
    case = finished(process, drawn=True)
    actions.claim(case, by=by, at=LATER)
    actions.decide(case, answer="", topic=case.topic, by=by, at=LATER)
    case.refresh_from_db()
    return case


def test_a_check_that_is_overturned_is_watched_as_if_it_had_been_found_then(supervised, anna, bo):
    cases = [checked(supervised, anna) for _ in range(3)]
    assert checks_now(supervised) == (3, 0)

    contested(cases[0], bo, Outcome.CHANGED, topic="invoice")

    assert checks_now(supervised) == (3, 1)
    assert LoneAnswer.objects.get(case=cases[0]).wrong is True
    figures = lone_figures(autonomy_of(supervised))
    assert figures is not None
    assert figures.estimate.found_wrong == 1


def test_complaints_that_are_upheld_lower_autonomy_at_once(supervised, anna):
    cases = [finished(supervised) for _ in range(9)]
    levels = []

    for case in cases:
        contested(case, anna, Outcome.CHANGED, topic="invoice")
        levels.append(autonomy_of(supervised).level)
        if levels[-1] < Autonomy.ALONE:
            break

    assert levels[:2] == [Autonomy.ALONE] * 2
    assert levels[-1] == Autonomy.CAREFUL
    move = AutonomyMove.objects.latest("pk")
    assert move.reason == "alarm"
    assert "found wrong later, without a check" in fall_words(move)


def test_few_complaints_among_many_answers_do_not_and_open_ones_count_as_nothing(supervised, anna):
    cases = [finished(supervised) for _ in range(3)]
    for case in cases[:2]:
        contested(case, anna, Outcome.CHANGED, topic="invoice")
    actions.contest(cases[2], text="No.", at=AFTER)

    watch = overturned_now(supervised)
    assert (watch.checks, watch.found, watch.alarm) == (3, 2, False)
    told = [one.words for one in watched_of(autonomy_of(supervised))]
    assert any(one.startswith("Of 3 cases that AI finished, 2 were found wrong") for one in told)


def test_what_a_colleague_puts_right_counts_and_makes_no_check(supervised, anna):
    case, other = finished(supervised), finished(supervised)
    for one, topic in ((case, "invoice"), (other, other.topic)):
        actions.take_over(one, by=anna, at=AFTER)
        actions.decide(one, answer="Sorry.", topic=topic, by=anna, at=AFTER)

    assert LoneAnswer.objects.get(case=case).overturned_at == AFTER
    assert LoneAnswer.objects.get(case=other).overturned_at is None
    assert not LoneAnswer.objects.filter(checked_at__isnull=False).exists()
    assert checks_now(supervised) == (0, 0)
    assert overturned_now(supervised).found == 1


def test_what_the_customer_writes_again_about_overturns_what_ai_finished(supervised, anna):
    case = finished(supervised)

    written_again(case, anna, topic="invoice")

    assert LoneAnswer.objects.get(case=case, round=1).overturned_at == AFTER


def test_what_was_overturned_under_an_earlier_certificate_says_nothing_of_todays(supervised, anna):
    case = finished(supervised)
    actions.lower(supervised, to=Autonomy.CAREFUL, by=anna, at=AFTER)

    contested(case, anna, Outcome.CHANGED, topic="invoice")

    assert LoneAnswer.objects.get(case=case).overturned_at == AFTER
    assert overturned_now(supervised).found == 0
