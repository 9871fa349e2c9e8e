"""Cases are due by the hours of the organisation, or of their process."""

from datetime import UTC, datetime, timedelta

import pytest

from samspil.adapters.calendars import UnknownCalendar
from samspil.core.opening_hours import read_hours
from samspil.core.roles import NotAllowed, Role
from samspil.tenancy.models import Organisation
from samspil.work import actions
from samspil.work.models import Timetable
from tests.factories import ANGRY, MONDAY_9, ORDINARY, make_colleague, make_process

OFFICE = read_hours([[["09:00", "17:00"]]] * 5 + [[], []])
GOOD_FRIDAY = datetime(2026, 4, 3, 8, tzinfo=UTC)
LATE_ON_MONDAY = datetime(2026, 3, 2, 15, tzinfo=UTC)
"""Four o'clock in Copenhagen, an hour before closing."""


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER)


def opened(process, text=ORDINARY, *, at=LATE_ON_MONDAY):
    case = actions.open_cases([actions.Arrival(text=text)], process=process, at=at).cases[0]
    actions.propose_and_route([case.pk], at=at)
    case.refresh_from_db()
    return case


def set_office(leader, process=None, **more):
    zone = more.pop("zone", "Europe/Copenhagen")
    actions.set_hours(process, hours=OFFICE, zone=zone, by=leader, at=MONDAY_9, **more)


def test_without_hours_the_clock_never_stops(organisation):
    assert opened(make_process()).due_at == LATE_ON_MONDAY + timedelta(hours=8)


def test_with_hours_the_time_goes_on_the_next_morning(leader):
    set_office(leader)

    assert opened(make_process()).due_at == datetime(2026, 3, 3, 15, tzinfo=UTC)


def test_level_three_keeps_its_tenth_of_the_working_time(leader):
    set_office(leader)
    at = LATE_ON_MONDAY + timedelta(minutes=30)

    assert opened(make_process(), ANGRY, at=at).due_at == datetime(2026, 3, 3, 8, 18, tzinfo=UTC)


def test_a_case_that_ai_has_not_seen_is_due_by_the_same_hours(leader):
    set_office(leader)
    arrival = actions.Arrival(text=ORDINARY)

    case = actions.open_cases([arrival], process=make_process(), at=LATE_ON_MONDAY).cases[0]

    assert case.due_at == datetime(2026, 3, 3, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "due"),
    [("DK", datetime(2026, 4, 7, 15, tzinfo=UTC)), ("", datetime(2026, 4, 3, 15, tzinfo=UTC))],
)
def test_nobody_works_over_easter_where_it_is_kept(leader, country, due):
    set_office(leader, country=country)

    assert opened(make_process(), at=GOOD_FRIDAY - timedelta(hours=1)).due_at == due


def test_a_process_may_have_hours_and_a_zone_of_its_own(leader):
    here, there = make_process(), make_process()
    set_office(leader)
    set_office(leader, there, zone="Europe/London")
    early = datetime(2026, 3, 2, 7, tzinfo=UTC)

    due = [opened(process, at=early).due_at for process in (here, there)]

    assert due == [datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in (16, 17)]


def test_a_process_can_go_back_to_the_hours_of_all(leader):
    process = make_process()
    set_office(leader, process)

    actions.drop_hours(process, by=leader, at=MONDAY_9)

    assert opened(process).due_at == LATE_ON_MONDAY + timedelta(hours=8)


def test_the_zone_of_all_is_the_organisations(leader, organisation):
    set_office(leader, zone="Europe/London")

    assert Organisation.objects.get(pk=organisation.pk).time_zone == "Europe/London"


def test_running_cases_keep_their_deadline(leader):
    case = opened(make_process())
    set_office(leader)

    case.refresh_from_db()

    assert case.due_at == LATE_ON_MONDAY + timedelta(hours=8)


def test_setting_hours_twice_keeps_one_timetable(leader):
    set_office(leader)
    set_office(leader)

    assert Timetable.objects.count() == 1


def test_hours_are_set_by_those_who_may_change_processes(organisation):
    with pytest.raises(NotAllowed):
        set_office(make_colleague(Role.REVIEWER))


def test_a_country_nobody_knows_is_refused_and_nothing_is_kept(leader):
    with pytest.raises(UnknownCalendar):
        set_office(leader, country="XX")

    assert not Timetable.objects.exists()


def test_opening_costs_as_many_statements_for_one_case_as_for_three(
    leader, django_assert_max_num_queries
):
    set_office(leader)
    process = make_process()
    counts = []
    for number in (1, 3):
        arrivals = [actions.Arrival(text=f"Where is order {n}?") for n in range(number)]
        with django_assert_max_num_queries(51) as captured:
            made = actions.open_cases(arrivals, process=process, at=MONDAY_9)
            actions.propose_and_route([case.pk for case in made.cases], at=MONDAY_9)
        counts.append(len(captured.captured_queries))

    assert counts[0] == counts[1]
