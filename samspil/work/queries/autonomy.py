"""How much AI may do in a process now, and how it came to that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from django.db.models import F

from samspil.core.evidence.autonomy import LEAST_CHECKED, Autonomy
from samspil.core.evidence.certificate import Promise
from samspil.core.evidence.climbing import Plan, Standing
from samspil.core.evidence.groups import GroupsBy
from samspil.core.evidence.ladder import Reason
from samspil.core.evidence.spot_checks import LEAST, Drawn, Risk, rate
from samspil.core.evidence.spot_estimate import Estimate, LoneWork, estimate
from samspil.core.judging import NEVER, Lots
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.reins import Reins
from samspil.work.models import AutonomyMove, LoneAnswer, Process, ProcessAutonomy
from samspil.work.queries.grouping import limits_of

MOST = 20_000
"""Of so many lone answers, the latest, the share that is wrong is estimated."""


def autonomy_of(process: Process) -> ProcessAutonomy:
    """What is kept of a process; as it begins, and not stored, where nothing was changed yet."""
    kept = (
        ProcessAutonomy.objects.filter(process=process)
        .select_related("certificate__signed_by", "process")
        .first()
    )
    if kept is not None:
        return kept
    return ProcessAutonomy(
        process=process, since=process.created_at, latest=process.created_at, seed=""
    )


def levels_of(processes: Sequence[Process]) -> dict[int, Autonomy]:
    """How much AI may do in each, by primary key."""
    kept = dict(
        ProcessAutonomy.objects.filter(process__in=processes).values_list("process", "level")
    )
    return {one.pk: Autonomy(kept.get(one.pk, Autonomy.DRAFT)) for one in processes}


def lets_ai_finish(process: Process) -> bool:
    """Whether people agreed that AI may finish cases here at all."""
    return MODELS[process.organisation_model].wanted[Step.REPLY] is Route.ALONE


def standing_of(kept: ProcessAutonomy) -> Standing:
    """Where the process stands, for the rule."""
    return Standing(
        level=Autonomy(kept.level),
        since=kept.since,
        latest=kept.latest,
        fell_at=kept.fell_at,
        doubled=kept.doubled,
    )


def plan_of(kept: ProcessAutonomy) -> Plan:
    """What is promised, for the rule."""
    return Plan(promise=Promise(alpha=kept.alpha, delta=kept.delta), cases=kept.cases)


def share_checked(kept: ProcessAutonomy) -> float:
    """The share of lone work that is checked at the process's level, 0.01 to 1."""
    risk = Risk(alpha=kept.alpha, most_before_alarm=kept.most_before_alarm)
    return rate(risk, least=LEAST_CHECKED.get(Autonomy(kept.level), LEAST))


def reins_of(kept: ProcessAutonomy, *, version: str) -> Reins:
    """What the routing rule needs to know of it, for this version of AI.

    A certificate of another version allows nothing.
    """
    signed = kept.certificate if kept.level >= Autonomy.CAREFUL else None
    if signed is None or signed.version != version:
        return Reins(stepped_back=kept.level == Autonomy.PERSON, money_limit=kept.money_limit)
    limits = [limit for limit in (kept.money_limit, signed.money_limit) if limit is not None]
    return Reins(
        limits=limits_of(signed),
        groups_by=GroupsBy(signed.groups_by),
        lane=kept.lane,
        seed=bytes.fromhex(kept.seed),
        money_limit=min(limits, default=None),
        covered=frozenset((topic, language) for topic, language in signed.topics),
    )


def lots_of(kept: ProcessAutonomy) -> Lots:
    """Which cases a person judges before seeing AI's answer."""
    if not (kept.judge_first and kept.seed):
        return NEVER
    return Lots(share=kept.judge_first, seed=bytes.fromhex(kept.seed))


@dataclass(frozen=True, slots=True, kw_only=True)
class LoneFigures:
    """What AI finished alone under its certificate, and what checks say of it.

    `waiting` checks nobody has made yet. `overturned` says of each case that AI finished since its
    last move, in their order, whether it was found wrong without a check.
    """

    estimate: Estimate
    waiting: int
    overturned: Sequence[bool]


def lone_figures(kept: ProcessAutonomy) -> LoneFigures | None:
    """Of the certificate that holds now; None where none does."""
    if kept.certificate_id is None:
        return None
    ours = LoneAnswer.objects.filter(process=kept.process, certificate=kept.certificate_id)
    found = ours.filter(case__planted=None)
    rows = list(found.order_by("-pk").values_list(*COLUMNS)[:MOST])
    since = [overturned is not None for *_, overturned, at in rows if at >= kept.since]
    return LoneFigures(
        estimate=estimate(_work(rows)), waiting=_unchecked(rows), overturned=since[::-1]
    )


COLUMNS = ("sureness", "chance", "drawn", "alike", "wrong", "overturned_at", "at")
Row = tuple[float, float, bool, bool, bool | None, datetime | None, datetime]


def _work(rows: Sequence[Row]) -> LoneWork:
    """Where checks wait, each chance was by so much smaller: nobody chose which come first."""
    drawn = np.array([row[2] for row in rows], dtype=bool)
    checked = np.array([row[4] is not None for row in rows], dtype=bool)
    made = checked.sum() / drawn.sum() if checked.any() else 1.0
    return LoneWork(
        sure=np.array([row[0] for row in rows], dtype=np.float64),
        chance=made * np.array([row[1] for row in rows], dtype=np.float64),
        drawn=Drawn(checked=checked, alike=np.array([row[3] for row in rows], dtype=bool)),
        wrong=np.array([bool(row[4]) for row in rows], dtype=bool),
    )


def _unchecked(rows: Sequence[Row]) -> int:
    return sum(drawn and wrong is None for _, _, drawn, _, wrong, *_ in rows)


def moves_of(process: Process, *, most: int = 20) -> list[AutonomyMove]:
    """The latest steps up and down, newest first."""
    found = AutonomyMove.objects.filter(process=process)
    return list(found.select_related("by", "noted_by", "certificate").order_by("-pk")[:most])


def alarm_open(process: Process) -> bool:
    """Whether AI lost ground here by an alarm that nobody has said yet that they know of."""
    fallen = AutonomyMove.objects.filter(
        process=process, reason=Reason.ALARM, noted_at__isnull=True, after__lt=F("before")
    )
    return fallen.exists()


def falls_to_note() -> list[AutonomyMove]:
    """Where AI lost ground and nobody has said yet that they know, newest first."""
    open_ = AutonomyMove.objects.filter(noted_at__isnull=True, after__lt=F("before"))
    return list(open_.select_related("process", "by").order_by("-pk")[:20])
