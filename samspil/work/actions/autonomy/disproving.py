"""Answers that were found wrong later: what certificates still prove, and what the watches see."""

from collections.abc import Sequence
from datetime import datetime

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.ladder import Alarm, Disproved
from samspil.work.actions.autonomy.falling import fall_held
from samspil.work.actions.autonomy.keeping import held_autonomy
from samspil.work.actions.autonomy.watches import said
from samspil.work.actions.noting import note_process
from samspil.work.models import Certificate, LoneAnswer, Process, ProcessAutonomy, VerifiedAnswer
from samspil.work.queries.autonomy import lone_figures
from samspil.work.queries.disproving import Left, left_of
from samspil.work.queries.watched import as_json, from_json, overturned_watch, watched_again


def note_overturned(
    process: Process, *, answer: VerifiedAnswer | None, lone: LoneAnswer | None, at: datetime
) -> None:
    """Let what was found wrong take its effect at once, on certificates and on the watches.

    Inside the caller's transaction, and before anything is put into the journal.
    """
    kept = held_autonomy(process)
    if answer is not None and answer.proves:
        _test_certificates(kept, answer, at=at)
    if lone is not None and kept.certificate_id == lone.certificate_id:
        _watch_again(kept, lone, at=at)


def _test_certificates(kept: ProcessAutonomy, answer: VerifiedAnswer, *, at: datetime) -> None:
    """End those that prove their promise no more; first the one that waits below, so that AI never
    goes down to it."""
    signed = Certificate.objects.filter(
        process=kept.process,
        version=answer.version,
        level__gte=Autonomy.CAREFUL,
        ended_at__isnull=True,
        first_case_at__lte=answer.at,
        at__gte=answer.at,
    )
    left = [left_of(one) for one in signed.select_related("process").order_by("level", "pk")]
    broken = [one for one in left if not one.holds]
    ended = [one.certificate.pk for one in broken if one.certificate.pk != kept.certificate_id]
    Certificate.objects.filter(pk__in=ended).update(ended_at=at)
    running = next((one for one in broken if one.certificate.pk == kept.certificate_id), None)
    if running is not None:
        fall_held(kept, Disproved(at=at), facts=_facts(running))
    _note_ended([one for one in broken if one is not running], at=at)


def _facts(left: Left) -> dict[str, object]:
    return {"above": left.above, "now_wrong": left.wrong, "were_wrong": left.certificate.wrong}


def _note_ended(broken: Sequence[Left], *, at: datetime) -> None:
    for one in broken:
        facts = {**_facts(one), "certificate": str(one.certificate.public_id)}
        note_process(one.certificate.process, "certificate_disproved", by=None, at=at, **facts)


def _watch_again(kept: ProcessAutonomy, lone: LoneAnswer, *, at: datetime) -> None:
    if lone.checked_at is not None and kept.watch:
        watch = watched_again(kept, from_json(kept.watch))
        kept.watch = as_json(watch)
        kept.save(update_fields=["watch"])
    else:
        lone_work = lone_figures(kept)
        found = overturned_watch(kept, lone_work.overturned if lone_work else ())
        if found is None:
            return
        watch = found
    if watch.alarm:
        fall_held(kept, Alarm(at=at), facts=said(watch))
