"""Let AI forget what one person wrote: their examples, and the versions taught with them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import get_language

from samspil.core.examples import digest_of
from samspil.core.forgetting import anew_by
from samspil.people.models import Colleague
from samspil.teaching.access import check_may_forget
from samspil.teaching.actions.filing import sweep_forgotten
from samspil.teaching.actions.keeping import in_parts
from samspil.teaching.actions.lessons import begin_lesson
from samspil.teaching.actions.locking import lock_all
from samspil.teaching.actions.versions import adopt
from samspil.teaching.models import Example, Judgement, Lesson, Stage, Version
from samspil.teaching.queries.forgetting import PersonTraces, Traces, traces_of
from samspil.work.actions import leave_unlearned
from samspil.work.actions.noting import note_process
from samspil.work.models import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was found and is gone now, and the lessons without it, by the process's primary key."""

    traces: PersonTraces
    lessons: Mapping[int, Lesson]


def forget_person(address: str, *, by: Colleague | None, at: datetime) -> Forgotten:
    """Delete for good the examples of whoever writes from this address, in every process.

    What AI is taught from now on leaves them out, a lesson that runs now too. Versions taught with
    them are marked and never come back: their files are deleted at once, that of the one in use
    when another is used. Where the one in use is among them, a lesson from what is left begins in
    the background. The messages themselves stay. Doing it twice changes nothing; `by` is None on
    the command line only.
    """
    if by is not None:
        check_may_forget(by)
    with transaction.atomic():
        for process in lock_all():
            if process.model_file:
                adopt(process, at=at)
        found = traces_of(address)
        leave_unlearned(address, at=at)
        for traces in found.processes:
            _forget(traces, at=at)
            _note(traces, by=by, at=at)
        lessons = {
            traces.process.pk: begin_lesson(
                traces.process,
                by=by,
                language=(get_language() or "en")[:2],
                with_starter=traces.using.with_starter,
                at=at,
            )
            for traces in found.processes
            if traces.using and traces.can_learn and not traces.learns
        }
    for traces in found.processes:
        sweep_forgotten(traces.process, at=at)
    return Forgotten(traces=found, lessons=lessons)


def _forget(traces: Traces, *, at: datetime) -> None:
    for some in in_parts(traces.examples):
        Example.objects.filter(pk__in=some).delete()
    for version in traces.versions:
        _mark(version, traces, at=at)
    _strike(traces.process, traces.digests)
    _take_out_of_lessons(traces.process, traces.digests)


def _mark(version: Version, traces: Traces, *, at: datetime) -> None:
    """Say on a version how many of its examples are forgotten, and which of those are new gone."""
    judgement = Judgement.objects.filter(version=version).first()
    knew = frozenset(judgement.unseen) if judgement else traces.digests
    Version.objects.filter(pk=version.pk).update(
        gone=F("gone") + len(traces.standing & knew),
        forgotten=F("forgotten") + max(1, len(traces.digests & knew)),
        anew_by=version.anew_by or anew_by(at),
    )


def _strike(process: Process, digests: AbstractSet[str]) -> None:
    """Take the digests out of what was said of examples, and out of what was mixed up."""
    for judgement in Judgement.objects.filter(version__process=process).select_for_update():
        if digests & {*judgement.unseen, *judgement.later}:
            judgement.unseen = _without(judgement.unseen, digests)
            judgement.later = _without(judgement.later, digests)
            judgement.save(update_fields=["unseen", "later"])
    for version in Version.objects.filter(process=process).exclude(report={}):
        confusions = version.report.get("confusions", [])
        kept = [
            {**one, "keys": [key for key in one["keys"] if key not in digests]}
            for one in confusions
        ]
        if kept != confusions:
            report = {**version.report, "confusions": kept}
            Version.objects.filter(pk=version.pk).update(report=report)


def _without(said: Mapping[str, Any], digests: AbstractSet[str]) -> dict[str, Any]:
    return {digest: topic for digest, topic in said.items() if digest not in digests}


def _take_out_of_lessons(process: Process, digests: AbstractSet[str]) -> None:
    """No file that waits brings a text back; a lesson that runs forgets what it tried so far."""
    waiting = Lesson.objects.filter(process=process, stage__in=[Stage.LOOKED, Stage.RUNNING])
    for lesson in waiting.select_for_update():
        rows = [row for row in lesson.rows if digest_of(row[0]) not in digests]
        changes: dict[str, Any] = {"half": {}}
        if len(rows) < len(lesson.rows):
            changes |= {"rows": rows, "look": _seen_anew(lesson.look, rows)}
        Lesson.objects.filter(pk=lesson.pk).update(**changes)


def _seen_anew(look: Mapping[str, Any], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    return {**look, "taken": len(rows), "topics": dict(Counter(topic for _text, topic in rows))}


def _note(traces: Traces, *, by: Colleague | None, at: datetime) -> None:
    """In the journal stand numbers only: neither who is forgotten, nor a word of theirs."""
    note_process(
        traces.process,
        "person_forgotten",
        by=by,
        at=at,
        examples=len(traces.examples),
        versions=len(traces.versions),
    )
