"""Budgets, what they come to, and when the money is back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from samspil.core.months import months_after
from samspil.core.payback import YEAR, Payback
from samspil.core.scenarios.budget import Alarm, Kind, Line, Outlook, outlook
from samspil.core.scenarios.guessing import Guess
from samspil.core.scenarios.repaying import Gain, payback
from samspil.people.queries import day_of
from samspil.scenarios.models import Budget, BudgetLine
from samspil.scenarios.queries.gains import Gains, MeasuredGain, gains


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A budget with what it comes to. `typed` says whether the hours saved were typed; `measured`
    are those that are measured by now; `tasks` the titles of those still estimated."""

    budget: Budget
    lines: Sequence[BudgetLine]
    outlook: Outlook
    payback: Payback | None
    gain: Gain
    typed: bool
    measured: Sequence[MeasuredGain]
    tasks: Sequence[str]


def budgets() -> QuerySet[Budget]:
    """Those that are not removed, newest first, with their lines and what was spent; three
    statements."""
    return _whole().filter(removed_at__isnull=True).order_by("-pk")


def budget_at(public_id: UUID) -> Budget:
    """The one of this address; raises `Budget.DoesNotExist`."""
    return _whole().get(public_id=public_id, removed_at__isnull=True)


def line_at(public_id: UUID) -> BudgetLine:
    """The one of this address, removed or not; raises `BudgetLine.DoesNotExist`."""
    found = BudgetLine.objects.select_related("budget").prefetch_related("spending")
    return found.get(public_id=public_id, budget__removed_at__isnull=True)


def reckoned(budget: Budget, *, now: datetime, found: Gains | None = None) -> Reckoned:
    """What it comes to, with what is gained if that was `found` before. The budget is one that was
    read here."""
    found = found or gains(now=now)
    typed = budget.hours_low is not None
    guessed = _typed(budget) if typed else found.guessed
    gain = Gain(
        guessed=None if typed and found.hours else guessed,
        measured=found.hours,
        after=Guess(low=budget.months_low, likely=budget.months_likely, high=budget.months_high),
    )
    lines = rules_of(budget)
    return Reckoned(
        budget=budget,
        lines=list(budget.lines.all()),
        outlook=outlook(lines, over=months_over(budget, on=day_of(now)), seed=budget.seed),
        payback=payback(lines, gain, rate=float(budget.hour_cost), seed=budget.seed),
        gain=gain,
        typed=typed,
        measured=found.measured,
        tasks=[] if typed else found.tasks,
    )


def outlook_of(budget: Budget, *, on: date) -> Outlook:
    """What it comes to, without asking what is gained; in no statement."""
    return outlook(rules_of(budget), over=months_over(budget, on=on), seed=budget.seed)


def running_out(*, on: date) -> list[Budget]:
    """Those of which more was spent than planned, or is likely to be; three statements."""
    grave = (Alarm.LIKELY, Alarm.OVER)
    return [one for one in budgets() if outlook_of(one, on=on).alarm in grave]


def rules_of(budget: Budget) -> list[Line]:
    """Its lines as the rules take them."""
    return [_rule(one, rate=float(budget.hour_cost)) for one in budget.lines.all()]


def months_over(budget: Budget, *, on: date) -> int:
    """How many months of its year are over, 0 to 12."""
    first = budget.first_month
    passed = (on.year - first.year) * YEAR + on.month - first.month
    return min(max(passed, 0), YEAR)


def month_of(budget: Budget, month: int) -> date:
    """The first day of a month of its year, 1 to 12."""
    return months_after(budget.first_month, month - 1)


def spending_rows(budget: Budget) -> Iterator[list[str]]:
    """What was spent as it can be brought back, numbers with a point."""
    yield ["line", "month", "amount"]
    for line in budget.lines.all():
        for one in sorted(line.spending.all(), key=lambda each: each.month):
            yield [line.name, f"{month_of(budget, one.month):%Y-%m}", f"{one.amount}"]


def budget_rows(found: Reckoned) -> Iterator[list[str]]:
    """A row for each line: plan, what was spent, what it comes to; numbers with a point."""
    yield [
        "kind", "line", "currency", "plan_p10", "plan_p50", "plan_p90", "spent",
        "end_p10", "end_p50", "end_p90",
    ]  # fmt: skip
    named = {one.public_id.int: one for one in found.lines}
    for each in found.outlook.lines:
        line = named[each.key]
        ends = [each.plan.p10, each.plan.p50, each.plan.p90, each.spent]
        ends += [each.end.p10, each.end.p50, each.end.p90]
        yield [line.kind, line.name, found.budget.currency, *(f"{one:.10g}" for one in ends)]


def _typed(budget: Budget) -> Guess:
    low, likely, high = budget.hours_low, budget.hours_likely, budget.hours_high
    assert low is not None
    assert likely is not None
    assert high is not None
    return Guess(low=low, likely=likely, high=high)


def _rule(line: BudgetLine, *, rate: float) -> Line:
    times = rate if line.kind == Kind.TRAINING else 1.0
    low, likely, high = (float(one) * times for one in (line.low, line.likely, line.high))
    return Line(
        key=line.public_id.int,
        kind=Kind(line.kind),
        plan=Guess(low=low, likely=likely, high=high),
        once=line.once,
        done=line.done,
        spent={one.month: float(one.amount) for one in line.spending.all()},
    )


def _whole() -> QuerySet[Budget]:
    there = BudgetLine.objects.filter(removed_at__isnull=True).order_by("pk")
    return Budget.objects.prefetch_related(
        Prefetch("lines", queryset=there.prefetch_related("spending"))
    )
