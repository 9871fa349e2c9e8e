"""What people say of a task, added up by unit weights."""

import pytest

from samspil.core.allocation.criteria import Criterion, OffScale, score_of, together

ROUTINE = {
    Criterion.REPETITION: 5,
    Criterion.DATA: 4,
    Criterion.RULES: 5,
    Criterion.EMPATHY: 1,
    Criterion.UNCERTAINTY: 2,
}


def test_every_criterion_weighs_the_same():
    score = score_of(ROUTINE)

    assert score is not None
    assert score.value == pytest.approx((1 + 0.75 + 1 + 1 + 0.75) / 5)
    assert score.parts[Criterion.UNCERTAINTY] == 0.75


def test_a_task_that_needs_people_scores_low_and_says_why():
    score = score_of({Criterion.EMPATHY: 5, Criterion.COMMUNICATION: 4, Criterion.REPETITION: 2})

    assert score is not None
    assert score.value == pytest.approx((0 + 0.25 + 0.25) / 3)
    assert score.against == (Criterion.EMPATHY, Criterion.COMMUNICATION, Criterion.REPETITION)
    assert score.in_favour == ()


def test_of_two_criteria_no_score_is_said():
    assert score_of({Criterion.RULES: 5, Criterion.DATA: 5}) is None


def test_what_nobody_said_is_missing_and_never_guessed():
    score = score_of(ROUTINE)

    assert score is not None
    assert score.missing == (Criterion.EXPERTISE, Criterion.COMMUNICATION, Criterion.PHYSICAL)


@pytest.mark.parametrize("value", [0, 5.1, float("nan"), float("inf"), -3])
def test_a_value_off_the_scale_is_refused_by_name(value):
    with pytest.raises(OffScale, match="rules"):
        score_of({**ROUTINE, Criterion.RULES: value})


def test_views_are_averaged_over_those_who_said_something():
    views = [{Criterion.RULES: 5, Criterion.DATA: 2}, {Criterion.RULES: 3}]

    assert together(views) == {Criterion.RULES: 4, Criterion.DATA: 2}
