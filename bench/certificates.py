"""How much AI may finish alone under a promise, and whether the promise is kept, on public data.

The skill learns from the official training part, with the embedding. The other parts are shuffled
twenty times: one half are the cases that people verified, the other those that come afterwards.
Baselines in the same run: the same test on the best confidence (made honest by temperature), fixed
limits on a plain model's and on the honest confidence, and the risk control of MAPIE.
"""

import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np
from mapie.risk_control import BinaryClassificationController
from numpy.typing import NDArray
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from bench.report import Row, at_least, at_most
from bench.triage_accuracy import Split, banking, massive, massive_further
from bench.vectors import installed, shelf
from samspil.core.embedding import Keeping
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.groups import certify_groups
from samspil.core.evidence.verified import NOTHING, Verified
from samspil.core.skill import Brief
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.meaning_training import (
    MOST_READ,
    answers_unseen,
    learn_meaning,
    read_examples,
)
from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.sureness import ENOUGH
from samspil.skills.triage.training import Lesson, lesson

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

DELTA = 0.05
SPLITS = 20
REDRAWN = 1_000
JUDGED = 10_000
GOALS = {0.01: 0.61, 0.02: 0.82, 0.05: 0.93}
LEAD = 0.05
"""The further share that knowing itself should bring on MASSIVE, at two wrong in 100."""
BATCH = 100
MOST_OVERHEAD_MS = 3.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pool:
    """Cases that were not learned from: how sure the skill was, in three ways, and the truth."""

    name: str
    sure: Numbers
    honest: Numbers
    wrong: Flags
    earlier: Verified
    earlier_honest: Verified


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Learned:
    """What one skill learned from all splits together, as in the product."""

    model: TriageModel
    meaning: Meaning
    honest: Verified
    kept: Keeping

    @property
    def skill(self) -> Triage:
        """The skill that goes by it."""
        return Triage(model=self.model, meaning=self.meaning, embedder=self.kept)


def rows(*, quick: bool) -> Iterator[Row]:
    """Every row; nothing where the embedding or the data are missing."""
    embedder = installed()
    if embedder is None or quick:
        print("certificates: skipped, since learning takes minutes" if quick else "")
        return
    try:
        one = banking()
        further = [_with_more(massive(language)) for language in ("da", "de", "en")]
    except FileNotFoundError as missing:
        print(f"skipped: {missing.filename} is not there")
        return
    kept = shelf(embedder, [text for split in (one, *further) for text in _all_texts(split)])
    learned = _learn([one], kept, judged=JUDGED)
    pool = _pool(one, learned)
    for alpha, goal in GOALS.items():
        yield from _alone(pool, alpha, goal=goal)
    yield from _limits(pool, *_plain(one, kept))
    yield from _redrawn(pool)
    yield _overhead(one, learned)
    learned = _learn(further, kept, judged=ENOUGH)
    yield from _languages([_pool(split, learned) for split in further])


def _languages(pools: Sequence[Pool]) -> Iterator[Row]:
    """MASSIVE, each language by itself, and all together under one promise or one for each."""
    for pool in pools:
        yield from _lead(pool)
        yield from _redrawn(pool)
    for alpha in GOALS:
        yield from _by_language(pools, alpha)


def _all_texts(split: Split) -> list[str]:
    return [*split.test_texts, *split.texts]


def _with_more(split: Split) -> Split:
    texts, labels = massive_further(split.name.rpartition(" ")[2])
    return replace(
        split,
        test_texts=[*split.test_texts, *texts],
        test_labels=[*split.test_labels, *labels],
    )


def _learn(splits: Sequence[Split], kept: Keeping, *, judged: int) -> Learned:
    texts = [text for split in splits for text in split.texts]
    labels = [label for split in splits for label in split.labels]
    origins = [origin for split in splits for origin in split.origins]
    learned = lesson(texts, labels, origins=origins, enough=judged)
    meaning = learn_meaning(texts, learned, embedder=kept)
    honest = _honest_earlier(texts, learned, meaning, kept)
    return Learned(model=learned.model, meaning=meaning, honest=honest, kept=kept)


