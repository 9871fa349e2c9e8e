"""What checks of lone work say: kept, watched, and acted on at once."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samspil.core.evidence.ladder import Alarm
from samspil.core.evidence.watching import Watch, check
from samspil.work.actions.autonomy.falling import fall_held
from samspil.work.actions.autonomy.keeping import held_autonomy
from samspil.work.actions.autonomy.watches import said
from samspil.work.models import LoneAnswer, ProcessAutonomy
from samspil.work.queries.watched import as_json, from_json


@transaction.atomic
def keep_check(lone: LoneAnswer, *, wrong: bool, at: datetime) -> bool:
    """Keep what a person found of one lone answer; tells whether it was the first to say so.

    Each check counts once. One of a certificate that has ended says nothing of today.
    """
    open_ = LoneAnswer.objects.filter(pk=lone.pk, checked_at__isnull=True)
    if not open_.update(wrong=wrong, checked_at=at):
        return False
    kept = held_autonomy(lone.process)
    if kept.watch and kept.certificate_id == lone.certificate_id:
        watch = check(from_json(kept.watch), found=wrong, weight=lone.weight)
        kept.watch = as_json(watch)
        kept.save(update_fields=["watch"])
        _act_on(kept, watch, at=at)
    return True


def watch_unsure_cases(kept: ProcessAutonomy, unsure: Sequence[bool], *, at: datetime) -> None:
    """Follow how many of the cases that AI might finish it is unsure of, in their order."""
    if not kept.unsure_watch or not unsure:
        return
    watch = from_json(kept.unsure_watch)
    for found in unsure:
        watch = check(watch, found=found)
    kept.unsure_watch = as_json(watch)
    kept.save(update_fields=["unsure_watch"])
    _act_on(kept, watch, at=at)


def _act_on(kept: ProcessAutonomy, watch: Watch, *, at: datetime) -> None:
    if watch.alarm:
        fall_held(kept, Alarm(at=at), facts=said(watch))
