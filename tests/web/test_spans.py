"""Lanes of time stand on one scale, with today in them."""

from datetime import date

import pytest

from samspil.web.charts import Stretch, Tone, lane, months, reach

pytestmark = pytest.mark.either
DONE = Stretch(first=date(2026, 1, 5), last=date(2026, 1, 14), tone=Tone.DONE, says="<b>Pilot</b>")
PLANNED = Stretch(first=date(2026, 3, 6), last=date(2026, 4, 14), planned=True)


def test_a_picture_holds_every_stretch_and_today():
    assert reach([DONE, PLANNED], today=date(2026, 2, 1)) == (date(2026, 1, 5), date(2026, 4, 15))
    assert reach([], today=date(2026, 2, 1)) == (date(2026, 2, 1), date(2026, 2, 2))


def test_a_stretch_begins_and_ends_where_its_days_lie_and_trusts_no_text():
    within = (date(2026, 1, 5), date(2026, 4, 15))

    drawn = lane([DONE, PLANNED], within=within, today=date(2026, 1, 15))

    assert 'class="tone-done" x="0.00%" y="5" width="10.00%"' in drawn
    assert 'class="plot-planned" x="60.00%" y="5" width="40.00%"' in drawn
    assert '<line class="plot-goal" x1="10.00%"' in drawn
    assert "&lt;b&gt;Pilot" in drawn


def test_names_of_months_stand_over_their_first_day_and_never_beyond_the_end():
    names = months(within=(date(2026, 1, 5), date(2026, 4, 2)))

    assert names.count("<text") == 2
    assert 'x="31.03%"' in names
