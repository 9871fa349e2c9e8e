"""The second classifier: weighs what a text means, for when its words alone say too little."""

import hashlib
import json
import os
import zipfile
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
from scipy.special import softmax

from samspil.core.embedding import STORED, Vectors
from samspil.core.evidence.verified import NOTHING, Verified
from samspil.core.self_knowledge import SelfKnowledge
from samspil.skills.triage.fitting import Numbers
from samspil.skills.triage.knowing import Answers, sureness
from samspil.skills.triage.model import Shares
from samspil.skills.triage.model_file import BrokenModel
from samspil.skills.triage.neighbours import Neighbours
from samspil.skills.triage.view import Weights

FORMAT = 2
UNREADABLE = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile)
"""What reading a file that is not whole may end in."""
KNOWN = ("known_middle", "known_spread", "known_weights", "known_right_share")


@dataclass(frozen=True, kw_only=True, eq=False)
class Meaning:
    """One linear rule for each label over the vectors of one embedding, and the nearest examples.

    `words_speak`, `meaning_speaks` and `neighbours_speak` say how loud the scores of the
    classifier by words, the rules and the neighbours are when all are asked; together they make
    shares that are right as often as they say. `known` says how likely an answer is right; None
    where too few examples could be judged unseen. `earlier` are its answers to those.
    """

    labels: tuple[str, ...]
    embedder: str
    weights: Weights
    bias: Weights
    words_speak: float
    meaning_speaks: float
    neighbours: Neighbours
    neighbours_speak: float
    examples: int
    known: SelfKnowledge | None = None
    earlier: Verified = NOTHING

    @cached_property
    def version(self) -> str:
        """Eight signs made from everything that was learned."""
        digest = hashlib.sha256(repr(self._about()).encode())
        digest.update(self.weights.tobytes())
        digest.update(self.bias.tobytes())
        digest.update(self.neighbours.middle.tobytes())
        digest.update(self.neighbours.rows.tobytes())
        digest.update(self.neighbours.answers.astype(np.int32).tobytes())
        for part in (*_parts_of(self.known), self.earlier.sure, self.earlier.wrong):
            digest.update(part.tobytes())
        return digest.hexdigest()[:8]

    def answers(self, vectors: Vectors, *, words: Shares, lengths: Shares) -> Answers:
        """What all voices say, where `words` are the scores by words alone."""
        voices = [
            words * self.words_speak,
            (vectors @ self.weights + self.bias) * self.meaning_speaks,
            self.neighbours.scores(vectors) * self.neighbours_speak,
        ]
        return Answers(voices=np.stack(voices), vectors=vectors, lengths=lengths)

    def shares(self, answers: Answers) -> Shares:
        """The probability of each label, row by row."""
        shares = softmax(answers.scores, axis=1)
        return np.asarray(shares * (self.examples / (self.examples + 1)), dtype=np.float64)

    def sureness(self, answers: Answers) -> Shares:
        """The probability that each answer is right; the best share where nothing is known."""
        if self.known is None or not len(answers.vectors):
            return np.asarray(self.shares(answers).max(axis=1), dtype=np.float64)
        return sureness(answers, known=self.known, neighbours=self.neighbours)

    def save(self, path: Path) -> None:
        """Write to one file, replacing an older one only when it is complete."""
        about = np.frombuffer(json.dumps([FORMAT, self.version, *self._about()]).encode(), np.uint8)
        unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
        with unfinished.open("wb") as file:
            arrays: dict[str, Any] = {
                "about": about,
                "weights": self.weights,
                "bias": self.bias,
                "middle": self.neighbours.middle,
                "rows": self.neighbours.rows,
                "answers": self.neighbours.answers,
                "earlier_sure": self.earlier.sure,
                "earlier_wrong": self.earlier.wrong,
                **dict(zip(KNOWN, _parts_of(self.known), strict=True)),
            }
            np.savez_compressed(file, **arrays)
        os.replace(unfinished, path)

    @classmethod
    def load(cls, path: Path) -> "Meaning":
        """Read what was saved; raise `BrokenModel` if the file is not whole and true."""
        try:
            with np.load(path, allow_pickle=False) as file:
                about = json.loads(file["about"].tobytes())
                rules = file["weights"], file["bias"]
                near = file["middle"], file["rows"], file["answers"]
                known = _known([file[part] for part in KNOWN])
                earlier = Verified(sure=file["earlier_sure"], wrong=file["earlier_wrong"])
            meaning = replace(
                _meaning(about, *rules, neighbours=_neighbours(*near, labels=about[2])),
                known=known,
                earlier=earlier,
            )
        except UNREADABLE as why:
            raise BrokenModel(f"The file {path.name} is missing or damaged.") from why
        if about[:2] != [FORMAT, meaning.version]:
            raise BrokenModel(f"The file {path.name} was changed after it was written.")
        return meaning

    @staticmethod
    def embedding_of(path: Path) -> str:
        """The embedding that a file was learned with, read without the rest of it.

        Files of an older form, which are not used any more, name none that there is.
        """
        try:
            with np.load(path, allow_pickle=False) as file:
                about = json.loads(file["about"].tobytes())
            return str(about[3]) if about[0] == FORMAT else f"form {about[0]}"
        except (*UNREADABLE, IndexError) as why:
            raise BrokenModel(f"The file {path.name} is missing or damaged.") from why

    def _about(self) -> list[object]:
        return [
            list(self.labels),
            self.embedder,
            self.words_speak,
            self.meaning_speaks,
            self.neighbours_speak,
            self.examples,
        ]


def _neighbours(
    middle: Weights, rows: Vectors, answers: Numbers, *, labels: list[str]
) -> Neighbours:
    if len(rows) != len(answers) or rows.shape[1:] != middle.shape:
        raise ValueError("sizes differ")
    return Neighbours(
        middle=middle.astype(np.float32),
        rows=rows.astype(STORED),
        answers=answers.astype(np.intp),
        labels=len(labels),
    )


def _meaning(
    about: list[object], weights: Weights, bias: Weights, *, neighbours: Neighbours
) -> Meaning:
    _, _, labels, embedder, words_speak, meaning_speaks, neighbours_speak, examples = about
    if not isinstance(labels, list) or weights.shape[1:] != bias.shape != (len(labels),):
        raise ValueError("sizes differ")
    return Meaning(
        labels=tuple(map(str, labels)),
        embedder=str(embedder),
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        words_speak=float(str(words_speak)),
        meaning_speaks=float(str(meaning_speaks)),
        neighbours=neighbours,
        neighbours_speak=float(str(neighbours_speak)),
        examples=int(str(examples)),
    )


def _parts_of(known: SelfKnowledge | None) -> list[Shares]:
    """Empty arrays where nothing is known."""
    if known is None:
        return [np.zeros(0)] * len(KNOWN)
    return [known.middle, known.spread, known.weights, known.right_share]


def _known(parts: list[Shares]) -> SelfKnowledge | None:
    if not len(parts[0]):
        return None
    middle, spread, weights, right_share = parts
    return SelfKnowledge(middle=middle, spread=spread, weights=weights, right_share=right_share)
