"""Hours of people, from opening hours, absence and illness."""

import numpy as np
import pytest

from samspil.core.evidence.history import worked
from samspil.core.evidence.staffing import Staffing, person_hours

WEEK = (8.0,) * 5 + (0.0, 0.0)


def staffing(**changed):
    fields = {"opening": WEEK, "there": (3.0,) * 7, "people": 3.0, "many": 3}
    return Staffing(**{**fields, **changed})


def test_people_work_while_it_is_open_and_at_most_full_days_and_weeks():
    assert person_hours(WEEK) == WEEK
    assert person_hours((4.0, 12.0, 0, 0, 0, 0, 0)) == (4.0, 8.0, 0, 0, 0, 0, 0)
    assert sum(person_hours((24.0,) * 14)) == pytest.approx(80)
    assert person_hours(()) == ()
    assert person_hours((0.0,) * 7) == (0.0,) * 7


def test_who_is_away_or_ill_has_no_hours():
    away = staffing(there=(3.0, 2.0, *(3.0,) * 5))

    assert away.hours() == (24.0, 16.0, 24.0, 24.0, 24.0, 0.0, 0.0)
    assert away.hours(ill=2) == (8.0, 0.0, 8.0, 8.0, 8.0, 0.0, 0.0)
    assert away.hours(ill=9) == (0.0,) * 7


def test_one_who_has_another_process_too_counts_half():
    shared = staffing(there=(1.5,) * 7, people=1.5)

    assert shared.hours()[0] == 12.0
    assert shared.hours(ill=1)[0] == 8.0


def test_minutes_that_somebody_stated_hold_on_open_days_and_shrink_with_the_people():
    stated = staffing(minutes=180)

    assert stated.hours() == (3.0,) * 5 + (0.0, 0.0)
    assert stated.hours(ill=1)[0] == 2.0
    assert staffing(minutes=180, there=(0.0,) * 7, people=0.0, many=0).hours(ill=1)[0] == 3.0


@pytest.mark.parametrize("changed", [{"there": (1.0,)}, {"people": -1.0}, {"minutes": -1}])
def test_what_cannot_be_is_refused(changed):
    with pytest.raises(ValueError, match=r"Each day|must not be below"):
        staffing(**changed)


def test_a_case_that_was_laid_aside_counts_as_ten_usual_ones():
    assert worked(np.array([2.0, 4.0, 6.0, 3_900.0])).tolist() == [2.0, 4.0, 6.0, 50.0]
    assert worked(np.zeros(0)).tolist() == []