def _plain(split: Split, kept: Keeping) -> tuple[Numbers, Flags]:
    """How sure a plain model of the same vectors is, and whether it is wrong."""
    plain = make_pipeline(StandardScaler(), LogisticRegression(max_iter=100))
    plain.fit(kept.embed(split.texts), split.labels)
    shares = plain.predict_proba(kept.embed(split.test_texts))
    said = plain.classes_[shares.argmax(axis=1)]
    return shares.max(axis=1), said != np.array(split.test_labels)


def _honest_earlier(
    texts: Sequence[str], learned: Lesson, meaning: Meaning, kept: Keeping
) -> Verified:
    """The best confidence of answers to examples unseen, for the baseline's first walk."""
    if learned.judged is None:
        return NOTHING
    material = read_examples(texts, learned, embedder=kept, most=MOST_READ)
    given, truth, _ = answers_unseen(meaning, material, learned.judged)
    loud = np.array([meaning.words_speak, meaning.meaning_speaks, meaning.neighbours_speak])
    shares = softmax(np.tensordot(loud, given.voices, axes=1), axis=1)
    return Verified(sure=shares.max(axis=1), wrong=shares.argmax(axis=1) != truth)


def _pool(split: Split, learned: Learned) -> Pool:
    proposals, skill = [], learned.skill
    for start in range(0, len(split.test_texts), BATCH):
        briefs = [Brief(text=text) for text in split.test_texts[start : start + BATCH]]
        proposals += skill.propose(briefs)
    said = np.array([one.best.result if one.best else "" for one in proposals])
    return Pool(
        name=split.name,
        sure=np.array([one.sureness for one in proposals]),
        honest=np.array([one.best.confidence if one.best else 0.0 for one in proposals]),
        wrong=said != np.array(split.test_labels),
        earlier=learned.meaning.earlier,
        earlier_honest=learned.honest,
    )


