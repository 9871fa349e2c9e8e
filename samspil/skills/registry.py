"""Every skill there is, and how each is loaded and taught."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from samspil.core.embedding import Embedder
from samspil.core.skill import Skill
from samspil.core.topics import TopicText, read_topics
from samspil.skills.about import ABOUT, About
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.starter import (
    CUSTOMER_SERVICE,
    HR,
    IT,
    NOTHING,
    STARTERS,
    starter_examples,
)
from samspil.skills.triage.teaching import fresh, load, sketch, taught_with, teach
from samspil.skills.triage.training import NothingToLearn

__all__ = [
    "CUSTOMER_SERVICE",
    "HR",
    "IT",
    "NOTHING",
    "SKILLS",
    "STARTERS",
    "BrokenModel",
    "Entry",
    "Model",
    "NothingToLearn",
    "UnknownSkill",
    "forget_model",
    "load_skill",
    "starter_topics",
    "train_skill",
]


class Model(Protocol):
    """What a skill learned, ready to be kept in a file."""

    @property
    def version(self) -> str:
        """Changes with what was learned."""

    def ready(self, embedder: Embedder | None, /) -> Skill:
        """The skill with it, kept in no file."""

    def save(self, path: Path) -> None:
        """Write the model to a file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How one skill is loaded (from a model's file, or as it comes) and taught.

    Each is given the embedding that is installed, or None; `fresh` also the kind of work. Learning
    takes texts, their labels, the embedding, and texts without a label that may help; `sketch` does
    the same for a trial, which asks for topics and not how sure they are. `examples`
    are the texts and topics it knows as it comes for a kind of work, `about` says what it is for.
    `taught_with` names the embedding that a model's file was taught with, empty for none.
    """

    load: Callable[[Path, Embedder | None], Skill]
    fresh: Callable[[Path, Embedder | None, str], Skill]
    learn: Callable[[Sequence[str], Sequence[str], Embedder | None, Sequence[str]], Model]
    sketch: Callable[[Sequence[str], Sequence[str], Embedder | None, Sequence[str]], Model]
    examples: Callable[[str], list[tuple[str, str]]]
    about: About
    taught_with: Callable[[Path], str]


def _triage_examples(starter: str) -> list[tuple[str, str]]:
    if starter == NOTHING:
        return []
    return [(one.text, one.topic) for one in starter_examples(starter)]


SKILLS: Mapping[str, Entry] = MappingProxyType(
    {
        "triage": Entry(
            load=load,
            fresh=fresh,
            learn=teach,
            sketch=sketch,
            examples=_triage_examples,
            about=ABOUT["triage"],
            taught_with=taught_with,
        ),
    }
)


class UnknownSkill(KeyError):
    """No skill of this name is installed."""


@lru_cache(maxsize=32)
def load_skill(
    name: str,
    model_file: str,
    *,
    folder: Path,
    embedder: Embedder | None = None,
    starter: str = CUSTOMER_SERVICE,
) -> Skill:
    """The skill with what it was taught, or, where `model_file` is empty, as it comes for the kind
    of work that `starter` names."""
    entry = _entry(name)
    if model_file:
        return entry.load(folder / model_file, embedder)
    return entry.fresh(folder, embedder, starter)


def train_skill(
    name: str,
    texts: Sequence[str],
    labels: Sequence[str],
    *,
    folder: Path,
    embedder: Embedder | None = None,
    unlabelled: Sequence[str] = (),
) -> tuple[str, str]:
    """Teach the skill and keep what it learned; gives the file's name and the skill's version."""
    model = _entry(name).learn(texts, labels, embedder, unlabelled)
    folder.mkdir(parents=True, exist_ok=True)
    file_name = f"{name}-{model.version}.npz"
    model.save(folder / file_name)
    return file_name, load_skill(name, file_name, folder=folder, embedder=embedder).version


def forget_model(file_name: str, *, folder: Path) -> None:
    """Delete a model's file and what lies beside it; what is not there is no error."""
    model = folder / file_name
    for path in model.parent.glob(f"{model.stem}.*"):
        path.unlink(missing_ok=True)


def starter_topics(starter: str = CUSTOMER_SERVICE) -> list[TopicText]:
    """The topics that a starter set of the triage skill knows; none in that of own topics."""
    if starter == NOTHING:
        return []
    source = files("samspil.skills.triage").joinpath("starter", starter, "topics.csv")
    with source.open(encoding="utf-8") as lines:
        return read_topics(lines)


def _entry(name: str) -> Entry:
    try:
        return SKILLS[name]
    except KeyError:
        raise UnknownSkill(f"No skill is called {name!r}.") from None
