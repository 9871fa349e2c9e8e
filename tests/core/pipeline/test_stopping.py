"""Stop conditions hold only beyond chance, and then they do."""

from datetime import date, timedelta

import pytest

from samspil.core.pipeline.stopping import (
    WORDS,
    Condition,
    Held,
    Measure,
    beyond,
    drill_due,
    first_held,
    holds,
    nothing,
    of_minutes,
    of_share,
)
from samspil.core.shares import Share

ERRORS = Condition(measure=Measure.ERRORS, limit=0.1)
AGREEMENT = Condition(measure=Measure.AGREEMENT, limit=0.6)
WAITING = Condition(measure=Measure.WAITING, limit=60)


def share(measure: Measure, hits: int, n: int):
    return of_share(measure, Share(hits=hits, n=n))


def test_a_share_stops_once_all_of_its_interval_is_beyond_the_limit():
    assert not holds(ERRORS, share(Measure.ERRORS, 4, 20))
    assert holds(ERRORS, share(Measure.ERRORS, 5, 20))


def test_agreement_stops_when_it_falls():
    assert holds(AGREEMENT, share(Measure.AGREEMENT, 7, 20))
    assert not holds(AGREEMENT, share(Measure.AGREEMENT, 8, 20))
    assert not holds(AGREEMENT, share(Measure.AGREEMENT, 20, 20))


def test_of_nine_cases_nothing_is_concluded_even_if_all_are_wrong():
    assert not holds(ERRORS, share(Measure.ERRORS, 9, 9))
    assert holds(ERRORS, share(Measure.ERRORS, 10, 10))


def test_waiting_stops_by_the_median_and_not_by_one_long_case():
    assert holds(WAITING, of_minutes(Measure.WAITING, [61.0] * 10))
    assert not holds(WAITING, of_minutes(Measure.WAITING, [10.0] * 9 + [5000.0]))


def test_without_cases_nothing_holds():
    readings = {Measure.ERRORS: of_share(Measure.ERRORS, Share(hits=0, n=0))}

    assert first_held([ERRORS, AGREEMENT], readings) is None
    assert of_minutes(Measure.WAITING, []) == nothing(Measure.WAITING)


def test_the_first_condition_that_holds_is_named_with_what_was_measured():
    readings = {
        Measure.ERRORS: share(Measure.ERRORS, 0, 30),
        Measure.AGREEMENT: share(Measure.AGREEMENT, 3, 30),
    }

    assert first_held([ERRORS, AGREEMENT], readings) == Held(
        condition=AGREEMENT, reading=readings[Measure.AGREEMENT]
    )


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("limit", [0.0, 0.05, 0.5])
def test_a_drill_makes_up_what_every_condition_holds_for(measure, limit):
    condition = Condition(measure=measure, limit=limit)
    if measure is Measure.AGREEMENT and not limit:
        return

    assert holds(condition, beyond(condition))


def test_a_drill_is_due_two_weeks_after_the_beginning_and_then_each_round():
    began, every = date(2026, 11, 2), timedelta(days=90)

    assert drill_due(began=began, last=None, every=every) == date(2026, 11, 16)
    assert drill_due(began=began, last=date(2026, 11, 10), every=every) == date(2027, 2, 8)


def test_every_measure_has_words():
    assert set(WORDS) == set(Measure)
