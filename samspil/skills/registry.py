"""Every skill there is: one line each."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from samspil.core.skill import Skill
from samspil.skills.triage import Triage, load_model, train


class UnknownSkill(KeyError):
    """No skill of this name is installed."""


@lru_cache(maxsize=32)
def load_skill(name: str, model_file: str, *, folder: Path) -> Skill:
    """The skill with a trained model, or as it comes where `model_file` is empty."""
    if name != "triage":
        raise UnknownSkill(name)
    return Triage(model=load_model(folder / model_file)) if model_file else Triage()


def train_skill(
    name: str, texts: Sequence[str], labels: Sequence[str], *, folder: Path
) -> tuple[str, str]:
    """Train the skill on labelled texts and keep the model; gives its file name and version."""
    if name != "triage":
        raise UnknownSkill(name)
    model = train(texts, labels)
    folder.mkdir(parents=True, exist_ok=True)
    file_name = f"{name}-{model.version}.npz"
    model.save(folder / file_name)
    return file_name, Triage(model=model).version
