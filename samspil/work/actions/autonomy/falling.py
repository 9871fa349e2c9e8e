"""Down the ladder: at once, by rule or by a person's word; and saying that one knows."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Changed, Event, Lowered, Moved, Thing, move
from samspil.people.models import Colleague
from samspil.work.access import check_may_change, check_may_stop
from samspil.work.actions.autonomy.keeping import held_autonomy, note_move, stand
from samspil.work.actions.autonomy.watches import begin_watching
from samspil.work.actions.noting import note_process
from samspil.work.models import AutonomyMove, Certificate, Process, ProcessAutonomy
from samspil.work.queries.autonomy import plan_of, standing_of

Facts = dict[str, object]


@transaction.atomic
def fall(
    process: Process, event: Event, *, facts: Facts | None = None, by: Colleague | None = None
) -> Moved:
    """Let this event take its effect; never upwards. `facts` say what was seen.

    What nothing changes is kept nowhere.
    """
    return fall_held(held_autonomy(process), event, facts=facts or {}, by=by)


def fall_held(
    kept: ProcessAutonomy, event: Event, *, facts: Facts, by: Colleague | None = None
) -> Moved:
    """As `fall`, of a row that is locked already."""
    before = Autonomy(kept.level)
    moved = move(standing_of(kept), event, plan=plan_of(kept))
    if moved.standing.level > before:
        raise ValueError("Nothing rises by falling.")
    stand(kept, moved.standing)
    if kept.level < before:
        _choose_certificate(kept, at=event.at)
    elif not isinstance(event, Changed):
        kept.save(update_fields=["since", "latest", "fell_at", "doubled"])
        return moved
    begin_watching(kept, at=event.at)
    kept.save()
    told = {"drafts": moved.drafts, "overruled": moved.overruled} if moved.drafts else {}
    if kept.level < before:
        note_move(kept, moved, before=before, facts={**told, **facts}, by=by, at=event.at)
    return moved


def _choose_certificate(kept: ProcessAutonomy, *, at: datetime) -> None:
    """End what was signed for more than is left; one step down the earlier, stricter one holds.

    Where there is none of the same version nothing is finished alone.
    """
    signed = Certificate.objects.filter(process=kept.process, ended_at__isnull=True)
    version = kept.certificate.version if kept.certificate else ""
    signed.filter(level__gt=kept.level).update(ended_at=at)
    left = signed.filter(level=Autonomy.CAREFUL, version=version).order_by("-pk").first()
    if kept.level >= Autonomy.CAREFUL and left is None:
        kept.level = Autonomy.DRAFT
    kept.certificate = left if kept.level >= Autonomy.CAREFUL else None
    if kept.level < Autonomy.CAREFUL:
        signed.update(ended_at=at)


@transaction.atomic
def lower(process: Process, *, to: Autonomy, by: Colleague, at: datetime) -> None:
    """A person takes autonomy away, for which nobody has to prove anything.

    Raises `IllegalMove` for a level that is no lower.
    """
    check_may_stop(by, process)
    fall(process, Lowered(at=at, to=to, by=by.name), by=by)


@transaction.atomic
def note_change(process: Process, thing: Thing, *, by: Colleague | None, at: datetime) -> None:
    """AI is no longer what was proved: another model, other topics. Drafts at most are left."""
    fall(process, Changed(at=at, thing=thing), by=by)


@transaction.atomic
def note_falls(process: Process, *, until: int, by: Colleague, at: datetime) -> int:
    """A person says that they know of the falls up to this one (its primary key).

    Who said so first stays named. Returns how many it were.
    """
    check_may_change(by, process)
    open_ = AutonomyMove.objects.filter(process=process, pk__lte=until, noted_at__isnull=True)
    noted = open_.filter(after__lt=F("before")).update(noted_at=at, noted_by=by)
    if noted:
        note_process(process, "fall_noted", by=by, at=at)
    return noted
