"""What the embedding adds to triage, what it costs, and how fast similar cases are found.

The baseline is triage by words alone (its own n-grams), learned and tested in the same run. Few
examples: MASSIVE in Danish, so many drawn of each topic, three draws, the official test part.
Vectors of the data sets are kept in $SAMSPIL_BENCH_CACHE, by default in the folder for temporary
files: the first whole run reads some 56,000 texts, for about half an hour.

    python -m bench.embedding [--quick] [--json FILE]
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bench.report import Row, at_least, main
from bench.triage_accuracy import Split, banking, massive, plain_right
from bench.vectors import installed, shelf
from samspil.adapters.embedding.e5 import E5
from samspil.core.embedding import Keeping
from samspil.core.likeness import nearest
from samspil.core.skill import Brief
from samspil.skills.triage.meaning_training import learn_meaning
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.teaching import teach
from samspil.skills.triage.training import lesson

GOALS = {"MASSIVE da": 0.87, "MASSIVE de": 0.85, "MASSIVE en": 0.88, "Banking77": 0.925}
GAIN = 0.20
"""What few examples should gain over words alone."""
DRAWS = 3
QUICK_TESTS = 300
COMPARED = 20_000
BATCH = 100


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    embedder = installed()
    if embedder is None:
        return
    yield from _speed(embedder)
    yield from _search()
    try:
        danish = massive("da")
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return
    yield from _few(danish, embedder, quick=quick)
    if not quick:
        yield from _whole([danish, massive("de"), massive("en")], embedder)
        yield from _whole([banking()], embedder)


def _speed(embedder: E5) -> Iterator[Row]:
    words = "when will the heat pump that we ordered from you in spring be delivered to our house"
    for length in (8, 20):
        texts = [f"{number} {' '.join(words.split()[: length - 1])}" for number in range(128)]
        start = time.process_time()
        embedder.embed(texts)
        speed = len(texts) / (time.process_time() - start)
        yield Row(name=f"embedding, texts of {length} words", unit="texts/CPU s", value=speed)


def _search() -> Iterator[Row]:
    chance = np.random.default_rng(0)
    rows = chance.standard_normal((COMPARED, 384), dtype=np.float32)
    alike = [bool(number % 2) for number in range(COMPARED)]
    start = time.perf_counter()
    for row in rows[:20]:
        nearest(row, rows, same_language=alike)
    name = f"nearest of {COMPARED:,} cases, exact"
    yield Row(name=name, unit="ms", value=1000 * (time.perf_counter() - start) / 20)


def _few(split: Split, embedder: E5, *, quick: bool) -> Iterator[Row]:
    """Learn from a few examples of each topic, with the other training texts as unlabelled mail."""
    tests = QUICK_TESTS if quick else len(split.test_texts)
    split = replace(
        split, test_texts=split.test_texts[:tests], test_labels=split.test_labels[:tests]
    )
    kept = shelf(embedder, [*split.test_texts, *([] if quick else split.texts)])
    for many in (5,) if quick else (5, 10):
        draws = [
            _draw(drawn(split, many=many, draw=draw), split, kept, quick=quick)
            for draw in range(1 if quick else DRAWS)
        ]
        yield from _few_rows(f"{split.name}, {many} examples a topic", draws, quick=quick)


def _draw(part: Split, whole: Split, kept: Keeping, *, quick: bool) -> list[NDArray[np.bool_]]:
    """Whether each test text was right: words alone, plain tf-idf, meaning beside them, and what
    is learned from unlabelled texts too, asked by words only and by words and meaning.
    """
    known = set(part.texts)
    unlabelled = [text for text in whole.texts if text not in known][: 300 if quick else None]
    learned = lesson(part.texts, part.labels)
    meaning = learn_meaning(part.texts, learned, embedder=kept)
    taught = teach(part.texts, part.labels, kept, unlabelled)
    skills = (
        Triage(model=learned.model),
        Triage(model=learned.model, meaning=meaning, embedder=kept),
        Triage(model=taught.model),
        Triage(model=taught.model, meaning=taught.meaning, embedder=kept),
    )
    alone, *others = (_right(skill, part) for skill in skills)
    return [alone, plain_right(part), *others]


def _few_rows(name: str, draws: list[list[NDArray[np.bool_]]], *, quick: bool) -> Iterator[Row]:
    alone, plain, beside, by_words, both = (
        np.concatenate(each).astype(float) for each in zip(*draws, strict=True)
    )
    base = float(alone.mean())
    for said, right in (
        ("words and meaning, from examples only", beside),
        ("words taught by unlabelled texts", by_words),
        ("words and meaning, with unlabelled texts", both),
    ):
        yield Row(name=f"{name}: {said}", unit="share", value=float(right.mean()), baseline=base)
    yield _gain(f"{name}, gain over words", float((both - alone).mean()), quick=quick)
    yield _gain(f"{name}, gain over plain tf-idf", float((both - plain).mean()), quick=quick)
    gains = [float((draw[-1].astype(float) - draw[0]).mean()) for draw in draws]
    if len(gains) > 1:
        error = float(np.std(gains, ddof=1) / len(gains) ** 0.5)
        yield Row(name=f"{name}, standard error of the gain over draws", unit="share", value=error)


def _gain(name: str, gain: float, *, quick: bool) -> Row:
    if quick:
        return Row(name=name, unit="share", value=gain)
    return at_least(name, "share", gain, goal=GAIN, baseline=None)


def drawn(split: Split, *, many: int, draw: int) -> Split:
    """The split with so many examples of each label to learn from."""
    chance = np.random.default_rng(draw)
    labels = np.array(split.labels)
    chosen = [
        place
        for label in sorted(set(split.labels))
        for place in chance.permutation(np.flatnonzero(labels == label))[:many].tolist()
    ]
    return replace(
        split,
        texts=[split.texts[place] for place in chosen],
        labels=[split.labels[place] for place in chosen],
        origins=[split.origins[place] for place in chosen],
    )


def _whole(splits: Sequence[Split], embedder: E5) -> Iterator[Row]:
    """Learn from all examples of sets together, as the product does."""
    kept = Keeping(embedder=embedder)
    for split in splits:
        kept.kept.update(shelf(embedder, [*split.test_texts, *split.texts]).kept)
    alone, both = _taught(splits, kept)
    for split in splits:
        name, goal = f"{split.name} accuracy", GOALS[split.name]
        yield at_least(name, "share", both[split.name], goal=goal, baseline=alone[split.name])


def _taught(splits: Sequence[Split], kept: Keeping) -> tuple[dict[str, float], dict[str, float]]:
    """For each set: accuracy by words alone, and with meaning too."""
    texts = [text for split in splits for text in split.texts]
    labels = [label for split in splits for label in split.labels]
    origins = [origin for split in splits for origin in split.origins]
    learned = lesson(texts, labels, origins=origins)
    meaning = learn_meaning(texts, learned, embedder=kept)
    words = Triage(model=learned.model)
    both = Triage(model=learned.model, meaning=meaning, embedder=kept)
    return (
        {split.name: _accuracy(words, split) for split in splits},
        {split.name: _accuracy(both, split) for split in splits},
    )


def _accuracy(skill: Triage, split: Split) -> float:
    return float(_right(skill, split).mean())


def _right(skill: Triage, split: Split) -> NDArray[np.bool_]:
    said: list[str] = []
    for start in range(0, len(split.test_texts), BATCH):
        briefs = [Brief(text=text) for text in split.test_texts[start : start + BATCH]]
        said += [found.best.result if found.best else "" for found in skill.propose(briefs)]
    return np.asarray(np.array(said) == np.array(split.test_labels))


if __name__ == "__main__":
    main(measure, description=__doc__)
