"""A model on disk: plain arrays and text in one npz file, nothing that could run."""

import json
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray

from samspil.skills.triage.grams import Kind
from samspil.skills.triage.view import View, Weights

FORMAT = 1


class BrokenModel(Exception):
    """The file does not hold a whole model; the message is fit to show to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelParts:
    """What a model file holds."""

    version: str
    labels: tuple[str, ...]
    views: tuple[View, ...]
    weights: Weights
    bias: Weights
    sharpness: float
    examples: int

    def check_version(self, version: str, path: Path) -> None:
        """Raise `BrokenModel` unless the content has the version that the file states."""
        if version != self.version:
            raise BrokenModel(f"The model file {path.name} was changed after it was written.")


def write_parts(parts: ModelParts, path: Path) -> None:
    """Write the file beside its place first, so that readers never meet half a model."""
    about = {
        "format": FORMAT,
        "version": parts.version,
        "labels": parts.labels,
        "sharpness": parts.sharpness,
        "examples": parts.examples,
    }
    arrays: dict[str, Any] = {
        "about": _letters(json.dumps(about)),
        "weights": parts.weights.astype(np.float16),
        "bias": parts.bias,
    }
    for view in parts.views:
        arrays[view.kind] = _letters("\n".join(view.vocabulary))
        arrays[f"{view.kind}_rarity"] = view.rarity
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    with unfinished.open("wb") as file:
        np.savez_compressed(file, **arrays)
    os.replace(unfinished, path)


def read_parts(path: Path) -> ModelParts:
    """Read a file; raise `BrokenModel` if it is missing, damaged or of another format."""
    try:
        with np.load(path, allow_pickle=False) as file:
            return _parts(file)
    except FileNotFoundError as why:
        raise BrokenModel(f"There is no model file {path.name}.") from why
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as why:
        raise BrokenModel(f"The model file {path.name} is damaged or of another kind.") from why


def _parts(file: Any) -> ModelParts:
    about = json.loads(_text(file["about"]))
    if about["format"] != FORMAT:
        raise ValueError(f"format {about['format']}")
    parts = ModelParts(
        version=str(about["version"]),
        labels=tuple(str(label) for label in about["labels"]),
        views=tuple(_view(file, kind) for kind in Kind),
        weights=file["weights"].astype(np.float32),
        bias=file["bias"].astype(np.float32),
        sharpness=float(about["sharpness"]),
        examples=int(about["examples"]),
    )
    grams = sum(len(view.rarity) for view in parts.views)
    if parts.weights.shape != (grams, len(parts.labels)):
        raise ValueError("sizes differ")
    return parts


def _view(file: Any, kind: Kind) -> View:
    vocabulary = {gram: number for number, gram in enumerate(_lines(file[kind]))}
    rarity = file[f"{kind}_rarity"].astype(np.float32)
    if rarity.shape != (len(vocabulary),):
        raise ValueError("sizes differ")
    return View(kind=kind, vocabulary=vocabulary, rarity=rarity)


def _letters(text: str) -> NDArray[np.uint8]:
    return np.frombuffer(text.encode("utf-8", "surrogatepass"), dtype=np.uint8)


def _text(letters: NDArray[np.uint8]) -> str:
    return letters.tobytes().decode("utf-8", "surrogatepass")


def _lines(letters: NDArray[np.uint8]) -> tuple[str, ...]:
    text = _text(letters)
    return tuple(text.split("\n")) if text else ()
