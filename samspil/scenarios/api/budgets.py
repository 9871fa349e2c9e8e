"""Budgets and what was spent, by program."""

from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.payback import Payback
from samspil.core.scenarios.budget import Kind, LineAhead
from samspil.core.scenarios.guessing import BadGuess, Guess, Percentiles
from samspil.people.queries import WorkRequest
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.actions import Planned, StaleLine, Year
from samspil.scenarios.api.shapes import Three
from samspil.scenarios.forms.comparisons import MOST_HOUR
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


class LineIn(Schema):
    """A line to plan: at least, most likely, at most of the whole year. `kind` is licences,
    training, help, equipment or buffer; `once` says that it is not paid month by month."""

    kind: str = Field(max_length=20)
    name: str = Field(min_length=1, max_length=120)
    plan: Three
    once: bool = False


class BudgetIn(Schema):
    """A year's money from the month of `first_month` on. `hours` are those that are gained a month,
    null where the tasks say it; `months` pass until it works. Lines may come at once."""

    name: str = Field(min_length=1, max_length=120)
    currency: Literal["EUR", "DKK", "SEK", "NOK", "CHF", "GBP", "PLN", "USD"]
    hour_cost: Decimal = Field(gt=0, le=MOST_HOUR, max_digits=10, decimal_places=2)
    first_month: date
    people: int = Field(ge=1, le=100_000)
    hours: Three | None = None
    months: Three
    lines: list[LineIn] = Field(default_factory=list, max_length=100)


@router.get("/budgets", response=list[BudgetOut], summary="Budgets")
def budgets(request: WorkRequest) -> list[BudgetOut]:
    """Newest first."""
    check_may_compare(request.colleague)
    now = timezone.now()
    gained = queries.gains(now=now)
    return [_told(queries.reckoned(one, now=now, found=gained)) for one in queries.budgets()]


@router.post("/budgets", response={201: BudgetOut}, summary="Begin a budget")
def begin(request: WorkRequest, payload: BudgetIn) -> Status[BudgetOut]:
    """With its lines at once, all or none; 422 where numbers do not go upwards or two lines have
    one name."""
    colleague, now = check_may_compare(request.colleague), timezone.now()
    try:
        with transaction.atomic():
            made = actions.begin_budget(_year(payload), by=colleague, at=now)
            for one in payload.lines:
                actions.add_line(made, _planned(one), by=colleague, at=now)
    except BadGuess as why:
        raise HttpError(422, _(why.words).format(**why.figures)) from None
    except actions.UnfitLine as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _one(made.public_id))


@router.post(
    "/budgets/{uuid:budget_id}/lines", response={201: BudgetOut}, summary="Plan one more line"
)
def plan_line(request: WorkRequest, budget_id: UUID, payload: LineIn) -> Status[BudgetOut]:
    """422 where numbers do not go upwards, or a line has this name already."""
    colleague = check_may_compare(request.colleague)
    found = _found(budget_id)
    try:
        actions.add_line(found, _planned(payload), by=colleague, at=timezone.now())
    except BadGuess as why:
        raise HttpError(422, _(why.words).format(**why.figures)) from None
    except actions.UnfitLine as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _one(budget_id))


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


def _year(said: BudgetIn) -> Year:
    return Year(
        name=said.name, currency=said.currency, hour_cost=said.hour_cost,
        first_month=said.first_month, people=said.people, months=_guess(said.months),
        hours=None if said.hours is None else _guess(said.hours),
    )  # fmt: skip


def _planned(said: LineIn) -> Planned:
    if said.kind not in {*Kind}:
        raise HttpError(422, "A line is of one of these kinds: " + ", ".join(Kind))
    return Planned(kind=Kind(said.kind), name=said.name, plan=_guess(said.plan), once=said.once)


def _guess(points: Three) -> Guess:
    low, likely, high = points
    return Guess(low=low, likely=likely, high=high)


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
