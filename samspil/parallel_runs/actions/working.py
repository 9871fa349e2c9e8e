"""Do a case the new way, and settle where both ways differ. Nothing of it leaves the house."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.masking import mask
from samspil.core.parallel_runs.answers import Choice, Right, right_by
from samspil.core.parallel_runs.minutes import Sign, spent
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import Stage
from samspil.core.roles import NotAllowed
from samspil.parallel_runs.access import check_may_work
from samspil.parallel_runs.actions.closing import finish, settle_over, took_part
from samspil.parallel_runs.actions.following import compare_answers, follow
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.parallel_runs.queries.runs import run_at
from samspil.parallel_runs.queries.sheets import (
    STAGES,
    for_taking,
    had_before,
    held_by,
    old_is_a,
    pair_at,
)
from samspil.people.actions import note
from samspil.people.models import Colleague


class StalePair(Exception):
    """Somebody else has it, or it can no longer be compared; the message is fit to show."""


class NoAnswer(ValueError):
    """What was answered cannot be kept so; the message is fit to show."""


def take(run: ParallelRun, part: Part, *, by: Colleague, at: datetime) -> Pair | None:
    """Take the oldest case that waits for this part; None where none does for this colleague.

    Whoever has one in hand gets that one again. People who ask at the same moment get different
    ones. Raises `NotAllowed`, and `StalePair` where the run rests.
    """
    check_may_work(by, run, part)
    follow(run, at=at)
    _check_runs(run)
    mine = held_by(by, run, part)
    if mine is not None:
        return mine
    for one in for_taking(by, run, part):
        free = Pair.objects.filter(pk=one.pk, stage=STAGES[part], holder__isnull=True)
        if free.update(holder=by, taken_at=at):
            return pair_at(one.public_id)
    return None


@transaction.atomic
def give_back(pair: Pair, *, by: Colleague, at: datetime) -> None:
    """Lay a case aside for somebody else; the time it was in hand counts."""
    held = _held(pair, by=by, at=at)
    _count(held, at=at)
    held.holder, held.taken_at = None, None
    held.save()


@transaction.atomic
def answer_new_way(pair: Pair, *, topic: str, text: str, by: Colleague, at: datetime) -> Pair:
    """Keep what was answered the new way, and compare it. It is sent to nobody.

    Raises `StalePair` unless `by` has it in hand, `NotAllowed` where they had the case in hand the
    old way, and `NoAnswer` for a topic that there is not, or an identity number.
    """
    held = _held(pair, Stage.NEW_WAY, by=by, at=at)
    check_may_work(by, held.run, Part.NEW)
    _check_another(held, by)
    if not held.run.process.topics.filter(key=topic).exists():
        raise NoAnswer(_("Say what the case is about."))
    if mask(text).found:
        raise NoAnswer(_("Take the identity number out of the reply first."))
    _count(held, at=at)
    held.new_topic, held.new_text, held.new_by = topic, text.strip(), by
    took_part(held.run, by.pk, Part.NEW)
    compare_answers(held, run=held.run, at=at)
    held.save()
    _note(held.run, "parallel_run_answered", by=by, at=at)
    settle_over(held.run, at=at)
    return held


@transaction.atomic
def settle(pair: Pair, choice: Choice, *, by: Colleague, at: datetime) -> Right:
    """Say which of A and B was right; returns which way that was.

    Raises `StalePair` unless `by` has it in hand, and `NotAllowed` where they had it before.
    """
    held = _held(pair, Stage.SETTLING, by=by, at=at)
    check_may_work(by, held.run, Part.SETTLES)
    _check_another(held, by)
    right = right_by(choice, old_first=old_is_a(held))
    took_part(held.run, by.pk, Part.SETTLES)
    finish(held, right, at=at)
    _note(held.run, "parallel_run_settled", by=by, at=at)
    settle_over(held.run, at=at)
    return right


def _held(pair: Pair, stage: Stage | None = None, *, by: Colleague, at: datetime) -> Pair:
    """The pair as it is now, kept from everybody else together with its run."""
    follow(run_at(pair.run.public_id), at=at)
    held = pair_at(pair.public_id)
    if held.holder_id != by.pk or (stage is not None and held.stage != stage):
        raise StalePair(
            _("You no longer have this case in hand: it was taken by somebody else, or fell out.")
        )
    _check_runs(held.run)
    return held


def _check_runs(run: ParallelRun) -> None:
    if run_at(run.public_id).paused_at is not None:
        raise StalePair(_("The parallel run rests now. What you wrote is kept on this page."))


def _check_another(pair: Pair, by: Colleague) -> None:
    if had_before(by, pair):
        raise NotAllowed(_("You had this case in hand already: another person does it this way."))


def _note(run: ParallelRun, event: str, *, by: Colleague, at: datetime) -> None:
    """Written down of the run: which case it was nobody keeps."""
    process = str(run.process.public_id)
    note(event, "parallel_run", run.public_id, by=by, at=at, process=process)


def _count(pair: Pair, *, at: datetime) -> None:
    """Add the time since it was taken."""
    if pair.taken_at is None or pair.stage != Stage.NEW_WAY:
        return
    signs = [(pair.taken_at, Sign.OPENED), (at, Sign.LEFT)]
    took = spent(signs, idle=timedelta(minutes=pair.run.idle))
    pair.new_seconds += took.seconds
    pair.capped = pair.capped or took.capped
