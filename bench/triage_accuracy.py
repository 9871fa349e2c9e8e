"""How often triage is right, and how honest its confidence is, on public data sets.

MASSIVE (Danish, German, English; 60 intents) and Banking77 (77 intents), official splits. As in the
product one model serves all three languages: it learns their training parts together. For each set
it is compared with a plain model learned in the same run: tf-idf of words 1-2 and char_wb 2-4,
sublinear, min_df 2, and a LinearSVC. Goals are one point above the figures known for such a model.

    python -m bench.triage_accuracy [--quick] [--json FILE]
"""

import csv
import json
import os
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from openpyxl import load_workbook
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from bench.report import Row, at_least, at_most, main
from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.training import train

DATA = Path(os.environ.get("SAMSPIL_DATA", "../shared/data"))
GOALS = {"MASSIVE da": 0.863, "MASSIVE de": 0.835, "MASSIVE en": 0.862, "Banking77": 0.924}
MOST_CALIBRATION_ERROR = 0.03
QUICK_SHARE = 16
"""With --quick one training example in sixteen is used."""
BATCH = 100
BINS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Texts and their labels to learn from, and to be tested on; see `train` for origins."""

    name: str
    texts: list[str]
    labels: list[str]
    origins: list[str]
    test_texts: list[str]
    test_labels: list[str]


def massive(language: str) -> Split:
    """MASSIVE in one language; Danish and German texts are joined to the English rows by id."""
    rows = list(_massive_rows(language))
    learned = [row for row in rows if row["partition"] == "train"]
    tested = [row for row in rows if row["partition"] == "test"]
    return Split(
        name=f"MASSIVE {language}",
        texts=[row["utt"] for row in learned],
        labels=[row["intent"] for row in learned],
        origins=[row["id"] for row in learned],
        test_texts=[row["utt"] for row in tested],
        test_labels=[row["intent"] for row in tested],
    )


def massive_further(language: str) -> tuple[list[str], list[str]]:
    """Texts and labels of the part that is neither learned from nor tested on."""
    rows = [row for row in _massive_rows(language) if row["partition"] == "dev"]
    return [row["utt"] for row in rows], [row["intent"] for row in rows]


def banking() -> Split:
    """Banking77, in English."""
    parts = [_banking_rows(part) for part in ("train", "test")]
    (texts, labels), (test_texts, test_labels) = parts
    return Split(
        name="Banking77",
        texts=texts,
        labels=labels,
        origins=[f"Banking77 {place}" for place in range(len(texts))],
        test_texts=test_texts,
        test_labels=test_labels,
    )


def _massive_rows(language: str) -> Iterator[dict[str, str]]:
    with (DATA / "massive" / "en-US.jsonl").open(encoding="utf-8") as file:
        english = {row["id"]: row for row in map(json.loads, file)}
    if language == "en":
        yield from english.values()
        return
    book = load_workbook(DATA / "massive" / f"en-{language}.xlsx", read_only=True)
    for _, number, _, text in book.worksheets[0].iter_rows(min_row=2, values_only=True):
        yield english[str(number)] | {"utt": unicodedata.normalize("NFC", str(text))}


def _banking_rows(part: str) -> tuple[list[str], list[str]]:
    with (DATA / "banking77" / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["category"] for row in rows]


SETS: tuple[tuple[Callable[[], Split], ...], ...] = (
    (lambda: massive("da"), lambda: massive("de"), lambda: massive("en")),
    (banking,),
)
"""Sets in one line are learned together."""


def thinned(split: Split) -> Split:
    """A subsample of the split to learn from; the test stays whole."""
    return replace(
        split,
        texts=split.texts[::QUICK_SHARE],
        labels=split.labels[::QUICK_SHARE],
        origins=split.origins[::QUICK_SHARE],
    )


def plain_accuracy(split: Split) -> float:
    """The share that the plain model gets right."""
    return float(plain_right(split).mean())


def plain_right(split: Split) -> NDArray[np.bool_]:
    """Whether the plain model is right about each test text."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=2)
    plain = make_pipeline(make_union(words, letters), LinearSVC(C=1.0, random_state=0))
    plain.fit(split.texts, split.labels)
    return np.asarray(plain.predict(split.test_texts) == np.array(split.test_labels))


def calibration_error(sure: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Expected calibration error: how far confidence and the share right lie apart, on average."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    inside = [bins == each for each in np.unique(bins)]
    return float(sum(abs(right[each].mean() - sure[each].mean()) * each.mean() for each in inside))


def answers(model: TriageModel, split: Split) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """For each test text: how sure the model was, and whether it was right."""
    starts = range(0, len(split.test_texts), BATCH)
    shares = np.vstack([model.predict(split.test_texts[at : at + BATCH]) for at in starts])
    said = np.array(model.labels)[shares.argmax(axis=1)]
    return shares.max(axis=1), said == np.array(split.test_labels)


def rows_of(splits: Sequence[Split], *, goals: Mapping[str, float]) -> Iterator[Row]:
    """All rows of sets learned together; a split without a goal is only measured."""
    names = ", ".join(split.name for split in splits)
    start = time.perf_counter()
    model = train(
        [text for split in splits for text in split.texts],
        [label for split in splits for label in split.labels],
        origins=[origin for split in splits for origin in split.origins],
    )
    learned = f"{names} training, {model.examples:,} examples"
    yield Row(name=learned, unit="s", value=time.perf_counter() - start)
    for split in splits:
        yield from _test_rows(model, split, goals=goals)


def _test_rows(model: TriageModel, split: Split, *, goals: Mapping[str, float]) -> Iterator[Row]:
    start = time.perf_counter()
    sure, right = answers(model, split)
    speed = len(right) / (time.perf_counter() - start)
    name, accuracy = f"{split.name} accuracy", float(right.mean())
    baseline, error = plain_accuracy(split), calibration_error(sure, right)
    if split.name in goals:
        yield at_least(name, "share", accuracy, goal=goals[split.name], baseline=baseline)
        name = f"{split.name} calibration error"
        yield at_most(name, "share", error, goal=MOST_CALIBRATION_ERROR, baseline=None)
    else:
        yield Row(name=name, unit="share", value=accuracy, baseline=baseline)
        yield Row(name=f"{split.name} calibration error", unit="share", value=error)
    yield Row(name=f"{split.name} mean confidence", unit="share", value=float(sure.mean()))
    yield Row(name=f"{split.name} speed", unit="messages/s", value=speed)


def rows(*, quick: bool) -> Iterator[Row]:
    """All rows as they come; a data set that is missing is named and skipped."""
    if quick:
        print(f"A subsample: learned from one example in {QUICK_SHARE}; goals are not judged.")
    for together in SETS:
        splits = [split for load in together for split in _loaded(load)]
        used = [thinned(split) for split in splits] if quick else splits
        if used:
            yield from rows_of(used, goals={} if quick else GOALS)


def _loaded(load: Callable[[], Split]) -> list[Split]:
    try:
        return [load()]
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return []


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    return rows(quick=quick)


if __name__ == "__main__":
    main(measure, description=__doc__)
