"""Medians with what half the values lie between, and how sure they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.measures.spread import NoValues, spread_of


def test_of_six_values_the_median_lies_between_the_ends():
    found = spread_of([6, 1, 4, 2, 9, 3])

    assert (found.n, found.median, found.low, found.high) == (6, 3.5, 2.25, 5.5)
    assert (found.sure_low, found.sure_high) == (1, 9)


def test_of_five_values_nobody_can_be_sure():
    found = spread_of([1, 2, 3, 4, 5])

    assert (found.median, found.sure_low, found.sure_high) == (3, None, None)


def test_of_twenty_values_the_sixth_from_either_end_is_sure():
    found = spread_of(range(1, 21))

    assert (found.sure_low, found.sure_high) == (6, 15)


def test_many_values_give_the_same_by_the_shorter_way():
    few, many = spread_of(range(500)), spread_of(range(501))

    assert (few.sure_low, many.sure_low) == (227, 227)
    assert many.sure_high == 500 - 227


def test_one_value_is_its_own_half():
    assert spread_of([7]).high == 7


@pytest.mark.parametrize("values", [[], [3, -1]])
def test_nothing_and_less_than_nothing_are_refused(values):
    with pytest.raises(NoValues):
        spread_of(values)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=700))
def test_the_median_lies_in_both_ranges(values):
    found = spread_of(values)

    assert found.low <= found.median <= found.high
    assert found.sure_low is None or found.sure_low <= found.median <= (found.sure_high or 0)
