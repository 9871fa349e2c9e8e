"""A person judges before AI's answer is seen."""

import json

import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.journal.queries import about
from samspil.people import actions as people
from samspil.work import actions
from samspil.work.actions.judging import judge_first
from samspil.work.models import (
    Case,
    Decision,
    Entry,
    FirstJudgement,
    Proposal,
    Verdict,
    VerifiedAnswer,
)
from tests.factories import (
    ANGRY,
    MONDAY_9,
    let_judge_first,
    make_claimed,
    make_process,
    make_team,
    make_waiting,
)
from tests.judgements import NOW, agree, ais, disagree, judged, other


def test_nothing_of_ais_answer_stands_in_the_case_until_it_is_judged(process, anna):
    case = make_claimed(process, anna)

    assert (case.judging, case.topic, case.confidence) == (Judging.FIRST, "", None)
    told = [json.loads(entry.facts) for entry in about(str(case.public_id))]
    assert not any(facts.get("topic") or facts.get("confidence") for facts in told)

    agree(case, anna)

    case.refresh_from_db()
    assert (case.judging, case.topic) == (Judging.JUDGED, ais(case))
    assert case.confidence == Proposal.objects.get(case=case).options[0]["confidence"]


def test_without_a_share_nobody_judges_first(anna, lea):
    process = make_process(team=make_team(anna))
    let_judge_first(process, lea, share=0.0)

    assert make_waiting(process).judging == Judging.OPEN


def test_what_a_hard_rule_claims_is_not_judged_first(process):
    case = make_waiting(process, ANGRY)

    assert case.judging == Judging.OPEN
    assert case.confidence is not None


def test_a_case_is_not_decided_before_it_is_judged(process, anna):
    case = make_claimed(process, anna)

    for answer, topic in (("Hello", ""), ("", ais(case)), ("Hello", ais(case))):
        with pytest.raises(actions.NotJudged, match="AI's answer comes after"):
            actions.decide(case, answer=answer, topic=topic, by=anna, at=NOW)
    case.refresh_from_db()
    assert case.stage == Stage.CLAIMED


def test_what_needs_no_answer_is_closed_unjudged_and_stays_hidden(process, anna):
    case = make_claimed(process, anna)

    decision = actions.decide(case, answer="", topic="", by=anna, at=NOW)

    case.refresh_from_db()
    assert decision.verdict == Verdict.OWN
    assert (case.judging, case.topic) == (Judging.FIRST, "")
    assert not FirstJudgement.objects.exists()

    actions.reopen_unanswered(case, by=anna, at=NOW)
    case.refresh_from_db()
    assert (case.stage, case.judging) == (Stage.CLAIMED, Judging.FIRST)


def test_a_decision_is_kept_beside_the_judgement_and_who_judged_is_forgotten(process, anna):
    case = make_claimed(process, anna)
    agree(case, anna)
    assert judged(case).by == anna

    actions.decide(case, answer="Soon.", topic=ais(case), by=anna, at=NOW)

    kept = judged(case)
    assert (kept.topic, kept.decided, kept.by) == (ais(case), ais(case), None)
    assert VerifiedAnswer.objects.get().wrong is False


def test_the_first_judgement_stands(process, anna):
    case = make_claimed(process, anna)
    agree(case, anna)

    with pytest.raises(actions.StaleCase, match="the first judgement stands"):
        disagree(case, anna)

    assert judged(case).topic == ais(case)


def test_who_judges_by_an_old_page_is_told_that_somebody_was_faster(process, anna, lea, bo):
    case = make_claimed(process, anna)
    old = Case.objects.select_related("process").get(pk=case.pk)
    actions.reassign(case, to=bo, by=lea, at=NOW)
    agree(case, bo)

    with pytest.raises(actions.StaleCase, match="no longer hold"):
        disagree(old, anna)

    assert (judged(case).topic, judged(case).by) == (ais(case), bo)


def test_who_does_not_hold_the_case_cannot_judge_it(process, anna, bo, lea):
    case = make_claimed(process, anna)

    with pytest.raises(actions.StaleCase, match="no longer hold"):
        agree(case, bo)
    ai = people.take_on_ai(name="Triage", skill="triage")
    with pytest.raises(actions.NoPerson):
        agree(case, ai)

    assert not FirstJudgement.objects.exists()


@pytest.mark.parametrize("topic", ["", "no such topic", "x" * 5_000, "'; DROP TABLE case; --"])
def test_only_a_topic_of_the_process_is_a_judgement(process, anna, topic):
    case = make_claimed(process, anna)

    with pytest.raises(actions.UnknownTopic):
        judge_first(case, topic=topic, by=anna, at=NOW)

    assert not FirstJudgement.objects.exists()


