"""Try a new version beside the one in use, on cases kept out of teaching, and do what follows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samspil.core.embedding import Embedder
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.evidence.binomial import fewest_without_error
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.learning import Outcome, Verdict, judge_version, outcome_of
from samspil.core.evidence.verified import Verified
from samspil.core.examples import Labelled
from samspil.core.looking import ask
from samspil.core.paired import Paired, compare
from samspil.core.skill import Senders, earlier_of
from samspil.people.models import Colleague
from samspil.skills.registry import BrokenModel
from samspil.teaching.access import check_may_teach
from samspil.teaching.actions.filing import sweep_forgotten
from samspil.teaching.actions.versions import check_whole, loaded, put_to_use
from samspil.teaching.models import LaneTrial, Version
from samspil.teaching.queries.lane import LaneCase, lane_cases, seen_by
from samspil.teaching.queries.trials import facts_of
from samspil.teaching.queries.versions import version_in_use
from samspil.work.actions.autonomy import held_autonomy
from samspil.work.actions.noting import note_process
from samspil.work.models import Process
from samspil.work.queries.autonomy import alarm_open, autonomy_of

AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a version says of each case, by key, and the share (0 to 1) that a certificate would let
    it finish alone."""

    topics: Mapping[str, str]
    share: float


def try_on_lane(
    made: Version,
    using: Version,
    *,
    learned_from: Sequence[Labelled],
    embedder: Embedder | None,
    at: datetime,
) -> LaneTrial:
    """Ask both versions about the same cases, from which neither has learned. Slow; writes no row.

    Where the file of the version in use is broken nothing can be compared.
    """
    process = made.process
    kept = autonomy_of(process)
    promise = Promise(alpha=kept.alpha, delta=kept.delta)
    trial = LaneTrial(version=made, against=using, alpha=promise.alpha, delta=promise.delta, at=at)
    seen = {one.digest for one in learned_from} | seen_by(using)
    cases = lane_cases(process, at=at, seen=seen)
    knows = {one.topic for one in learned_from}
    try:
        new = _say(made, cases, knows=knows, promise=promise, embedder=embedder)
        old = _say(using, cases, knows=(), promise=promise, embedder=embedder)
    except BrokenModel:
        return trial
    paired = compare(new.topics, old.topics, {one.key: one.topic for one in cases})
    trial.cases, trial.better, trial.worse = paired.tried, paired.better, paired.worse
    trial.new_share, trial.old_share = new.share, old.share
    return trial


def _say(
    version: Version,
    cases: Sequence[LaneCase],
    *,
    knows: Collection[str],
    promise: Promise,
    embedder: Embedder | None,
) -> Said:
    """What the version says, in the topics that there would be if it were in use.

    What it is too unsure of to be offered at all it would not finish either.
    """
    process, skill = version.process, loaded(version, embedder=embedder)
    moved = {old: new for old, new in process.moved_topics.items() if old not in knows}
    topics: dict[str, str] = {}
    answers: list[tuple[float, bool]] = []
    for start in range(0, len(cases), AT_ONCE):
        some = cases[start : start + AT_ONCE]
        texts = [one.text for one in some]
        made = ask(skill, texts, senders=Senders(process.senders), moved=moved)
        for one, proposal in zip(some, made, strict=True):
            best = proposal.best if proposal else None
            topics[one.key] = best.result if best else ""
            sure = best is not None and best.confidence >= process.least_confidence
            sureness = proposal.sureness if proposal and sure else 0.0
            answers.append((sureness, topics[one.key] != one.topic))
    found = certify(Verified.of(answers), earlier=earlier_of(skill), promise=promise)
    return Said(topics=topics, share=found.share)


def keep_trial(trial: LaneTrial, *, at: datetime) -> None:
    """Keep what the trial of a version just made showed; an earlier one is then out of date.

    Where somebody taught, and there was nothing to try it on, nothing is said.
    """
    version = trial.version
    if not (version.by_itself or trial.cases):
        return
    open_ = LaneTrial.objects.filter(version__process=version.process, answered_at__isnull=True)
    open_.update(answered_at=at)
    trial.version = version  # it has a row by now
    trial.save(force_insert=True)


def settle(version: Version, *, at: datetime) -> None:
    """Let the rule have its effect, once: the new version takes over, is offered, or is not used.

    By itself it takes over only from the version that it was tried beside.
    """
    trial = LaneTrial.objects.filter(version=version, verdict="").select_related("version").first()
    if trial is None or trial.version.swept_at is not None:
        return
    check_whole(version)
    with transaction.atomic():
        process = Process.objects.select_for_update().get(pk=version.process_id)
        kept = held_autonomy(process)
        open_ = LaneTrial.objects.filter(pk=trial.pk, verdict="")
        if not open_.exists():
            return
        trial.verdict = _judged(trial, alarm=alarm_open(process))
        trial.outcome = _outcome(trial, process, level=Autonomy(kept.level))
        if trial.outcome == Outcome.TOOK_OVER:
            put_to_use(version, by=None, at=at)
        answered = at if trial.outcome in ("", Outcome.KEPT_OLD) else None
        open_.update(verdict=trial.verdict, outcome=trial.outcome, answered_at=answered)
        if trial.outcome:
            note_process(process, "version_tried", by=None, at=at, **facts_of(trial))
    sweep_forgotten(process, at=at)


def _judged(trial: LaneTrial, *, alarm: bool) -> Verdict:
    return judge_version(
        old_share=trial.old_share,
        new_share=trial.new_share,
        lane=Paired(better=trial.better, worse=trial.worse, tried=trial.cases),
        alarm=alarm,
        wanted=fewest_without_error(trial.alpha, trial.delta),
    )


def _outcome(trial: LaneTrial, process: Process, *, level: Autonomy) -> str:
    if not trial.version.by_itself:
        return ""
    outcome = outcome_of(Verdict(trial.verdict), level=level)
    using = version_in_use(process)
    if outcome is Outcome.TOOK_OVER and (using is None or using.pk != trial.against_id):
        return Outcome.OFFERED
    return outcome


@transaction.atomic
def answer_trial(version: Version, *, by: Colleague, at: datetime) -> bool:
    """Leave it as it is: the offered version is not used, or the one that took over stays.

    Tells whether there was anything to answer; answering twice changes nothing.
    """
    check_may_teach(by)
    open_ = LaneTrial.objects.filter(version=version, answered_at__isnull=True).exclude(outcome="")
    offered = open_.filter(outcome=Outcome.OFFERED).exists()
    if not open_.update(answered_at=at, answered_by=by):
        return False
    if offered:
        note_process(version.process, "version_declined", by=by, at=at, version=version.number)
    return True
