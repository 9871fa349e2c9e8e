"""Put a task elsewhere in the picture, give it to AI or people against the suggestion, and undo."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.allocation.access import check_may_allocate
from samspil.allocation.models import LONGEST_WHY, Move
from samspil.allocation.queries import Allocated, allocated_one
from samspil.audit.models import Task
from samspil.core.allocation.allocating import (
    BeyondLaw,
    NoReason,
    check_moving,
    check_overruling,
)
from samspil.core.allocation.divisions import Division, Place
from samspil.people.actions import note
from samspil.people.models import Colleague


class UnfitMove(ValueError):
    """The task cannot be put or given there; the message is fit to show to a person."""


@transaction.atomic
def move_task(task: Task, to: Place, *, by: Colleague, at: datetime, why: str = "") -> Move:
    """Put a task somewhere in the picture. Raises `UnfitMove` without a reason where it needs one.

    What somebody chose before stays chosen.
    """
    check_may_allocate(by)
    found = _locked(task)
    try:
        check_moving(found.suggestion.place, to, why=why)
    except NoReason as bad:
        raise UnfitMove(_(str(bad))) from None
    return _kept(found, place=to, division=_chosen(found), why=why, by=by, at=at)


@transaction.atomic
def choose(task: Task, division: Division, *, why: str, by: Colleague, at: datetime) -> Move:
    """Give a task to AI or people, against the suggestion or with it.

    Raises `UnfitMove` where the law leaves AI less, or nobody says why.
    """
    check_may_allocate(by)
    found = _locked(task)
    try:
        check_overruling(found.suggestion, division, why=why)
    except (BeyondLaw, NoReason) as bad:
        raise UnfitMove(_(str(bad))) from None
    return _kept(found, place=found.known.place, division=division.value, why=why, by=by, at=at)


@transaction.atomic
def give_back(task: Task, *, by: Colleague, at: datetime) -> Move:
    """Let the suggestion hold again, and the criteria say where the task stands."""
    check_may_allocate(by)
    return _kept(_locked(task), place=None, division="", why="", by=by, at=at)


@transaction.atomic
def withdraw_move(move: Move, *, by: Colleague, at: datetime) -> bool:
    """Undo a move, so that the one before holds; False where it was undone before."""
    check_may_allocate(by)
    if not Move.objects.filter(pk=move.pk, withdrawn_at=None).update(withdrawn_at=at):
        return False
    note("task_move_undone", "task", move.task.public_id, by=by, at=at)
    return True


def _locked(task: Task) -> Allocated:
    """What is known of the task, which nobody else moves meanwhile."""
    return allocated_one(Task.objects.select_for_update(of=("self",)).get(pk=task.pk))


def _chosen(found: Allocated) -> str:
    return found.move.division if found.move else ""


def _kept(
    found: Allocated, *, place: Place | None, division: str, why: str, by: Colleague, at: datetime
) -> Move:
    words = " ".join(why.split())[:LONGEST_WHY] or (
        found.move.why if found.move and division else ""
    )
    made = Move.objects.create(
        task=found.task,
        creative=place.creative if place else None,
        contact=place.contact if place else None,
        division=division,
        suggested=found.suggestion.division,
        why=words,
        by=by,
        at=at,
    )
    note(
        "task_allocated" if division else "task_moved", "task", found.task.public_id, by=by, at=at,
        division=division, suggested=made.suggested,
    )  # fmt: skip
    return made
