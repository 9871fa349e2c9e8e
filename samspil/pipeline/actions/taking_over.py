"""Take over how the task of an initiative is divided now, leave the plan as it is, or undo that."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.allocation.queries import caps_of
from samspil.audit.models import Task
from samspil.core.allocation.divisions import Division
from samspil.core.pipeline.arrangement import Arrangement, like
from samspil.core.pipeline.taking_over import LaidDown, taken_over, within_law
from samspil.core.roles import NotAllowed
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.pipeline.access import check_may_open, check_may_plan
from samspil.pipeline.actions.retelling import retold
from samspil.pipeline.models import Adjustment, Initiative, StageMove
from samspil.pipeline.queries.differing import (
    Differing,
    adjustments_of,
    differing_one,
    laid_down_at_work,
)
from samspil.pipeline.queries.initiatives import initiative_at
from samspil.work.actions import share_anew
from samspil.work.queries import way_now

LONGEST_WHY = 1000


class NotTakenOver(Exception):
    """Something is otherwise than it was read, or nothing differs; the message is fit to show."""


@transaction.atomic
def take_over(initiative: Initiative, *, mark: str, by: Colleague, at: datetime) -> Adjustment:
    """Lay down what follows from how the task is divided now; where AI works by the initiative
    already, its process is shared so from the next case on.

    `mark` is the mark of what was read. Raises `NotTakenOver` where it is otherwise now.
    """
    check_may_plan(by)
    found = _read(initiative, mark=mark)
    if found.difference.by_people:
        raise NotTakenOver(_("A person does this alone now, so there is no way to take over."))
    if found.difference.lives:
        check_may_open(by)
    division, kept = found.difference.division, found.initiative
    made = _kept(found, took=True, by=by, at=at)
    _lay_down(kept, taken_over(found.laid, division), by=by, at=at)
    note(
        "initiative_taken_over", "initiative", kept.public_id, by=by, at=at,
        division=division.value, live=found.difference.lives,
    )  # fmt: skip
    return made


@transaction.atomic
def leave_standing(
    initiative: Initiative, *, why: str, mark: str, by: Colleague, at: datetime
) -> Adjustment:
    """Leave the plan as it stands, for a reason; nothing is laid down otherwise.

    Raises `NotTakenOver` as `take_over` does, without a reason, and where the law leaves AI less.
    """
    check_may_plan(by)
    found = _read(initiative, mark=mark)
    words = " ".join(why.split())[:LONGEST_WHY]
    if not found.difference.may_stay:
        raise NotTakenOver(_("The law leaves AI less, so the plan cannot stay as it is."))
    if not words:
        raise NotTakenOver(_("Say why, so that others can follow it."))
    made = _kept(found, took=False, why=words, by=by, at=at)
    kept = found.initiative
    kept.division = found.difference.division
    kept.save(update_fields=["division"])
    note(
        "initiative_left", "initiative", kept.public_id, by=by, at=at,
        division=found.difference.division.value,
    )  # fmt: skip
    return made


@transaction.atomic
def undo_adjustment(made: Adjustment, *, by: Colleague, at: datetime) -> None:
    """Lay down again what stood before, and share the process so where it had changed.

    Raises `NotAllowed` where somebody undid it or has gone on since, and where the law leaves AI
    less than would come back.
    """
    (check_may_open if made.way else check_may_plan)(by)
    kept = _held(made.initiative)
    if not Adjustment.objects.filter(pk=made.pk, withdrawn_at=None).exists():
        raise NotAllowed(_("Somebody undid this before."))
    if _gone_on(kept, made):
        raise NotAllowed(_("Somebody has gone on with it since, so it stays as it is."))
    old = _before(kept, made)
    if made.took and kept.task and not within_law(old, caps_of([kept.task])[kept.task.pk].most):
        raise NotAllowed(_("The law leaves AI less than that, so it does not come back."))
    Adjustment.objects.filter(pk=made.pk).update(withdrawn_at=at)
    _lay_down(kept, old, by=by, at=at)
    note("initiative_adjustment_undone", "initiative", kept.public_id, by=by, at=at)


def _read(initiative: Initiative, *, mark: str) -> Differing:
    """What differs now, which nobody else changes meanwhile."""
    found = differing_one(_held(initiative))
    if found is None:
        raise NotTakenOver(_("Nothing differs any more: somebody was quicker."))
    if found.difference.mark != mark:
        raise NotTakenOver(_("Somebody changed this meanwhile: look at it anew."))
    return found


def _held(initiative: Initiative) -> Initiative:
    """The initiative as it is now, kept from everybody else, and so is its task."""
    kept = Initiative.objects.select_for_update().get(pk=initiative.pk)
    if kept.task_id is not None:
        Task.objects.select_for_update(of=("self",)).get(pk=kept.task_id)
    return initiative_at(initiative.public_id)


def _kept(
    found: Differing, *, took: bool, by: Colleague, at: datetime, why: str = ""
) -> Adjustment:
    one, process = found.initiative, found.initiative.process
    live = took and found.difference.lives and process is not None
    return Adjustment.objects.create(
        initiative=one, at=at, by=by, took=took, division=found.difference.division,
        was=one.division, why=why, pilot=one.pilot, scale=one.scale,
        way=way_now(process).kept() if live and process else {},
    )  # fmt: skip


def _lay_down(kept: Initiative, laid: LaidDown, *, by: Colleague, at: datetime) -> None:
    """Keep it as what the initiative lays down, and share its process so where that differs."""
    kept.pilot, kept.scale = laid.pilot.kept(), laid.scale.kept()
    kept.division, kept.aim = laid.division or "", retold(kept.aim, laid.division)
    kept.save(update_fields=["pilot", "scale", "division", "aim"])
    if laid.works is None or kept.process is None:
        return
    now = way_now(kept.process)
    if like(now, laid.works) != now:
        share_anew(kept.process, laid.works, by=by, at=at)


def _before(kept: Initiative, made: Adjustment) -> LaidDown:
    """What stood before somebody took it over or left it."""
    laid = laid_down_at_work(kept)
    return replace(
        laid,
        pilot=Arrangement.of(made.pilot),
        scale=Arrangement.of(made.scale),
        division=Division(made.was) if made.was else None,
        works=Arrangement.of(made.way) if made.way else laid.works,
    )


def _gone_on(kept: Initiative, made: Adjustment) -> bool:
    """Whether anything is otherwise now than it was laid down then, or the stage is another."""
    moved = StageMove.objects.filter(initiative=kept, at__gt=made.at).exists()
    if moved or kept.ended_at or adjustments_of(kept)[0].pk != made.pk:
        return True
    laid = replace(laid_down_at_work(kept), division=Division(made.division))
    then = replace(_before(kept, made), division=laid.division)
    if made.took:
        then = taken_over(then, Division(made.division))
    return (laid.pilot, laid.scale) != (then.pilot, then.scale) or not _shared_so(laid, then)


def _shared_so(laid: LaidDown, then: LaidDown) -> bool:
    if laid.works is None or then.works is None:
        return laid.works is then.works
    return like(laid.works, then.works) == laid.works
