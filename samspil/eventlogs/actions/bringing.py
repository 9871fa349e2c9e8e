"""Take a log from a person, and read it once they said what its columns hold."""

import io
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath

from django.db import transaction

from samspil.adapters.event_logs import MOST_BYTES, Choices, Progress, read_log
from samspil.adapters.files import DamagedFile
from samspil.adapters.jobs import enqueue
from samspil.core.eventlogs.columns import columns_of
from samspil.core.eventlogs.facts import Facts, packed
from samspil.core.eventlogs.mining import facts_of
from samspil.core.eventlogs.problems import BadLog, Problem
from samspil.core.reading import one_line
from samspil.eventlogs.access import check_may_bring
from samspil.eventlogs.models import EventLog, State
from samspil.eventlogs.queries import (
    kept_choices,
    kept_preview,
    opening_of,
    packed_choices,
    packed_preview,
    preview_of,
    store,
    words_of,
)
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.tenancy.queries import current

READ = "eventlogs.read"
SOON = 40
"""The priority of reading one: somebody waits for it, but what moves a case goes first."""
LONGEST_NAME = 120


class RefusedLog(ValueError):
    """This log is not taken; the message is fit to show."""


def bring_log(file_name: str, content: bytes, *, by: Colleague, at: datetime) -> EventLog:
    """Put a log aside, encrypted, to be looked at; raises `RefusedLog` and keeps nothing then."""
    check_may_bring(by)
    try:
        if len(content) > MOST_BYTES:
            raise BadLog(Problem.TOO_LARGE, most=MOST_BYTES // 1024**2)
        preview = preview_of(content)
    except BadLog as why:
        raise RefusedLog(words_of(why)) from why
    digest = store().put(content)
    with transaction.atomic():
        made = EventLog.objects.create(
            name=_title(file_name), digest=digest, size=len(content), brought_by=by, brought_at=at,
            preview=packed_preview(preview),
        )  # fmt: skip
        note("event_log_brought", "event_log", made.public_id, by=by, at=at, size=len(content))
    return made


@transaction.atomic
def start_log(log: EventLog, *, name: str, choices: Choices, by: Colleague, at: datetime) -> None:
    """Have a log read in the background; starting twice changes nothing.

    Raises `RefusedLog` where the columns do not do.
    """
    check_may_bring(by)
    held = EventLog.objects.select_for_update().get(pk=log.pk)
    if held.state != State.WAITING or held.removed_at is not None:
        return
    try:
        columns_of(choices.chosen, width=len(kept_preview(held).header))
    except BadLog as why:
        raise RefusedLog(words_of(why)) from why
    EventLog.objects.filter(pk=log.pk).update(
        state=State.READING, name=name[:LONGEST_NAME], choices=packed_choices(choices)
    )
    note("event_log_started", "event_log", log.public_id, by=by, at=at)
    enqueue(READ, {"organisation": str(current().public_id), "log": log.pk}, priority=SOON)


def read_one(pk: int, *, at: datetime) -> bool:
    """Read a log that somebody started, and keep what it shows; returns whether it did.

    Slow, so nothing is locked meanwhile; whoever is second changes nothing.
    """
    log = EventLog.objects.filter(pk=pk, state=State.READING).first()
    if log is None:
        return False
    try:
        content = store().get(log.digest)
        facts = _facts(content, kept_choices(log), progress=lambda share: _note_share(log, share))
    except DamagedFile:
        return _give_up(log, Problem.GONE, {}, at=at)
    except BadLog as why:
        return _give_up(log, why.problem, why.figures, at=at)
    return _keep(log, facts, at=at)


def facts_at_once(content: bytes, choices: Choices, *, progress: Progress | None = None) -> Facts:
    """What a log shows, with nothing stored; raises `BadLog`."""
    log = read_log(io.BytesIO(content), choices, size=len(content), progress=progress or _nobody)
    return facts_of(log)


def _facts(content: bytes, choices: Choices, *, progress: Progress) -> Facts:
    """The same, with times in the organisation's opening hours beside elapsed ones."""
    log = read_log(io.BytesIO(content), choices, size=len(content), progress=progress)
    calendar, opening = opening_of(log.times)
    return facts_of(log, calendar=calendar, opening=opening)


@transaction.atomic
def _keep(log: EventLog, facts: Facts, *, at: datetime) -> bool:
    if not _move(log, State.MADE, at=at, facts=packed(facts), share=1.0):
        return False
    note("event_log_read", "event_log", log.public_id, by=None, at=at, events=facts.events)
    return True


@transaction.atomic
def _give_up(log: EventLog, problem: Problem, figures: Mapping[str, int], *, at: datetime) -> bool:
    if _move(log, State.FAILED, at=at, trouble=problem.value, trouble_facts=dict(figures)):
        note("event_log_failed", "event_log", log.public_id, by=None, at=at)
    return False


def _move(log: EventLog, state: State, *, at: datetime, **changes: object) -> bool:
    """Whether it was still being read; its events go in the same moment."""
    reading = EventLog.objects.filter(pk=log.pk, state=State.READING)
    if not reading.update(state=state, read_at=at, digest="", preview={}, **changes):
        return False
    if not EventLog.objects.filter(digest=log.digest).exists():
        transaction.on_commit(lambda: store().drop(log.digest))
    return True


def _note_share(log: EventLog, share: float) -> None:
    EventLog.objects.filter(pk=log.pk, state=State.READING).update(share=share)


def _nobody(_share: float) -> None:
    """Nobody waits for it."""


def _title(file_name: str) -> str:
    name = one_line(PurePath(file_name.replace("\\", "/")).name)
    for ending in (".gz", ".xes", ".csv", ".txt"):
        name = name[: -len(ending)] if name.lower().endswith(ending) else name
    return name[:LONGEST_NAME] or "log"
