"""How often triage is right, and how honest its confidence is, on public data sets.

MASSIVE (Danish, German, English; 60 intents) and Banking77 (77 intents), official splits. As in the
product one model serves all three languages: it learns their training parts together. For each set
it is compared with a plain model learned in the same run: tf-idf of words 1-2 and char_wb 2-4,
sublinear, min_df 2, and a LinearSVC. Goals are one point above the figures known for such a model.

    python -m bench.triage_accuracy [--quick] [--json FILE]
"""

import argparse
import csv
import json
import os
import platform
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import sklearn
from numpy.typing import NDArray
from openpyxl import load_workbook
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.training import train

DATA = Path(os.environ.get("SAMSPIL_DATA", "../shared/data"))
GOALS = {"MASSIVE da": 0.863, "MASSIVE de": 0.835, "MASSIVE en": 0.862, "Banking77": 0.924}
QUICK_SHARE = 8
"""With --quick one training example in eight is used."""
BATCH = 100
BINS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the result; None where there is nothing to compare with."""

    name: str
    unit: str
    value: float
    baseline: float | None = None
    goal: float | None = None
    holds: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Texts and their labels to learn from, and to be tested on."""

    name: str
    texts: list[str]
    labels: list[str]
    test_texts: list[str]
    test_labels: list[str]


def massive(language: str) -> Split:
    """MASSIVE in one language; Danish and German texts are joined to the English rows by id."""
    split = Split(name=f"MASSIVE {language}", texts=[], labels=[], test_texts=[], test_labels=[])
    for text, partition, intent in _massive_rows(language):
        plain = unicodedata.normalize("NFC", text)
        if partition == "train":
            split.texts.append(plain)
            split.labels.append(intent)
        elif partition == "test":
            split.test_texts.append(plain)
            split.test_labels.append(intent)
    return split


def banking() -> Split:
    """Banking77, in English."""
    parts = [_banking_rows(part) for part in ("train", "test")]
    (texts, labels), (test_texts, test_labels) = parts
    return Split(
        name="Banking77",
        texts=texts,
        labels=labels,
        test_texts=test_texts,
        test_labels=test_labels,
    )


def _massive_rows(language: str) -> Iterator[tuple[str, str, str]]:
    with (DATA / "massive" / "en-US.jsonl").open(encoding="utf-8") as file:
        english = {row["id"]: row for row in map(json.loads, file)}
    if language == "en":
        yield from ((row["utt"], row["partition"], row["intent"]) for row in english.values())
        return
    book = load_workbook(DATA / "massive" / f"en-{language}.xlsx", read_only=True)
    for _, number, _, text in book.worksheets[0].iter_rows(min_row=2, values_only=True):
        row = english[str(number)]
        yield str(text), row["partition"], row["intent"]


def _banking_rows(part: str) -> tuple[list[str], list[str]]:
    with (DATA / "banking77" / f"{part}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], [row["category"] for row in rows]


SETS: tuple[tuple[Callable[[], Split], ...], ...] = (
    (lambda: massive("da"), lambda: massive("de"), lambda: massive("en")),
    (banking,),
)
"""Sets in one line are learned together."""


def thinned(split: Split, *, every: int) -> Split:
    """The split with only each n-th example to learn from; the test stays whole."""
    return replace(split, texts=split.texts[::every], labels=split.labels[::every])


def plain_accuracy(split: Split) -> float:
    """The share that the plain model gets right."""
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=2)
    plain = make_pipeline(make_union(words, letters), LinearSVC(C=1.0, random_state=0))
    plain.fit(split.texts, split.labels)
    return float(np.mean(plain.predict(split.test_texts) == np.array(split.test_labels)))


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


def rows_of(splits: Sequence[Split], *, full: bool) -> list[Row]:
    """All rows of sets learned together; goals stand only where all examples are used."""
    names = ", ".join(split.name for split in splits)
    start = time.perf_counter()
    model = train(
        [text for split in splits for text in split.texts],
        [label for split in splits for label in split.labels],
    )
    learned = Row(name=f"{names} training", unit="s", value=_seconds_since(start))
    return [learned, *(row for split in splits for row in _test_rows(model, split, full=full))]


def _test_rows(model: TriageModel, split: Split, *, full: bool) -> list[Row]:
    start = time.perf_counter()
    sure, right = answers(model, split)
    speed = len(right) / (time.perf_counter() - start)
    accuracy, goal = float(right.mean()), GOALS[split.name] if full else None
    return [
        Row(
            name=f"{split.name} accuracy",
            unit="share",
            value=round(accuracy, 4),
            baseline=round(plain_accuracy(split), 4),
            goal=goal,
            holds=None if goal is None else accuracy >= goal,
        ),
        Row(
            name=f"{split.name} calibration error",
            unit="share",
            value=round(calibration_error(sure, right), 4),
        ),
        Row(name=f"{split.name} speed", unit="messages/s", value=round(speed)),
    ]


def _seconds_since(start: float) -> float:
    return round(time.perf_counter() - start, 1)


def rows(*, quick: bool) -> list[Row]:
    """All rows; a data set that is missing is named and skipped."""
    found: list[Row] = []
    for together in SETS:
        splits = [split for load in together for split in _loaded(load)]
        if splits:
            used = [thinned(each, every=QUICK_SHARE if quick else 1) for each in splits]
            found += rows_of(used, full=not quick)
    return found


def _loaded(load: Callable[[], Split]) -> list[Split]:
    try:
        return [load()]
    except FileNotFoundError as missing:
        print(f"Skipped: {missing.filename} is not there.")
        return []


def show(found: Sequence[Row], *, quick: bool) -> None:
    """Print the table with the machine and versions it was measured on."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"numpy {np.__version__}, scikit-learn {sklearn.__version__}")
    if quick:
        print(f"Quick: learned from one example in {QUICK_SHARE}; goals are not judged.")
    print(f"{'name':44}{'unit':>12}{'value':>9}{'baseline':>10}{'goal':>7}  holds")
    for row in found:
        baseline, goal, holds = (
            "" if each is None else str(each) for each in (row.baseline, row.goal, row.holds)
        )
        print(f"{row.name:44}{row.unit:>12}{row.value:>9}{baseline:>10}{goal:>7}  {holds}")


def main() -> None:
    """Measure, print, and write the rows if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    found = rows(quick=asked.quick)
    show(found, quick=asked.quick)
    if asked.json:
        asked.json.write_text(
            json.dumps([asdict(row) for row in found], indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
