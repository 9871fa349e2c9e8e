"""The model a new organisation begins with, learned from the examples shipped with the skill."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from samspil.core.embedding import Embedder
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.meaning_training import RECIPE as MEANING_RECIPE
from samspil.skills.triage.meaning_training import learn_meaning
from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.starter_vectors import with_shipped
from samspil.skills.triage.training import RECIPE, Lesson, lesson

LANGUAGES = ("da", "de", "en")


@dataclass(frozen=True, slots=True)
class StarterExample:
    """One authored message and the topic it belongs to."""

    text: str
    topic: str


def starter_examples() -> list[StarterExample]:
    """The shipped examples in all languages, in a fixed order."""
    return [example for language in LANGUAGES for example in _read(language)]


@lru_cache(maxsize=1)
def starter_model() -> TriageModel:
    """The starter model, trained once in each running program (a few seconds)."""
    return _starter_lesson().model


@lru_cache(maxsize=1)
def _starter_lesson() -> Lesson:
    examples = starter_examples()
    return lesson([each.text for each in examples], [each.topic for each in examples])


def kept_starter_model(folder: Path) -> TriageModel:
    """The starter model from a file in `folder`, trained and kept there if it is not yet.

    The file's name follows from the examples and the recipe, so an old file is never used.
    """
    path = folder / f"starter-{_fingerprint()}.npz"
    try:
        return TriageModel.load(path)
    except BrokenModel:
        model = starter_model()
        folder.mkdir(parents=True, exist_ok=True)
        model.save(path)
        return model


def kept_starter_meaning(folder: Path, embedder: Embedder) -> Meaning:
    """What the starter examples mean to this embedder, from a file or learned and kept there."""
    name = hashlib.sha256(f"{_fingerprint()} {MEANING_RECIPE} {embedder.name}".encode()).hexdigest()
    path = folder / f"starter-{name[:16]}.meaning.npz"
    try:
        return Meaning.load(path)
    except BrokenModel:
        texts = [example.text for example in starter_examples()]
        meaning = learn_meaning(texts, _starter_lesson(), embedder=with_shipped(embedder))
        folder.mkdir(parents=True, exist_ok=True)
        meaning.save(path)
        return meaning


def _read(language: str) -> Iterator[StarterExample]:
    source = files("samspil.skills.triage").joinpath("starter", f"{language}.csv")
    with source.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield StarterExample(row["text"], row["topic"])


def _fingerprint() -> str:
    whole = repr((RECIPE, [(each.text, each.topic) for each in starter_examples()]))
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
