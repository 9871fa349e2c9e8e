"""How well AI sorts in its first hour: each starter set, learned in part and tried on the rest.

Five folds: every example is judged once, by a model that has not seen it nor its translations,
beside a plain model learned from the same examples. "Offered" are guesses at least as sure as a new
process asks for.

    python -m bench.starters [--quick] [--json FILE]
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.report import Row, at_least, main
from bench.triage_accuracy import Split, answers, plain_accuracy
from samspil.skills.triage.starter import (
    LANGUAGES,
    STARTERS,
    StarterExample,
    origins,
    starter_examples,
)
from samspil.skills.triage.training import train

FOLDS = 5
OFFERED = 0.6
"""A new process offers a topic that is at least so sure."""
LEAST_RIGHT_WHEN_OFFERED = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What became of examples that the model had not seen; `plain` is the plain model's share."""

    sure: list[float]
    right: list[bool]
    plain: list[float]


def folds(kind: str) -> Iterator[Split]:
    """The examples of a kind, each topic's dealt over the folds; translations share one."""
    found = starter_examples(kind)
    dealt: dict[str, int] = {}
    fold_of: dict[str, int] = {}
    for one, origin in zip(found, origins(found), strict=True):
        if origin not in fold_of:
            dealt[one.topic] = dealt.get(one.topic, -1) + 1
            fold_of[origin] = dealt[one.topic] % FOLDS
    places = [fold_of[origin] for origin in origins(found)]
    for fold in range(FOLDS):
        held = [one for one, of in zip(found, places, strict=True) if of == fold]
        rest = [one for one, of in zip(found, places, strict=True) if of != fold]
        yield _split(kind, rest, held)


def _split(kind: str, rest: Sequence[StarterExample], held: Sequence[StarterExample]) -> Split:
    return Split(
        name=kind,
        texts=[one.text for one in rest],
        labels=[one.topic for one in rest],
        origins=origins(rest),
        test_texts=[one.text for one in held],
        test_labels=[one.topic for one in held],
    )


def tried(kind: str) -> Tried:
    """Every example of the kind, judged by a model that has not seen it."""
    sure: list[float] = []
    right: list[bool] = []
    plain: list[float] = []
    for split in folds(kind):
        shares, hits = answers(train(split.texts, split.labels, origins=split.origins), split)
        sure += shares.tolist()
        right += hits.tolist()
        plain += [plain_accuracy(split)] * len(hits)
    return Tried(sure=sure, right=right, plain=plain)


def rows(kinds: Sequence[str]) -> Iterator[Row]:
    """The rows of these kinds."""
    for kind in kinds:
        found = tried(kind)
        right, sure = np.array(found.right), np.array(found.sure)
        offered = sure >= OFFERED
        examples = starter_examples(kind)
        yield Row(name=f"{kind}, {len(LANGUAGES)} languages", unit="examples", value=len(examples))
        yield Row(
            name=f"{kind} held-out accuracy",
            unit="share",
            value=float(right.mean()),
            baseline=float(np.mean(found.plain)),
        )
        yield Row(name=f"{kind} offered", unit="share", value=float(offered.mean()))
        yield at_least(
            f"{kind} right when offered",
            "share",
            float(right[offered].mean()),
            goal=LEAST_RIGHT_WHEN_OFFERED,
            baseline=float(np.mean(found.plain)),
        )


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row; with `quick` without the largest set."""
    return rows(STARTERS[1:] if quick else STARTERS)


if __name__ == "__main__":
    main(measure, description=__doc__)
