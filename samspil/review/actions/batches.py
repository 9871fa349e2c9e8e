"""Do one thing to many cases: each in a transaction of its own, all of it undone in one go."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.adapters.jobs import enqueue
from samspil.core.bulk import MARKS, LeftOut
from samspil.core.retention.categories import Category
from samspil.core.roles import Action, NotAllowed
from samspil.governance.queries import reach_of
from samspil.people.models import Colleague
from samspil.people.queries import check_may
from samspil.review.actions.deeds import do_to_one, take_back_one
from samspil.review.models import Batch, BatchCase, Progress, Tag
from samspil.review.models.batches import DONE, UNDONE
from samspil.review.queries.batches import MOST_MATCHING, Asked, Plan, plan
from samspil.review.queries.retention import over_batches
from samspil.tenancy.actions import delete_rows
from samspil.tenancy.queries import current
from samspil.work import actions as work
from samspil.work.models import Case

RUN_BATCH = "review.run_batch"
AT_ONCE = 200
"""Up to so many cases nobody has to wait for a worker."""
GRACE = timedelta(hours=1)
"""How long a batch can be undone."""
REFUSALS = (work.StaleCase, work.CannotPart, work.NotHigher, work.NotInFuture, NotAllowed)


class TooMany(ValueError):
    """So many cases at once are refused; the message is fit to show."""


class NotUndone(Exception):
    """This batch cannot be undone; the message is fit to show."""


def do_to_many(
    cases: Sequence[Case], asked: Asked, *, by: Colleague, at: datetime, why: str = ""
) -> Batch:
    """Do it to those of the cases that the rule allows, and name the others.

    Up to 200 are done at once, more in the background. `why` is for closing: spam or duplicate.
    Raises `TooMany`, and `NotInFuture` where cases were to be put aside into the past.
    """
    check_may(by, Action.DECIDE_CASES)
    if len(cases) > MOST_MATCHING:
        sentence = _("At most %(most)d cases can be changed at once: narrow the list first.")
        raise TooMany(sentence % {"most": MOST_MATCHING})
    if asked.until is not None and asked.until <= at:
        raise work.NotInFuture(_("Choose a time that is still to come."))
    with transaction.atomic():
        batch = _written(plan(cases, asked, by=by), asked, by=by, at=at, why=why)
        if len(cases) > AT_ONCE:
            _in_background(batch)
    if len(cases) <= AT_ONCE:
        run_batch(batch, at=at)
    return batch


def undo_batch(batch: Batch, *, by: Colleague, at: datetime) -> None:
    """Put every case back that nothing has moved since. Raises `NotUndone`."""
    check_may(by, Action.DECIDE_CASES)
    if batch.by_id != by.pk:
        raise NotUndone(_("Only who did this can undo it."))
    done = Batch.objects.filter(pk=batch.pk, progress=Progress.DONE, at__gte=at - GRACE)
    with transaction.atomic():
        if not done.update(progress=Progress.UNDOING):
            raise NotUndone(_("It is too late to undo this."))
        batch.progress = Progress.UNDOING
        if batch.size > AT_ONCE:
            _in_background(batch)
    if batch.size <= AT_ONCE:
        run_batch(batch, at=at)


def run_batch(batch: Batch, *, at: datetime) -> None:
    """Go on with a batch, or with undoing it, where it stands. Safe to run again."""
    undoing = batch.progress == Progress.UNDOING
    waiting = DONE if undoing else ""
    lines = BatchCase.objects.filter(batch=batch, outcome=waiting)
    # undone from the last to the first, so that what several have in common comes out right
    todo = list(lines.order_by("-pk" if undoing else "pk").values_list("pk", flat=True))
    by = batch.by
    for pk in todo:
        (_undo_one if undoing else _do_one)(pk, by=by, at=at)
    after = Progress.UNDONE if undoing else Progress.DONE
    Batch.objects.filter(pk=batch.pk).update(progress=after)
    batch.progress = after


def sweep_batches(*, at: datetime) -> int:
    """Delete what was done to many cases long ago; the cases' own journal keeps it.

    Returns how many batches. With them go the tags that no case wears and that no batch can need
    any more.
    """
    many = delete_rows(over_batches(reach_of(Category.BATCHES, at=at)))
    lately = Batch.objects.filter(action__in=MARKS, at__gte=at - GRACE)
    needed = {one["tag"] for one in lately.values_list("parameters", flat=True)}
    Tag.objects.filter(cases__isnull=True).exclude(pk__in=needed).delete()
    return many


def _written(found: Plan, asked: Asked, *, by: Colleague, at: datetime, why: str) -> Batch:
    parameters = {
        "until": asked.until.isoformat() if asked.until else None,
        "tag": asked.tag,
        "team": asked.team,
        "level": asked.level,
        "why": why,
    }
    # the case that others are merged into stays as it is, so it is none of those counted
    targets = set(found.into.values())
    lines = [case for case in found.cases if case.pk not in targets]
    batch = Batch.objects.create(
        action=asked.action,
        parameters={name: value for name, value in parameters.items() if value},
        by=by,
        at=at,
        size=len(lines),
    )
    BatchCase.objects.bulk_create(
        (
            BatchCase(
                batch=batch,
                case=case,
                outcome=found.why.get(case.pk, ""),
                into_id=found.into.get(case.pk),
            )
            for case in lines
        ),
        batch_size=500,
    )
    return batch


def _in_background(batch: Batch) -> None:
    payload = {"organisation": str(current().public_id), "batch": str(batch.public_id)}
    enqueue(RUN_BATCH, payload)


def _line(pk: int) -> BatchCase:
    return BatchCase.objects.select_related("batch").select_for_update(of=("self",)).get(pk=pk)


def _do_one(pk: int, *, by: Colleague, at: datetime) -> None:
    try:
        with transaction.atomic():
            line = _line(pk)
            if line.outcome:
                return
            case = Case.objects.select_related("process", "team").get(pk=line.case_id)
            line.before = asdict(work.place_of(case))
            do_to_one(case, line, by=by, at=at)
            line.outcome, line.entry = DONE, work.last_moved(case)
            line.save(update_fields=["before", "outcome", "entry"])
    except REFUSALS:
        BatchCase.objects.filter(pk=pk).update(outcome=LeftOut.MOVED_ON)


def _undo_one(pk: int, *, by: Colleague, at: datetime) -> None:
    try:
        with transaction.atomic():
            line = _line(pk)
            if line.outcome != DONE:
                return
            take_back_one(line, by=by, at=at)
            BatchCase.objects.filter(pk=pk).update(outcome=UNDONE)
    except REFUSALS:
        BatchCase.objects.filter(pk=pk).update(outcome=LeftOut.MOVED_ON)
