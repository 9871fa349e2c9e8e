"""Who takes a case while people's minutes last."""

import numpy as np
import pytest

from samspil.core.evidence.capacity import Waiting, Way, may_finish, next_price, share_out


def waiting(sure, **fields):
    many = len(sure)
    usual = {
        "three": [0.9] * many,
        "barred": [False] * many,
        "gain": [0.1] * many,
        "cost": [100.0] * many,
        "minutes": [5.0] * many,
        "due": list(range(many)),
    }
    rows = {name: np.array(value) for name, value in (usual | fields).items()}
    rows["barred"] = rows["barred"].astype(bool)
    return Waiting(sure=np.array(sure, dtype=float), **rows)


def test_ai_finishes_what_its_certificate_carries_and_people_the_rest():
    cases = waiting([0.99, 0.7, 0.7], three=[1.0, 0.85, 0.84])

    turn = share_out(cases, threshold=0.95, minutes=60, price=0)

    assert turn.ways == (Way.ALONE, Way.TOGETHER, Way.PERSON)
    assert turn.asked == (1, 2)


@pytest.mark.parametrize("minutes", [0, 7, 1_000])
@pytest.mark.parametrize("price", [0, 3, 1e9])
def test_capacity_never_lowers_the_threshold(minutes, price):
    chance = np.random.default_rng(2)
    cases = waiting(
        chance.random(200),
        barred=chance.random(200) < 0.2,
        gain=chance.random(200),
        minutes=chance.uniform(1, 9, 200),
    )

    turn = share_out(cases, threshold=0.8, minutes=minutes, price=price)

    alone = [way is Way.ALONE for way in turn.ways]
    assert alone == ((cases.sure > 0.8) & ~cases.barred).tolist()
    assert alone == may_finish(cases, threshold=0.8).tolist()
    assert cases.minutes[list(turn.asked)].sum() <= minutes
    assert sorted([*turn.asked, *turn.waiting]) == np.flatnonzero(~np.array(alone)).tolist()


@pytest.mark.parametrize("threshold", [None, 1.0, float("nan")])
def test_without_a_certificate_ai_finishes_nothing(threshold):
    turn = share_out(waiting([1.0, 1.0]), threshold=threshold, minutes=0, price=0)

    assert turn.ways == (Way.WAITS, Way.WAITS)


def test_what_is_barred_goes_to_people_first_however_sure_ai_is():
    cases = waiting([1.0, 0.5, 1.0], barred=[True, False, True], gain=[0, 0.4, 0], due=[9, 1, 8])

    turn = share_out(cases, threshold=0.9, minutes=10, price=0)

    assert turn.asked == (2, 0)
    assert turn.ways[1] is Way.WAITS


def test_minutes_go_where_a_look_saves_most_for_each_of_them():
    cases = waiting(
        [0.5] * 3, gain=[0.1, 0.1, 0.3], cost=[100.0, 500.0, 100.0], minutes=[1, 10, 10]
    )

    turn = share_out(cases, threshold=None, minutes=11, price=0)

    assert turn.asked == (0, 1), "10 and 5 a minute, before 3"


def test_what_is_not_worth_its_price_comes_by_deadline_after_what_is():
    cases = waiting([0.5] * 3, gain=[0.1, 0.01, 0.01], due=[3, 2, 1])

    assert share_out(cases, threshold=None, minutes=10, price=1).asked == (0, 2)
    assert share_out(cases, threshold=None, minutes=5, price=1).waiting == (2, 1)


def test_no_case_and_one_case():
    assert share_out(waiting([]), threshold=0.9, minutes=9, price=0).ways == ()
    assert share_out(waiting([0.5]), threshold=0.9, minutes=9, price=0).asked == (0,)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"minutes": [0.0]}, "above 0"),
        ({"cost": [-1.0]}, "above 0"),
        ({"gain": [np.nan]}, "missing"),
        ({"due": [1, 2]}, "all of its numbers"),
    ],
)
def test_cases_that_make_no_sense_are_refused(fields, sentence):
    with pytest.raises(ValueError, match=sentence):
        waiting([0.5], **fields)


def test_the_price_of_a_minute_rises_with_use_and_never_falls_below_0():
    assert next_price(1.0, used=90, budget=60, step=2) == 2.0
    assert next_price(1.0, used=30, budget=60, step=2) == 0.0
    assert next_price(1.0, used=0, budget=60, step=9) == 0.0
    assert next_price(1.0, used=0, budget=0, step=2) == 1.0, "nobody was there"


def test_under_a_running_price_the_minutes_used_come_to_the_budget():
    chance, price, used = np.random.default_rng(4), 0.0, []
    for _ in range(2_000):
        worth = chance.exponential(2.0, 30)
        used.append(5.0 * (worth > price).sum())
        price = next_price(price, used=used[-1], budget=60, step=0.1)

    assert np.mean(used[500:]) == pytest.approx(60, rel=0.02)


def test_a_price_of_nothing_known_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        next_price(float("nan"), used=1, budget=1, step=1)
