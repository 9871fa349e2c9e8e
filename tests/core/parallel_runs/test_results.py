"""What pairs show: minutes, errors and agreement, with how sure that is."""

import pytest

from samspil.core.paired import Finding
from samspil.core.parallel_runs.results import FEWEST, Minutes, Pair, result_of


def pairs(n: int, *, old: float = 10.0, new: float = 4.0, **others: bool) -> list[Pair]:
    """So many cases that took so many minutes; each differs a little from the others."""
    return [
        Pair(
            old_minutes=old + number % 5,
            new_minutes=new + number % 3,
            **{"same": True, **others},
        )
        for number in range(n)
    ]


def test_fewer_minutes_show_as_the_median_difference_with_its_interval():
    found = result_of(pairs(30), old_people=5, new_people=6)

    assert found.minutes is not None
    assert found.minutes.median == -7.0
    assert found.minutes.low <= -7.0 <= found.minutes.high < 0
    assert (found.minutes.old, found.minutes.new) == (12.0, 5.0)
    assert found.minutes.finding is Minutes.FEWER
    assert found.differences == tuple(sorted(found.differences))
    assert len(found.differences) == 30


def test_minutes_that_may_be_chance_are_said_to_be_the_same():
    up_and_down = [
        Pair(old_minutes=10, new_minutes=10 + (5 if number % 2 else -5), same=True)
        for number in range(30)
    ]
    longer = result_of(pairs(30, old=4, new=20), old_people=5, new_people=5).minutes

    found = result_of(up_and_down, old_people=5, new_people=5).minutes

    assert found is not None
    assert longer is not None
    assert found.finding is Minutes.SAME
    assert found.low < 0 < found.high
    assert longer.finding is Minutes.MORE


def test_errors_are_compared_on_the_same_cases_by_an_exact_test():
    made = [
        *pairs(20),
        *pairs(9, same=False, old_right=False),
        *pairs(1, same=False, new_right=False),
    ]

    found = result_of(made, old_people=5, new_people=5)

    assert found.errors is not None
    assert (found.errors.old.hits, found.errors.new.hits, found.errors.old.n) == (9, 1, 30)
    assert (found.errors.paired.better, found.errors.paired.worse) == (9, 1)
    assert found.errors.finding is Finding.BETTER
    assert found.errors.gain.value == pytest.approx(8 / 30)
    assert 0 < found.errors.gain.low < 8 / 30 < found.errors.gain.high
    assert not found.worse
    assert found.agreement.hits == 20
    low, high = found.agreed_between
    assert low == pytest.approx(0.4719, abs=1e-4)
    assert high == pytest.approx(0.8271, abs=1e-4)


def test_of_too_few_pairs_it_is_said_how_many_more_are_needed():
    found = result_of(pairs(FEWEST - 1), old_people=9, new_people=9)

    assert found.missing == 1
    assert (found.minutes, found.errors, found.differences) == (None, None, ())
    assert found.agreement.n == FEWEST - 1
    nothing = result_of([], old_people=0, new_people=0)
    assert (nothing.n, nothing.missing, nothing.agreed_between) == (0, FEWEST, (0.0, 1.0))


@pytest.mark.parametrize(("old", "new"), [(4, 5), (5, 4), (0, 0)])
def test_of_fewer_than_five_people_neither_minutes_nor_errors_are_told(old, new):
    harmful = [*pairs(20), *pairs(10, same=False, new_right=False)]

    found = result_of(harmful, old_people=old, new_people=new)

    assert not found.told
    assert (found.minutes, found.errors, found.differences) == (None, None, ())
    assert found.agreement.hits == 20
    assert found.worse


def test_what_ai_would_have_finished_alone_tells_of_nobody_in_the_new_way():
    found = result_of(pairs(25, new=0, alone=True), old_people=5, new_people=0)

    assert found.told
    assert found.alone == 25


def test_while_it_goes_on_only_agreement_is_told():
    harmful = [*pairs(20), *pairs(10, same=False, new_right=False)]

    found = result_of(harmful, old_people=9, new_people=9, over=False)

    assert (found.told, found.worse, found.minutes) == (False, False, None)
    assert found.agreement.n == 30