def _halves(pool: Pool) -> Iterator[tuple[Places, Places]]:
    for split in range(SPLITS):
        order = np.random.default_rng(split).permutation(len(pool.wrong))
        yield order[: len(order) // 2], order[len(order) // 2 :]


def _shares(
    pool: Pool, choose: Callable[[Places], tuple[Numbers, float]], *, alpha: float
) -> tuple[float, int]:
    """The mean share finished alone, and in how many splits more than alpha of it was wrong."""
    shares, broken = [], 0
    for verified, coming in _halves(pool):
        sure, threshold = choose(verified)
        alone = sure[coming] > threshold
        shares.append(alone.mean())
        broken += int(pool.wrong[coming][alone].sum()) > alpha * int(alone.sum())
    return float(np.mean(shares)), broken


def _certified(
    sure: Numbers, pool: Pool, verified: Places, *, earlier: Verified, alpha: float
) -> float:
    found = certify(
        Verified(sure=sure[verified], wrong=pool.wrong[verified]),
        earlier=earlier,
        promise=Promise(alpha=alpha, delta=DELTA),
    )
    return inf if found.threshold is None else found.threshold


def _ours(pool: Pool, alpha: float) -> tuple[float, int]:
    return _tested(pool, pool.sure, earlier=pool.earlier, alpha=alpha)


def _by_confidence(pool: Pool, alpha: float) -> tuple[float, int]:
    return _tested(pool, pool.honest, earlier=pool.earlier_honest, alpha=alpha)


def _tested(pool: Pool, sure: Numbers, *, earlier: Verified, alpha: float) -> tuple[float, int]:
    """The same test, whatever the cases are ranked by."""

    def choose(verified: Places) -> tuple[Numbers, float]:
        return sure, _certified(sure, pool, verified, earlier=earlier, alpha=alpha)

    return _shares(pool, choose, alpha=alpha)


def _by_mapie(pool: Pool, alpha: float) -> tuple[float, int]:
    """Its default grid, on the honest confidence."""

    def choose(verified: Places) -> tuple[Numbers, float]:
        control = BinaryClassificationController(
            predict_function=lambda places: np.column_stack(
                [1 - pool.honest[places.ravel()], pool.honest[places.ravel()]]
            ),
            risk="precision",
            target_level=1 - alpha,
            confidence_level=1 - DELTA,
            best_predict_param_choice="recall",
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            control.calibrate(verified[:, None], (~pool.wrong[verified]).astype(int))
        best = control.best_predict_param
        return pool.honest, inf if best is None else float(best)

    return _shares(pool, choose, alpha=alpha)


def _alone(pool: Pool, alpha: float, *, goal: float) -> Iterator[Row]:
    percent = f"{alpha:.0%} wrong at most"
    share, broken = _ours(pool, alpha)
    others = {"best confidence, same test": _by_confidence, "MAPIE": _by_mapie}
    beaten = {name: method(pool, alpha) for name, method in others.items()}
    yield at_least(
        f"{pool.name}, {percent}: finished alone", "share", share,
        goal=goal, baseline=beaten["best confidence, same test"][0],
    )  # fmt: skip
    yield Row(name=f"{pool.name}, {percent}: splits above", unit=f"of {SPLITS}", value=broken)
    for name, (theirs, above) in beaten.items():
        yield Row(name=f"{pool.name}, {percent}: {name}", unit="share", value=theirs)
        yield Row(name=f"{pool.name}, {percent}: {name}, above", unit=f"of {SPLITS}", value=above)


def _limits(pool: Pool, plain: Numbers, plain_wrong: Flags) -> Iterator[Row]:
    """Fixed limits promise nothing: their share, what was wrong, and ours at that promise."""
    limits = (
        ("plain confidence above 0.9", plain, plain_wrong, 0.9),
        ("honest confidence above 0.9", pool.honest, pool.wrong, 0.9),
        ("confidence above 0.3", pool.honest, pool.wrong, 0.3),
    )
    for name, sure, wrong, limit in limits:
        alone = sure > limit
        yield Row(name=f"{pool.name}, {name}: alone", unit="share", value=float(alone.mean()))
        error = float(wrong[alone].mean()) if alone.any() else 0.0
        yield Row(name=f"{pool.name}, {name}: wrong", unit="share of those", value=error)


def _redrawn(pool: Pool) -> Iterator[Row]:
    """How often the promise breaks where the whole pool is the truth, and cases are drawn of it."""
    half = len(pool.wrong) // 2
    for alpha in GOALS:
        broken = 0
        for draw in range(REDRAWN):
            chosen = np.random.default_rng(draw).integers(0, len(pool.wrong), half)
            limit = _certified(pool.sure, pool, chosen, earlier=pool.earlier, alpha=alpha)
            alone = pool.sure > limit
            broken += int(pool.wrong[alone].sum()) > alpha * int(alone.sum())
        name = f"{pool.name}, {alpha:.0%} wrong at most: chance that it is more"
        yield at_most(name, "share of draws", broken / REDRAWN, goal=DELTA, baseline=None)


def _lead(pool: Pool) -> Iterator[Row]:
    ours, broken = _ours(pool, 0.02)
    theirs, above = _by_confidence(pool, 0.02)
    name = f"{pool.name}, 2% wrong at most"
    yield Row(name=f"{name}: finished alone", unit="share", value=ours, baseline=theirs)
    yield Row(name=f"{name}: splits above", unit=f"of {SPLITS}", value=broken, baseline=above)
    yield at_least(f"{name}: lead", "share", ours - theirs, goal=LEAD, baseline=None)


Limits = Callable[[Verified, Sequence[str]], dict[str, float]]
"""The limit of each language, from verified cases and their languages."""


def _by_language(pools: Sequence[Pool], alpha: float) -> Iterator[Row]:
    """What promises by language cost beside one for all, and what that one hides."""
    earlier, promise = pools[0].earlier, Promise(alpha=alpha, delta=DELTA)

    def for_all(verified: Verified, groups: Sequence[str]) -> dict[str, float]:
        found = certify(verified, earlier=earlier, promise=promise)
        return dict.fromkeys(groups, inf if found.threshold is None else found.threshold)

    def for_each(verified: Verified, groups: Sequence[str]) -> dict[str, float]:
        found = certify_groups(verified, groups, earlier=earlier, promise=promise).groups
        limits = {name: one.threshold for name, one in found.items()}
        return {name: inf if limit is None else limit for name, limit in limits.items()}

    name = f"MASSIVE together, {alpha:.0%} wrong at most"
    whole, above, wrong = _mixed(pools, for_all, alpha=alpha)
    share, broken, _ = _mixed(pools, for_each, alpha=alpha)
    yield Row(name=f"{name}: one promise, alone", unit="share", value=whole)
    yield Row(name=f"{name}: one by language, alone", unit="share", value=share, baseline=whole)
    yield Row(
        name=f"{name}: splits with a language above", unit=f"of {SPLITS}",
        value=broken, baseline=above,
    )  # fmt: skip
    for pool, error in zip(pools, wrong, strict=True):
        told = f"{name}: wrong under one promise, {pool.name}"
        yield Row(name=told, unit="share of those", value=error)
    chance = [_redrawn_together(pools, choose, alpha=alpha) for choose in (for_all, for_each)]
    yield at_most(
        f"{name}: chance that a language is above", "share of draws", chance[1],
        goal=DELTA, baseline=chance[0],
    )  # fmt: skip


def _mixed(
    pools: Sequence[Pool], limits_of: Limits, *, alpha: float
) -> tuple[float, int, list[float]]:
    """The mean share finished alone, in how many splits a language was above alpha, and what was
    wrong of each language."""
    mixed, groups = _mix(pools)
    shares, broken, wrong = [], 0, []
    for places, coming in _halves(mixed):
        limits = _limits_of(mixed, groups, places, limits_of)
        alone = mixed.sure[coming] > limits[groups[coming]]
        shares.append(alone.mean())
        many = np.bincount(groups[coming][alone], minlength=len(pools))
        errors = np.bincount(groups[coming][alone & mixed.wrong[coming]], minlength=len(pools))
        broken += bool(np.any(errors > alpha * many))
        wrong.append(errors / np.maximum(many, 1))
    return float(np.mean(shares)), broken, np.mean(wrong, axis=0).tolist()


def _redrawn_together(pools: Sequence[Pool], limits_of: Limits, *, alpha: float) -> float:
    """How often a language breaks the promise where the pools are the truth."""
    mixed, groups = _mix(pools)
    half, broken = len(groups) // 2, 0
    for draw in range(REDRAWN):
        places = np.random.default_rng(draw).integers(0, len(groups), half)
        limits = _limits_of(mixed, groups, places, limits_of)
        alone = mixed.sure > limits[groups]
        many = np.bincount(groups[alone], minlength=len(pools))
        errors = np.bincount(groups[alone & mixed.wrong], minlength=len(pools))
        broken += bool(np.any(errors > alpha * many))
    return broken / REDRAWN


def _mix(pools: Sequence[Pool]) -> tuple[Pool, Places]:
    """All pools as one, and the place of the pool that each case is of."""
    groups = np.repeat(np.arange(len(pools)), [len(pool.wrong) for pool in pools])
    mixed = replace(
        pools[0],
        name="MASSIVE together",
        sure=np.concatenate([pool.sure for pool in pools]),
        wrong=np.concatenate([pool.wrong for pool in pools]),
    )
    return mixed, groups


def _limits_of(mixed: Pool, groups: Places, places: Places, limits_of: Limits) -> Numbers:
    named = [str(one) for one in groups[places]]
    verified = Verified(sure=mixed.sure[places], wrong=mixed.wrong[places])
    limits = limits_of(verified, named)
    return np.array([limits.get(str(one), inf) for one in range(groups.max() + 1)])


def _overhead(split: Split, learned: Learned) -> Row:
    """What knowing itself costs beside the embedding, a message in a batch of a hundred."""
    model, meaning, batch = learned.model, learned.meaning, split.test_texts[:BATCH]
    vectors, lengths = learned.kept.embed(batch), np.full(BATCH, 10.0)
    words = model.scores(model.read(batch))
    began = time.process_time()
    for _ in range(10):
        meaning.sureness(meaning.answers(vectors, words=words, lengths=lengths))
    spent = 1000 * (time.process_time() - began) / 10 / BATCH
    name = f"knowing itself beside {len(split.texts):,} examples, a message of {BATCH}"
    return at_most(name, "ms processor", spent, goal=MOST_OVERHEAD_MS, baseline=None)
