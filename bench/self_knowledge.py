"""How well triage knows when it is right, beside its highest probability, on public data.

MASSIVE in Danish, official split: what tells right answers from wrong is learned from training
texts judged by rules that had not seen them. AUROC: how often a right answer is thought likelier
than a wrong one. Area under risk-coverage: the mean share of wrong answers among those thought
likeliest, over all coverages. The baseline is the highest probability in the same run.

    python -m bench.self_knowledge [--quick] [--json FILE]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax

from bench.report import Row, main
from bench.triage_accuracy import Split, calibration_error, massive, thinned
from bench.vectors import installed, shelf
from samspil.adapters.embedding.e5 import E5
from samspil.core.embedding import Embedder
from samspil.core.self_knowledge import know, signs_of_nearness, signs_of_scores
from samspil.skills.triage.training import Lesson, lesson

Numbers = NDArray[np.float64]
Places = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Given:
    """Answers, the signs that came with them, how sure the scores were, and which were right."""

    signs: Numbers
    said: Places
    sure: Numbers
    right: Flags
    rows: Places


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    try:
        split = massive("da")
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return
    split = thinned(split) if quick else split
    learned = lesson(split.texts, split.labels, origins=split.origins)
    unseen, tested = _unseen(learned), _tested(learned, split)
    yield Row(name=f"{split.name} share right", unit="share", value=float(tested.right.mean()))
    answers = len(learned.model.labels)
    known = know(unseen.signs, unseen.said, unseen.right, answers=answers)
    yield from _rows(f"{split.name}, scores", known.sure(tested.signs, tested.said), tested)
    embedder = None if quick else installed()
    if embedder is not None:
        sure = _with_nearness(split, learned, unseen, tested, embedder=embedder_of(split, embedder))
        yield from _rows(f"{split.name}, scores and nearness", sure, tested)


def embedder_of(split: Split, embedder: E5) -> Embedder:
    """The embedder with what it has read of the split before, which takes minutes once."""
    return shelf(embedder, [*split.test_texts, *split.texts])


def _unseen(learned: Lesson) -> Given:
    judged = learned.judged
    if judged is None:
        raise ValueError("nothing was judged unseen")
    return _given(judged.scores * learned.model.sharpness, judged.answers, judged.places)


def _tested(learned: Lesson, split: Split) -> Given:
    model = learned.model
    number = {label: place for place, label in enumerate(model.labels)}
    truth = np.array([number.get(label, -1) for label in split.test_labels], dtype=np.intp)
    scores = model.scores(model.read(split.test_texts)) * model.sharpness
    return _given(scores, truth, np.arange(len(truth)))


def _given(scores: Numbers, truth: Places, rows: Places) -> Given:
    said = scores.argmax(axis=1)
    sure = softmax(scores, axis=1).max(axis=1)
    return Given(
        signs=signs_of_scores(scores), said=said, sure=sure, right=said == truth, rows=rows
    )


def _with_nearness(
    split: Split, learned: Lesson, unseen: Given, tested: Given, *, embedder: Embedder
) -> Numbers:
    """Sureness that also looks at the nearest examples; an example's own fold is out of sight."""
    kept = [split.texts[place] for place in learned.kept]
    read = embedder.embed(kept)
    middle = read.mean(axis=0)
    examples = _apart(read - middle)
    asked = _apart(embedder.embed(split.test_texts) - middle)
    folds = (learned.folds[unseen.rows], learned.folds)
    near = signs_of_nearness(
        examples[unseen.rows], unseen.said, known=examples, labels=learned.answers, folds=folds
    )
    signs = np.hstack([unseen.signs, near])
    known = know(signs, unseen.said, unseen.right, answers=len(learned.model.labels))
    near = signs_of_nearness(asked, tested.said, known=examples, labels=learned.answers)
    return known.sure(np.hstack([tested.signs, near]), tested.said)


def _apart(vectors: NDArray[np.float32]) -> Numbers:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float64)


def _rows(name: str, sure: Numbers, tested: Given) -> Iterator[Row]:
    for said, figure in (
        ("AUROC", _auroc),
        ("area under risk-coverage", _risk_coverage),
        ("calibration error", calibration_error),
    ):
        baseline = figure(tested.sure, tested.right)
        value = figure(sure, tested.right)
        yield Row(name=f"{name}: {said}", unit="share", value=value, baseline=baseline)


def _auroc(sure: Numbers, right: Flags) -> float:
    """By ranks; equal ones share theirs."""
    _, place, times = np.unique(sure, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(times) - (times - 1) / 2)[place]
    many = int(right.sum())
    return float((ranks[right].sum() - many * (many + 1) / 2) / (many * (len(right) - many)))


def _risk_coverage(sure: Numbers, right: Flags) -> float:
    wrong = ~right[np.argsort(-sure, kind="stable")]
    return float((np.cumsum(wrong) / np.arange(1, len(wrong) + 1)).mean())


if __name__ == "__main__":
    main(measure, description=__doc__)
