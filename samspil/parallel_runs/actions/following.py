"""See what became of the cases that go both ways, and of the runs."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from samspil.core.organisation_models.contract import Route
from samspil.core.parallel_runs.answers import Right
from samspil.core.parallel_runs.falling_out import Meanwhile, gone
from samspil.core.parallel_runs.minutes import Spent, spent
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import OPEN, Pause, Stage, end_of
from samspil.parallel_runs.actions.closing import drop, finish, settle_over, took_part
from samspil.parallel_runs.actions.starting import finish_drawing, rest
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.parallel_runs.queries.answers import is_same
from samspil.parallel_runs.queries.meanwhile import Known, known_of
from samspil.parallel_runs.queries.runs import open_runs
from samspil.people.queries import away, day_of, midnight
from samspil.work.models import Proposal
from samspil.work.queries import stop_stands

FOLLOW = "parallel_runs.follow"


def follow_all(*, at: datetime) -> None:
    """Each run that is not over, in a transaction of its own."""
    _give_back_of_absent(at=at)
    for run in open_runs():
        follow(run, at=at)


@transaction.atomic
def follow(run: ParallelRun, *, at: datetime) -> None:
    """Take in what people decided, let go what can no longer be compared, and end what is over.

    Safe to run twice: what was taken in is not taken in again.
    """
    held = ParallelRun.objects.select_for_update().get(pk=run.pk)
    held.process = run.process
    if stop_stands(held.process):
        rest(held, Pause.STOPPED, by=None, at=at)
    if held.ended_at is None:
        why = end_of(drawn=held.drawn, most=held.most, until=held.until, today=day_of(at))
        if why is not None:
            finish_drawing(held, why, by=None, at=at)
    _take_in(held, at=at)
    settle_over(held, at=at)


def _take_in(run: ParallelRun, *, at: datetime) -> None:
    pairs = list(
        Pair.objects.filter(run=run, stage__in=OPEN)
        .select_related("case__process")
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    known = known_of(pairs)
    for pair in pairs:
        found = known[pair.pk]
        why = gone(_meanwhile(pair, found))
        if why is not None:
            drop(pair, why, at=at)
        elif pair.stage == Stage.OLD_WAY and found.decision is not None:
            _compare(pair, found, run=run, at=at)


def _meanwhile(pair: Pair, known: Known) -> Meanwhile:
    decision, case = known.decision, pair.case
    return Meanwhile(
        compared=pair.old_at is not None,
        decided=decision is not None,
        topic=decision is not None and bool(decision.topic),
        closed=case.closed_at is not None,
        merged=case.merged_into_id is not None,
        emptied=known.emptied,
        routed_anew=case.round == pair.round and case.reason != pair.reason,
        later_round=case.round != pair.round,
    )


def _compare(pair: Pair, known: Known, *, run: ParallelRun, at: datetime) -> None:
    """The old way's answer stands: now the new way may begin, or AI's own answer stands too."""
    decision = known.decision
    if decision is None:
        return
    idle = timedelta(minutes=run.idle)
    took = spent(known.signs, idle=idle) if known.signs else _between(decision.seconds, idle)
    pair.old_topic, pair.old_seconds, pair.old_at = decision.topic, took.seconds, decision.at
    pair.capped, pair.stage = took.capped, Stage.NEW_WAY
    took_part(run, decision.by_id, Part.OLD)
    if pair.would == Route.ALONE:
        proposal = Proposal.objects.get(case=pair.case_id, round=pair.round)
        pair.new_topic, pair.new_text = proposal.likeliest, proposal.draft
        compare_answers(pair, run=run, at=at)
    pair.save()


def compare_answers(pair: Pair, *, run: ParallelRun, at: datetime) -> None:
    """Both answers are there: they are the same, or somebody has to settle which was right.

    Inside the caller's transaction; the caller writes a pair that is not done.
    """
    pair.same = is_same(pair, replies=run.compares_replies)
    pair.holder, pair.taken_at, pair.stage = None, None, Stage.SETTLING
    if pair.same:
        finish(pair, Right.BOTH, at=at)


def _between(seconds: int, idle: timedelta) -> Spent:
    most = int(idle.total_seconds())
    return Spent(seconds=min(seconds, most), capped=seconds > most)


def _give_back_of_absent(*, at: datetime) -> None:
    """What somebody has left in hand who is away today, or works here no more, goes back."""
    gone = Q(holder__left_at__isnull=False)
    today = midnight(day_of(at))
    absent = Q(holder__in=list(away(at=at)), taken_at__lt=today)
    held = Pair.objects.filter(stage__in=OPEN).filter(gone | absent)
    Pair.objects.filter(pk__in=list(held.values_list("pk", flat=True))).update(
        holder=None, taken_at=None
    )
