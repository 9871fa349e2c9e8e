"""Teach: in the background from the page, at once from the command line."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from samspil.adapters import embedding
from samspil.adapters.jobs import enqueue
from samspil.core.embedding import Keeping
from samspil.core.examples import Labelled
from samspil.core.lessons import PARTS, Trial, part_of, trial
from samspil.people.models import Colleague
from samspil.skills.registry import NothingToLearn, train_skill
from samspil.teaching.access import check_may_teach
from samspil.teaching.actions.filing import bytes_of, delete_unless_needed, sweep_files
from samspil.teaching.actions.keeping import Fresh, keep_examples
from samspil.teaching.actions.learning import IN_FULL, Plan, Trials, hold_trials, trials_from
from samspil.teaching.actions.locking import lock
from samspil.teaching.actions.trying import keep_trial, settle, try_on_lane
from samspil.teaching.actions.versions import adopt, try_versions
from samspil.teaching.models import (
    Judgement,
    LaneTrial,
    Lesson,
    Origin,
    Source,
    Stage,
    Step,
    Version,
)
from samspil.teaching.queries.examples import (
    counts,
    digests_here,
    kept_topics,
    labelled,
    starter_beside,
    starter_helps,
)
from samspil.tenancy.queries import current
from samspil.work.actions.noting import note_process
from samspil.work.models import Process
from samspil.work.queries import Aid, aid_for, model_folder

TEACH = "teaching.teach"
TRIED, LEARNED = 0.75, 0.85
"""How far a lesson is when the trials are over, and when the version for use is made."""


class NoExamples(Exception):
    """There is nothing to learn from; the message is fit to show to a person."""


class _Deleted(Exception):
    """An example was deleted while AI learned from it, for the file named: it learns once more."""


@transaction.atomic
def start(lesson: Lesson, *, with_starter: bool, by: Colleague) -> None:
    """Teach in the background; starting twice changes nothing."""
    check_may_teach(by)
    waiting = Lesson.objects.filter(pk=lesson.pk, stage=Stage.LOOKED)
    if waiting.update(stage=Stage.RUNNING, with_starter=with_starter):
        _enqueue(lesson)


@transaction.atomic
def teach_again(
    process: Process, *, by: Colleague, at: datetime, with_starter: bool | None = None
) -> Lesson:
    """Teach in the background with the examples that are kept; raises `NoExamples`.

    `with_starter` None leaves it to the rule whether the examples AI came with help too.
    """
    check_may_teach(by)
    return begin_lesson(
        process, by=by, language=(get_language() or "en")[:2], with_starter=with_starter, at=at
    )


def begin_lesson(
    process: Process,
    *,
    by: Colleague | None,
    language: str,
    with_starter: bool | None = None,
    by_itself: bool = False,
    at: datetime,
) -> Lesson:
    """As `teach_again`, whoever asks for it; `by` is None for a command.

    AI learns `by_itself` once at a time: raises `IntegrityError` where it does already.
    """
    topics: dict[str, int] = {topic: sum(n.values()) for topic, n in counts(process).items()}
    if not topics:
        raise NoExamples(_("No examples are kept here yet: bring in a file first."))
    lesson = Lesson.objects.create(
        process=process,
        by=by,
        by_itself=by_itself,
        language=language,
        stage=Stage.RUNNING,
        with_starter=starter_helps(process, topics) if with_starter is None else with_starter,
        looked_at=at,
    )
    _enqueue(lesson)
    return lesson


def _enqueue(lesson: Lesson) -> None:
    payload = {"organisation": str(current().public_id), "lesson": str(lesson.public_id)}
    enqueue(TEACH, payload)


def run_lesson(lesson: Lesson, *, at: datetime, plan: Plan = IN_FULL) -> Version | None:
    """Keep the lesson's examples, learn, try and compare; None where it failed. Slow.

    The plan says how thoroughly it is tried; what is reported counts only what was.

    Safe to run again, also where a worker died: it goes on after the last trial that was noted.
    The version in use stays in use.
    """
    if lesson.stage != Stage.RUNNING:
        return _settled(lesson.version, at=at)
    with override(lesson.language):
        _keep_rows(lesson, at=at)
        try:
            version = _learn_from_kept(lesson, plan=plan, at=at)
        except (NoExamples, NothingToLearn) as why:
            running = Lesson.objects.filter(pk=lesson.pk, stage=Stage.RUNNING)
            running.update(stage=Stage.FAILED, finished_at=at, problem=str(why), half={})
            return None
    if version is not None:
        sweep_files(lesson.process, at=at)
    return _settled(version, at=at)


def _settled(version: Version | None, *, at: datetime) -> Version | None:
    """The version, with what the rule says of it done; also where a worker died just before."""
    if version is not None:
        settle(version, at=at)
    return version


def _learn_from_kept(lesson: Lesson, *, plan: Plan, at: datetime) -> Version | None:
    """Learn from what is kept; and once more, as often as some of it is deleted meanwhile."""
    while True:
        examples = labelled(lesson.process)
        if not examples:
            raise NoExamples(_("No example is left to learn from: bring in a file with some."))
        try:
            return _learn(lesson, examples, aid=_aid(lesson, examples), plan=plan, at=at)
        except _Deleted as file:
            delete_unless_needed(str(file))
            lesson.half = {}


def _aid(lesson: Lesson, examples: list[Labelled]) -> Aid:
    """What helps to learn; no text is given to the embedding twice."""
    if lesson.words_only:
        return Aid(embedder=None)
    aid = aid_for(lesson.process, [one.topic for one in examples])
    return replace(aid, embedder=Keeping(embedder=aid.embedder)) if aid.embedder else aid


def _keep_rows(lesson: Lesson, *, at: datetime) -> None:
    _note(lesson, step=Step.KEEPING, share=0.01)
    with transaction.atomic():
        lock(lesson.process)
        lesson.refresh_from_db(fields=["rows"])  # some may be forgotten by now
        rows = [Fresh(labelled=Labelled(text=text, topic=topic)) for text, topic in lesson.rows]
        if rows:
            keep_examples(lesson.process, rows, source=Source.FILE, by=lesson.by, at=at)
        told = {name: n for name, n in lesson.look.items() if name != "contradictions"}
        Lesson.objects.filter(pk=lesson.pk).update(rows=[], look=told)
    lesson.rows, lesson.look = [], told


def _learn(
    lesson: Lesson, examples: list[Labelled], *, aid: Aid, plan: Plan, at: datetime
) -> Version | None:
    process = lesson.process
    beside = starter_beside(process, examples) if lesson.with_starter else []
    content = hash_of(examples, beside=beside)
    trials = _trials(lesson, examples, beside=beside, aid=aid, plan=plan, content=content)
    _note(lesson, step=Step.LEARNING, share=TRIED)
    everything = [*beside, *examples]
    folder = process.public_id.hex[-12:]
    file_name, number = train_skill(
        process.skill,
        [one.text for one in everything],
        [one.topic for one in everything],
        folder=model_folder() / folder,
        embedder=aid.embedder,
        unlabelled=aid.unlabelled,
    )
    _note(lesson, step=Step.COMPARING, share=LEARNED)
    with transaction.atomic():
        using = adopt(Process.objects.select_for_update().get(pk=process.pk), at=at)
    try_versions(
        process,
        embedder=aid.embedder if embedding.chosen() else None,
        progress=lambda share: _note(
            lesson, step=Step.COMPARING, share=LEARNED + (0.99 - LEARNED) * share
        ),
    )
    made = Version(
        process=process,
        origin=Origin.TAUGHT,
        number=number,
        model_file=f"{folder}/{file_name}",
        examples=len(examples),
        examples_hash=content,
        with_starter=bool(beside),
        by=lesson.by,
        by_itself=lesson.by_itself,
        at=at,
    )
    embedder = aid.embedder if embedding.chosen() else None
    tried = try_on_lane(made, using, learned_from=everything, embedder=embedder, at=at)
    return _finish(lesson, made, tried, examples=examples, trials=trials, at=at)


def _trials(
    lesson: Lesson,
    examples: list[Labelled],
    *,
    beside: Sequence[Labelled],
    aid: Aid,
    plan: Plan,
    content: str,
) -> Trials:
    """What was said of the examples unseen, from where an interrupted lesson of them stood."""
    half = lesson.half if lesson.half.get("hash") == content else {}
    return hold_trials(
        examples,
        skill=lesson.process.skill,
        beside=beside,
        aid=aid,
        plan=plan,
        so_far=trials_from(half.get("rounds", {})),
        note=_noting(lesson, content, rounds=len(plan)),
    )


@transaction.atomic
def _finish(
    lesson: Lesson,
    made: Version,
    tried: LaneTrial,
    *,
    examples: list[Labelled],
    trials: Trials,
    at: datetime,
) -> Version | None:
    """Write the version down once, whoever else ran the same lesson meanwhile.

    Raises `_Deleted` where it knows something that must not be known any more.
    """
    lock(lesson.process)
    if not {one.digest for one in examples} <= digests_here(lesson.process):
        raise _Deleted(made.model_file)
    running = Lesson.objects.filter(pk=lesson.pk, stage=Stage.RUNNING)
    if not running.update(stage=Stage.DONE, share=1.0, finished_at=at, half={}):
        return None
    said = trials.of(1.0)
    shown = trial({one.digest: one.topic for one in examples}, said)
    made.file_bytes = bytes_of(made.model_file)
    made.counts = counts(lesson.process)
    made.right, made.tried = shown.overall.hits, shown.overall.n
    made.report = {**report_of(shown), "curve": _curve(examples, trials)}
    made.report["against"] = str(tried.against.public_id)
    made.gone = len({one.digest for one in examples} - kept_topics(lesson.process).keys())
    made.save(force_insert=True)
    unseen = {one.digest: said.get(one.digest) for one in examples}
    Judgement.objects.create(version=made, unseen=unseen)
    keep_trial(tried, at=at)
    Lesson.objects.filter(pk=lesson.pk).update(version=made)
    note_process(
        lesson.process,
        "skill_taught",
        by=lesson.by,
        at=at,
        version=made.number,
        examples=len(examples),
    )
    return made


def report_of(shown: Trial) -> dict[str, object]:
    """What a trial showed, as it is kept with the version: figures and keys, no texts."""
    return {
        "topics": {topic: [share.hits, share.n] for topic, share in shown.topics.items()},
        "confusions": [asdict(one) for one in shown.confusions],
    }


def _curve(examples: list[Labelled], trials: Trials) -> list[list[int]]:
    """From how many examples one learned, and how many of how many were right then."""
    truth = {one.digest: one.topic for one in examples}
    points = []
    for part in (*PARTS, 1.0):
        said = trials.on_part_fold(part)
        rest = [one for one in examples if one.digest not in said]
        shown = trial(truth, said).overall
        points.append([len(part_of(rest, part)), shown.hits, shown.n])
    return points


def hash_of(examples: list[Labelled], *, beside: list[Labelled]) -> str:
    """The same for the same examples, in whatever order."""
    lines = sorted(f"{one.digest} {one.topic}" for one in (*examples, *beside))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]


def _noting(lesson: Lesson, content: str, *, rounds: int) -> Callable[[Trials], None]:
    def note(trials: Trials) -> None:
        share = 0.02 + (TRIED - 0.02) * len(trials.rounds) / rounds
        half = {"hash": content, "rounds": trials.rounds}
        running = Lesson.objects.filter(pk=lesson.pk, stage=Stage.RUNNING)
        running.update(step=Step.TRYING, share=share, half=half)

    return note


def _note(lesson: Lesson, *, step: Step, share: float) -> None:
    running = Lesson.objects.filter(pk=lesson.pk, stage=Stage.RUNNING)
    running.update(step=step, share=share)


def teach_now(
    lesson: Lesson, *, with_starter: bool, words_only: bool, at: datetime, plan: Plan = IN_FULL
) -> Version | None:
    """Teach at once rather than in the background, for the command line; None where it failed."""
    lesson.stage, lesson.with_starter = Stage.RUNNING, with_starter
    lesson.words_only = words_only
    lesson.save(update_fields=["stage", "with_starter", "words_only"])
    return run_lesson(lesson, at=at, plan=plan)
