"""How well questions are grouped into topics, against what they were labelled to mean.

MASSIVE (Danish, German, English, and the three mixed) and Banking77: 600 messages of each set,
drawn so that some topics are asked about much and most of them little. The adjusted Rand index (1:
the same groups; 0: chance) of the grouping behind the gap map, with and without the embedding. The
weights were chosen on the test parts of these sets; the messages here are of the training parts.
The baselines are average linkage on tf-idf, and on the embedding as it is, each cut where it does
best here in hindsight.

    python -m bench.gaps [--quick] [--json FILE]
"""

import csv
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score

from bench.place import data
from bench.report import Row, main
from bench.triage_accuracy import massive
from bench.vectors import installed, shelf
from samspil.adapters.embedding.e5 import E5
from samspil.core.knowledge.gaps import MOST, Asked, map_of
from samspil.core.knowledge.gaps.alike import grouped, groups_of

LANGUAGES = ("da", "de", "en")
MANY, QUICK = 600, 200
CUTS = np.arange(0.02, 0.99, 0.02)
SEED = 11
Labelled = tuple[list[str], list[str]]


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    embedder = installed()
    try:
        sets = dict(_sets(QUICK if quick else MANY))
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return
    if embedder is None:
        return
    kept = shelf(embedder, [text for texts, _ in sets.values() for text in texts])
    for name, (texts, labels) in sets.items():
        yield from _rows(name, texts, labels, kept.embed(texts))
    texts = [text for chosen, _ in sets.values() for text in chosen][:MOST]
    asked = [
        Asked(text=text, weeks=0, good=False, vector=row)
        for text, row in zip(texts, kept.embed(texts), strict=True)
    ]
    began = time.process_time()
    map_of(asked)
    drawn = time.process_time() - began
    whole = None if quick else drawn + _seconds_to_read(embedder, texts)
    name = f"a map of {len(asked):,} questions, their vectors kept (baseline: all read again)"
    yield Row(name=name, unit="CPU s", value=drawn, baseline=whole)


def _seconds_to_read(embedder: E5, texts: Sequence[str]) -> float:
    began = time.process_time()
    embedder.embed(texts)
    return time.process_time() - began


def _sets(many: int) -> Iterator[tuple[str, Labelled]]:
    chance = np.random.default_rng(SEED)
    mixed: Labelled = ([], [])
    for language in LANGUAGES:
        split = massive(language)
        texts, labels = _drawn(split.texts, split.labels, many, chance)
        mixed[0].extend(texts[: many // 3])
        mixed[1].extend(labels[: many // 3])
        yield f"MASSIVE {language}", (texts, labels)
    yield "MASSIVE mixed", mixed
    path = data("banking77", "train.csv")
    if path is not None:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        texts, labels = [row["text"] for row in rows], [row["category"] for row in rows]
        yield "Banking77", _drawn(texts, labels, many, chance)


def _drawn(
    texts: Sequence[str], labels: Sequence[str], many: int, chance: np.random.Generator
) -> Labelled:
    """Messages of topics whose weights fall as 1 / rank ** 0.8, in an order of chance."""
    names, counts = np.unique(labels, return_counts=True)
    rank = chance.permutation(len(names))
    weight = dict(zip(names, (1 + rank) ** -0.8 / counts, strict=True))
    chances = np.array([weight[label] for label in labels])
    places = chance.choice(len(texts), many, replace=False, p=chances / chances.sum())
    return [texts[at] for at in places], [labels[at] for at in places]


def _rows(
    name: str, texts: Sequence[str], labels: Sequence[str], vectors: NDArray[np.float32]
) -> Iterator[Row]:
    plain = [Asked(text=text, weeks=0, good=False) for text in texts]
    meant = [replace(one, vector=row) for one, row in zip(plain, vectors, strict=True)]
    tfidf = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    for said, asked, near in (
        ("", meant, np.asarray(vectors @ vectors.T)),
        (" by words", plain, np.asarray((tfidf @ tfidf.T).toarray())),
    ):
        value = adjusted_rand_score(labels, groups_of(asked)[0])
        best = _in_hindsight(near, labels)
        yield Row(name=f"{name}{said}: topics found", unit="ARI", value=value, baseline=best)


def _in_hindsight(near: NDArray[Any], labels: Sequence[str]) -> float:
    like = np.clip(near.astype(np.float64), 0, 1)
    return float(max(adjusted_rand_score(labels, grouped(like, near=cut)) for cut in CUTS))


if __name__ == "__main__":
    main(measure, description=__doc__)
