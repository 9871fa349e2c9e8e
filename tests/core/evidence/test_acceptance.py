import pytest
from scipy.stats import binom

from samspil.core.evidence.acceptance import (
    AcceptancePlan,
    NoPlan,
    Reason,
    plan,
    shown,
    what_is_shown,
)


def test_two_and_ten_in_a_hundred_take_65_checks_with_three_errors():
    assert plan(good=0.02, bad=0.10) == AcceptancePlan(checks=65, errors=3)


def test_a_plan_keeps_both_of_its_chances():
    made = plan(good=0.01, bad=0.05, refuse_good=0.1, accept_bad=0.05)

    assert binom.cdf(made.errors, made.checks, 0.05) <= 0.05
    assert binom.sf(made.errors, made.checks, 0.01) <= 0.1


def test_a_plan_accepts_as_many_errors_as_it_says():
    made = plan(good=0.02, bad=0.10)

    assert made.accepts(0)
    assert made.accepts(3)
    assert not made.accepts(4)
    with pytest.raises(ValueError, match="at most all"):
        made.accepts(66)


def test_shares_hardly_apart_have_no_plan():
    with pytest.raises(NoPlan, match="Choose shares further apart"):
        plan(good=0.02, bad=0.0201)


@pytest.mark.parametrize(("good", "bad"), [(0.1, 0.02), (0, 0.1), (0.1, 1), (float("nan"), 0.1)])
def test_shares_that_make_no_sense_are_refused(good: float, bad: float):
    with pytest.raises(ValueError, match="below the bad one"):
        plan(good=good, bad=bad)


@pytest.mark.parametrize(
    ("errors", "checks", "sentence"),
    [
        (0, 0, "Nothing was checked, so anything may be true."),
        (0, 1, "None wrong among 1 checked: that shows only that fewer than 95 in 100 are."),
        (0, 5, "None wrong among 5 checked: that shows only that fewer than 45.1 in 100 are."),
        (0, 59, "None wrong among 59 checked: that shows only that fewer than 5 in 100 are."),
        (1, 100, "1 wrong among 100 checked: that shows that at most 4.7 in 100 are."),
        (1, 1, "All wrong among 1 checked, so all may be."),
    ],
)
def test_few_checks_are_told_for_what_they_are(errors: int, checks: int, sentence: str):
    assert shown(errors=errors, checks=checks) == sentence


def test_more_errors_than_checks_are_refused():
    with pytest.raises(ValueError, match="at most all"):
        what_is_shown(errors=2, checks=1)
    assert what_is_shown(errors=0, checks=299) == (Reason.NO_ERROR, 1.0)
