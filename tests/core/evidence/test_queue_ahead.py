"""How long the queue will be, and what that means in words."""

from dataclasses import replace

import numpy as np
import pytest

from samspil.core.evidence.outlook import WORDS, Meaning, outlook
from samspil.core.evidence.queue_ahead import (
    Coming,
    Day,
    Past,
    Spread,
    arrivals_ahead,
    expected_arrivals,
    hours_a_day,
    queue_ahead,
)

MONDAY = 739_217
"""A day's number whose remainder by seven is that of a Monday."""


def past(arrivals, *, weeks=8, minutes=(6.0,)):
    """So many a day, Monday first, in each of the past weeks."""
    return Past(
        days=np.arange(MONDAY - 7 * weeks, MONDAY),
        arrivals=np.array(list(arrivals) * weeks, dtype=np.intp),
        minutes=np.array(minutes),
    )


def steady(many=10):
    return past([many] * 5 + [0, 0])


def coming(hours, *, allowed=1, due=()):
    each = (allowed,) * len(hours) if isinstance(allowed, int) else allowed
    return Coming(first=MONDAY, hours=tuple(hours), allowed=each, due=tuple(due))


def ends(days):
    return [(day.waiting.middle, day.late.middle) for day in days]


def test_where_people_have_time_nothing_is_left_over():
    days = queue_ahead(steady(), coming([1.0] * 5), seed=1)

    assert ends(days) == [(0, 0)] * 5
    assert outlook(days).meaning is Meaning.DONE


def test_where_nobody_is_there_all_that_comes_waits_and_gets_late():
    days = queue_ahead(steady(), coming([0.0] * 3), seed=1)

    assert ends(days) == [(10, 0), (20, 10), (30, 20)]


def test_half_the_hours_leave_half_the_cases():
    days = queue_ahead(steady(), coming([0.5] * 4), seed=1)

    assert ends(days) == [(5, 0), (10, 0), (15, 5), (20, 10)]


def test_the_weekend_stays_the_weekend():
    days = queue_ahead(steady(), coming([0.0] * 7, allowed=9), seed=1)

    assert [day.waiting.middle for day in days] == [10, 20, 30, 40, 50, 50, 50]


def test_what_waits_already_is_done_first_and_was_late_before():
    due = [MONDAY - 3, MONDAY, MONDAY + 1]

    days = queue_ahead(past([0] * 7), coming([0.1, 0.0], due=due), seed=1)

    assert ends(days) == [(2, 1), (2, 2)]


def test_time_nobody_used_is_gone():
    few_then_many = past([0, 20, 0, 0, 0, 0, 0])

    days = queue_ahead(few_then_many, coming([8.0, 1.0]), seed=1)

    assert [day.waiting.middle for day in days] == [0, 10]


def test_only_what_comes_to_people_at_all_waits_for_them():
    days = queue_ahead(steady(100), coming([0.0]), seed=1, kept=np.array([0.3]))

    assert days[0].waiting.low < 30 < days[0].waiting.high
    assert days[0].waiting.middle == pytest.approx(30, abs=2)


def test_the_same_seed_gives_the_same_forecast():
    uneven = past([3, 9, 30, 1, 12, 0, 4], minutes=(2.0, 9.0, 40.0))
    ahead = coming([3.0] * 7)

    assert queue_ahead(uneven, ahead, seed=5) == queue_ahead(uneven, ahead, seed=5)
    assert queue_ahead(uneven, ahead, seed=5) != queue_ahead(uneven, ahead, seed=6)


def test_of_nothing_known_nothing_is_said():
    nothing = Past(days=np.array([], int), arrivals=np.array([], int), minutes=np.array([6.0]))
    never_done = past([1] * 7, minutes=())

    for known in (nothing, never_done):
        assert queue_ahead(known, coming([1.0]), seed=1) == []
    assert outlook([]).meaning is Meaning.UNKNOWN


def test_before_four_weeks_each_day_is_drawn_from_all():
    one_week = past([10, 10, 10, 10, 10, 0, 0], weeks=1)

    days = queue_ahead(one_week, coming([0.0]), seed=1)

    assert (days[0].waiting.low, days[0].waiting.high) == (0, 10)


def test_busy_weeks_are_busy_on_all_their_days():
    busy_or_quiet = Past(
        days=np.arange(MONDAY - 56, MONDAY),
        arrivals=np.repeat([20, 0] * 4, 7),
        minutes=np.array([6.0]),
    )

    days = queue_ahead(busy_or_quiet, coming([0.0] * 7), seed=1)

    assert (days[6].waiting.low, days[6].waiting.high) == (0, 140)


def test_the_latest_weeks_count_most():
    grows = Past(
        days=np.arange(MONDAY - 168, MONDAY),
        arrivals=np.repeat(np.arange(24), 7),
        minutes=np.array([6.0]),
    )

    assert expected_arrivals(grows, coming([1.0])) == pytest.approx(15.3798, abs=1e-4)
    assert expected_arrivals(past([], weeks=0), coming([1.0])) == 0


