"""How long data is kept, what is held, and what was deleted, by program."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.retention.categories import Category
from samspil.core.retention.holds import HoldOn
from samspil.governance import actions
from samspil.governance.models import Hold
from samspil.governance.queries import (
    check_may_keep_time,
    hold_at,
    purge_reports,
    standing_holds,
)
from samspil.people.queries import WorkRequest
from samspil.trust.forms import case_id
from samspil.trust.queries.retention import Due, due_everywhere
from samspil.work.models import Process

router = Router(tags=["retention"])
MOST_REPORTS = 1000


class KeptOut(Schema):
    """A kind of data. Periods are in days, null without an end; `certainty` is law, practice or
    ours. `over_now` and `over_soon` (within 30 days) are not taken before it is `agreed`."""

    category: str
    days: int | None
    usual: int | None
    shortest: int | None
    longest: int | None
    since: str
    then: str
    source: str
    certainty: str
    checked: date
    agreed: bool
    over_now: int
    over_soon: int


class PeriodIn(Schema):
    """For how many days it is kept here; longer than usual takes a reason."""

    days: int
    why: str = Field("", max_length=500)


class AgreeIn(Schema):
    """How many rows you have seen to be over."""

    due: int


class HoldIn(Schema):
    """What is held: `on` is person, case, process or category, `value` its address, id or name."""

    on: HoldOn
    value: str = Field(max_length=254)
    why: str = Field(max_length=500)
    review_on: date


class WhyIn(Schema):
    """Why a hold is not needed any more."""

    why: str = Field(max_length=500)


class HoldOut(Schema):
    """A hold that stands."""

    id: UUID
    on: str
    value: str
    why: str
    by: UUID
    at: datetime
    review_on: date


class ReportOut(Schema):
    """What was deleted and emptied on a day, by category; `ended_at` is null where it goes on."""

    day: date
    ended_at: datetime | None
    counts: dict[str, int]
    failed: list[str]


@router.get("/retention", response=list[KeptOut], summary="How long data is kept")
def read_retention(request: WorkRequest) -> list[KeptOut]:
    """The dry run: every kind of data, its period and source, and how much is over."""
    check_may_keep_time(request.colleague)
    return [_kept(one) for one in due_everywhere(at=timezone.now())]


@router.get("/retention/reports", response=list[ReportOut], summary="What was deleted")
def read_reports(request: WorkRequest) -> list[ReportOut]:
    """Reports of two years, the newest first: counts only."""
    check_may_keep_time(request.colleague)
    return [
        ReportOut(day=one.day, ended_at=one.ended_at, counts=one.counts, failed=one.failed)
        for one in purge_reports(most=MOST_REPORTS)
    ]


@router.get("/retention/holds", response=list[HoldOut], summary="What is held")
def read_holds(request: WorkRequest) -> list[HoldOut]:
    """Every hold that stands, the one to be looked at first in front."""
    check_may_keep_time(request.colleague)
    return [_hold(one) for one in standing_holds()]


@router.post("/retention/holds", response={201: HoldOut}, summary="Put a hold")
def put_hold(request: WorkRequest, body: HoldIn) -> Status[HoldOut]:
    """Keep something from being deleted until somebody lets go."""
    colleague = check_may_keep_time(request.colleague)
    try:
        made = actions.put_hold(
            body.on, _held(body), why=body.why, review_on=body.review_on, by=colleague,
            at=timezone.now(),
        )  # fmt: skip
    except actions.BadHold as why:
        raise HttpError(422, str(why)) from why
    return Status(201, _hold(made))


@router.post("/retention/holds/{uuid:hold_id}/end", response={204: None}, summary="End a hold")
def end_hold(request: WorkRequest, hold_id: UUID, body: WhyIn) -> Status[None]:
    """Let go; what is over goes in the coming night."""
    colleague = check_may_keep_time(request.colleague)
    try:
        found = hold_at(hold_id)
        ended = actions.end_hold(found, why=body.why, by=colleague, at=timezone.now())
    except Hold.DoesNotExist:
        raise Http404 from None
    except actions.BadHold as why:
        raise HttpError(422, str(why)) from why
    if not ended:
        raise HttpError(409, "Somebody ended this before.")
    return Status(204, None)


@router.put("/retention/{category}", response={204: None}, summary="Set a period")
def set_period(request: WorkRequest, category: str, body: PeriodIn) -> Status[None]:
    """Keep a kind of data for so many days here, within its bounds."""
    colleague = check_may_keep_time(request.colleague)
    try:
        actions.set_period(
            _category(category), body.days, why=body.why, by=colleague, at=timezone.now()
        )
    except actions.BadPeriod as why:
        raise HttpError(422, str(why)) from why
    return Status(204, None)


@router.delete("/retention/{category}", response={204: None}, summary="Keep it as usual")
def use_usual(request: WorkRequest, category: str) -> Status[None]:
    """Keep a kind of data as long as usual again."""
    colleague = check_may_keep_time(request.colleague)
    actions.use_usual_period(_category(category), by=colleague, at=timezone.now())
    return Status(204, None)


@router.post("/retention/{category}/agree", response={204: None}, summary="Let it begin")
def agree(request: WorkRequest, category: str, body: AgreeIn) -> Status[None]:
    """Say yes, once, to the deletion of a kind of data that waits for it."""
    colleague = check_may_keep_time(request.colleague)
    if not 0 <= body.due < 2**31:
        raise HttpError(422, "This is no number of rows.")
    actions.agree_to_purge(_category(category), due=body.due, by=colleague, at=timezone.now())
    return Status(204, None)


def _category(name: str) -> Category:
    if name not in list(Category):
        raise Http404(name)
    return Category(name)


def _held(body: HoldIn) -> str:
    """What is named, if it is there; empty where it is not."""
    if body.on is HoldOn.CASE:
        return case_id(body.value)
    if body.on is HoldOn.CATEGORY:
        return body.value if body.value in list(Category) else ""
    if body.on is HoldOn.PROCESS:
        names = {str(one) for one in Process.objects.values_list("public_id", flat=True)}
        return body.value if body.value in names else ""
    return body.value


def _kept(due: Due) -> KeptOut:
    rule = due.kept.rule
    return KeptOut(
        category=rule.category, days=due.kept.days, usual=rule.days, shortest=rule.shortest,
        longest=rule.longest, since=rule.since, then=rule.then, source=rule.source,
        certainty=rule.certainty, checked=rule.checked, agreed=due.kept.agreed,
        over_now=due.now, over_soon=due.soon,
    )  # fmt: skip


def _hold(one: Hold) -> HoldOut:
    return HoldOut(
        id=one.public_id, on=one.on, value=one.value, why=one.why, by=one.by.public_id, at=one.at,
        review_on=one.review_on,
    )  # fmt: skip
