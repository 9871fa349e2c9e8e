"""What a minute of looking must save at present, hour by hour."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.evidence.capacity import Waiting, Way, may_finish, share_out
from samspil.core.evidence.running_price import (
    PART,
    Hour,
    Look,
    about,
    course,
    minutes_for_one,
    step_of,
)

USUAL, BUDGET, DAY = 5.0, 60.0, 8


def look(*, minutes=USUAL, gain=0.5, barred=False):
    return Look(minutes=minutes, gain=gain, barred=barred)


def hours(*many, budget=BUDGET, **fields):
    return [Hour(budget=budget, looks=(look(**fields),) * each) for each in many]


def test_with_twice_as_much_asked_as_there_is_time_for_the_price_rises_by_its_part():
    assert list(course(0.0, hours(24, 12), usual=USUAL)) == pytest.approx([PART / USUAL] * 2)


def test_where_time_is_left_the_price_falls_and_never_below_nothing():
    told = list(course(PART / USUAL, hours(6, 6, 6), usual=USUAL))

    assert told == pytest.approx([PART / USUAL / 2, 0.0, 0.0])


def test_an_hour_without_minutes_leaves_the_price_as_it_is():
    assert list(course(0.1, hours(9, budget=0.0), usual=USUAL)) == [0.1]
    assert list(course(0.1, [], usual=USUAL)) == []


def test_what_is_below_the_price_asks_for_nothing_however_much_of_it_is_done():
    low = list(course(0.15, hours(99, gain=0.5), usual=USUAL))
    barred = list(course(0.15, hours(24, gain=0.0, barred=True), usual=USUAL))

    assert low == pytest.approx([0.15 - PART / USUAL])
    assert barred == pytest.approx([0.15 + PART / USUAL]), "what AI may not do is always asked"


def test_the_price_never_rises_past_the_worth_of_a_look_at_what_is_surely_wrong():
    assert list(course(0.0, hours(999, barred=True), usual=USUAL)) == [1 / USUAL]


def test_where_an_hour_does_not_suffice_for_one_case_the_step_is_smaller():
    assert step_of(budget=BUDGET, usual=USUAL) == PART / USUAL
    assert step_of(budget=1.0, usual=USUAL) == pytest.approx(PART / USUAL / 5)


def lived(load, *, days, price=0.0, seed=1):
    """The price after each hour and the minutes it let through, so many times as much being asked
    as there is time for; where AI is unsure it errs more, and a tenth is barred from it."""
    chance, prices, used = np.random.default_rng(seed), [], []
    for _ in range(days * DAY):
        many = chance.poisson(load * BUDGET / USUAL)
        minutes = chance.lognormal(np.log(USUAL) - 0.18, 0.6, many)
        gains, barred = 1 - chance.beta(3, 0.5, many), chance.random(many) < 0.1
        rows = zip(minutes, gains, barred, strict=True)
        looks = tuple(look(minutes=m, gain=g, barred=b) for m, g, b in rows)
        used.append(sum(one.minutes for one in looks if one.barred or one.gain / USUAL > price))
        (price,) = course(price, [Hour(budget=BUDGET, looks=looks)], usual=USUAL)
        prices.append(price)
    return np.array(prices), np.array(used)


@pytest.mark.parametrize("load", [1.3, 2, 4])
def test_with_a_load_above_the_capacity_what_is_used_comes_to_the_budget_within_days(load):
    prices, used = lived(load, days=40)
    settled = prices[20 * DAY :]

    assert used[5 * DAY :].mean() == pytest.approx(BUDGET, rel=0.03)
    assert (prices >= 0.9 * settled.mean()).argmax() < 3 * DAY, "found within three days"
    assert settled.std() * USUAL < 0.03, "and then moves by 3 in 100 of its range"


def test_with_a_load_below_the_capacity_the_price_falls_to_nothing():
    prices, used = lived(0.5, days=40, price=0.15)

    assert (prices == 0).argmax() < 10 * DAY
    assert np.median(prices[10 * DAY :]) == 0.0
    assert used[10 * DAY :].mean() == pytest.approx(BUDGET / 2, rel=0.05)


@pytest.mark.parametrize(
    ("price", "minutes"),
    [(0.0, None), (1e-6, None), (0.2, 5), (0.19, 5), (0.021, 50), (0.013, 100), (1.3, 1), (9.0, 1)],
)
def test_the_price_is_told_in_steps(price, minutes):
    assert minutes_for_one(price) == minutes
    assert about(price) == (1 / minutes if minutes else 0.0)


SHARES = st.floats(0, 1)


@given(
    rows=st.lists(st.tuples(SHARES, SHARES, st.booleans(), st.floats(0.1, 99)), max_size=30),
    threshold=st.none() | SHARES,
    prices=st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)),
    minutes=st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)),
)
def test_neither_price_nor_minutes_change_what_ai_may_finish_and_barred_cases_come_first(
    rows, threshold, prices, minutes
):
    sure, three, barred, takes = np.array(rows, dtype=np.float64).reshape(-1, 4).T
    cases = Waiting(
        sure=sure, three=three, barred=barred > 0, gain=1 - sure, cost=np.ones(len(rows)),
        minutes=takes, due=np.arange(len(rows), dtype=np.float64),
    )  # fmt: skip
    places = np.flatnonzero(may_finish(cases, threshold=threshold)).tolist()

    for price, time in zip(prices, minutes, strict=True):
        turn = share_out(cases, threshold=threshold, minutes=time, price=price)

        assert [n for n, way in enumerate(turn.ways) if way is Way.ALONE] == places
        claimed = [bool(barred[place]) for place in turn.asked]
        assert claimed == sorted(claimed, reverse=True)
        assert all(cases.sure[place] > threshold for place in places)
