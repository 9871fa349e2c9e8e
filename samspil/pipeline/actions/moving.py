"""Through the gates, and back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.gates import Missing
from samspil.core.pipeline.stages import Stage, before
from samspil.core.pipeline.stopping import Held
from samspil.core.roles import NotAllowed
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.pipeline.access import check_may_open, check_may_plan
from samspil.pipeline.models import Initiative, StageMove
from samspil.pipeline.queries.gates import standing_of
from samspil.pipeline.queries.initiatives import initiative_at, way_before
from samspil.work.actions import NotProved, arrange, arrange_as_before, halt
from samspil.work.queries import way_now
from samspil.work.queries.ladder_words import gap_words


class GateShut(Exception):
    """The gate does not open; the message is fit to show. `missing` says what it waits for."""

    def __init__(self, words: str, missing: Sequence[Missing] = ()) -> None:
        super().__init__(words)
        self.missing = missing


@transaction.atomic
def open_gate(initiative: Initiative, *, by: Colleague, at: datetime) -> Stage:
    """Let it into its next stage, and have its process work as that stage lays down.

    Raises `GateShut`, saying what is missing, and changes nothing; nobody can pass by.
    """
    check_may_open(by)
    found = _held(initiative)
    standing = standing_of(found, on=day_of(at))
    if standing.into is None or found.process is None or standing.missing:
        told = " ".join(_(one.words()) for one in standing.missing)
        raise GateShut(told or _("There is no further stage."), standing.missing)
    way, stage = way_now(found.process), Stage(found.stage)
    if wanted := _wanted(found, standing.into):
        try:
            arrange(found.process, wanted, by=by, at=at)
        except NotProved as why:
            raise GateShut(" ".join(gap_words(gap) for gap in why.gaps)) from None
    found.stage, found.stage_at = standing.into, at
    found.live_at = found.live_at or at
    try:
        with transaction.atomic():
            found.save(update_fields=["stage", "stage_at", "live_at"])
    except IntegrityError:
        raise GateShut(_("Another initiative is at work in this process.")) from None
    _keep(found, stage, way=way, by=by, at=at, facts=_evidence(standing.facts))
    note(
        "initiative_opened", "initiative", found.public_id, by=by, at=at,
        stage=found.stage, process=str(found.process.public_id),
    )  # fmt: skip
    return standing.into


@transaction.atomic
def move_back(initiative: Initiative, *, why: str, by: Colleague, at: datetime) -> Stage:
    """Move it back one stage, and share its process as it was before that stage.

    Raises `NotAllowed` where there is no way back.
    """
    check_may_open(by)
    found = _held(initiative)
    stage = Stage(found.stage)
    back = before(stage)
    if back is None or found.process is None or found.ended_at is not None:
        raise NotAllowed(_("There is no stage to go back to."))
    old, way = way_before(found, stage=stage), way_now(found.process)
    arrange_as_before(found.process, old, by=by, at=at)
    _stand(found, back, at=at)
    _keep(found, stage, way=way, by=by, at=at, why=why)
    note("initiative_back", "initiative", found.public_id, by=by, at=at, stage=found.stage)
    return back


@transaction.atomic
def halt_initiative(initiative: Initiative, held: Held, *, at: datetime) -> None:
    """Put the old way back by rule: people decide without AI, as before the pilot."""
    found = _held(initiative)
    if found.live_at is None or found.process is None:
        return
    stage, facts = Stage(found.stage), _measured(held)
    way = way_now(found.process)
    halt(found.process, way_before(found, stage=Stage.PILOT), facts=facts, at=at)
    _stand(found, Stage.POC, at=at)
    _keep(found, stage, way=way, by=None, at=at, facts=facts)
    note("initiative_halted", "initiative", found.public_id, by=None, at=at, **facts)


@transaction.atomic
def note_halt(initiative: Initiative, *, by: Colleague, at: datetime) -> None:
    """Say that one has looked at why it was stopped; who said so first stays named."""
    check_may_plan(by)
    open_ = StageMove.objects.filter(initiative=initiative, by__isnull=True, noted_at__isnull=True)
    if open_.update(noted_by=by, noted_at=at):
        note("initiative_halt_noted", "initiative", initiative.public_id, by=by, at=at)


@transaction.atomic
def end_initiative(initiative: Initiative, *, why: str, by: Colleague, at: datetime) -> None:
    """Bring it to an end: given up before its pilot, or once it is part of the work.

    Raises `NotAllowed` in between: it has to be moved back, or to go on.
    """
    check_may_plan(by)
    found = _held(initiative)
    if found.stage not in (Stage.POC, Stage.OPTIMIZE):
        raise NotAllowed(_("AI works by this initiative: move it back first, or let it go on."))
    found.ended_at, found.ended_why = at, why
    found.save(update_fields=["ended_at", "ended_why"])
    note("initiative_ended", "initiative", found.public_id, by=by, at=at)


def _held(initiative: Initiative) -> Initiative:
    """The initiative as it is now, kept from everybody else."""
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    return initiative_at(initiative.public_id)


def _wanted(initiative: Initiative, into: Stage) -> Arrangement | None:
    """What the stage lays down; None where it changes nothing."""
    kept = {Stage.PILOT: initiative.pilot, Stage.SCALE: initiative.scale}.get(into)
    return Arrangement.of(kept) if kept else None


def _stand(found: Initiative, stage: Stage, *, at: datetime) -> None:
    found.stage, found.stage_at = stage, at
    if stage is Stage.POC:
        found.live_at = None
    found.save(update_fields=["stage", "stage_at", "live_at"])


def _keep(
    found: Initiative,
    stage: Stage,
    *,
    way: Arrangement,
    by: Colleague | None,
    at: datetime,
    why: str = "",
    facts: dict[str, object] | None = None,
) -> None:
    StageMove.objects.create(
        initiative=found, at=at, by=by, before=stage, after=found.stage, why=why,
        way=way.kept(), facts=facts or {},
    )  # fmt: skip


def _evidence(facts: object) -> dict[str, object]:
    names = (
        "baseline",
        "cases",
        "agreed",
        "overseers",
        "trained",
        "takes_part",
        "stops",
        "both_ways",
    )
    return {name: getattr(facts, name) for name in names}


def _measured(held: Held) -> dict[str, object]:
    reading = held.reading
    return {
        "measure": held.condition.measure.value, "limit": held.condition.limit, "n": reading.n,
        "value": reading.value, "low": reading.low, "high": reading.high,
    }  # fmt: skip
