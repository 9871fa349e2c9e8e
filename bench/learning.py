"""What is learned from asking on purpose, on public data.

MASSIVE in Danish, official split. From 300 random examples on, five times 100 further ones are
asked for and a plain linear model of word and character n-grams learns anew; the share right of the
test part is counted. Baselines in the same run: as many asked for at random, and the least decided
ones without regard to likeness. Then a learning curve is drawn from four sizes and asked about
twice the largest; the baseline is what the largest reached.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

from bench.report import Row, at_least
from bench.triage_accuracy import massive
from samspil.core.evidence.habits import Numbers, Places
from samspil.core.evidence.learning_curve import Tried, expected
from samspil.core.evidence.requests import worth_asking

BEGIN, ROUNDS, WANTED = 300, 5, 100
SEEDS = range(5)
SIZES, FURTHER = (500, 1_000, 2_000, 4_000), 8_000
DIMENSIONS = 100

Asking = Callable[[Numbers, Numbers, int], Places]
"""Margins and vectors of the cases not asked for yet, and a seed; which to ask for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cases:
    """n-grams, a few numbers that mean likeness, and labels, to learn from and to be tested on."""

    rows: csr_matrix
    vectors: Numbers
    labels: Places
    test_rows: csr_matrix
    test_labels: Places


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick asks with one seed and draws one curve."""
    try:
        cases = read()
    except FileNotFoundError as missing:
        print(f"skipped: {missing.filename} is not there")
        return
    seeds = SEEDS[:1] if quick else SEEDS
    by_rule, least, by_chance = (
        float(np.mean([ask(cases, asking, seed) for seed in seeds]))
        for asking in (_by_rule, _least_decided, _by_chance)
    )
    many = BEGIN + ROUNDS * WANTED
    name = f"share right from {many} examples asked for on purpose"
    yield at_least(name, "share", by_rule, goal=by_chance, baseline=by_chance)
    name = "the same beside the least decided alone"
    yield Row(name=name, unit="share", value=by_rule, baseline=least)
    yield from _curves(cases, seeds)


def read() -> Cases:
    """MASSIVE in Danish as numbers."""
    split = massive("da")
    grams = make_union(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=2),
    )
    seen = grams.fit_transform(split.texts).tocsr()
    number = {label: place for place, label in enumerate(sorted(set(split.labels)))}
    return Cases(
        rows=seen,
        vectors=TruncatedSVD(DIMENSIONS, random_state=0).fit_transform(seen),
        labels=np.array([number[label] for label in split.labels]),
        test_rows=grams.transform(split.test_texts).tocsr(),
        test_labels=np.array([number.get(label, -1) for label in split.test_labels]),
    )


def ask(cases: Cases, asking: Asking, seed: int) -> float:
    """The share right after the last round."""
    order = np.random.default_rng(seed).permutation(len(cases.labels))
    known, rest = order[:BEGIN], order[BEGIN:]
    for round_ in range(ROUNDS):
        scores = np.sort(_learned(cases, known).decision_function(cases.rows[rest]), axis=1)
        margins = scores[:, -1] - scores[:, -2]
        asked = asking(margins, cases.vectors[rest], seed * ROUNDS + round_)
        known, rest = np.append(known, rest[asked]), np.delete(rest, asked)
    return 1 - _wrong(cases, known) / len(cases.test_labels)


def _by_rule(margins: Numbers, vectors: Numbers, seed: int) -> Places:
    return worth_asking(margins, vectors, wanted=WANTED, seed=seed)


def _least_decided(margins: Numbers, vectors: Numbers, seed: int) -> Places:
    return np.asarray(np.argsort(margins, kind="stable")[:WANTED], dtype=np.intp)


def _by_chance(margins: Numbers, vectors: Numbers, seed: int) -> Places:
    drawn = np.random.default_rng(seed).choice(len(margins), WANTED, replace=False)
    return np.asarray(drawn, dtype=np.intp)


def _curves(cases: Cases, seeds: range) -> Iterator[Row]:
    inside, off, flat, wide = [], [], [], []
    for seed in seeds:
        order = np.random.default_rng(seed).permutation(len(cases.labels))
        wrong = {size: _wrong(cases, order[:size]) for size in (*SIZES, FURTHER)}
        tested = len(cases.test_labels)
        tried = [Tried(examples=size, wrong=wrong[size], tested=tested) for size in SIZES]
        found = expected(tried, examples=FURTHER, seed=seed)
        if found is None:
            raise ValueError("the sizes are too few for a curve")
        truth = wrong[FURTHER] / tested
        inside.append(found.low <= truth <= found.high)
        wide.append(found.high - found.low)
        off.append(abs(found.wrong - truth))
        flat.append(abs(wrong[SIZES[-1]] / tested - truth))
    name = "learning curves whose interval held at twice the size"
    yield Row(name=name, unit=f"of {len(inside)}", value=sum(inside))
    yield Row(name="how wide that interval was", unit="share", value=float(np.mean(wide)))
    yield Row(
        name="how far off the curve was",
        unit="share",
        value=float(np.mean(off)),
        baseline=float(np.mean(flat)),
    )


def _wrong(cases: Cases, known: Places) -> int:
    said = _learned(cases, known).predict(cases.test_rows)
    return int((said != cases.test_labels).sum())


def _learned(cases: Cases, known: Places) -> LinearSVC:
    return LinearSVC(random_state=0).fit(cases.rows[known], cases.labels[known])
