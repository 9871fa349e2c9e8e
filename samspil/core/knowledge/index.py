"""Which passages are near to a question: by their words and, where there are vectors, by meaning.

An index holds only the parts it is given: who may not read a document gets an index without it,
and neither its words nor how rare they are can show.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import Vectors
from samspil.core.knowledge.part import BrokenPart, Entry, Part, part_of
from samspil.core.knowledge.question import question_of
from samspil.core.knowledge.scoring import (
    Numbers,
    Words,
    answered_words,
    best,
    cosines,
    outstanding_of,
)

__all__ = ["BrokenPart", "Entry", "Hit", "Index", "Part", "part_of"]

MEANING, MEANING_EXACT = 0.12, 0.08
"""What one standard deviation of nearness in meaning counts beside all words asked for being there;
less where numbers, identifiers or names are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hit:
    """One passage that was found: number `passage` of `part`.

    `lexical` is from 0 to 1: how much of what was asked for its words answer. `covered` is the
    share of the question's words that it holds, each as heavy as it is rare. `cosine` is None
    without vectors; `outstanding` is the same in standard deviations above the mean of the passages
    in its language.
    """

    part: Part
    passage: int
    score: float
    lexical: float
    covered: float
    cosine: float | None
    outstanding: float
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Index:
    """The passages of many documents; making one costs next to nothing."""

    parts: tuple[Part, ...]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> "Index":
        """An index of these documents and no others."""
        kept = tuple(part for part in parts if len(part))
        return cls(parts=kept, starts=np.cumsum([0, *map(len, kept)]))

    def __len__(self) -> int:
        """How many passages it has."""
        return int(self.starts[-1])

    def search(
        self,
        question: str,
        *,
        vector: Vectors | None = None,
        embedder: str = "",
        limit: int = 10,
    ) -> list[Hit]:
        """The nearest passages, the best first; those with nothing in common are left out.

        `vector` is the question's, of length 1, made by the embedder of that name; parts whose
        vectors another one made are found by their words only.
        """
        asked = question_of(question)
        if not len(self) or not asked.wanted:
            return []
        words = answered_words(self, asked)
        cosine = cosines(self, vector, embedder)
        outstanding = outstanding_of(self, cosine)
        exact = any(each.exact for each in asked.wanted)
        score = words.lexical + (MEANING_EXACT if exact else MEANING) * outstanding
        score[(words.lexical <= 0) & np.isnan(cosine)] = -np.inf
        chosen = best(score, limit)
        return [self._hit(at, score, words, cosine, outstanding) for at in chosen]

    def _hit(
        self, at: int, score: Numbers, words: Words, cosine: Numbers, outstanding: Numbers
    ) -> Hit:
        place = int(np.searchsorted(self.starts, at, side="right")) - 1
        return Hit(
            part=self.parts[place],
            passage=at - int(self.starts[place]),
            score=float(score[at]),
            lexical=float(words.lexical[at]),
            covered=float(words.covered[at]),
            cosine=None if np.isnan(cosine[at]) else float(cosine[at]),
            outstanding=float(outstanding[at]),
            matched=tuple(
                each.word
                for each, there in zip(words.wanted, words.there[:, at], strict=True)
                if there
            ),
        )
