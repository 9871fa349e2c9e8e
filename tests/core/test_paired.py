"""Which of two is better, and when one cannot say."""

import pytest
from scipy.stats import binomtest

from samspil.core.paired import Common, Finding, Paired, common, compare, won

TRUTH = {"1": "a", "2": "a", "3": "b", "4": "b"}


@pytest.mark.parametrize(("better", "worse"), [(0, 0), (1, 0), (5, 5), (9, 1), (3, 12), (400, 300)])
def test_chance_is_that_of_the_exact_two_sided_sign_test(better, worse):
    expected = binomtest(better, better + worse).pvalue if better + worse else 1.0

    found = Paired(better=better, worse=worse, tried=1_000).chance

    assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("better", "worse", "finding"),
    [
        (6, 0, Finding.BETTER),
        (0, 6, Finding.WORSE),
        (5, 0, Finding.SAME),
        (0, 0, Finding.SAME),
        (20, 15, Finding.SAME),
    ],
)
def test_a_difference_is_seen_only_where_chance_hardly_explains_it(better, worse, finding):
    assert Paired(better=better, worse=worse, tried=100).finding is finding


def test_only_what_both_said_something_of_is_compared():
    first = {"1": "a", "2": "b", "3": "b", "4": "b"}
    second = {"1": "b", "2": "a", "3": "b"}

    assert compare(first, second, TRUTH) == Paired(better=1, worse=1, tried=3)
    assert won(first, second, TRUTH) == ["1"]
    assert won(second, first, TRUTH) == ["2"]


def test_two_share_the_names_that_both_know():
    found = common({"bill", "delivery"}, {"delivery", "invoice"})

    assert found == Common(
        both=frozenset({"delivery"}), only_first=("bill",), only_second=("invoice",)
    )
    assert not found.same
    assert common({"bill"}, {"bill"}).same
