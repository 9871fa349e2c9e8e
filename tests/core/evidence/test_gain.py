"""Whether together is better than either alone, and when one may say so."""

import numpy as np
import pytest

from samspil.core.evidence.gain import compare_ways, gain


def flags(right, of):
    return np.arange(of) < right


def test_a_gain_that_chance_explains_is_not_called_better():
    ai, person, both = flags(90, 100), flags(88, 100), flags(93, 100)

    found = compare_ways(ai, person, both, people=6)

    assert found.over_ai.value == pytest.approx(0.03)
    assert found.over_ai.low < 0 < found.over_ai.high
    assert not found.better_than_both


def test_better_than_both_is_said_where_both_lower_bounds_are_above_0():
    ai, person, both = flags(900, 1_000), flags(880, 1_000), flags(930, 1_000)

    found = compare_ways(ai, person, both, people=6)

    assert found.people is not None
    assert (found.ai.hits, found.people.hits, found.both.hits) == (900, 880, 930)
    assert 0 < found.over_ai.low < 0.03 < found.over_ai.high
    assert found.better_than_both


def test_better_than_one_of_them_is_not_enough():
    person = np.concatenate([flags(60, 60), flags(30, 40)])

    found = compare_ways(flags(50, 100), person, flags(92, 100), people=6)

    assert found.over_ai.low > 0
    assert not found.better_than_both


def test_of_nothing_nothing_is_said():
    none = np.zeros(0, dtype=bool)

    found = compare_ways(none, none, none, people=0)

    assert (found.over_ai.value, found.over_ai.low, found.over_ai.high) == (None, -1.0, 1.0)
    assert not found.better_than_both


def test_one_case_says_almost_nothing():
    found = gain(np.array([True]), np.array([False]))

    assert found.value == 1.0
    assert found.low < -0.9


def test_those_who_are_always_right_or_always_wrong_alike_differ_by_little():
    for same in (np.ones(500, dtype=bool), np.zeros(500, dtype=bool)):
        found = gain(same, same)

        assert found.value == 0.0
        assert -0.011 < found.low < 0 < found.high < 0.011


def test_how_often_people_are_right_is_not_shown_of_fewer_than_five():
    found = compare_ways(flags(900, 1_000), flags(880, 1_000), flags(930, 1_000), people=4)

    assert (found.people, found.over_people) == (None, None)
    assert found.better_than_both, "that says nothing of one of them"


def test_unequal_cases_are_refused():
    with pytest.raises(ValueError, match="same cases"):
        compare_ways(flags(1, 2), flags(1, 3), flags(1, 2), people=1)


@pytest.mark.parametrize("often", [0.02, 0.2])
def test_two_that_are_equally_good_are_seldom_told_apart(often):
    chance = np.random.default_rng(11)
    told = 0
    for _ in range(1_000):
        differ, wins = chance.random(200) < often, chance.random(200) < 0.5
        found = gain(~differ | wins, ~differ | ~wins)
        told += found.low > 0

    assert told <= 25, "one in forty at most"
