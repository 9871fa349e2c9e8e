"""Shares over time are of ten people and more, and tell of nobody by themselves."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.core.anonymity import LEAST_IN_TREND, Stretch, Week, stretches

MONDAY = date(2026, 1, 5)


def week(place: int, *, hits: int, n: int, people: range) -> Week:
    """What was done in a week."""
    monday = MONDAY + place * timedelta(days=7)
    return Week(monday=monday, hits=hits, n=n, people=frozenset(people))


def test_a_week_of_ten_people_is_told_and_of_nine_it_waits_for_the_next():
    ten, nine = range(10), range(9)

    assert stretches([week(0, hits=20, n=40, people=ten)]) == [
        Stretch(first=MONDAY, last=date(2026, 1, 11), hits=20, n=40)
    ]
    assert stretches([week(0, hits=20, n=40, people=nine)]) == []
    assert stretches(
        [week(0, hits=20, n=40, people=nine), week(1, hits=10, n=20, people=range(5, 12))]
    ) == [Stretch(first=MONDAY, last=date(2026, 1, 18), hits=30, n=60)]


@pytest.mark.parametrize(("hits", "n"), [(40, 40), (0, 40), (36, 40), (4, 40)])
def test_a_share_that_holds_for_nearly_all_of_them_waits(hits, n):
    assert stretches([week(0, hits=hits, n=n, people=range(12))]) == []


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 14)), max_size=12))
def test_another_week_changes_nothing_of_what_was_told(rows):
    weeks = [
        week(place, hits=hits, n=hits + rest, people=range(people))
        for place, (hits, rest, people) in enumerate(rows)
    ]

    told = stretches(weeks)

    assert stretches(weeks[:-1]) == told[: len(stretches(weeks[:-1]))]
    for one in told:
        inside = [each for each in weeks if one.first <= each.monday <= one.last]
        assert len(frozenset().union(*(each.people for each in inside))) >= LEAST_IN_TREND
        assert min(one.hits, one.n - one.hits) >= 5
    days = [(one.first, one.last) for one in told]
    assert all(one[1] < other[0] for one, other in pairwise(days))
