"""How often people have to verify an approved answer before it is sent without a look."""

import numpy as np
import pytest

from samspil.core.evidence.approved import MOST_WRONG, Uses, missing, uses_wanted
from samspil.core.evidence.certificate import Promise

TWO = Promise(alpha=0.02)
TEN = Promise(alpha=0.1)


@pytest.mark.parametrize(
    ("wrong", "wanted"),
    [(0, 36), (1, 62), (2, 87)],
)
def test_each_wrong_use_asks_for_more_right_ones(wrong, wanted):
    assert uses_wanted(wrong, TEN) == wanted


def test_a_stricter_promise_asks_for_more():
    assert uses_wanted(0, TWO) == 183
    assert uses_wanted(0, Promise(alpha=0.1, delta=0.01)) == 51


def test_one_fewer_than_wanted_is_not_enough():
    assert missing(Uses(right=36), TEN) == 0
    assert missing(Uses(right=35), TEN) == 1
    assert missing(Uses(), TEN) == 36


def test_a_wrong_use_takes_away_what_was_enough():
    assert missing(Uses(right=40), TEN) == 0
    assert missing(Uses(right=40, wrong=1), TEN) == 62 - 41


def test_too_many_wrong_uses_are_made_good_by_none():
    assert missing(Uses(right=100_000, wrong=MOST_WRONG + 1), TEN) is None


def test_the_interval_holds_the_share_and_nothing_is_known_of_nothing():
    low, high = Uses(right=19, wrong=1).between

    assert low < 0.05 < high
    assert Uses().between == (0.0, 1.0)


def test_nothing_is_used_less_often_than_never():
    with pytest.raises(ValueError, match="never"):
        Uses(right=-1)


def test_an_answer_as_wrong_as_is_permitted_seldom_passes_however_often_one_looks():
    draws = np.random.default_rng(7).random((4_000, 600)) < TEN.alpha
    wrong = draws.cumsum(axis=1)
    uses = np.arange(1, 601)
    passes = np.zeros(len(draws), dtype=bool)
    for many in range(MOST_WRONG + 1):
        wanted = uses_wanted(many, TEN)
        assert wanted is not None
        passes |= ((wrong == many) & (uses >= wanted)).any(axis=1)

    assert passes.mean() <= TEN.delta