def test_the_journal_tells_that_somebody_judged_but_not_what(process, anna):
    case = make_claimed(process, anna)
    disagree(case, anna)

    entry = about(str(case.public_id)).order_by("sequence").reverse()[0]

    assert entry.event == "judged_first"
    assert json.loads(entry.facts) == {"round": 1}


def test_a_withdrawn_case_forgets_who_judged(process, anna):
    case = make_claimed(process, anna)
    disagree(case, anna)
    Entry.objects.create(case=case, fields=[], language="en")

    actions.withdraw(case, words="No longer needed.", at=NOW)

    case.refresh_from_db()
    assert (case.stage, case.topic) == (Stage.CLOSED, "")
    assert judged(case).by is None


def test_an_alarming_message_ends_the_judging_and_shows_everything(process, anna):
    case = make_claimed(process, anna)

    actions.receive(actions.Arrival(text=ANGRY), case=case, at=NOW)
    actions.look_again([case.pk], at=NOW)

    case.refresh_from_db()
    assert (case.judging, case.reason) == (Judging.OPEN, "dissatisfied")
    assert case.topic == ais(case)


def test_a_case_that_is_handed_over_unjudged_is_still_to_be_judged(process, anna, bo):
    case = make_claimed(process, anna)
    team = make_team(bo)

    actions.hand_over(case, to=team, note="", by=anna, at=NOW)
    actions.claim(case, by=bo, at=NOW)

    case.refresh_from_db()
    assert case.judging == Judging.FIRST
    agree(case, bo)


def test_a_judgement_stays_when_the_case_is_handed_over(process, anna, bo):
    case = make_claimed(process, anna)
    agree(case, anna)

    actions.hand_over(case, to=make_team(bo), note="", by=anna, at=NOW)
    actions.claim(case, by=bo, at=NOW)
    actions.decide(case, answer="Soon.", topic=other(case), by=bo, at=NOW)

    assert (judged(case).topic, judged(case).decided) == (ais(case), other(case))


def test_a_merged_case_forgets_who_judged_and_goes_on_hidden_when_parted(process, anna, bo):
    case, target = make_claimed(process, anna), make_waiting(process)
    disagree(case, anna)

    actions.merge(case, into=target, by=bo, at=NOW)
    assert judged(case).by is None

    actions.unmerge(case, by=bo, at=NOW)
    case.refresh_from_db()
    assert (case.stage, case.judging) == (Stage.WAITING, Judging.SECOND)


def test_a_reopened_case_is_judged_again_in_its_next_round(process, anna):
    case = make_claimed(process, anna)
    agree(case, anna)
    decision = actions.decide(case, answer="Soon.", topic=ais(case), by=anna, at=NOW)
    assert "unseen" not in decision.at_the_time

    actions.receive(actions.Arrival(text="And when exactly?"), case=case, at=NOW)
    actions.propose_and_route([case.pk], at=NOW)

    case.refresh_from_db()
    assert (case.round, case.topic) == (2, "")
    assert case.judging == Judging.FIRST
    actions.claim(case, by=anna, at=NOW)
    disagree(case, anna)
    assert FirstJudgement.objects.filter(case=case).count() == 2


def test_where_ai_has_stepped_back_a_person_decides_without_it(process, anna, lea):
    actions.lower(process, to=Autonomy.PERSON, by=lea, at=MONDAY_9)
    case = make_claimed(process, anna)
    assert (case.judging, case.topic) == (Judging.WITHOUT, "")
    draft = Proposal.objects.get(case=case).draft

    decision = actions.decide(case, answer=draft, topic=ais(case), by=anna, at=NOW)

    case.refresh_from_db()
    assert (case.judging, case.topic) == (Judging.OPEN, ais(case))
    assert decision.verdict == Verdict.OWN
    assert decision.at_the_time["unseen"] is True
    assert not case.outgoing.get().headers
    assert not FirstJudgement.objects.exists()
    assert VerifiedAnswer.objects.get().wrong is False


def test_taking_back_a_decision_hides_again_what_was_hidden(process, anna, lea):
    actions.lower(process, to=Autonomy.PERSON, by=lea, at=MONDAY_9)
    case = make_claimed(process, anna)
    actions.decide(case, answer="", topic=ais(case), by=anna, at=NOW)

    actions.reopen_unanswered(case, by=anna, at=NOW)

    case.refresh_from_db()
    assert (case.judging, case.topic, case.confidence) == (Judging.WITHOUT, "", None)


def test_a_decision_taken_back_says_nothing_of_the_judgement(process, anna):
    case = make_claimed(process, anna)
    agree(case, anna)
    actions.decide(case, answer="", topic=ais(case), by=anna, at=NOW)

    actions.reopen_unanswered(case, by=anna, at=NOW)

    assert judged(case).decided == ""
    assert not Decision.objects.filter(case=case).exists()
