"""Teach triage, keep what it learned, and load it again, with an embedding or without."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samspil.core.embedding import Embedder, NoEmbedding
from samspil.skills.triage.meaning import Meaning
from samspil.skills.triage.meaning_training import learn_meaning
from samspil.skills.triage.model import TriageModel
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.skill import Triage
from samspil.skills.triage.starter import NOTHING, kept_starter_meaning, kept_starter_model
from samspil.skills.triage.training import lesson
from samspil.skills.triage.unlabelled import helps, learn_both

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What was learned of some examples; `meaning` is None where there was no embedding."""

    model: TriageModel
    meaning: Meaning | None

    @property
    def version(self) -> str:
        """That of the words, with that of the meaning."""
        return self.model.version + (f"-{self.meaning.version}" if self.meaning else "")

    def ready(self, embedder: Embedder | None) -> Triage:
        """Triage with it, as `load` gives it once it is saved."""
        return Triage(
            model=self.model, meaning=self.meaning if embedder else None, embedder=embedder
        )

    def save(self, path: Path) -> None:
        """Write the model, and beside it what the examples mean."""
        if self.meaning:
            self.meaning.save(_beside(path))
        self.model.save(path)


def teach(
    texts: Sequence[str],
    labels: Sequence[str],
    embedder: Embedder | None,
    unlabelled: Sequence[str] = (),
) -> Taught:
    """Learn from examples; an embedding that fails is done without.

    Where examples are few, messages that nobody has labelled help: with the embedding their labels
    are guessed.
    """
    if embedder is not None:
        try:
            return _with_meaning(texts, labels, embedder, unlabelled)
        except NoEmbedding as why:
            LOG.error("%s AI learns without the embedding.", why)
    return Taught(model=lesson(texts, labels).model, meaning=None)


def sketch(
    texts: Sequence[str],
    labels: Sequence[str],
    embedder: Embedder | None,
    unlabelled: Sequence[str] = (),
) -> Taught:
    """As `teach`, for a trial that asks for topics and not how sure they are.

    How loud words may speak changes no topic where they speak alone, and takes eight times as long
    to find out as the topics: it is heard from one fold only.
    """
    if embedder is not None:
        return teach(texts, labels, embedder, unlabelled)
    return Taught(model=lesson(texts, labels, enough=1).model, meaning=None)


def _with_meaning(
    texts: Sequence[str], labels: Sequence[str], embedder: Embedder, unlabelled: Sequence[str]
) -> Taught:
    if helps(labels, unlabelled):
        model, meaning = learn_both(texts, labels, unlabelled, embedder=embedder)
        return Taught(model=model, meaning=meaning)
    learned = lesson(texts, labels)
    return Taught(model=learned.model, meaning=learn_meaning(texts, learned, embedder=embedder))


def load(path: Path, embedder: Embedder | None) -> Triage:
    """Triage with what was saved; raises `BrokenModel` where the model itself is not whole."""
    model = TriageModel.load(path)
    return Triage(model=model, meaning=_loaded(path) if embedder else None, embedder=embedder)


def fresh(folder: Path, embedder: Embedder | None, kind: str) -> Triage:
    """Triage as it comes for a kind of work."""
    if kind == NOTHING:
        return Triage(starter=NOTHING)
    model = kept_starter_model(folder, kind)
    if embedder is None:
        return Triage(model=model, starter=kind)
    try:
        meaning = kept_starter_meaning(folder, kind, embedder)
    except NoEmbedding as why:
        LOG.error("%s AI goes on without the embedding.", why)
        return Triage(model=model, starter=kind)
    return Triage(model=model, starter=kind, meaning=meaning, embedder=embedder)


def taught_with(path: Path) -> str:
    """The name of the embedding that the saved model was taught with; empty where by words only."""
    beside = _beside(path)
    if not beside.exists():
        return ""
    try:
        return Meaning.embedding_of(beside)
    except BrokenModel:
        return ""


def _loaded(path: Path) -> Meaning | None:
    """None where the model was taught without an embedding."""
    beside = _beside(path)
    if not beside.exists():
        return None
    try:
        return Meaning.load(beside)
    except BrokenModel as why:
        LOG.error("%s AI goes on by words alone.", why)
        return None


def _beside(path: Path) -> Path:
    return path.with_suffix(".meaning.npz")
