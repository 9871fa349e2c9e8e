"""Where a person and AI disagree, somebody else of the team judges too."""

import pytest

from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed
from samspil.people import actions as people
from samspil.work import actions
from samspil.work.actions.reassigning import move_held
from samspil.work.queries.happened import moments
from tests.factories import (
    ANGRY,
    MONDAY_9,
    let_judge_first,
    make_claimed,
    make_process,
    make_team,
)
from tests.judgements import NOW, agree, ais, disagree, judged, other


def test_where_both_disagree_a_second_person_judges_without_seeing_ais_answer(process, anna, bo):
    case = make_claimed(process, anna)

    disagree(case, anna)

    case.refresh_from_db()
    assert (case.stage, case.judging, case.claimed_by) == (Stage.WAITING, Judging.SECOND, None)
    assert (case.topic, case.confidence) == ("", None)

    actions.claim(case, by=bo, at=NOW)
    with pytest.raises(actions.NotJudged):
        actions.decide(case, answer="Hello", topic=ais(case), by=bo, at=NOW)
    agree(case, bo)

    case.refresh_from_db()
    assert (case.judging, case.claimed_by, case.topic) == (Judging.JUDGED, bo, ais(case))
    assert (judged(case).topic, judged(case).second) == (other(case), ais(case))


def test_the_first_judge_cannot_take_it_again_by_any_way(process, anna, bo, lea):
    case = make_claimed(process, anna)
    disagree(case, anna)

    with pytest.raises(NotAllowed, match="a second person"):
        actions.claim(case, by=anna, at=NOW)
    assert actions.claim_next(by=anna, at=NOW) is None
    actions.claim(case, by=bo, at=NOW)
    with pytest.raises(NotAllowed, match="a second person"):
        actions.reassign(case, to=anna, by=lea, at=NOW)

    case.refresh_from_db()
    assert case.claimed_by == bo


def test_the_next_case_for_a_colleague_may_be_a_second_look(process, anna, bo):
    case = make_claimed(process, anna)
    disagree(case, anna)

    assert actions.claim_next(by=bo, at=NOW) == case


def test_the_second_person_is_not_told_who_judged_first(process, anna, bo):
    case = make_claimed(process, anna)
    disagree(case, anna)

    assert "Anna Holm" not in {moment.by for moment in moments(case)}

    actions.claim(case, by=bo, at=NOW)
    agree(case, bo)
    assert "Anna Holm" not in {moment.by for moment in moments(case)}


def test_an_alarming_message_ends_the_second_look_and_the_first_judge_is_forgotten(
    process, anna, bo
):
    case = make_claimed(process, anna)
    disagree(case, anna)

    actions.receive(actions.Arrival(text=ANGRY), case=case, at=NOW)
    actions.look_again([case.pk], at=NOW)

    case.refresh_from_db()
    assert (case.judging, case.topic) == (Judging.JUDGED, ais(case))
    assert "Anna Holm" not in [moment.by for moment in moments(case)]
    actions.claim(case, by=anna, at=NOW)
    actions.decide(case, answer="Sorry.", topic=ais(case), by=anna, at=NOW)
    assert (judged(case).by, judged(case).decided) == (None, ais(case))


def test_without_the_setting_or_where_both_agree_nobody_else_looks(process, anna, lea):
    one = make_claimed(process, anna)
    agree(one, anna)
    let_judge_first(process, lea, second_look=False)
    two = make_claimed(process, anna)
    disagree(two, anna)

    for case in (one, two):
        case.refresh_from_db()
        assert (case.stage, case.judging) == (Stage.CLAIMED, Judging.JUDGED)
        assert not judged(case).second_look


def test_in_a_team_of_one_the_second_look_is_left_out(anna, lea):
    process = make_process(team=make_team(anna))
    let_judge_first(process, lea, second_look=True)
    case = make_claimed(process, anna)

    disagree(case, anna)

    case.refresh_from_db()
    assert (case.stage, case.judging) == (Stage.CLAIMED, Judging.JUDGED)
    assert (judged(case).nobody_else, judged(case).second_look) == (True, False)


def test_where_the_others_have_gone_the_first_judge_goes_on_and_sees_ais_answer(
    process, anna, bo, lea
):
    case = make_claimed(process, anna)
    disagree(case, anna)
    people.plan_absence(
        bo, first_day=NOW.date(), last_day=NOW.date(), deputy=None, by=lea, at=MONDAY_9
    )

    actions.claim(case, by=anna, at=NOW)

    case.refresh_from_db()
    assert (case.judging, case.topic) == (Judging.JUDGED, ais(case))
    assert judged(case).nobody_else


def test_a_first_judge_who_stands_in_for_the_second_goes_on_without_a_second_look(
    process, anna, bo
):
    case = make_claimed(process, anna)
    disagree(case, anna)
    actions.claim(case, by=bo, at=NOW)
    assert move_held(case, to=anna.pk, at=NOW)

    disagree(case, anna)

    case.refresh_from_db()
    assert (case.judging, case.topic) == (Judging.JUDGED, ais(case))
    kept = judged(case)
    assert (kept.second, kept.second_look, kept.nobody_else) == ("", False, True)
