import numpy as np
import pytest

from samspil.core.evidence.binomial import (
    chance_of_at_most,
    fewest_without_error,
    lower_bound,
    most_errors,
    upper_bound,
)


@pytest.mark.parametrize(("alpha", "cases"), [(0.01, 299), (0.02, 149), (0.05, 59)])
def test_so_many_cases_without_error_show_a_small_share_of_errors(alpha, cases):
    assert fewest_without_error(alpha, 0.05) == cases
    enough, too_few = chance_of_at_most(np.zeros(2, int), np.array([cases, cases - 1]), alpha)
    assert enough <= 0.05 < too_few


def test_five_cases_without_error_show_little():
    assert round(upper_bound(0, 5, 0.05), 2) == 0.45


@pytest.mark.parametrize(
    ("errors", "n", "bounds"),
    [(0, 0, (0.0, 1.0)), (0, 1, (0.0, 0.95)), (1, 1, (0.05, 1.0)), (3, 200, (0.0041, 0.0383))],
)
def test_bounds_hold_with_the_chance_they_say(errors, n, bounds):
    found = lower_bound(errors, n, 0.05), upper_bound(errors, n, 0.05)

    assert (round(found[0], 4), round(found[1], 4)) == bounds


@pytest.mark.parametrize("n", [0, 10, 148, 149, 500, 3_000])
def test_the_most_errors_that_pass_are_one_fewer_than_those_that_fail(n):
    most = most_errors(np.array(n), 0.02, 0.05)

    assert most == -1 or chance_of_at_most(most, np.array(n), 0.02) <= 0.05
    assert chance_of_at_most(most + 1, np.array(n), 0.02) > 0.05
    assert (most == -1) == (n < 149)
