"""The running price of people's minutes: how it moves, and all that it leaves as it is."""

from datetime import timedelta
from decimal import Decimal

import pytest

from samspil.config.jobs import HANDLERS, PERIODIC
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.running_price import PART
from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.people.actions import plan_absence
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.actions.pricing import move_price
from samspil.work.models import (
    AutonomyMove,
    Case,
    Certificate,
    DayPrice,
    Process,
    ProcessAutonomy,
    RunningPrice,
)
from samspil.work.queries.ahead import ahead_of, now_of
from samspil.work.queries.ahead.pricing import processes_to_price
from samspil.work.queries.processes import skill_of
from tests.factories import MONDAY_9, make_colleague, make_open, make_past, make_process, make_team
from tests.prices import make_looks

HOUR = timedelta(hours=1)
USUAL = 5.0
STEP = PART / USUAL
FULL = 12
"""So many looks fill an hour of people's minutes here."""


@pytest.fixture(autouse=True)
def stated(process, anna):
    """An hour's minutes in each of the eight hours, and a price that begins at nothing."""
    actions.set_capacity(process, minutes_a_day=480, error_cost=None, currency="", by=anna,
                         at=MONDAY_9)  # fmt: skip
    actions.move_prices(at=MONDAY_9)


def price(process):
    return RunningPrice.objects.get(process=process).price


def move(hours):
    return actions.move_prices(at=MONDAY_9 + hours * HOUR)


