"""What lies ahead of a process, from its own past, and what would be if."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.outlook import Meaning
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.actions import plan_absence
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Capacity, Case, Certificate, ProcessAutonomy, VerifiedAnswer
from samspil.work.queries.ahead import AHEAD, Supposed, TooManyIll, ahead_of, past, waiting
from samspil.work.queries.processes import skill_of
from tests.factories import (
    MONDAY_9,
    make_colleague,
    make_open,
    make_past,
    make_process,
    make_team,
    make_verified,
)

TUESDAY = MONDAY_9 + timedelta(days=1)
FIVE = Supposed(wrong=5)


def look(process, *, supposed=None, at=MONDAY_9):
    return ahead_of(process, supposed=supposed, at=at)


def test_without_a_past_it_is_said_what_is_missing(process):
    told = look(process, supposed=FIVE)

    assert (told.today, told.then, told.work) == (None, None, None)
    assert (told.days_missing, told.timed_missing) == (7, 10)
    assert told.verified_missing > 59, "fewer could show nothing, even without any error"


def test_ten_cases_in_two_days_are_too_few_days(process):
    make_past(process, until=MONDAY_9, days=2, a_day=5)

    told = look(process)

    assert told.today is None
    assert (told.days_missing, told.timed_missing) == (5, 0)


def test_the_people_and_hours_are_those_of_the_teams_and_the_opening_hours(process):
    told = look(process).staffing

    assert (told.many, told.people, told.usual_minutes) == (2, 2.0, 960.0)
    assert told.hours()[:7] == (16.0,) * 5 + (0.0, 0.0)


def test_who_is_away_is_not_counted_and_who_has_two_processes_counts_half(process, anna, bo):
    make_process(team=make_team(bo))
    plan_absence(anna, first_day=date(2026, 3, 3), last_day=date(2026, 3, 4), deputy=None,
                 by=anna, at=MONDAY_9)  # fmt: skip

    told = look(process).staffing

    assert told.people == 1.5
    assert told.there[:4] == (1.5, 0.5, 0.5, 1.5)


def test_people_who_may_not_decide_have_no_minutes(organisation):
    observer = make_colleague(Role.EMPLOYEE)

    told = look(make_process(team=make_team(observer))).staffing

    assert (told.many, told.usual_minutes) == (0, 0.0)


def test_where_people_have_time_nothing_waits_and_the_same_day_says_the_same(process):
    make_past(process, until=MONDAY_9, days=60, a_day=20)
    make_open(process, n=3, due=TUESDAY)

    told = look(process, supposed=FIVE)

    assert told.today is not None
    assert told.today.outlook.meaning in (Meaning.DONE, Meaning.STEADY)
    assert len(told.today.queue) == AHEAD
    assert told.today.queue[0].day == date(2026, 3, 2).toordinal()
    assert told.today == look(process, supposed=FIVE, at=MONDAY_9).today


def test_nothing_is_alone_today_whatever_the_evidence_and_a_promise_would_change_that(process):
    make_past(process, until=MONDAY_9, days=60, a_day=20, urgent=5)

    told = look(process, supposed=FIVE)

    assert told.today is not None
    assert told.then is not None
    assert told.today.alone.high == 0.0
    assert told.then.alone.value == pytest.approx(0.75, abs=0.02)
    assert told.then.alone.low < told.then.alone.value < told.then.alone.high <= 0.8
    assert told.then.errors.value == 0.0
    assert told.then.errors.high > 1, "900 without an error do not show that there is none"
    assert told.then.saved.value == pytest.approx(AHEAD * 15 * 0.8 * 5, rel=0.1)


def sign(process, anna, *, threshold):
    """A certificate that lets AI finish what it is surer of than this."""
    signed = Certificate.objects.create(
        process=process, level=Autonomy.CAREFUL, version=skill_of(process).version, alpha=0.01,
        delta=0.05, threshold=threshold, cases=900, above=400, wrong=0, digest="0",
        first_case_at=MONDAY_9, at=MONDAY_9, signed_by=anna,
    )  # fmt: skip
    ProcessAutonomy.objects.create(
        process=process, level=Autonomy.CAREFUL, since=MONDAY_9, latest=MONDAY_9, seed="ab",
        lane=0.05, certificate=signed,
    )  # fmt: skip


def test_what_a_signed_certificate_lets_ai_finish_is_alone_today(anna):
    process = make_process(team=make_team(anna), organisation_model="supervised")
    make_past(process, until=MONDAY_9, days=60, a_day=20, urgent=5)
    sign(process, anna, threshold=0.8)

    told = look(process, supposed=Supposed(ill=1))

    assert told.today is not None
    assert told.then is not None
    assert told.today.threshold == told.then.threshold == 0.8
    assert told.today.wish.checked == pytest.approx(0.05 + 0.95 * 0.2)
    assert 0.3 < told.today.alone.value < 0.6

    actions.stop(process, why="", by=anna, at=MONDAY_9)
    stopped = look(process)
    assert stopped.today is not None
    assert stopped.today.alone.high == 0.0


def test_where_people_agreed_to_decide_each_case_a_certificate_changes_nothing(process, anna):
    make_past(process, until=MONDAY_9, days=60, a_day=20)
    sign(process, anna, threshold=0.8)

    told = look(process)

    assert told.today is not None
    assert told.today.threshold is None


def test_ill_people_and_more_cases_make_cases_late(process):
    make_past(process, until=MONDAY_9, days=60, a_day=60, seconds=600)

    ill = look(process, supposed=Supposed(ill=2))
    more = look(process, supposed=Supposed(arrivals=400))

    assert ill.today is not None
    assert ill.then is not None
    assert more.then is not None
    assert ill.today.outlook.meaning is not Meaning.FALLS_BEHIND
    assert ill.then.outlook.meaning is Meaning.FALLS_BEHIND
    assert more.then.outlook.meaning is Meaning.FALLS_BEHIND
    assert ill.then.threshold is None, "fewer people never let AI do more"


def test_more_people_than_there_are_cannot_be_ill(process):
    with pytest.raises(TooManyIll, match="Only 2 people decide here"):
        look(process, supposed=Supposed(ill=3))


def test_stated_minutes_take_the_place_of_those_worked_out(process, anna):
    actions.set_capacity(process, minutes_a_day=120, error_cost=Decimal("12.50"), currency="DKK",
                         by=anna, at=MONDAY_9)  # fmt: skip

    told = look(process, supposed=Supposed(ill=1))

    assert told.staffing.hours()[0] == 2.0
    assert told.staffing.hours(ill=1)[0] == 1.0
    assert told.capacity is not None
    assert told.capacity.currency == "DKK"
    assert Entry.objects.filter(event="capacity_changed").count() == 1


def test_only_who_may_change_processes_states_the_time_people_have(process, bo):
    with pytest.raises(NotAllowed):
        actions.set_capacity(process, minutes_a_day=1, error_cost=None, currency="", by=bo,
                             at=MONDAY_9)  # fmt: skip

    assert not Capacity.objects.exists()


def test_minutes_reach_the_cases_of_hard_rules_first_and_then_those_ai_is_least_sure_of(
    process, anna
):
    make_past(process, until=MONDAY_9, days=10, a_day=10)
    make_open(process, n=4, due=TUESDAY, sureness=0.95)
    make_open(process, n=4, due=TUESDAY, sureness=0.3)
    make_open(process, n=2, due=TUESDAY, sureness=None)
    actions.set_capacity(process, minutes_a_day=30, error_cost=None, currency="", by=anna,
                         at=MONDAY_9)  # fmt: skip

    told = look(process)

    assert told.work is not None
    assert told.work_day == date(2026, 3, 2)
    assert (told.work.first, told.work.person, told.work.together) == (2, 4, 0)
    assert (told.work.fits, told.work.waits, told.work.late) == (6, 4, 0)
    assert told.work.used == pytest.approx(30.0)


def test_what_waits_and_is_due_that_day_is_late_and_what_is_put_aside_is_nobodys(process, anna):
    make_past(process, until=MONDAY_9, days=10, a_day=10)
    make_open(process, n=3, due=MONDAY_9)
    Case.objects.filter(stage="waiting", pk=Case.objects.latest("pk").pk).update(
        snoozed_until=TUESDAY
    )
    actions.set_capacity(process, minutes_a_day=5, error_cost=None, currency="", by=anna,
                         at=MONDAY_9)  # fmt: skip

    told = look(process)

    assert told.work is not None
    assert (told.work.fits, told.work.waits, told.work.late) == (1, 1, 1)
    assert told.waiting == 3


def test_at_the_weekend_the_next_day_is_monday(process):
    make_past(process, until=MONDAY_9, days=10, a_day=10)

    assert look(process, at=MONDAY_9 + timedelta(days=5)).work_day == date(2026, 3, 9)


def test_where_nobody_is_there_no_day_is_named(process):
    make_past(process, until=MONDAY_9, days=10, a_day=10)

    told = look(process, supposed=Supposed(ill=2))
    empty = look(make_process())

    assert told.then is not None
    assert sum(told.then.wish.coming.hours) == 0
    assert (empty.work, empty.work_day) == (None, None)


def test_half_of_the_day_brings_what_used_to_come_in_that_half(process):
    make_past(process, until=MONDAY_9, days=10, a_day=10)
    make_past(process, until=MONDAY_9 + timedelta(hours=6), days=10, a_day=10)

    told = look(process, at=MONDAY_9 + timedelta(hours=3))

    assert told.today is not None
    assert told.today.wish.coming.pace[:2] == (0.5, 1.0)
    assert told.today.wish.coming.hours[:2] == (10.0, 16.0)


def test_cases_of_the_future_as_after_a_clock_was_set_back_count_on_no_day(process):
    make_past(process, until=MONDAY_9 + timedelta(days=5), days=60, a_day=10)

    told = look(process)

    assert told.known.arrivals == 55 * 10
    assert told.today is not None


def test_decisions_nobody_timed_say_whether_ai_was_right_but_not_how_long_it_took(process):
    make_past(process, until=MONDAY_9, days=20, a_day=10, seconds=300)
    make_past(process, until=MONDAY_9, days=20, a_day=10, seconds=0)

    told = look(process)

    assert told.known.history is not None
    assert (told.known.verified, told.known.timed) == (400, 200)
    assert set(told.known.history.minutes.tolist()) == {5.0}


def test_minutes_of_simulated_people_count_only_where_there_are_no_others(process):
    make_past(process, until=MONDAY_9, days=20, a_day=10, seconds=60, simulated=True)
    assert look(process).known.simulated

    make_past(process, until=MONDAY_9, days=20, a_day=1, seconds=600)
    told = look(process)

    assert not told.known.simulated
    assert told.known.timed == 20
    assert told.known.history is not None
    assert set(told.known.history.minutes.tolist()) == {10.0}


def test_nothing_is_said_where_no_decision_was_timed(process):
    make_past(process, until=MONDAY_9, days=20, a_day=10, seconds=0)

    told = look(process)

    assert told.today is None
    assert (told.days_missing, told.timed_missing) == (0, 10)


def test_after_ai_was_taught_anew_the_queue_is_still_told(process):
    make_past(process, until=MONDAY_9, days=20, a_day=10)
    VerifiedAnswer.objects.update(version="an earlier one")

    told = look(process, supposed=FIVE)

    assert told.known.verified == 0
    assert told.today is not None
    assert told.then is not None
    assert told.then.threshold is None
    assert told.verified_missing > 0


def test_where_people_write_every_reply_no_answer_is_missing_since_none_would_prove(anna):
    process = make_process(team=make_team(anna), organisation_model="complementary")

    told = look(process, supposed=FIVE)

    assert not told.can_prove
    assert told.verified_missing == 0


def test_answers_that_are_all_wrong_let_ai_finish_nothing(process):
    make_past(process, until=MONDAY_9, days=20, a_day=10)
    make_verified(process, n=400, wrong=400)

    told = look(process, supposed=FIVE)

    assert told.then is not None
    assert told.then.alone.high == 0.0


def test_of_very_many_open_cases_those_due_first_count(process, monkeypatch):
    monkeypatch.setattr(waiting, "MOST_OPEN", 5)
    make_past(process, until=MONDAY_9, days=20, a_day=10)
    make_open(process, n=9, due=TUESDAY)

    assert look(process).waiting == 6


def test_of_very_many_arrivals_the_latest_whole_days_count_and_never_too_few(process, monkeypatch):
    make_past(process, until=MONDAY_9, days=60, a_day=10)

    monkeypatch.setattr(past, "MOST_ARRIVALS", 405)
    assert (look(process).known.days, look(process).known.arrivals) == (40, 400)

    monkeypatch.setattr(past, "MOST_ARRIVALS", 5)
    assert look(process).known.days == 34


def test_it_costs_the_same_statements_however_much_there_is(process, django_assert_num_queries):
    for n in (1, 3):
        make_past(process, until=MONDAY_9, days=10, a_day=3 * n)
        make_open(process, n=n, due=TUESDAY)
        with django_assert_num_queries(18):
            look(process, supposed=FIVE)


def test_no_organisation_sees_what_lies_ahead_of_another(process, other_organisation, client_of):
    make_past(process, until=MONDAY_9, days=20, a_day=10)
    with enter(other_organisation):
        stranger = make_colleague(Role.OWNER)
        other = make_process(team=make_team(stranger))

        assert look(other).known.arrivals == 0

    answer = client_of(stranger).get(f"/processes/{process.public_id}/ahead/")
    assert answer.status_code == 404
