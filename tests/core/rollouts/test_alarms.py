"""Alarms tell what is surely off, and chance raises none."""

from datetime import date, timedelta

import pytest

from samspil.core.anonymity import Stretch
from samspil.core.rollouts.alarms import (
    Curve,
    Kind,
    below,
    late,
    too_many,
    untrained,
    upper_limit,
)
from samspil.core.rollouts.similar import Because, Described, alike, scaled

BEGAN = date(2026, 1, 5)
CURVE = Curve(first=0.6, target=0.85, months=6)
WEEK = timedelta(days=7)


def stretch(weeks: int, *, hits: int, n: int) -> Stretch:
    """A stretch of four weeks that ended so many weeks after the beginning."""
    last = BEGAN + weeks * WEEK - timedelta(days=1)
    return Stretch(first=last - 4 * WEEK + timedelta(days=1), last=last, hits=hits, n=n)


@pytest.mark.parametrize(
    ("days", "share"), [(20, 0.0), (31, 0.601), (107, 0.726), (183, 0.85), (900, 0.85)]
)
def test_the_planned_curve_asks_nothing_at_first_and_its_target_in_the_end(days, share):
    assert CURVE.at(days) == pytest.approx(share, abs=0.001)


def test_a_share_surely_below_its_curve_is_off_since_the_first_stretch_that_was():
    told = [stretch(8, hits=80, n=100), stretch(16, hits=50, n=100), stretch(24, hits=52, n=100)]

    signal = below(Kind.ACCEPTANCE, told, CURVE, began=BEGAN)

    assert signal is not None
    assert signal.since == told[1].first
    assert signal.figures["n"] == 100
    assert signal.figures["value"] == 0.52
    assert signal.figures["planned"] == pytest.approx(0.824, abs=0.001)
    assert signal.figures["high"] < signal.figures["planned"]


@pytest.mark.parametrize(
    "told",
    [
        [],
        [stretch(24, hits=15, n=20)],
        [stretch(16, hits=50, n=100), stretch(24, hits=85, n=100)],
    ],
    ids=["nothing", "too few to be sure", "recovered"],
)
def test_noise_and_recovery_raise_no_alarm(told):
    assert below(Kind.ACCEPTANCE, told, CURVE, began=BEGAN) is None


def weeks(*counts: int) -> list[tuple[date, int]]:
    """Weeks with so many requests each, oldest first."""
    return [(BEGAN + place * WEEK, count) for place, count in enumerate(counts)]


def test_requests_are_off_beyond_the_limit_of_the_weeks_before():
    assert upper_limit([4, 5, 4, 6, 5, 4]) == pytest.approx(4.667 + 2.66 * 1.2, abs=0.01)

    signal = too_many(weeks(4, 5, 4, 6, 5, 4, 12), may_tell=True)

    assert signal is not None
    assert (signal.since, signal.figures) == (BEGAN + 6 * WEEK, {"count": 12, "limit": 7.9})
    assert too_many(weeks(4, 5, 4, 6, 5, 4, 7), may_tell=True) is None


def test_no_limit_is_drawn_from_few_weeks_and_nothing_is_said_of_few_people():
    assert too_many(weeks(0, 0, 0, 30), may_tell=True) is None
    assert too_many(weeks(4, 5, 4, 6, 5, 4, 12), may_tell=False) is None


def test_days_and_trainings_are_counted():
    assert late(5, allowed=5, since=BEGAN) is None
    signal = late(6, allowed=5, since=BEGAN)
    assert signal is not None
    assert signal.figures == {"days": 6, "allowed": 5}
    assert untrained(everybody=False, due=BEGAN, on=BEGAN) is None
    assert untrained(everybody=True, due=BEGAN, on=BEGAN + WEEK) is None
    off = untrained(everybody=False, due=BEGAN, on=BEGAN + WEEK)
    assert off is not None
    assert off.figures == {}


def test_tasks_are_alike_for_a_reason_that_can_be_quoted():
    here = Described(key=1, title="Answer questions on deliveries", library=7)
    others = [
        Described(key=2, title="Answer applicants' questions"),
        Described(key=3, title="Whatever it is called", library=7),
        Described(key=4, title="Book invoices"),
        Described(key=5, title="Plan visits", systems=frozenset({"Outlook"})),
    ]

    found = alike(here, others)

    assert [(one.key, one.because) for one in found] == [(3, Because.LIBRARY), (2, Because.WORDS)]
    assert found[1].said == ("Answer", "questions")
    assert alike(here, others, nearness=[1.0] * 4) == found
    both = Described(key=6, title="Tidy", systems=frozenset({"Outlook", "SAP"}))
    (by_system,) = alike(both, others)
    assert (by_system.key, by_system.said) == (5, ("Outlook",))


def test_what_may_be_saved_is_scaled_by_hours():
    assert scaled(10, of_others=5, saved=4) == 2
    assert scaled(0, of_others=5, saved=4) == 0
