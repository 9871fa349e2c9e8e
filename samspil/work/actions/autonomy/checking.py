"""What checks of lone work say: kept, watched, and acted on at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.core.evidence.ladder import Alarm
from samspil.core.evidence.strangeness import check_tails, nearest
from samspil.core.evidence.watching import Watch, check
from samspil.work.actions.autonomy.falling import fall_held
from samspil.work.actions.autonomy.keeping import held_autonomy
from samspil.work.actions.autonomy.watches import said
from samspil.work.models import LoneAnswer, ProcessAutonomy
from samspil.work.queries.watched import as_json, from_json, tails_as_json, tails_from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """How sure AI is of a case that came, 0 to 1, and whether that is too little to finish it."""

    sureness: float
    unsure: bool


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


def watch_coming(kept: ProcessAutonomy, cases: Sequence[Coming], *, at: datetime) -> None:
    """Follow how many of the cases that AI might finish, in their order, it is unsure of, and how
    many are of those it knows least about."""
    if not kept.unsure_watch or not cases:
        return
    unsure, strange = from_json(kept.unsure_watch), tails_from_json(kept.strange_watches)
    for one in cases:
        unsure = check(unsure, found=one.unsure)
        strange = check_tails(strange, one.sureness)
    kept.unsure_watch, kept.strange_watches = as_json(unsure), tails_as_json(strange)
    kept.save(update_fields=["unsure_watch", "strange_watches"])
    stranger = nearest(strange)
    _act_on(kept, stranger if stranger is not None and stranger.alarm else unsure, at=at)


def _act_on(kept: ProcessAutonomy, watch: Watch, *, at: datetime) -> None:
    if watch.alarm:
        fall_held(kept, Alarm(at=at), facts=said(watch))
