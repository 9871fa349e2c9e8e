"""Outcomes of decisions by group, by program."""

from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.errors import HttpError

from samspil.core.fairness.group_table import LONGEST, MOST_CASES, MOST_GROUPS
from samspil.fairness import actions, queries
from samspil.fairness.access import check_may_see, check_may_try
from samspil.fairness.models import GroupOutcomes
from samspil.fairness.queries import UnfitGroups, what_came
from samspil.people.queries import WorkRequest

router = Router()
MOST = 100
"""The newest that a list holds."""


class GroupIn(Schema):
    """Of `all` decisions about a group so many came out well (`selected`)."""

    name: str = Field(max_length=LONGEST)
    selected: int = Field(ge=0, le=MOST_CASES)
    all: int = Field(ge=0, le=MOST_CASES)


class OutcomesIn(Schema):
    """What was decided (`name`), and counts of two to twenty groups."""

    name: str = Field(min_length=1, max_length=120)
    groups: list[GroupIn] = Field(max_length=MOST_GROUPS)


class GroupOut(Schema):
    """A group that is told, or several small ones together."""

    name: str
    selected: int
    all: int


class ComparedOut(Schema):
    """A group beside another, or all others where `beside` is null. `ratio` and `difference` of
    the rates have intervals of 95 in 100; `fisher`, `mid_p` and `boschloo` (0 to 1) are of this one
    question, `verdict` (no_difference, difference or no_conclusion) allows for all that are asked;
    `needed` cases in each group would tell. The rule of four fifths settles nothing."""

    group: str
    beside: str | None
    ratio: float | None
    ratio_low: float | None
    ratio_high: float | None
    difference: float
    difference_low: float
    difference_high: float
    fisher: float
    mid_p: float
    boschloo: float | None
    verdict: str
    needed: int | None
    below_four_fifths: bool
    four_fifths_false_alarms: float | None


class OutcomesOut(Schema):
    """Outcomes of decisions by group. `unknown` decisions named no group; null is fewer than five
    of them."""

    id: UUID
    name: str
    at: datetime
    unknown: int | None
    groups: list[GroupOut]
    compared: list[ComparedOut]


@router.get("/fairness/groups", response=list[OutcomesOut], summary="Outcomes of groups")
def outcomes(request: WorkRequest) -> list[OutcomesOut]:
    """What was brought in, newest first, at most a hundred."""
    check_may_see(request.colleague)
    return [_outcomes(one) for one in queries.outcomes()[:MOST]]


@router.get("/fairness/groups/{uuid:outcomes_id}", response=OutcomesOut)
def outcomes_of(request: WorkRequest, outcomes_id: UUID) -> OutcomesOut:
    """One of them."""
    check_may_see(request.colleague)
    try:
        return _outcomes(queries.outcomes_at(outcomes_id))
    except GroupOutcomes.DoesNotExist:
        raise Http404 from None


@router.post("/fairness/groups", response={201: OutcomesOut})
def bring_outcomes(request: WorkRequest, payload: OutcomesIn) -> Status[OutcomesOut]:
    """Bring in counts by group; 422 where they cannot be counted or too few could be told."""
    colleague = check_may_try(request.colleague)
    rows = [(one.name, one.selected, one.all) for one in payload.groups]
    try:
        counts = queries.typed_groups(rows)
        kept = actions.keep_outcomes(payload.name, counts, by=colleague, at=timezone.now())
    except UnfitGroups as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _outcomes(kept))


def _outcomes(kept: GroupOutcomes) -> OutcomesOut:
    found = what_came(kept)
    return OutcomesOut(
        id=kept.public_id, name=kept.name, at=kept.at, unknown=kept.unknown,
        groups=[
            GroupOut(name=name, selected=share.hits, all=share.n) for name, share in found.groups
        ],
        compared=[
            ComparedOut(
                group=one.first, beside=one.second or None, ratio=one.ratio,
                ratio_low=one.ratio_low, ratio_high=one.ratio_high, difference=one.difference,
                difference_low=one.difference_low, difference_high=one.difference_high,
                fisher=one.fisher, mid_p=one.mid_p, boschloo=one.boschloo, verdict=one.verdict,
                needed=one.figures.get("needed"), below_four_fifths=one.below,
                four_fifths_false_alarms=one.false_alarms,
            )
            for one in found.rows
        ],
    )  # fmt: skip
