"""Which passages are near to a question: by their words and, where there are vectors, by meaning.

An index holds only the parts it is given: who may not read a document gets an index without it,
and neither its words nor how rare they are can show.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import Vectors
from samspil.core.knowledge.part import BrokenPart, Entry, Part, part_of
from samspil.core.knowledge.question import Question, Wanted, looked_for, question_of

__all__ = ["BrokenPart", "Entry", "Hit", "Index", "Part", "part_of"]

FEW, LONG = 1.2, 0.5
"""BM25: how fast more of the same word counts less, and how much length is held against a text."""
HEADING = 1.5
"""What a word in a heading counts beside one in the text."""
HEADING_LONG = 0.3
MEANING, MEANING_EXACT = 0.12, 0.04
"""What one standard deviation of nearness in meaning counts beside all words asked for being there;
less where numbers, identifiers or names are asked for."""
Numbers = NDArray[np.float32]


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
        words = _words(self, asked)
        cosine = _cosines(self, vector, embedder)
        outstanding = _outstanding(self, cosine)
        exact = any(each.exact for each in asked.wanted)
        score = words.lexical + (MEANING_EXACT if exact else MEANING) * outstanding
        score[(words.lexical <= 0) & np.isnan(cosine)] = -np.inf
        best = _best(score, limit)
        return [self._hit(at, score, words, cosine, outstanding) for at in best]

    def _hit(
        self, at: int, score: Numbers, words: "Words", cosine: Numbers, outstanding: Numbers
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """How well each passage answers a question's words; `there` has a row for each of them."""

    wanted: tuple[Wanted, ...]
    lexical: Numbers
    covered: Numbers
    there: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sought:
    terms: NDArray[np.uint64]
    groups: NDArray[np.int64]
    weights: Numbers


def _words(index: Index, asked: Question) -> Words:
    """BM25 over text and headings, a word's forms and compounds counted as one word."""
    many, passages = len(asked.wanted), len(index)
    amounts = _amounts(index, asked).reshape(many, passages)
    there = amounts > 0
    held = there.sum(axis=1)
    rare = np.log1p((passages - held + 0.5) / (held + 0.5)).astype(np.float32)
    full = np.divide(amounts, amounts + FEW, dtype=np.float32)
    total = float(rare.sum())
    return Words(
        wanted=asked.wanted,
        lexical=rare @ full / total,
        covered=rare @ there.astype(np.float32) / total,
        there=there,
    )


def _amounts(index: Index, asked: Question) -> Numbers:
    """How much of each word stands in each passage, one word after the other."""
    sought = {
        language: _sought(asked, language) for language in {part.language for part in index.parts}
    }
    passages = len(index)
    norms, head_norms = _norms(index)
    where, much = [], []
    for part, start in zip(index.parts, index.starts.tolist(), strict=False):
        look = sought[part.language]
        for place, at in _found(part.terms, look.terms):
            span = slice(int(part.starts[at]), int(part.starts[at + 1]))
            rows = part.rows[span].astype(np.int64) + start
            amount = part.body[span] / norms[rows] + HEADING * part.heads[span] / head_norms[rows]
            where.append(look.groups[place] * passages + rows)
            much.append(amount * look.weights[place])
    size = len(asked.wanted) * passages
    if not where:
        return np.zeros(size, dtype=np.float32)
    made = np.bincount(np.concatenate(where), np.concatenate(much), minlength=size)
    return made.astype(np.float32)


def _found(terms: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> list[tuple[int, int]]:
    """Pairs of places: in what is wanted, and in the sorted terms."""
    if not len(terms):
        return []
    at = np.minimum(np.searchsorted(terms, wanted), len(terms) - 1)
    hits = np.flatnonzero(terms[at] == wanted)
    return list(zip(hits.tolist(), at[hits].tolist(), strict=True))


def _sought(asked: Question, language: str) -> _Sought:
    found = [
        (term, group, weight)
        for group, wanted in enumerate(asked.wanted)
        for term, weight in dict(looked_for(wanted, language=language)).items()
    ]
    terms, groups, weights = zip(*found, strict=True)
    return _Sought(
        terms=np.array(terms, dtype=np.uint64),
        groups=np.array(groups, dtype=np.int64),
        weights=np.array(weights, dtype=np.float32),
    )


def _norms(index: Index) -> tuple[Numbers, Numbers]:
    body = np.concatenate([part.lengths for part in index.parts]).astype(np.float32)
    heads = np.concatenate([part.head_lengths for part in index.parts]).astype(np.float32)
    return _norm(body, LONG), _norm(heads, HEADING_LONG)


def _norm(lengths: Numbers, share: float) -> Numbers:
    mean = float(lengths.mean())
    return 1 - share + share * lengths / mean if mean else np.ones_like(lengths)


def _cosines(index: Index, vector: Vectors | None, embedder: str) -> Numbers:
    """The nearness of each passage; nan where it has no vector of this embedder."""
    made = np.full(len(index), np.nan, dtype=np.float32)
    if vector is None or not vector.any():
        return made
    for part, start in zip(index.parts, index.starts.tolist(), strict=False):
        if part.embedder == embedder and part.vectors.shape[1] == len(vector):
            made[start : start + len(part)] = part.vectors @ vector
    made[made == 0] = np.nan
    return made


def _outstanding(index: Index, cosine: Numbers) -> Numbers:
    """Standard deviations above the mean of the passages in the same language; 0 without vector.

    An embedding puts what is in the question's language nearer: languages are measured apart.
    """
    made = np.zeros_like(cosine)
    languages = np.repeat([part.language for part in index.parts], [*map(len, index.parts)])
    for language in sorted(set(languages.tolist())):
        chosen = (languages == language) & ~np.isnan(cosine)
        values = cosine[chosen]
        spread = float(values.std()) if len(values) > 1 else 0.0
        if spread > 0:
            made[chosen] = (values - values.mean()) / spread
    return made


def _best(score: Numbers, limit: int) -> Sequence[int]:
    """The places of the highest finite scores; of equal ones the first."""
    many = min(limit, len(score))
    if many <= 0:
        return []
    least = np.partition(score, len(score) - many)[len(score) - many]
    chosen = np.flatnonzero((score >= least) & np.isfinite(score))
    ordered = chosen[np.argsort(-score[chosen], kind="stable")]
    found: list[int] = ordered[:many].tolist()
    return found
