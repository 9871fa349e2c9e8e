"""Start a parallel run, pause it, go on, and bring it to an end."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samspil.core.parallel_runs.falling_out import Gone
from samspil.core.parallel_runs.minutes import USUAL_IDLE
from samspil.core.parallel_runs.people import WORDS, Part, lack_of
from samspil.core.parallel_runs.stages import OPEN, End, Pause
from samspil.parallel_runs.access import check_may_run
from samspil.parallel_runs.actions.closing import drop, settle_over
from samspil.parallel_runs.models import Member, Pair, ParallelRun
from samspil.parallel_runs.queries.runs import old_people, run_at
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.people.queries import day_of
from samspil.work.models import Process
from samspil.work.queries import sees_texts_of, stopped

SEED_BYTES = 32


class CannotRun(Exception):
    """A parallel run cannot be started, or not be changed so; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What people agree on for a run; as in `ParallelRun`. `new` and `settles` are named for it."""

    share: float
    most: int | None = None
    until: date | None = None
    old_team: Team | None = None
    compares_replies: bool = False
    idle: int = USUAL_IDLE
    new: Sequence[Colleague] = ()
    settles: Sequence[Colleague] = ()


@transaction.atomic
def start_run(process: Process, terms: Terms, *, by: Colleague, at: datetime) -> ParallelRun:
    """From now on some of the cases that arrive go both ways.

    Raises `CannotRun` where AI does not work there, a run draws there already, its last day has
    passed, or these people cannot do a case in three different hands.
    """
    check_may_run(by)
    if stopped(process):
        raise CannotRun(_("AI does not work in this process now, so there is no new way to try."))
    if terms.until is not None and terms.until < day_of(at):
        raise CannotRun(_("The last day has passed already."))
    old = old_people(process, terms.old_team)
    _check_people(process, old, terms.new, terms.settles)
    run = ParallelRun(
        process=process, share=terms.share, most=terms.most, until=terms.until,
        seed=secrets.token_hex(SEED_BYTES), old_team=terms.old_team,
        compares_replies=terms.compares_replies, idle=terms.idle, began_at=at, began_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        raise CannotRun(
            _("A parallel run is under way in this process: end it before you start another.")
        ) from None
    _name(run, terms.new, terms.settles)
    _note(run, "parallel_run_begun", by=by, at=at)
    return run


@transaction.atomic
def name_people(
    run: ParallelRun,
    *,
    new: Sequence[Colleague],
    settles: Sequence[Colleague],
    by: Colleague,
    at: datetime,
) -> None:
    """Name other people for the new way and for settling; raises `CannotRun` as starting does."""
    check_may_run(by)
    held = _held(run)
    if held.over_at is not None:
        raise CannotRun(_("This parallel run is over."))
    _check_people(held.process, old_people(held.process, held.old_team), new, settles)
    Member.objects.filter(run=held, named=True).update(named=False)
    _name(held, new, settles)
    _note(held, "parallel_run_people", by=by, at=at)


@transaction.atomic
def take_start_back(run: ParallelRun, *, by: Colleague, at: datetime) -> None:
    """Undo a start, as though it had not been; raises `CannotRun` once a case was drawn."""
    check_may_run(by)
    held = _held(run)
    if held.drawn:
        raise CannotRun(_("A case was drawn already: end the run instead."))
    _note(held, "parallel_run_taken_back", by=by, at=at)
    held.delete()


@transaction.atomic
def pause_run(run: ParallelRun, *, by: Colleague, at: datetime) -> None:
    """Draw no more, and let nobody take a case the new way, until somebody goes on."""
    check_may_run(by)
    rest(_held(run), Pause.PERSON, by=by, at=at)


@transaction.atomic
def resume_run(run: ParallelRun, *, by: Colleague, at: datetime) -> None:
    """Go on with a run that rests; raises `CannotRun` as long as AI is stopped there."""
    check_may_run(by)
    held = _held(run)
    if held.paused_at is None:
        return
    if stopped(held.process):
        raise CannotRun(_("AI is stopped here: lift the stop first."))
    held.paused_at, held.paused_why = None, ""
    held.save(update_fields=["paused_at", "paused_why"])
    _note(held, "parallel_run_resumed", by=by, at=at)


@transaction.atomic
def end_run(run: ParallelRun, *, by: Colleague, at: datetime) -> None:
    """Draw no more; what was drawn is still finished. Ending twice changes nothing."""
    check_may_run(by)
    held = _held(run)
    if held.ended_at is None:
        finish_drawing(held, End.PERSON, by=by, at=at)
        settle_over(held, at=at)


@transaction.atomic
def leave_rest_out(run: ParallelRun, *, by: Colleague, at: datetime) -> int:
    """Bring a run to its end at once: what is still open falls out; returns how many did."""
    check_may_run(by)
    held = _held(run)
    if held.ended_at is None:
        finish_drawing(held, End.PERSON, by=by, at=at)
    pairs = list(Pair.objects.filter(run=held, stage__in=OPEN).select_for_update())
    for pair in pairs:
        drop(pair, Gone.LEFT, at=at)
    settle_over(held, at=at)
    return len(pairs)


def finish_drawing(run: ParallelRun, why: End, *, by: Colleague | None, at: datetime) -> None:
    """No more is drawn. Inside the caller's transaction, which holds the run."""
    run.ended_at, run.ended_why = at, why
    run.save(update_fields=["ended_at", "ended_why"])
    _note(run, "parallel_run_ended", by=by, at=at, why=why.value)


def rest(run: ParallelRun, why: Pause, *, by: Colleague | None, at: datetime) -> None:
    """Nothing is drawn nor taken for a while. Inside the caller's transaction."""
    if run.paused_at is None and run.over_at is None:
        run.paused_at, run.paused_why = at, why
        run.save(update_fields=["paused_at", "paused_why"])
        _note(run, "parallel_run_paused", by=by, at=at, why=why.value)


def _held(run: ParallelRun) -> ParallelRun:
    """The run as it is now, kept from everybody else."""
    ParallelRun.objects.select_for_update().get(pk=run.pk)
    return run_at(run.public_id)


def _check_people(
    process: Process, old: set[int], new: Sequence[Colleague], settles: Sequence[Colleague]
) -> None:
    if not all(sees_texts_of(process, one) for one in {*new, *settles}):
        raise CannotRun(_("This process is closed: choose people who are in its teams."))
    lack = lack_of(old, {one.pk for one in new}, {one.pk for one in settles})
    if lack is not None:
        raise CannotRun(_(WORDS[lack]))


def _name(run: ParallelRun, new: Iterable[Colleague], settles: Iterable[Colleague]) -> None:
    for part, people in ((Part.NEW, new), (Part.SETTLES, settles)):
        rows = [Member(run=run, colleague=one, part=part, named=True) for one in people]
        Member.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["run", "colleague", "part"],
            update_fields=["named"],
        )  # fmt: skip


def _note(
    run: ParallelRun, event: str, *, by: Colleague | None, at: datetime, **facts: object
) -> None:
    process = str(run.process.public_id)
    note(event, "parallel_run", run.public_id, by=by, at=at, process=process, **facts)
