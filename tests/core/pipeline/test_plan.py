"""Ninety days that follow reality: working days only, and what is late moves what depends on it."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar
from samspil.core.opening_hours import OpeningHours, Span
from samspil.core.pipeline.plan import STEPS, WORDS, Item, Phase, schedule, working_day

WEEK = OpeningHours(days=(*[(Span(opens=time(8), closes=time(16)),)] * 5, (), ()))
DANISH = Calendar(
    hours=WEEK,
    holidays=frozenset({date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6)}),
    zone=ZoneInfo("Europe/Copenhagen"),
)
MONDAY = date(2026, 3, 2)


def plan(*done: Item, on: date = MONDAY):
    return {one.item: one for one in schedule(MONDAY, done=done, on=on, calendar=DANISH)}


def test_each_phase_has_its_thirty_days():
    found = plan()

    for one in found.values():
        assert one.starts >= MONDAY + timedelta(days=one.phase)
    assert found[Item.BASELINE].due == date(2026, 3, 27)
    assert found[Item.SCALE].phase is Phase.SCALING
    assert found[Item.SCALE].due <= MONDAY + timedelta(days=90)


def test_nothing_is_due_on_a_weekend_or_a_holiday():
    days = {one.due for one in plan().values()}

    assert all(day.weekday() < 5 and day not in DANISH.holidays for day in days)
    assert working_day(date(2026, 4, 2), 1, calendar=DANISH) == date(2026, 4, 7)
    assert working_day(date(2026, 4, 4), 2, calendar=AROUND_THE_CLOCK) == date(2026, 4, 7)


def test_what_is_late_moves_what_depends_on_it_and_nothing_else():
    on = date(2026, 4, 13)
    before, now = plan(), plan(*set(Item) - {Item.BASELINE, Item.PILOT, Item.CASES}, on=on)

    assert (now[Item.BASELINE].late, now[Item.BASELINE].due) == (True, on)
    assert now[Item.PILOT].due == date(2026, 4, 14)
    assert now[Item.CASES].due > before[Item.CASES].due
    assert now[Item.LAW].due == before[Item.LAW].due
    assert now[Item.PILOT].planned == before[Item.PILOT].due


def test_what_is_done_is_never_late():
    found = plan(*Item, on=MONDAY + timedelta(days=200))

    assert not any(one.late for one in found.values())
    assert all(one.due == one.planned for one in found.values())


def test_every_item_has_words_and_comes_after_what_it_depends_on():
    assert set(WORDS) == set(STEPS) == set(Item)
    order = list(STEPS)
    assert all(
        order.index(one) < order.index(item) for item, step in STEPS.items() for one in step.after
    )
