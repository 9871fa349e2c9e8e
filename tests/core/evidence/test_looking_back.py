"""How far a look ahead could have been trusted until now."""

import numpy as np

from samspil.core.evidence.looking_back import look_back

MONDAY = 739_217


def back(arrivals):
    days = np.arange(MONDAY - len(arrivals), MONDAY)
    return look_back(days, np.array(arrivals, dtype=np.intp), ahead=14, seed=1)


def test_what_came_as_ever_was_expected():
    found = back([10, 12, 9, 11, 8, 0, 0] * 8)

    assert found is not None
    assert (found.days, found.came) == (14, 100)
    assert found.expected.low == found.expected.high == 100
    assert not found.surprised


def test_a_sudden_flood_was_not():
    found = back([10] * 42 + [30] * 14)

    assert found is not None
    assert (found.came, found.expected.high) == (420, 140)
    assert found.surprised


def test_eight_in_ten_times_it_lies_within():
    chance = np.random.default_rng(3)
    found = [back(chance.negative_binomial(8, 0.2, 70)) for _ in range(100)]

    held = [one is not None and not one.surprised for one in found]

    assert 0.65 < np.mean(held) < 0.95


def test_before_six_weeks_nothing_is_said():
    assert back([10] * 41) is None
    assert back([]) is None
