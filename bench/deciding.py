"""Learn from the bench's questions when to decline, and test it on handbooks it has not seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bench.handbooks import SETS, Asked, further
from bench.report import Row, at_least
from bench.retrieval import Library
from samspil.core.knowledge.answering import ENOUGH
from samspil.core.knowledge.deciding import sureness
from samspil.core.knowledge.signs import Judging, Signs, row, signs_of

Numbers = NDArray[np.float64]
HARDNESS = 0.1
"""How freely the weights may differ from nothing, in standard deviations of their signs."""
AIM = 0.94
"""The share of unanswerable questions learned from that are declined; unseen ones fare worse."""
UNJUDGED = ("cross", "later")
"""Kinds of questions that only test what is found."""
SEEN = 10
DRAWS = 1_000
DECLINED, ANSWERED = 0.90, 0.85
FOREIGN = [each.name for each in fields(Signs)].index("foreign")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """How far each question lies above the threshold, and whether anything answers it."""

    above: Numbers
    right: NDArray[np.bool_]

    @property
    def declined(self) -> float:
        """The share of unanswerable questions that are declined."""
        return float((self.above[~self.right] < 0).mean())

    @property
    def answered(self) -> float:
        """The share of answerable questions that are answered."""
        return float((self.above[self.right] >= 0).mean())

    def declined_where(self, answered: float) -> float:
        """The share that would be declined if the threshold let so many be answered."""
        least = np.quantile(self.above[self.right], 1 - answered)
        return float((self.above[~self.right] < least).mean())

    def answered_where(self, declined: float) -> float:
        """The share that would be answered if the threshold let so many be declined."""
        least = np.quantile(self.above[~self.right], declined)
        return float((self.above[self.right] > least).mean())

    def drawn(self, chance: np.random.Generator) -> "Judged":
        """As many questions of both sorts, drawn again from these."""
        places = [chance.choice(each, len(each)) for each in map(np.flatnonzero, self._sorts())]
        chosen = np.concatenate(places)
        return Judged(above=self.above[chosen], right=self.right[chosen])

    def _sorts(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        return self.right, ~self.right


def deciding(
    shelves: Library, by_words: Library, asked: Sequence[Asked], *, judge: Judging | None
) -> Iterator[Row]:
    """What is declined and answered: of these questions, then of those that only test it too."""
    without, _ = cross_validated(by_words, asked)
    yield Row(name="without embedding: unanswerable declined", unit="share", value=without.declined)
    yield Row(name="without embedding: answerable answered", unit="share", value=without.answered)
    for said, tested in (("", ()), (", all asked", further())):
        whole, words = cross_validated(shelves, asked, tested=tested, judge=judge)
        yield from reached(whole, words, said, beside="words")
        yield from traded(whole, words, said)


def reached(whole: Judged, base: Judged, said: str, *, beside: str) -> Iterator[Row]:
    """At the threshold that was learned; `beside` says what the baseline is."""
    many = int((~whole.right).sum())
    name = f"{many} unanswerable declined{said} (baseline: {beside})"
    yield at_least(name, "share", whole.declined, goal=DECLINED, baseline=base.declined)
    name = f"{len(whole.right) - many} answerable answered{said} (baseline: {beside})"
    yield at_least(name, "share", whole.answered, goal=ANSWERED, baseline=base.answered)


def traded(whole: Judged, base: Judged, said: str) -> Iterator[Row]:
    """At other thresholds, and between what 95 % of draws lie."""
    chance = np.random.default_rng(0)
    draws = [whole.drawn(chance) for _ in range(DRAWS)]
    value, plain = (one.declined_where(ANSWERED) for one in (whole, base))
    between = _between([one.declined_where(ANSWERED) for one in draws])
    name = f"declined where {100 * ANSWERED:.0f} % are answered{said}"
    yield Row(name=name, unit=f"share {between}", value=value, baseline=plain)
    value, plain = (one.answered_where(DECLINED) for one in (whole, base))
    between = _between([one.answered_where(DECLINED) for one in draws])
    name = f"answered where {100 * DECLINED:.0f} % are declined{said}"
    yield Row(name=name, unit=f"share {between}", value=value, baseline=plain)


def _between(values: Sequence[float]) -> str:
    low, high = np.quantile(values, [0.025, 0.975])
    return f"({low:.2f} to {high:.2f})"


def cross_validated(
    shelves: Library,
    asked: Sequence[Asked],
    *,
    tested: Sequence[Asked] = (),
    judge: Judging | None = None,
) -> tuple[Judged, Judged]:
    """How the questions are judged, and by a rule on the words alone.

    Each handbook is judged by weights and a threshold learned on the others. `tested` are further
    questions that are only judged; with them the answer is about all.
    """
    every = [*asked, *tested]
    found = signs(shelves, every, judge=judge)
    whole, words = (
        judged_by(found[:, columns], every, many=len(asked))
        for columns in (slice(None), slice(0, 1))
    )
    return whole, words


def judged_by(found: Numbers, every: Sequence[Asked], *, many: int) -> Judged:
    """The same, by these signs of each question; the first `many` are those to learn from."""
    right = np.array([bool(each.answers) for each in every])
    handbooks = np.array([each.handbook for each in every])
    known = np.arange(len(every)) < many
    above = np.zeros(len(every))
    for handbook in sorted(set(handbooks.tolist())):
        test = handbooks == handbook
        learn = known & ~test
        base, weights, least = _fit(found[learn], right[learn])
        above[test] = found[test] @ weights + base - least
    return Judged(above=above, right=right)


def elsewhere(asked: Sequence[Asked]) -> list[Asked]:
    """The unanswerable questions, asked of handbooks in other languages; a few say something."""
    none = [each for each in asked if not each.answers]
    return [
        replace(each, handbook=handbook)
        for each in none
        for handbook, language in SETS.items()
        if language != each.language
    ]


def abroad(
    shelves: Library, cross: Sequence[Asked], asked: Sequence[Asked], *, judge: Judging | None
) -> Iterator[Row]:
    """What the rule that Samspil has says where documents are in another language."""
    for name, chosen, answers in (
        (f"{len(cross)} asked across languages answered", cross, True),
        ("unanswerable, asked of other languages, declined", elsewhere(asked), False),
    ):
        found = [(each, shelves.found(each, limit=SEEN)) for each in chosen]
        sure = [
            sureness(signs_of(each.text, some, judge=judge)) >= ENOUGH if some else False
            for each, some in found
        ]
        yield Row(name=name, unit="share", value=float(np.mean(np.array(sure) == answers)))


def learned(
    shelves: Library, asked: Sequence[Asked], *, judge: Judging | None = None
) -> tuple[str, str]:
    """The lines for the rule, moved so that its threshold lies at one half.

    Questions about documents in another language tell only how much that counts: so much that of
    unanswerable ones enough are declined. There are no others that are unanswerable.
    """
    found = signs(shelves, asked, judge=judge)
    right = np.array([bool(each.answers) for each in asked])
    base, weights, least = _fit(found, right)
    if shelves.vectors:
        values = signs(shelves, elsewhere(asked), judge=judge) @ weights + base - least
        weights[FOREIGN] -= float(np.quantile(values, DECLINED))
    said = ", ".join(f"{weight:.3f}" for weight in weights)
    return f"BASE = {base - least:.3f}", f"WEIGHTS = ({said})"


def signs(shelves: Library, asked: Sequence[Asked], *, judge: Judging | None = None) -> Numbers:
    """The signs of each question, a row each; nothing where nothing was found."""
    rows = []
    for each in asked:
        found = shelves.found(each, limit=SEEN)
        rows.append(row(signs_of(each.text, found, judge=judge)) if found else None)
    width = next(len(each) for each in rows if each)
    return np.array([each or (0.0,) * width for each in rows])


def _fit(signs: Numbers, right: NDArray[np.bool_]) -> tuple[float, Numbers, float]:
    """The base, the weights of plain signs, and the least value at which to answer."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0)
    spread[spread == 0] = 1
    rule = LogisticRegression(C=HARDNESS, class_weight="balanced", max_iter=2_000)
    rule.fit((signs - mean) / spread, right)
    weights = rule.coef_[0] / spread
    base = float(rule.intercept_[0] - weights @ mean)
    least = float(np.quantile((signs @ weights + base)[~right], AIM))
    return base, weights, least
