"""Public holidays as the law has them."""

from datetime import date

import pytest

from samspil.adapters.calendars import STATES, UnknownCalendar, holidays_of, public_holidays


@pytest.mark.parametrize(
    ("day", "closed"),
    [(date(2023, 5, 5), True), (date(2024, 4, 26), False), (date(2026, 5, 1), False)],
)
def test_denmark_keeps_no_store_bededag_since_2024(day, closed):
    assert (day in public_holidays("DK", year=day.year)) == closed


def test_germany_has_holidays_of_all_states_and_of_each():
    unity, epiphany = date(2026, 10, 3), date(2026, 1, 6)

    assert {unity, epiphany} & public_holidays("DE", year=2026) == {unity}
    assert {unity, epiphany} & public_holidays("DE", "BY", year=2026) == {unity, epiphany}
    assert all(unity in public_holidays("DE", state, year=2026) for state in STATES)


def test_a_deadline_may_reach_over_new_year():
    known = public_holidays("DK", year=2026)

    assert {date(2025, 12, 25), date(2027, 1, 1), date(2028, 1, 1)} <= known


def test_holidays_have_names_in_the_readers_language():
    assert [holidays_of("DK", year=2026, language=one)[0][1] for one in ("da", "en")] == [
        "Nytårsdag",
        "New Year's Day",
    ]


def test_no_country_has_no_holidays():
    assert public_holidays("", year=2026) == frozenset()


@pytest.mark.parametrize(("country", "state"), [("XX", ""), ("DE", "XX"), ("DK", "BY")])
def test_what_nobody_knows_is_refused(country, state):
    with pytest.raises(UnknownCalendar, match=country):
        public_holidays(country, state, year=2026)
