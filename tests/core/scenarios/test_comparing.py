"""Options under uncertainty: ranges, chances, what matters most, and what would turn it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.core.payback import DRAWN, MONTHS, Payback, monthly, paid_back
from samspil.core.scenarios.comparing import (
    HORIZONS,
    OWN,
    Assumption,
    Option,
    compare,
)
from samspil.core.scenarios.deciding import Change, Figures, differences
from samspil.core.scenarios.guessing import (
    BadGuess,
    Fault,
    Guess,
    drawn,
    exactly,
    ranks_together,
)
from samspil.core.scenarios.weighing import likely_net, swings, turns

RATE, SEED = 400.0, 7


def option(key: int = 1, **guesses: Guess) -> Option:
    known = {
        "one_off": Guess(low=20_000, likely=30_000, high=60_000),
        "running": Guess(low=1_000, likely=1_500, high=2_500),
        "hours": Guess(low=10, likely=25, high=40),
        "months": Guess(low=1, likely=2, high=6),
        "share": Guess(low=0.3, likely=0.6, high=0.9),
    }
    return Option(
        key=key, guesses={Assumption(name): one for name, one in (known | guesses).items()}
    )


CHEAP = option(
    2, one_off=Guess(low=0, likely=5_000, high=10_000), hours=Guess(low=5, likely=10, high=15)
)


@pytest.mark.parametrize(
    ("points", "fault"),
    [
        ((-1, 0, 1), Fault.BELOW),
        ((2, 1, 3), Fault.ORDER),
        ((1, 3, 2), Fault.ORDER),
        ((0, 1, float("inf")), Fault.ORDER),
        ((float("nan"), 1, 2), Fault.ORDER),
    ],
    ids=range(5),
)
def test_three_points_that_are_no_guess_are_refused(points, fault):
    low, likely, high = points

    with pytest.raises(BadGuess) as why:
        Guess(low=low, likely=likely, high=high)

    assert why.value.fault is fault


def test_draws_have_the_mean_of_pert_and_stay_within_the_guess():
    values = drawn(Guess(low=10, likely=20, high=60), np.random.default_rng(1).random(200_000))

    assert values.mean() == pytest.approx((10 + 4 * 20 + 60) / 6, rel=0.005)
    assert 10 <= values.min() < values.max() <= 60


def test_what_is_known_exactly_is_drawn_exactly():
    assert set(drawn(exactly(5), np.array([0.0, 0.3, 1.0]))) == {5.0}


def test_what_costs_more_than_thought_also_takes_longer_by_the_stated_correlation():
    first, second = ranks_together(np.random.default_rng(1), 0.5)

    assert np.corrcoef(first, second)[0, 1] == pytest.approx(0.48, abs=0.03)


def test_nothing_is_a_single_number_and_the_same_seed_gives_the_same():
    found = compare([option(), CHEAP], rate=RATE, seed=SEED)

    assert found == compare([option(), CHEAP], rate=RATE, seed=SEED)
    assert found != compare([option(), CHEAP], rate=RATE, seed=SEED + 1)
    for row in found.rows:
        for months in HORIZONS:
            one = row.net[months]
            assert one.p10 < one.p50 < one.p90
    assert [one.p50 for one in found.rows[0].curve][::4] == [
        found.rows[0].curve[0].p50, *(found.rows[0].net[months].p50 for months in HORIZONS)
    ]  # fmt: skip


def test_an_option_more_leaves_the_figures_of_the_others_alone():
    alone = compare([option()], rate=RATE, seed=SEED).rows[0]

    beside = compare([CHEAP, option()], rate=RATE, seed=SEED).rows[1]

    assert (beside.net, beside.payback) == (alone.net, alone.payback)


def test_chances_to_be_best_add_up_and_equals_share_them():
    certain = {one.value: exactly(5) for one in OWN} | {"share": exactly(0.5)}
    found = compare([option(1, **certain), option(3, **certain), CHEAP], rate=RATE, seed=SEED)

    for months in HORIZONS:
        assert sum(row.best[months] for row in found.rows) == pytest.approx(1)
        assert found.rows[0].best[months] == found.rows[1].best[months]


def test_an_option_that_never_gains_never_pays_back_and_none_is_better_than_nothing():
    found = compare([option(hours=exactly(0))], rate=RATE, seed=SEED)

    assert found.rows[0].payback == Payback(p10=None, p50=None, p90=None)
    assert found.none == dict.fromkeys(HORIZONS, 1.0)


def test_costs_that_come_before_the_gain_are_not_taken_for_paid_back():
    certain = option(
        one_off=exactly(0), running=exactly(100), hours=exactly(10), months=exactly(4),
        share=exactly(1),
    )  # fmt: skip

    payback = compare([certain], rate=1_000, seed=SEED).rows[0].payback

    assert payback.p10 == 5
    assert payback.p90 == 5


def test_sums_by_month_tell_the_same_month_as_division():
    cost, gain = np.full(DRAWN, 1_000.0), np.full(DRAWN, 300.0)

    assert paid_back(monthly(cost, gain)).p50 == 4
    assert paid_back(monthly(cost * 0, gain * 0)).p50 == 0
    assert paid_back(monthly(cost, gain * 0)).p50 is None
    assert paid_back(monthly(np.full(DRAWN, 300.0 * MONTHS), gain)).p50 == MONTHS


def test_the_assumption_on_which_most_hangs_comes_first():
    wide = option(hours=Guess(low=1, likely=100, high=400), one_off=Guess(low=1, likely=2, high=3))

    found = swings(wide, rate=RATE, months=24)

    assert found[0].assumption is Assumption.HOURS
    assert [one.width for one in found] == sorted((one.width for one in found), reverse=True)
    assert found[0].low < likely_net(wide, rate=RATE, months=24) < found[0].high
    assert {one.assumption for one in found} == set(Assumption)


def test_how_far_an_assumption_moves_until_the_order_changes():
    first = option(1, one_off=exactly(10_000), running=exactly(0), hours=exactly(20),
                   months=exactly(0), share=exactly(1))  # fmt: skip
    second = replace(first, key=2, guesses={**first.guesses, Assumption.HOURS: exactly(10)})

    found = {(one.option, one.assumption): one for one in turns(first, second, rate=100, months=12)}

    assert found[1, Assumption.HOURS].at == pytest.approx(10)
    assert found[2, Assumption.HOURS].at == pytest.approx(20)
    assert found[1, Assumption.ONE_OFF].at == pytest.approx(16_000)
    assert found[2, Assumption.ONE_OFF].at == pytest.approx(4_000)
    assert found[2, Assumption.SHARE].at is None
    assert found[1, Assumption.USED].at is None
    assert not any(one.inside for one in found.values())


def test_a_turn_within_what_was_guessed_is_named_first():
    unsure = option(1, share=Guess(low=0.05, likely=0.6, high=0.9))

    first = turns(unsure, CHEAP, rate=RATE, months=24)[0]

    assert first.inside
    assert first.at is not None


def figures(**changed: Any) -> Figures:
    row = compare([option()], rate=RATE, seed=SEED).rows[0]
    return replace(Figures.now(row, option="a", name="Tool A"), **changed)


def test_figures_of_a_decision_come_back_as_they_were_kept():
    assert Figures.of(figures().kept()) == figures()


def test_only_what_is_otherwise_since_a_decision_is_pointed_out():
    before = [figures(), figures(option="b", name="B"), figures(option="c", name="C")]
    moved = figures(option="b", name="B", payback=Payback(p10=1, p50=2, p90=3))
    now = [figures(best={12: 0.1, 24: 0.1, 36: 0.1}), moved, figures(option="d", name="D")]

    found = differences(before, now)

    assert [(one.change, one.name) for one in found] == [
        (Change.MOVED, "B"), (Change.NEW, "D"), (Change.GONE, "C"),
    ]  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(
    st.tuples(*[st.floats(0, 1e9)] * 3).map(sorted),
    st.floats(0, 1e4),
    st.integers(0, 2**32),
)
def test_whatever_is_guessed_ranges_stay_in_order(points, rate, seed):
    low, likely, high = points
    wide = option(one_off=Guess(low=low, likely=likely, high=high))

    net = compare([wide], rate=rate, seed=seed).rows[0].net[24]

    assert net.p10 <= net.p50 <= net.p90
