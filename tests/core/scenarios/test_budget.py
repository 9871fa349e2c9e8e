"""A year's money: plan, pace, warning, payback, and tables of what was spent."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samspil.core.money import Fault
from samspil.core.scenarios.budget import (
    Alarm,
    Kind,
    Line,
    months_of,
    outlook,
    per_head,
)
from samspil.core.scenarios.guessing import Guess, Percentiles, exactly
from samspil.core.scenarios.repaying import Gain, payback
from samspil.core.scenarios.spending import BadTable, Problem, Year, brought

LICENCES = Line(
    key=1, kind=Kind.LICENCES, plan=Guess(low=60_000, likely=72_000, high=96_000), once=False,
    done=False, spent={},
)  # fmt: skip
LAPTOPS = Line(
    key=2, kind=Kind.EQUIPMENT, plan=Guess(low=20_000, likely=30_000, high=50_000), once=True,
    done=False, spent={},
)  # fmt: skip
BUFFER = Line(key=3, kind=Kind.BUFFER, plan=exactly(20_000), once=True, done=False, spent={})
WHOLE = (LICENCES, LAPTOPS, BUFFER)
SEED = 5


def test_a_plan_is_a_range_and_its_limit_the_middle_with_the_buffer():
    found = outlook(WHOLE, over=0, seed=SEED)

    assert found.plan.p10 < found.plan.p50 < found.plan.p90
    assert (found.limit, found.spent, found.alarm) == (found.plan.p50, 0, Alarm.NONE)
    assert found.end.p50 == pytest.approx(found.plan.p50 - 20_000, rel=0.01)
    assert len(found.path) == 13
    assert found.path[0] == Percentiles(p10=0, p50=0, p90=0)
    assert found.path[-1] == found.end


def test_the_more_months_are_over_the_more_the_pace_counts():
    dear = dict.fromkeys(range(1, 10), 9000.0)
    early = replace(LICENCES, spent={1: 9_000.0})
    late = replace(LICENCES, spent=dear)

    ends = [outlook([one], over=0, seed=SEED).end.p50 for one in (LICENCES, early, late)]

    assert ends == sorted(ends)
    assert ends[2] == pytest.approx(9 * 9_000 + 3 * (0.25 * 6_150 + 0.75 * 9_000), rel=0.02)


def test_what_is_paid_once_is_not_taken_for_a_monthly_pace():
    bought = replace(LAPTOPS, spent={1: 28_000.0})

    assert outlook([bought], over=2, seed=SEED).end.p10 == 28_000
    assert outlook([bought], over=2, seed=SEED).end.p90 < 50_000
    over = outlook([replace(bought, done=True)], over=2, seed=SEED)
    assert over.end == Percentiles(p10=28_000, p50=28_000, p90=28_000)


def test_when_the_year_is_over_what_was_spent_is_what_it_came_to():
    spent = replace(LICENCES, spent=dict.fromkeys(range(1, 13), 5_000.0))

    assert outlook([spent], over=12, seed=SEED).end.p90 == 60_000


@pytest.mark.parametrize(
    ("spent", "alarm"),
    [
        ({}, Alarm.NONE),
        (dict.fromkeys(range(1, 7), 6_500.0), Alarm.BUFFER),
        (dict.fromkeys(range(1, 7), 7_900.0), Alarm.MAYBE),
        (dict.fromkeys(range(1, 7), 9_000.0), Alarm.LIKELY),
        ({1: 130_000.0}, Alarm.OVER),
    ],
    ids=[one.value for one in Alarm],
)
def test_people_are_warned_before_the_money_is_gone(spent, alarm):
    lines = [replace(LICENCES, spent=spent), LAPTOPS, BUFFER]

    assert outlook(lines, over=0, seed=SEED).alarm is alarm


def test_a_month_of_which_nobody_wrote_is_unknown_and_not_nothing():
    two = outlook([replace(LICENCES, spent={1: 6_000.0, 2: 6_000.0})], over=9, seed=SEED)
    nought = outlook([replace(LICENCES, spent={1: 6_000.0, 2: 0.0})], over=2, seed=SEED)

    assert two.end.p50 == pytest.approx(12 * 6_100, rel=0.02)
    assert nought.end.p50 < two.end.p50
    assert (two.months, two.behind, nought.behind) == (2, 7, 0)
    assert outlook([replace(LAPTOPS, spent={1: 5.0})], over=9, seed=SEED).behind == 0
    assert months_of([]) == 0


def test_nothing_planned_is_nothing_spent():
    found = outlook([], over=3, seed=SEED)

    assert (found.plan.p90, found.end.p90, found.limit, found.alarm) == (0, 0, 0, Alarm.NONE)


def test_measured_hours_pay_from_the_start_and_guessed_ones_from_when_it_works():
    after = exactly(6)
    guessed = Gain(guessed=exactly(60), measured=None, after=after)
    measured = Gain(guessed=None, measured=exactly(60), after=after)

    def months(gain: Gain) -> int:
        found = payback(WHOLE, gain, rate=400, seed=SEED)
        assert found is not None
        assert found.p10 is not None
        return found.p10

    assert months(measured) < months(guessed)


def test_without_any_gain_that_is_known_there_is_no_payback():
    nothing = Gain(guessed=None, measured=None, after=exactly(1))

    assert payback(WHOLE, nothing, rate=400, seed=SEED) is None
    tiny = replace(nothing, guessed=exactly(0.1))
    found = payback(WHOLE, tiny, rate=400, seed=SEED)
    assert found is not None
    assert (found.p10, found.p90) == (None, None)


def test_money_for_each_of_the_people():
    assert per_head(Percentiles(p10=100, p50=200, p90=300), 10).p90 == 30


YEAR = Year(year=2026, month=3, lines={"licences": 1, "it help": 2}, comma=",", currency="DKK")


def test_rows_of_the_same_month_are_added_up():
    table = [
        ["Linje", "Måned", "Beløb"], ["Licences", "2026-03", "1.000,50"], ["licences", "1", "500"],
        ["IT  help", "2027-02-28", "7 kr"], ["", "", ""],
    ]  # fmt: skip

    found = brought(table, YEAR)

    assert found.amounts == {(1, 1): Decimal("1500.50"), (2, 12): Decimal(7)}
    assert found.wrong == []


def test_every_wrong_row_is_named_with_its_number():
    table = [
        ["line", "month", "amount"], ["Licences", "2026-03", "5"], ["Wine", "3", "5"],
        ["Licences", "13", "5"], ["Licences", "March", "5"], ["Licences", "2026-02", "5"],
        ["Licences", "2026-13", "5"], ["Licences", "3", "-5"], ["Licences", "3"],
    ]  # fmt: skip

    wrong = brought(table, YEAR).wrong

    assert [(one.figures["row"], one.problem) for one in wrong] == [
        (3, Problem.NO_LINE), (4, Problem.NO_MONTH), (5, Problem.NO_MONTH), (6, Problem.OUTSIDE),
        (7, Problem.NO_MONTH), (8, Problem.NO_NUMBER), (9, Problem.NO_NUMBER),
    ]  # fmt: skip
    assert wrong[-2].fault is not None
    assert wrong[-2].fault.fault is Fault.BELOW


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ([], Problem.NO_COLUMNS),
        ([["line", "amount"]], Problem.NO_COLUMNS),
        ([["line", "month", "amount"], ["", "", ""]], Problem.NOTHING),
        ([["line", "month", "amount"], *[["x", "1", "1"]] * 5_001], Problem.TOO_MANY),
    ],
    ids=range(4),
)
def test_a_table_that_is_none_is_refused(table, problem):
    with pytest.raises(BadTable) as why:
        brought(table, YEAR)

    assert why.value.problem is problem
