"""Comparisons of options and what was decided, by program."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router, Status
from ninja.errors import HttpError

from samspil.core.payback import Payback
from samspil.core.scenarios.comparing import OWN, Assumption, Compared
from samspil.core.scenarios.guessing import BadGuess, Guess, Percentiles
from samspil.people.queries import WorkRequest
from samspil.scenarios import actions, queries
from samspil.scenarios.access import check_may_compare
from samspil.scenarios.actions import Said, StaleFigures, UnfitChoice, UnfitOption, Wanted
from samspil.scenarios.api.shapes import (
    BriefOut,
    ChoiceIn,
    ChoiceOut,
    ComparisonIn,
    ComparisonOut,
    OptionIn,
    OptionOut,
    RangeOut,
    Three,
)
from samspil.scenarios.models import Choice, Comparison
from samspil.scenarios.queries import Laid

router = Router(tags=["comparisons"])


@router.get("/comparisons", response=list[BriefOut], summary="Comparisons of options")
def comparisons(request: WorkRequest) -> list[BriefOut]:
    """Newest first."""
    check_may_compare(request.colleague)
    return [BriefOut(**_brief(one)) for one in queries.comparisons()]


@router.post("/comparisons", response={201: ComparisonOut}, summary="Begin a comparison")
def begin(request: WorkRequest, payload: ComparisonIn) -> Status[ComparisonOut]:
    """With its options at once; 422 where numbers do not go upwards."""
    colleague = check_may_compare(request.colleague)
    wanted = Wanted(
        name=payload.name, currency=payload.currency, hour_cost=payload.hour_cost,
        months=payload.horizon,
    )  # fmt: skip
    now = timezone.now()
    try:
        with transaction.atomic():
            made = actions.begin_comparison(wanted, by=colleague, at=now)
            for one in payload.options:
                actions.add_option(made, _said(one), by=colleague, at=now)
    except BadGuess as why:
        raise HttpError(422, _(why.words).format(**why.figures)) from None
    except UnfitOption as why:
        raise HttpError(422, str(why)) from None
    return Status(201, _whole(made.public_id))


@router.get("/comparisons/{uuid:comparison_id}", response=ComparisonOut)
def comparison(request: WorkRequest, comparison_id: UUID) -> ComparisonOut:
    """What its options bring, and what was decided."""
    check_may_compare(request.colleague)
    return _whole(comparison_id)


@router.post("/comparisons/{uuid:comparison_id}/choice", response={201: ComparisonOut})
def choose(request: WorkRequest, comparison_id: UUID, payload: ChoiceIn) -> Status[ComparisonOut]:
    """Decide; 409 where the figures changed meanwhile, 422 where it cannot be decided so."""
    colleague = check_may_compare(request.colleague)
    found = _found(comparison_id)
    named = {one.public_id: one for one in found.options.all()}
    if payload.option and payload.option not in named:
        raise HttpError(422, _("This option lacks some of its numbers, or was left out."))
    try:
        actions.choose(
            found, named[payload.option] if payload.option else None, reason=payload.reason,
            otherwise=payload.otherwise, look_again_on=payload.look_again_on, seen=payload.seen,
            by=colleague, at=timezone.now(),
        )  # fmt: skip
    except UnfitChoice as why:
        raise HttpError(422, str(why)) from None
    except StaleFigures as why:
        raise HttpError(409, str(why)) from None
    return Status(201, _whole(comparison_id))


def _said(one: OptionIn) -> Said:
    points: Mapping[Assumption, Three] = {name: getattr(one, name) for name in OWN}
    guesses = {
        name: Guess(low=low, likely=likely, high=high)
        for name, (low, likely, high) in points.items()
    }
    return Said(name=one.name, guesses=guesses, risk=one.risk)


def _whole(public_id: UUID) -> ComparisonOut:
    weighed = queries.weighed(_found(public_id))
    rows = {row.key: row for row in weighed.result.rows} if weighed.result else {}
    return ComparisonOut(
        **_brief(weighed.comparison),
        options=[_option(one, rows.get(one.option.public_id.int)) for one in weighed.options],
        none=dict(weighed.result.none) if weighed.result else {},
        decisions=[_choice(one) for one in weighed.choices],
        changed=bool(weighed.since),
    )


def _brief(one: Comparison) -> dict[str, Any]:
    newest = next(iter(one.choices.all()), None)
    return {
        "id": one.public_id, "name": one.name, "currency": one.currency, "horizon": one.months,
        "version": one.version, "decided": _choice(newest) if newest else None,
    }  # fmt: skip


def _option(one: Laid, row: Compared | None) -> OptionOut:
    guesses = one.rule.guesses if one.rule else {}
    return OptionOut(
        id=one.option.public_id,
        name=one.option.name,
        risk=one.option.risk,
        guesses={name: [each.low, each.likely, each.high] for name, each in guesses.items()},
        unknown=list(one.unknown),
        net={months: _range(each) for months, each in row.net.items()} if row else None,
        best=dict(row.best) if row else None,
        payback=_range(row.payback) if row else None,
    )


def _range(found: Percentiles | Payback) -> RangeOut:
    return RangeOut(p10=found.p10, p50=found.p50, p90=found.p90)


def _choice(one: Choice) -> ChoiceOut:
    return ChoiceOut(
        id=one.public_id, option=one.option_name or None, reason=one.reason,
        otherwise=one.otherwise, look_again_on=one.look_again_on, by=one.by.name, at=one.at,
    )  # fmt: skip


def _found(public_id: UUID) -> Comparison:
    try:
        return queries.comparison_at(public_id)
    except Comparison.DoesNotExist:
        raise Http404 from None
