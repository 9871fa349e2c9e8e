"""Phases are left on facts or for a reason, and their days move with what happens."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar, OpeningHours, Span
from samspil.core.rollouts.phases import NEEDED, Missing, Need, Phase, missing, next_phase
from samspil.core.rollouts.plan import USUAL, Step, beginnings, dated, working_days
from samspil.core.rollouts.support import Deed, NotNow, State, Whose, step, whose

MONDAY = date(2026, 3, 2)
WEEK = OpeningHours(days=(*[(Span(opens=time(8), closes=time(16)),)] * 5, (), ()))
CLOSED = Calendar(hours=WEEK, holidays=frozenset({date(2026, 3, 4)}))


def test_a_phase_opens_the_next_once_all_it_waits_for_is_so():
    held = frozenset({Need.TOLD, Need.AGENTS})

    assert missing(Phase.INFORMATION, frozenset({Need.TOLD})) == (Need.AGENTS,)
    assert next_phase(Phase.INFORMATION, held) is Phase.PILOT


def test_without_the_facts_it_takes_a_reason_in_words():
    with pytest.raises(Missing) as why:
        next_phase(Phase.PILOT, frozenset({Need.TOOL}), why="  ")

    assert why.value.needs == (Need.TRIED,)
    assert next_phase(Phase.PILOT, frozenset({Need.TOOL}), why="Both tried it.") is Phase.TRAINING


@pytest.mark.parametrize("need", [Need.PLACE, Need.SCALED])
def test_no_reason_lets_implementation_begin_where_it_would_change_nothing(need):
    held = frozenset(NEEDED[Phase.TRAINING]) - {need}

    with pytest.raises(Missing) as why:
        next_phase(Phase.TRAINING, held, why="We want to.")

    assert why.value.hard == (need,)


def test_after_the_last_phase_there_is_none():
    with pytest.raises(ValueError, match="no further phase"):
        next_phase(Phase.DONE, frozenset(Need))


def test_teams_begin_working_days_apart_or_together():
    assert beginnings(MONDAY, 3, gap=5, calendar=AROUND_THE_CLOCK) == [
        date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16),
    ]  # fmt: skip
    assert beginnings(MONDAY, 2, gap=0, calendar=AROUND_THE_CLOCK) == [MONDAY, MONDAY]


def test_days_are_planned_without_weekends_and_holidays():
    planned = [one.planned for one in dated(MONDAY, USUAL, [], on=MONDAY, calendar=CLOSED)]

    assert planned[0] == (date(2026, 3, 2), date(2026, 3, 16))
    assert planned[1] == (date(2026, 3, 17), date(2026, 4, 13))


def test_a_phase_that_is_late_moves_those_after_it():
    on = date(2026, 3, 18)

    information, pilot, *_rest = dated(MONDAY, USUAL, [], on=on, calendar=AROUND_THE_CLOCK)

    assert (information.late, information.ended) == (3, None)
    assert information.expected == (MONDAY, on)
    assert pilot.planned == (date(2026, 3, 16), date(2026, 4, 10))
    assert pilot.expected[0] == date(2026, 3, 19)


def test_what_happened_is_kept_beside_what_was_planned_and_going_back_takes_it_back():
    on_time = Step(day=date(2026, 3, 10), before=Phase.INFORMATION, after=Phase.PILOT)
    back = Step(day=date(2026, 3, 12), before=Phase.PILOT, after=Phase.INFORMATION)
    calendar = AROUND_THE_CLOCK

    forward = dated(MONDAY, USUAL, [on_time], on=date(2026, 3, 11), calendar=calendar)
    again = dated(MONDAY, USUAL, [on_time, back], on=date(2026, 3, 12), calendar=calendar)

    assert [(one.began, one.ended) for one in forward[:2]] == [
        (MONDAY, date(2026, 3, 10)), (date(2026, 3, 10), None),
    ]  # fmt: skip
    assert [(one.began, one.ended) for one in again[:2]] == [(MONDAY, None), (None, None)]


def test_working_days_are_counted_after_a_day():
    assert working_days(date(2026, 3, 6), date(2026, 3, 9), calendar=AROUND_THE_CLOCK) == 1
    assert working_days(date(2026, 3, 9), date(2026, 3, 6), calendar=AROUND_THE_CLOCK) == 0


def test_a_request_goes_to_the_owner_once_time_has_passed_or_where_nobody_is_an_agent():
    due = datetime(2026, 3, 2, 12, tzinfo=UTC)
    before, after = due - timedelta(minutes=1), due

    assert whose(due_at=due, agents=1, now=before) is Whose.AGENTS
    assert whose(due_at=due, agents=1, now=after) is Whose.OWNER
    assert whose(due_at=due, agents=0, now=before) is Whose.OWNER


def test_what_is_closed_is_asked_again_and_not_answered():
    assert step(State.CLOSED, Deed.REOPEN) is State.OPEN
    with pytest.raises(NotNow):
        step(State.CLOSED, Deed.ANSWER)
