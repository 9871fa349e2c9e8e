"""The model a new organisation begins with, learned from the examples shipped with the skill."""

import csv
import hashlib
from collections.abc import Iterator, Sequence
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
CUSTOMER_SERVICE, HR, IT = "customer_service", "hr", "it"
STARTERS = (CUSTOMER_SERVICE, HR, IT)
"""The kinds of work that examples are shipped for: each has a folder of its own."""
NOTHING = ""
"""The starter set of a process whose topics are its own: it holds nothing."""


@dataclass(frozen=True, slots=True)
class StarterExample:
    """One authored message and the topic it belongs to.

    Examples of one `origin` say the same in several languages; empty where none does.
    """

    text: str
    topic: str
    origin: str = ""


def starter_examples(kind: str = CUSTOMER_SERVICE) -> list[StarterExample]:
    """The shipped examples of a kind of work in all languages, in a fixed order."""
    return [example for language in LANGUAGES for example in _read(kind, language)]


@lru_cache(maxsize=len(STARTERS))
def starter_model(kind: str = CUSTOMER_SERVICE) -> TriageModel:
    """The starter model, trained once in each running program (a few seconds)."""
    return _starter_lesson(kind).model


@lru_cache(maxsize=len(STARTERS))
def _starter_lesson(kind: str) -> Lesson:
    examples = starter_examples(kind)
    return lesson(
        [each.text for each in examples],
        [each.topic for each in examples],
        origins=origins(examples),
    )


def origins(examples: Sequence[StarterExample]) -> list[str]:
    """What each example says, by a name; one without an origin stands for itself."""
    return [each.origin or f"example {place}" for place, each in enumerate(examples)]


def kept_starter_model(folder: Path, kind: str) -> TriageModel:
    """The starter model from a file in `folder`, trained and kept there if it is not yet.

    The file's name follows from the examples and the recipe, so an old file is never used.
    """
    path = folder / f"starter-{_fingerprint(kind)}.npz"
    try:
        return TriageModel.load(path)
    except BrokenModel:
        model = starter_model(kind)
        folder.mkdir(parents=True, exist_ok=True)
        model.save(path)
        return model


def kept_starter_meaning(folder: Path, kind: str, embedder: Embedder) -> Meaning:
    """What the starter examples mean to this embedder, from a file or learned and kept there."""
    made_of = f"{_fingerprint(kind)} {MEANING_RECIPE} {embedder.name}"
    name = hashlib.sha256(made_of.encode()).hexdigest()
    path = folder / f"starter-{name[:16]}.meaning.npz"
    try:
        return Meaning.load(path)
    except BrokenModel:
        texts = [example.text for example in starter_examples(kind)]
        embedder = with_shipped(embedder, kind)
        meaning = learn_meaning(texts, _starter_lesson(kind), embedder=embedder)
        folder.mkdir(parents=True, exist_ok=True)
        meaning.save(path)
        return meaning


def _read(kind: str, language: str) -> Iterator[StarterExample]:
    source = files("samspil.skills.triage").joinpath("starter", kind, f"{language}.csv")
    with source.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield StarterExample(row["text"], row["topic"], row.get("origin", ""))


def _fingerprint(kind: str) -> str:
    whole = repr(
        (RECIPE, [(each.text, each.topic, each.origin) for each in starter_examples(kind)])
    )
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
