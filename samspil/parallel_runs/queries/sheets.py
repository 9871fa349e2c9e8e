"""What somebody has before them who does a case the new way, or settles what differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from samspil.core.parallel_runs.answers import Answer
from samspil.core.parallel_runs.drawing import old_way_comes_first
from samspil.core.parallel_runs.people import Part, may_take
from samspil.core.parallel_runs.stages import OPEN, Stage
from samspil.core.skill import Evidence
from samspil.journal.models import Entry
from samspil.parallel_runs.models import Member, Pair, ParallelRun
from samspil.parallel_runs.queries.answers import new_answer, old_answer
from samspil.people.models import Colleague
from samspil.review.queries import evidence_in, topic_choices
from samspil.work.models import Attachment, Decision, Direction, Message, Proposal

STAGES: Mapping[Part, Stage] = {Part.NEW: Stage.NEW_WAY, Part.SETTLES: Stage.SETTLING}
"""Where a pair waits for each part."""
LOOKED_AT = 50
"""So many of the oldest are looked through for one that somebody may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a customer wrote, with the passages AI went by."""

    at: datetime
    text: str
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A topic AI thought of, with its confidence from 0 to 1."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSheet:
    """A case as the new way has it: what was written, and what AI proposes. Nothing of the old way.

    `likeliest` is the key of AI's first guess, `topics` what it may be about, by key and name.
    """

    pair: Pair
    written: Sequence[Written]
    files: Sequence[str]
    guesses: Sequence[Guess]
    likeliest: str
    draft: str
    topics: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingSheet:
    """Two answers to a case, A and B; nothing tells which way either came. Topics are named."""

    pair: Pair
    written: Sequence[Written]
    files: Sequence[str]
    answers: Sequence[tuple[str, Answer]]


def pair_at(public_id: UUID | str) -> Pair:
    """One pair; raises `Pair.DoesNotExist`."""
    found = Pair.objects.select_related("run__process", "case__process")
    return found.get(public_id=public_id)


def new_sheet(pair: Pair) -> NewSheet:
    """What the new way has before it."""
    proposal = Proposal.objects.filter(case=pair.case_id, round=pair.round).first()
    topics = topic_choices(pair.case)
    named = dict(topics)
    return NewSheet(
        pair=pair,
        written=_written(pair, proposal),
        files=_files(pair),
        guesses=[
            Guess(name=named.get(one["result"], one["result"]), confidence=float(one["confidence"]))
            for one in (proposal.options if proposal else [])
        ],
        likeliest=proposal.likeliest if proposal else "",
        draft=proposal.draft if proposal else "",
        topics=topics,
    )


def settling_sheet(pair: Pair) -> SettlingSheet:
    """What somebody has before them who settles."""
    named = dict(topic_choices(pair.case))
    answers = [old_answer(pair), new_answer(pair)]
    if not old_is_a(pair):
        answers.reverse()
    told = [
        Answer(topic=named.get(one.topic, one.topic.replace("_", " ")), text=one.text)
        for one in answers
    ]
    return SettlingSheet(
        pair=pair,
        written=_written(pair, None),
        files=_files(pair),
        answers=list(zip("AB", told, strict=True)),
    )


def old_is_a(pair: Pair) -> bool:
    """Whether A is the old way's answer."""
    return old_way_comes_first(str(pair.public_id), seed=bytes.fromhex(pair.run.seed))


def held_by(colleague: Colleague, run: ParallelRun, part: Part) -> Pair | None:
    """What somebody has in hand already for this part of a run."""
    held = Pair.objects.filter(run=run, stage=STAGES[part], holder=colleague)
    return held.select_related("run__process", "case__process").order_by("pk").first()


def for_taking(colleague: Colleague, run: ParallelRun, part: Part) -> list[Pair]:
    """The oldest that wait for this part and that this colleague may take; two statements."""
    waiting = Pair.objects.filter(run=run, stage=STAGES[part], holder__isnull=True)
    pairs = list(waiting.select_related("run__process", "case__process").order_by("pk")[:LOOKED_AT])
    had = _had_in_hand(colleague, [one.case_id for one in pairs])
    return [one for one in pairs if may_take(colleague.pk, before=_before(one, colleague, had))]


def had_before(colleague: Colleague, pair: Pair) -> bool:
    """Whether somebody had a case in hand already, in another way."""
    before = _before(pair, colleague, _had_in_hand(colleague, [pair.case_id]))
    return not may_take(colleague.pk, before=before)


def _before(pair: Pair, colleague: Colleague, had: set[int]) -> set[int]:
    people = {pair.new_by_id} if pair.new_by_id else set()
    return people | ({colleague.pk} if pair.case_id in had else set())


def _had_in_hand(colleague: Colleague, cases: Sequence[int]) -> set[int]:
    """Those of these cases that somebody did anything to, or decided, by primary key."""
    made = Entry.objects.filter(actor=str(colleague.public_id), subject_kind="case")
    found = Pair.objects.filter(case__in=cases).select_related("case")
    subjects = {str(one.case.public_id): one.case_id for one in found}
    done = set(made.filter(subject__in=subjects).values_list("subject", flat=True).distinct())
    decided = Decision.objects.filter(case__in=cases, by=colleague).values_list("case", flat=True)
    return {subjects[one] for one in done} | set(decided)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What waits for somebody in a run: so many cases the new way, and so many to be settled."""

    run: ParallelRun
    new: int
    settling: int


def waiting_for(colleague: Colleague) -> list[Waiting]:
    """What waits in the runs that this colleague is named for, oldest run first; three statements.

    Of runs that rest nothing waits.
    """
    mine = Member.objects.filter(colleague=colleague, named=True, run__over_at__isnull=True)
    parts = [
        (one.run, Part(one.part))
        for one in mine.filter(run__paused_at__isnull=True)
        .select_related("run__process")
        .order_by("run", "part")
    ]
    runs = {run.pk: run for run, _part in parts}
    free = Q(holder__isnull=True) | Q(holder=colleague)
    rows = Pair.objects.filter(free, run__in=runs, stage__in=OPEN).exclude(new_by=colleague)
    open_ = list(rows.values_list("run", "stage", "case"))
    had = _had_in_hand(colleague, [case for _run, _stage, case in open_])
    left = [(run, stage) for run, stage, case in open_ if case not in had]
    counted = {
        (run.pk, part): sum(1 for one in left if one == (run.pk, STAGES[part]))
        for run, part in parts
    }
    found = [
        Waiting(
            run=run,
            new=counted.get((pk, Part.NEW), 0),
            settling=counted.get((pk, Part.SETTLES), 0),
        )
        for pk, run in runs.items()
    ]
    return [one for one in found if one.new or one.settling]


def _written(pair: Pair, proposal: Proposal | None) -> list[Written]:
    """What came in before the old way's answer, oldest first."""
    came = Message.objects.filter(case=pair.case_id, direction=Direction.IN, at__lte=pair.old_at)
    return [
        Written(at=one.at, text=one.text, evidence=evidence_in(one.text, proposal))
        for one in came.order_by("at", "pk")
    ]


def _files(pair: Pair) -> list[str]:
    """The names of what came along."""
    found = Attachment.objects.filter(message__case=pair.case_id, message__direction=Direction.IN)
    return [str(one) for one in found.values_list("name", flat=True).order_by("pk")]