def test_eight_in_ten_days_end_between_the_low_and_the_high_figure():
    chance = np.random.default_rng(9)
    inside = tried = 0
    for seed in range(40):
        arrivals = chance.negative_binomial(8, 8 / 48, 98)
        minutes = chance.lognormal(2, 0.6, 200)
        known = Past(days=np.arange(MONDAY - 84, MONDAY), arrivals=arrivals[:84], minutes=minutes)
        day = queue_ahead(known, coming([6.0] * 14), seed=seed)[6]
        waits = 0.0
        for arrived in arrivals[84:91]:
            waits = max(0.0, waits + chance.lognormal(2, 0.6, arrived).sum() - 360)
        inside += day.waiting.low <= waits / minutes.mean() <= day.waiting.high + 1
        tried += 1

    assert 0.7 < inside / tried < 0.97


def test_hours_are_opening_times_people_who_are_there():
    assert hours_a_day([8, 8, 0], [2, 1.5, 2]) == (16.0, 12.0, 0.0)


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (lambda: coming([-1.0]), "hours of a day"),
        (lambda: coming([float("nan")]), "hours of a day"),
        (lambda: coming([1.0], allowed=-1), "before it comes"),
        (lambda: coming([1.0], allowed=(1, 1)), "before it comes"),
        (lambda: coming([1.0] * 2, allowed=(2, 0)), "never due earlier"),
        (lambda: past([1] * 7, minutes=(float("nan"),)), "more than 0 minutes"),
        (lambda: past([-1] * 7), "number of arrivals"),
        (
            lambda: Past(days=np.array([1, 3]), arrivals=np.array([1, 1]), minutes=np.array([6.0])),
            "none left out",
        ),
    ],
)
def test_numbers_that_make_no_sense_are_refused(broken, sentence):
    with pytest.raises(ValueError, match=sentence):
        broken()


# What it means in words.


def day(number, *, waiting=(0, 0, 0), late=(0, 0, 0)):
    names = ("low", "middle", "high")
    return Day(
        day=number,
        waiting=Spread(**dict(zip(names, waiting, strict=True))),
        late=Spread(**dict(zip(names, late, strict=True))),
    )


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (
            [day(1, waiting=(2, 5, 8)), day(2, waiting=(1, 3, 9))],
            "Every case should be done in time; some wait meanwhile: about 5.",
        ),
        (
            [day(1), day(2, late=(0, 0, 7)), day(3, late=(0, 0, 9))],
            "If much arrives, cases will be late from 2: up to 9.",
        ),
        ([day(1, late=(0, 1, 2)), day(2)], "By 1 one case will be late."),
        (
            [day(1, late=(0, 3, 5)), day(2, late=(20, 40, 60)), day(3, late=(0, 9, 20))],
            "By 2 about 40 cases will be late.",
        ),
        (
            [day(1, late=(30, 40, 50)), day(2, late=(0, 9, 20)), day(3, late=(0, 0, 4))],
            "About 40 cases will be late at first; by 3 none should be.",
        ),
        (
            [
                day(1, waiting=(5, 9, 12), late=(0, 0, 0)),
                day(2, waiting=(15, 19, 22), late=(0, 5, 9)),
                day(3, waiting=(25, 29, 32), late=(3, 9, 15)),
                day(4, waiting=(35, 39, 42), late=(8, 15, 19)),
                day(5, waiting=(35, 39, 42), late=(8, 15, 19)),
            ],
            (
                "More arrives than people have time for: by 4 about 15 cases will be late, and "
                "it goes on growing."
            ),
        ),
        (
            [
                day(1, waiting=(5, 9, 12), late=(0, 0, 0)),
                day(2, waiting=(15, 19, 22), late=(0, 5, 9)),
                day(3, waiting=(25, 29, 32), late=(8, 15, 19)),
            ],
            (
                "More arrives than people have time for: by 3 about 15 cases will be late, and "
                "it goes on growing."
            ),
        ),
    ],
)
def test_a_forecast_is_said_in_one_sentence(days, sentence):
    said = outlook(days)

    assert WORDS[said.meaning].format(day=said.day, cases=said.cases) == sentence


def test_every_meaning_has_its_sentence():
    assert set(WORDS) == set(Meaning)


def test_at_another_pace_so_many_times_as_many_arrive():
    half = replace(coming([0.0] * 3), pace=(0.5, 1.0, 2.0))

    days = queue_ahead(past([10] * 7), half, seed=1)

    assert expected_arrivals(past([10] * 7), half) == pytest.approx(35)
    assert days[0].waiting.low < 5 < days[0].waiting.high or days[0].waiting.middle == 5
    assert days[2].waiting.middle - days[1].waiting.middle == 20
    assert arrivals_ahead(past([10] * 7), half, seed=1).mean() == pytest.approx(35, abs=0.5)


def test_another_pace_changes_no_other_luck():
    few = queue_ahead(steady(), replace(coming([0.5] * 5), pace=(1.0,) * 5), seed=1)

    assert few == queue_ahead(steady(), coming([0.5] * 5), seed=1)


@pytest.mark.parametrize("pace", [(1.0,), (-1.0, 1.0), (np.inf, 1.0), (np.nan, 1.0)])
def test_a_pace_that_is_none_is_refused(pace):
    with pytest.raises(ValueError, match="pace"):
        replace(coming([1.0] * 2), pace=pace)


def test_what_comes_on_friday_is_not_late_before_monday_has_ended():
    over_the_weekend = coming([0.0] * 5, allowed=(3, 2, 1, 1, 1))

    assert ends(queue_ahead(past([10] * 7), over_the_weekend, seed=1)) == [
        (10, 0),
        (20, 0),
        (30, 0),
        (40, 30),
        (50, 40),
    ]
