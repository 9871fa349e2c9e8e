"""Budgets and what was spent, by program."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.errors import HttpError

from samspil.core.payback import Payback
from samspil.core.scenarios.budget import LineAhead
from samspil.core.scenarios.guessing import Percentiles
from samspil.people.queries import WorkRequest
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.actions import StaleLine
from samspil.scenarios.models import Budget, BudgetLine

router = Router(tags=["budgets"])


class TensOut(Schema):
    """What 10, 50 and 90 in 100 draws stay below; months are null where it takes more than 60."""

    p10: float | None
    p50: float | None
    p90: float | None


class LineOut(Schema):
    """A line: planned, spent by month (1 to 12), and what it comes to by the end of the year."""

    id: UUID
    kind: str
    name: str
    once: bool
    done: bool
    version: int
    plan: TensOut
    spent: dict[int, Decimal]
    end: TensOut


class BudgetOut(Schema):
    """A budget. `limit` is the middle of the plan, the buffer included; `over` the share of
    draws (0 to 1) that end above it; `alarm` none, buffer, maybe, likely or over."""

    id: UUID
    name: str
    currency: str
    first_month: date
    people: int
    plan: TensOut
    spent: float
    end: TensOut
    limit: float
    over: float
    alarm: str
    payback: TensOut | None
    lines: list[LineOut]


class SpentIn(Schema):
    """What a line cost by month, 1 to 12, having seen this version of it; months that are not named
    lose what stood there."""

    amounts: dict[int, Decimal]
    seen: int = Field(ge=0)


@router.get("/budgets", response=list[BudgetOut], summary="Budgets")
def budgets(request: WorkRequest) -> list[BudgetOut]:
    """Newest first."""
    check_may_compare(request.colleague)
    now = timezone.now()
    gained = queries.gains(now=now)
    return [_told(queries.reckoned(one, now=now, found=gained)) for one in queries.budgets()]


@router.get("/budgets/{uuid:budget_id}", response=BudgetOut)
def budget(request: WorkRequest, budget_id: UUID) -> BudgetOut:
    """One of them."""
    check_may_compare(request.colleague)
    return _one(budget_id)


@router.put("/budgets/{uuid:budget_id}/lines/{uuid:line_id}/spent", response=BudgetOut)
def spent(request: WorkRequest, budget_id: UUID, line_id: UUID, payload: SpentIn) -> BudgetOut:
    """Write down what a line cost; 409 where somebody changed it meanwhile."""
    colleague = check_may_compare(request.colleague)
    lines = {one.public_id: one for one in _found(budget_id).lines.all()}
    if line_id not in lines:
        raise Http404
    try:
        actions.spend(
            lines[line_id], payload.amounts, seen=payload.seen, by=colleague, at=timezone.now()
        )
    except actions.UnfitAmount as why:
        raise HttpError(422, str(why)) from None
    except StaleLine as why:
        raise HttpError(409, str(why)) from None
    return _one(budget_id)


def _one(public_id: UUID) -> BudgetOut:
    return _told(queries.reckoned(_found(public_id), now=timezone.now()))


def _told(found: queries.Reckoned) -> BudgetOut:
    one, ahead = found.budget, found.outlook
    return BudgetOut(
        id=one.public_id,
        name=one.name,
        currency=one.currency,
        first_month=one.first_month,
        people=one.people,
        plan=_tens(ahead.plan),
        spent=ahead.spent,
        end=_tens(ahead.end),
        limit=ahead.limit,
        over=ahead.over,
        alarm=ahead.alarm,
        payback=_tens(found.payback) if found.payback else None,
        lines=[_line(line, each) for line, each in zip(found.lines, ahead.lines, strict=True)],
    )


def _line(line: BudgetLine, each: LineAhead) -> LineOut:
    return LineOut(
        id=line.public_id, kind=line.kind, name=line.name, once=line.once, done=line.done,
        version=line.version, plan=_tens(each.plan), end=_tens(each.end),
        spent={one.month: one.amount for one in line.spending.all()},
    )  # fmt: skip


def _tens(found: Percentiles | Payback) -> TensOut:
    return TensOut(p10=found.p10, p50=found.p50, p90=found.p90)


def _found(public_id: UUID) -> Budget:
    try:
        return queries.budget_at(public_id)
    except Budget.DoesNotExist:
        raise Http404 from None
