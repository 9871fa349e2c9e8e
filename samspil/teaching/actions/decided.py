"""Make examples of what people decided, once somebody looked at it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.core.examples import Labelled
from samspil.people.models import Colleague
from samspil.teaching.access import check_may_read_examples
from samspil.teaching.actions.keeping import Fresh, Kept, keep_examples
from samspil.teaching.actions.locking import lock
from samspil.teaching.models import Example, LeftOut, Source
from samspil.teaching.queries.decided import MOST_AT_ONCE, candidates, with_texts
from samspil.work.models import Decision, Process


@transaction.atomic
def take_decisions(
    process: Process, ids: Sequence[int] | None, *, by: Colleague, at: datetime
) -> Kept:
    """Keep these decided cases as examples; None stands for the newest five hundred.

    Decisions of a demonstration never count, nor those on whose text nothing can be learned, nor
    what lots keep out of teaching, whoever names it.
    """
    check_may_read_examples(by, process)
    lock(process)
    found = _chosen(process, ids, left_out=False, at=at)
    if ids is not None:
        found = [*found, *_chosen(process, ids, left_out=True, at=at)]
    fresh = [
        Fresh(labelled=Labelled(text=one.text, topic=one.topic), case=one.decision.case)
        for one in with_texts(process, found)
    ]
    LeftOut.objects.filter(decision__in=[one.pk for one in found]).delete()
    kept = keep_examples(process, fresh, source=Source.DECISION, by=by, at=at)
    linked = set(
        Example.objects.filter(
            process=process, case__in=[one.case_id for one in found]
        ).values_list("case_id", flat=True)
    )
    again = [one for one in found if one.case_id not in linked]  # say what another example says
    LeftOut.objects.bulk_create([LeftOut(decision=one, by=by, at=at) for one in again])
    return kept


@transaction.atomic
def leave_decisions_out(
    process: Process, ids: Sequence[int], *, by: Colleague, at: datetime
) -> int:
    """Pass over these, so that they are not offered again; returns how many."""
    check_may_read_examples(by, process)
    found = _chosen(process, ids, left_out=False, at=at)
    rows = [LeftOut(decision=one, by=by, at=at) for one in found]
    LeftOut.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _chosen(
    process: Process, ids: Sequence[int] | None, *, left_out: bool, at: datetime
) -> list[Decision]:
    found = candidates(process, left_out=left_out, at=at)
    if ids is not None:
        found = found.filter(pk__in=ids[:MOST_AT_ONCE])
    return list(found[:MOST_AT_ONCE])
