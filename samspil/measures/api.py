"""What work took before AI, and since, by program."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.anonymity import TooFewPeople
from samspil.core.measures.spread import NoValues, Spread
from samspil.measures import actions, queries
from samspil.measures.access import check_may_record, check_may_see
from samspil.measures.actions import Measured
from samspil.measures.forms import MOST_CASES, MOST_MINUTES, BaselineForm, DaysForm
from samspil.measures.models import Baseline
from samspil.people.queries import WorkRequest
from samspil.web.filled import filled
from samspil.work.queries import process_at

router = Router(tags=["measures"])
NAMES = {"of_cases": "cases", "first_day": "since", "last_day": "until"}
SENT_AS = {ours: sent for sent, ours in NAMES.items()}


class BaselineIn(Schema):
    """What cases took before AI, measured by hand or from another system's log. `minutes` is the
    median of one case, half of them took from `low` to `high`."""

    how: str
    note: str = Field(max_length=1000)
    of_cases: int = Field(ge=1, le=MOST_CASES)
    minutes: float = Field(ge=0, le=MOST_MINUTES)
    low: float = Field(ge=0, le=MOST_MINUTES)
    high: float = Field(ge=0, le=MOST_MINUTES)
    looked_at: int | None = Field(default=None, ge=1, le=MOST_CASES)
    wrong: int | None = Field(default=None, ge=0, le=MOST_CASES)
    first_day: date
    last_day: date


class DaysIn(Schema):
    """From which day until which."""

    first_day: date
    last_day: date


class BaselineOut(Schema):
    """What cases took before AI. The median lies from `sure_low` to `sure_high` with a certainty of
    95 in 100; null is not known."""

    id: UUID
    how: str
    note: str
    of_cases: int
    minutes: float
    low: float
    high: float
    sure_low: float | None
    sure_high: float | None
    wrong: int | None
    looked_at: int | None
    first_day: date
    last_day: date
    at: datetime


class MonthOut(Schema):
    """A month that is over; null where it had fewer than five cases or people."""

    month: str
    cases: int | None
    minutes: float | None
    sure_low: float | None
    sure_high: float | None
    errors: int | None


class MeasuredOut(Schema):
    """The baseline that counts (null before the first), and the months since."""

    baseline: BaselineOut | None
    months: list[MonthOut]


@router.get("/processes/{uuid:process_id}/baseline", response=MeasuredOut, summary="Baseline")
def baseline(request: WorkRequest, process_id: UUID) -> MeasuredOut:
    """What cases took before AI, and month by month since."""
    check_may_see(request.colleague)
    found = process_at(process_id)
    kept = queries.baseline_of(found)
    months = queries.series(found, now=timezone.now())
    return MeasuredOut(
        baseline=_baseline(kept) if kept else None,
        months=[_month(one) for one in months],
    )


@router.post("/processes/{uuid:process_id}/baseline", response={201: BaselineOut})
def record(request: WorkRequest, process_id: UUID, payload: BaselineIn) -> Status[BaselineOut]:
    """Record a baseline that was measured elsewhere; 422 where its figures do not fit together."""
    colleague = check_may_record(request.colleague)
    found = process_at(process_id)
    form = filled(BaselineForm(_named(payload)), sent_as=SENT_AS)
    measured: Measured = form.cleaned_data["measured"]
    made = actions.record_baseline(found, measured, by=colleague, at=timezone.now())
    return Status(201, _baseline(made))


@router.post("/processes/{uuid:process_id}/baseline/count", response={201: BaselineOut})
def count(request: WorkRequest, process_id: UUID, payload: DaysIn) -> Status[BaselineOut]:
    """Count a baseline from cases that people decided without AI; 422 where there are none, or
    fewer than five people decided."""
    colleague = check_may_record(request.colleague)
    found = process_at(process_id)
    days = filled(DaysForm(_named(payload)), sent_as=SENT_AS).cleaned_data
    try:
        made = actions.count_baseline(found, **days, by=colleague, at=timezone.now())
    except (TooFewPeople, NoValues) as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _baseline(made))


def _named(payload: Schema) -> dict[str, Any]:
    """What was sent, by the names that forms and rows have."""
    return {NAMES.get(name, name): value for name, value in payload.model_dump().items()}


def _baseline(kept: Baseline) -> BaselineOut:
    names = [name for name in BaselineOut.model_fields if name != "id"]
    told = {name: getattr(kept, {**NAMES, "wrong": "errors"}.get(name, name)) for name in names}
    return BaselineOut(id=kept.public_id, **told)


def _month(one: queries.OfMonth) -> MonthOut:
    minutes: Spread | None = one.minutes
    return MonthOut(
        month=one.month.name,
        cases=minutes.n if minutes else None,
        minutes=minutes.median if minutes else None,
        sure_low=minutes.sure_low if minutes else None,
        sure_high=minutes.sure_high if minutes else None,
        errors=one.errors.hits if one.errors else None,
    )
