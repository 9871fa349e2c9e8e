import numpy as np
import pytest

from samspil.core.evidence.spot_checks import (
    ALIKE,
    Drawn,
    Risk,
    chances,
    checks_to_alarm,
    doubt,
    draw,
    most_before_alarm,
    rate,
    weights,
)
from samspil.core.evidence.spot_estimate import LoneWork, estimate

TWO_IN_100 = Risk(alpha=0.02, most_before_alarm=500)


def test_a_decline_to_five_times_the_errors_is_found_in_about_54_checks():
    assert checks_to_alarm(TWO_IN_100) == pytest.approx(54.1, abs=0.1)


def test_enough_is_checked_to_notice_a_decline_in_time():
    assert rate(TWO_IN_100) == pytest.approx(0.108, abs=0.001)
    assert most_before_alarm(rate=rate(TWO_IN_100), risk=TWO_IN_100) in {500, 501}


def test_dear_errors_are_checked_for_more_often():
    dear = Risk(alpha=0.02, most_before_alarm=500, breaks=0.001, cost_of_error=100, cost_of_check=2)

    assert rate(dear) == pytest.approx(0.465, abs=0.001)


def test_never_fewer_than_one_in_a_hundred_nor_more_than_all_are_checked():
    assert rate(Risk(alpha=0.5, most_before_alarm=10_000_000)) == 0.01
    assert rate(Risk(alpha=0.001, most_before_alarm=1)) == 1
    assert rate(TWO_IN_100, least=0.2) == 0.2


@pytest.mark.parametrize("alpha", [0, 1, float("nan")])
def test_a_risk_without_a_share_of_errors_is_refused(alpha: float):
    with pytest.raises(ValueError, match="permitted share"):
        Risk(alpha=alpha, most_before_alarm=10)


def test_less_sure_cases_are_likelier_to_be_checked_and_none_is_safe_from_it():
    sure = np.array([0.5, 0.99, 1.0])
    chance = chances(sure, rate=0.1, usual_doubt=float(doubt(sure).mean()))

    assert chance[0] > chance[1] > chance[2] == pytest.approx(0.04)
    assert chance.mean() == pytest.approx(0.1)
    assert list(weights(chance, rate=0.1)) == sorted(weights(chance, rate=0.1))
    assert weights(chance, rate=0.1)[2] == 1


def test_where_ai_is_sure_of_everything_all_are_drawn_alike():
    assert list(chances(np.ones(3), rate=0.1, usual_doubt=0.0)) == [0.1] * 3


def test_sureness_that_is_no_share_is_refused():
    with pytest.raises(ValueError, match="share from 0 to 1"):
        chances(np.array([np.nan]), rate=0.1, usual_doubt=0.1)


def test_a_case_is_drawn_the_same_whatever_the_order_and_company():
    numbers = np.arange(200)
    chance = np.full(200, 0.3)

    all_ = draw(numbers, chance, rate=0.3, seed=7)
    turned = draw(numbers[::-1], chance, rate=0.3, seed=7)
    alone = draw(numbers[17:18], chance[:1], rate=0.3, seed=7)

    assert list(turned.checked[::-1]) == list(all_.checked)
    assert alone.checked[0] == all_.checked[17]
    assert list(draw(numbers, chance, rate=0.3, seed=8).checked) != list(all_.checked)


def test_two_fifths_of_what_is_drawn_are_drawn_alike():
    drawn = draw(np.arange(4_000), np.full(4_000, 0.4), rate=0.4, seed=1)

    assert 0.37 < drawn.checked.mean() < 0.43
    assert 0.14 < drawn.alike.mean() < 0.18
    assert not np.any(drawn.alike & ~drawn.checked)


def lone_work(n: int, *, seed: int, checks: int, boast: float = 1.0) -> LoneWork:
    """Work of which about 1.9 in 100 are wrong; one who boasts says that it is fewer."""
    luck = np.random.default_rng(seed)
    sure = 1 - 0.1 * luck.random(n) ** 4
    wrong = luck.random(n) > sure
    said = 1 - (1 - sure) / boast
    chance = chances(said, rate=checks / n, usual_doubt=float(doubt(said).mean()))
    lots = luck.random(n)
    drawn = Drawn(checked=lots < chance, alike=lots < ALIKE * checks / n)
    return LoneWork(sure=said, chance=chance, drawn=drawn, wrong=wrong)


@pytest.mark.parametrize("boast", [0.3, 1.0, 3.0])
def test_the_estimate_is_right_on_average_whatever_ai_expects(boast: float):
    found = [estimate(lone_work(2_000, seed=n, checks=100, boast=boast)) for n in range(400)]

    assert np.mean([one.value for one in found]) == pytest.approx(0.02, abs=0.0025)
    assert np.mean([one.low <= 0.02 <= one.high for one in found]) >= 0.94
    assert np.mean([(one.exact_at_most or 0) >= 0.02 for one in found]) >= 0.95


def work(*, checked: list[bool], wrong: list[bool]) -> LoneWork:
    n, flags = len(checked), np.array(checked, dtype=bool)
    return LoneWork(
        sure=np.full(n, 0.9),
        chance=np.full(n, 0.5),
        drawn=Drawn(checked=flags, alike=flags),
        wrong=np.array(wrong, dtype=bool),
    )


def test_without_a_check_anything_may_be_true():
    for n in (0, 1, 10):
        found = estimate(work(checked=[False] * n, wrong=[True] * n))

        assert (found.value, found.low, found.high, found.exact_at_most) == (None, 0.0, 1.0, 1.0)


def test_one_check_leaves_nearly_anything_open():
    found = estimate(work(checked=[True], wrong=[False]))

    assert found.low == 0
    assert found.exact_at_most == pytest.approx(0.95)


def test_all_wrong_is_said_to_be_nearly_all():
    found = estimate(work(checked=[True, False] * 60, wrong=[True] * 120))

    assert found.value == pytest.approx(1.0)
    assert (found.exact_at_most, found.found_wrong) == (1.0, 60)


def test_none_wrong_still_says_how_many_there_may_be():
    found = estimate(work(checked=[True, False] * 60, wrong=[False] * 120))

    assert (found.value, found.low) == (0.0, 0.0)
    assert 0.02 < found.high < 0.12
    assert found.exact_at_most == pytest.approx(0.0487, abs=0.0001)


def test_with_enough_checks_the_exact_bound_is_left_out():
    assert estimate(work(checked=[True] * 200, wrong=[False] * 200)).exact_at_most is None


def test_a_chance_of_nothing_is_refused():
    with pytest.raises(ValueError, match="chance of being checked"):
        LoneWork(
            sure=np.array([0.9]),
            chance=np.array([0.0]),
            drawn=Drawn(checked=np.array([True]), alike=np.array([True])),
            wrong=np.array([False]),
        )