def test_each_open_hour_moves_the_price_by_what_was_asked_in_it(process, anna):
    make_looks(process, n=2 * FULL, at=MONDAY_9 + HOUR / 2, by=[anna])
    make_looks(process, n=FULL // 2, at=MONDAY_9 + 1.5 * HOUR, by=[anna])

    assert move(0.9) == 0, "the hour is not over"
    assert price(process) == 0.0
    assert move(1.1) == 1
    assert price(process) == pytest.approx(STEP)
    assert move(2) == 1
    assert price(process) == pytest.approx(STEP / 2)
    assert move(3) == 1
    assert price(process) == 0.0, "nobody asked for anything"


def test_the_job_run_twice_moves_it_once_and_a_clock_set_back_not_at_all(process, anna):
    make_looks(process, n=2 * FULL, at=MONDAY_9 + HOUR / 2, by=[anna])

    assert [move(1), move(1), move(1.5), move(0), move(-30)] == [1, 0, 0, 0, 0]
    assert price(process) == pytest.approx(STEP)
    assert RunningPrice.objects.get().moved_to == MONDAY_9 + HOUR


def test_of_two_workers_at_once_one_moves_it(process, anna):
    make_looks(process, n=2 * FULL, at=MONDAY_9 + HOUR / 2, by=[anna])
    until = MONDAY_9 + HOUR
    (mine,), (theirs,) = processes_to_price(until), processes_to_price(until)

    assert [move_price(one, until=until) for one in (mine, theirs)] == [True, False]
    assert price(process) == pytest.approx(STEP)


def test_after_an_outage_the_hours_are_caught_up_one_by_one(process, anna):
    for hour, many in enumerate([30, 5, 24, 0, 13, 40, 2, 20]):
        make_looks(process, n=many, at=MONDAY_9 + (hour + 0.5) * HOUR, by=[anna])
    for hour in range(1, 9):
        move(hour)
    lived = price(process)
    RunningPrice.objects.update(price=0.0, moved_to=MONDAY_9)

    assert move(20) == 1
    assert price(process) == pytest.approx(lived) != 0.0


def test_outside_opening_hours_and_without_minutes_it_stays(process, anna, bo):
    RunningPrice.objects.update(price=0.1)
    make_looks(process, n=50, at=MONDAY_9 + 10 * HOUR, by=[anna])
    for one in (anna, bo):
        plan_absence(one, first_day=MONDAY_9.date(), last_day=MONDAY_9.date(), deputy=None, by=anna,
                     at=MONDAY_9)  # fmt: skip

    assert move(24) == 1
    assert price(process) == 0.1, "nobody was there, then it was closed"
    assert move(25) == 1
    assert price(process) == pytest.approx(0.1 - STEP)


def test_what_falls_due_and_still_waits_was_asked_for_and_counts_once(process, anna):
    make_looks(process, n=1, at=MONDAY_9 - 24 * HOUR, by=[anna])
    due = MONDAY_9 + HOUR
    make_open(process, n=FULL, due=due, sureness=0.5)
    make_looks(process, n=FULL, at=MONDAY_9 + 1.5 * HOUR, by=[anna], due=due)
    Case.objects.filter(stage="waiting").latest("pk")

    move(1)
    assert price(process) == pytest.approx(STEP), "both, at the hour in which they were due"
    move(2)
    assert price(process) == 0.0, "decided later, they do not count again"


def test_what_is_below_the_price_or_put_aside_asks_for_nothing(process, anna):
    RunningPrice.objects.update(price=0.1)
    at = MONDAY_9 + HOUR / 2
    make_looks(process, n=3 * FULL, at=at, by=[anna], sureness=0.6)
    make_open(process, n=FULL, due=at, sureness=0.2)
    Case.objects.filter(stage="waiting").update(snoozed_until=MONDAY_9 + 9 * HOUR)
    make_looks(process, n=FULL, at=at, by=[anna], sureness=None)

    move(1)

    assert price(process) == pytest.approx(0.1), "only what AI had no answer to: an hour of it"


def test_a_case_that_lay_aside_counts_ten_times_the_usual_and_no_more(process, anna):
    make_looks(process, n=99, at=MONDAY_9 - 24 * HOUR, by=[anna])
    make_looks(process, n=1, at=MONDAY_9 + HOUR / 2, by=[anna], seconds=400_000, sureness=None)
    usual = (99 * USUAL + 10 * USUAL) / 100
    RunningPrice.objects.update(price=0.1)

    move(1)

    assert price(process) == pytest.approx(0.1 - PART / usual * (60 - 50) / 60)


def test_minutes_of_simulated_people_count_only_where_there_are_no_others(process, anna):
    make_looks(process, n=2 * FULL, at=MONDAY_9 + HOUR / 2, by=[anna], simulated=True)
    move(1)
    assert price(process) == pytest.approx(STEP)

    make_looks(process, n=2 * FULL, at=MONDAY_9 + 1.5 * HOUR, by=[anna], simulated=True)
    make_looks(process, n=1, at=MONDAY_9 + 1.5 * HOUR, by=[anna])
    move(2)
    assert price(process) == pytest.approx(STEP - STEP * (60 - 5) / 60)


def test_where_nobody_was_timed_it_stays(process, anna):
    RunningPrice.objects.update(price=0.1)
    make_open(process, n=FULL, due=MONDAY_9 + HOUR, sureness=0.5)

    assert move(1) == 1
    assert price(process) == 0.1


def test_days_are_kept_only_where_five_people_decided_and_for_ninety_days(process, anna, bo):
    five = [anna, bo, *(make_colleague(Role.REVIEWER) for _ in range(3))]
    make_looks(process, n=2 * FULL, at=MONDAY_9 + HOUR / 2, by=five[:4])
    move(1)
    assert not DayPrice.objects.exists(), "four are too few to speak of"

    make_looks(process, n=1, at=MONDAY_9 + 1.5 * HOUR, by=five[4:])
    move(2)
    kept = DayPrice.objects.get()
    assert (kept.day, kept.price) == (MONDAY_9.date(), price(process))

    move(90 * 24)
    assert DayPrice.objects.count() == 1
    move(91 * 24)
    assert not DayPrice.objects.exists()


def rows(*models):
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_no_certificate_step_or_case_changes_and_the_journal_stays_silent(anna):
    process = make_process(team=make_team(anna), organisation_model="supervised")
    version = skill_of(process).version
    signed = Certificate.objects.create(
        process=process, level=Autonomy.CAREFUL, version=version, alpha=0.01, delta=0.05,
        threshold=0.8, cases=900, above=400, wrong=0, digest="0", first_case_at=MONDAY_9,
        at=MONDAY_9, signed_by=anna,
    )  # fmt: skip
    ProcessAutonomy.objects.create(
        process=process, level=Autonomy.CAREFUL, since=MONDAY_9, latest=MONDAY_9, seed="ab",
        lane=0.05, certificate=signed,
    )  # fmt: skip
    move(0)
    make_looks(process, n=99, at=MONDAY_9 + HOUR / 2, by=[anna], sureness=None)
    make_open(process, n=9, due=MONDAY_9 + HOUR, sureness=0.79)
    kept = (Process, Certificate, ProcessAutonomy, AutonomyMove, Case)
    before, said, limit = rows(*kept), Entry.objects.count(), now_of(process, version=version)

    move(1)

    assert price(process) > 0
    assert rows(*kept) == before
    assert now_of(process, version=version) == limit
    assert limit.limit == 0.8
    assert Entry.objects.count() == said


def test_people_get_to_what_is_worth_the_price_and_to_the_rest_by_deadline(process, anna):
    make_past(process, until=MONDAY_9, days=10, a_day=10)
    make_open(process, n=3, due=MONDAY_9 + 9 * HOUR, sureness=0.3)
    make_open(process, n=4, due=MONDAY_9 + 2 * HOUR, sureness=0.9)
    make_open(process, n=2, due=MONDAY_9 + 3 * HOUR, sureness=0.7)
    make_open(process, n=2, due=MONDAY_9 + 9 * HOUR, sureness=None)
    actions.set_capacity(process, minutes_a_day=25, error_cost=None, currency="", by=anna,
                         at=MONDAY_9)  # fmt: skip

    free = ahead_of(process, supposed=None, at=MONDAY_9).work
    RunningPrice.objects.update(price=0.1)
    dear = ahead_of(process, supposed=None, at=MONDAY_9).work

    assert free is not None
    assert dear is not None
    assert (free.first, free.person, free.together, free.below) == (2, 3, 0, 0)
    assert (dear.first, dear.person, dear.together, dear.below) == (2, 3, 0, 6)

    actions.set_capacity(process, minutes_a_day=50, error_cost=Decimal(900), currency="DKK",
                         by=anna, at=MONDAY_9)  # fmt: skip
    wide = ahead_of(process, supposed=None, at=MONDAY_9).work
    assert wide is not None
    assert (wide.first, wide.person, wide.together, wide.below) == (2, 4, 4, 6), (
        "those due first, though AI is surer of them; what an error costs changes nothing here"
    )


def test_it_costs_few_statements_however_much_there_is_and_fewer_where_it_is_closed(
    process, anna, django_assert_num_queries
):
    for number, n in enumerate((1, 3)):
        make_looks(process, n=n, at=MONDAY_9 + (number + 0.5) * HOUR, by=[anna])
        make_open(process, n=n, due=MONDAY_9 + (number + 1) * HOUR)
        with django_assert_num_queries(16):
            move(number + 1)
    move(9)
    with django_assert_num_queries(6):
        move(12)
    with django_assert_num_queries(1):
        move(12)


def test_the_hourly_job_sees_to_every_organisation_and_leaves_made_up_cases_out(
    process, other_organisation
):
    make_process(name="Made up", team=make_team(make_colleague(Role.REVIEWER)))
    Process.objects.filter(name="Made up").update(sample=True)
    with enter(other_organisation):
        theirs = make_process(team=make_team(make_colleague(Role.REVIEWER)))

    HANDLERS[actions.MOVE_PRICES]({})

    assert PERIODIC[actions.MOVE_PRICES] == HOUR
    assert [one.process_id for one in RunningPrice.objects.all()] == [process.pk]
    with enter(other_organisation):
        assert [one.process_id for one in RunningPrice.objects.all()] == [theirs.pk]
