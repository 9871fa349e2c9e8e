import numpy as np
import pytest

from samspil.core.evidence.certificate import (
    Promise,
    cases_wanted,
    certify,
    curve,
)
from samspil.core.evidence.verified import NOTHING, Verified

TWO_IN_100 = Promise(alpha=0.02)


def answers(n: int, *, seed: int, worth: float = 6.0, honest: bool = True) -> Verified:
    """Answers by one who is right as often as sure, or whose sureness means nothing."""
    chance = np.random.default_rng(seed)
    sure = 1 / (1 + np.exp(-worth * (chance.random(n) - 0.15)))
    wrong = chance.random(n) > (sure if honest else np.full(n, 0.9))
    return Verified(sure=sure, wrong=wrong)


def without_error(n: int) -> Verified:
    return Verified(sure=np.linspace(0.5, 0.99, n), wrong=np.zeros(n, dtype=bool))


def test_ai_may_finish_what_it_is_surest_of():
    found = certify(answers(2_000, seed=1), earlier=answers(2_000, seed=2), promise=TWO_IN_100)

    assert found.threshold is not None
    assert 0.2 < found.share < 0.6
    assert found.wrong / found.above < 0.02
    low, high = found.share_between(0.05)
    assert low < found.share < high


def test_without_enough_cases_nothing_is_promised():
    for n in (0, 1, 10, 159):
        found = certify(without_error(n), earlier=without_error(n), promise=TWO_IN_100)

        assert (found.threshold, found.share, found.share_between(0.05)) == (None, 0.0, (0.0, 0.0))


def test_enough_cases_without_any_error_are_enough():
    found = certify(without_error(300), earlier=NOTHING, promise=TWO_IN_100)

    assert found.threshold is not None
    assert found.wrong == 0


@pytest.mark.parametrize("n", [10, 400, 3_000])
def test_who_is_always_wrong_may_finish_nothing(n):
    always = Verified(sure=np.linspace(0.5, 1, n), wrong=np.ones(n, dtype=bool))

    assert certify(always, earlier=without_error(n), promise=TWO_IN_100).threshold is None


def test_of_two_degrees_of_sureness_ai_may_finish_the_surer_or_both_or_none():
    sure = np.repeat([0.95, 0.6], 1_000)

    def found(*, wrong_of_sure: int, wrong_of_unsure: int) -> float:
        wrong = np.zeros(2_000, dtype=bool)
        wrong[:wrong_of_sure] = wrong[1_000 : 1_000 + wrong_of_unsure] = True
        answers = Verified(sure=sure, wrong=wrong)
        return certify(answers, earlier=answers, promise=TWO_IN_100).share

    assert found(wrong_of_sure=5, wrong_of_unsure=300) == 0.5
    assert found(wrong_of_sure=5, wrong_of_unsure=5) == 1.0
    assert found(wrong_of_sure=30, wrong_of_unsure=300) == 0.0


@pytest.mark.parametrize("earlier", [NOTHING, answers(500, seed=3, honest=False), "too good"])
def test_a_promise_is_kept_whatever_was_thought_earlier(earlier):
    if earlier == "too good":
        earlier = without_error(500)
    everybody = answers(200_000, seed=4)
    broken = 0
    for draw in range(300):
        chosen = np.random.default_rng(draw).integers(0, len(everybody), 400)
        verified = Verified(sure=everybody.sure[chosen], wrong=everybody.wrong[chosen])
        found = certify(verified, earlier=earlier, promise=TWO_IN_100)
        if found.threshold is not None:
            above, wrong = everybody.above(found.threshold)
            broken += wrong > 0.02 * above

    assert broken <= 0.05 * 300


def test_a_stricter_promise_never_lets_ai_finish_more():
    verified, earlier = answers(3_000, seed=5), answers(3_000, seed=6)
    shares = [
        certify(verified, earlier=earlier, promise=Promise(alpha=alpha)).share
        for alpha in (0.01, 0.02, 0.05, 0.1)
    ]

    assert shares == sorted(shares)


def test_so_many_cases_as_are_wanted_make_a_promise_likely():
    earlier = answers(4_000, seed=8, worth=9)
    wanted = cases_wanted(earlier, promise=TWO_IN_100, share=0.3)

    assert wanted is not None
    shares = [
        certify(
            answers(wanted, seed=100 + draw, worth=9), earlier=earlier, promise=TWO_IN_100
        ).share
        for draw in range(40)
    ]
    assert sum(share > 0.25 for share in shares) >= 30
    assert cases_wanted(earlier, promise=TWO_IN_100, share=1.0) is None
    assert cases_wanted(NOTHING, promise=TWO_IN_100, share=0.3) == 298


def test_the_curve_shows_what_more_lone_work_would_cost():
    points = curve(answers(1_000, seed=9))

    assert [point.share for point in points] == sorted({point.share for point in points})
    assert points[-1].share == 1.0
    assert all(point.risk <= point.at_most for point in points)
    assert curve(NOTHING) == []


@pytest.mark.parametrize("sure", [[0.5, float("nan")], [0.5, 1.5], [-0.1, 0.2], [0.5]])
def test_a_sureness_that_is_no_share_is_refused(sure):
    with pytest.raises(ValueError, match=r"[Ss]ureness"):
        Verified(sure=np.array(sure), wrong=np.zeros(2, dtype=bool))


@pytest.mark.parametrize(("alpha", "delta"), [(0, 0.05), (1, 0.05), (0.02, 0), (0.02, 1)])
def test_a_promise_of_nothing_or_of_everything_is_refused(alpha, delta):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Promise(alpha=alpha, delta=delta)
