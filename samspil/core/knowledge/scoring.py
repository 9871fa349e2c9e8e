"""How near each passage is to a question, by words and by meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from samspil.core.embedding import Vectors
from samspil.core.knowledge.part import Part
from samspil.core.knowledge.question import Question, Wanted, alike, looked_for

FEW, LONG = 1.2, 0.5
"""BM25: how fast more of the same word counts less, and how much length is held against a text."""
HEADING = 1.5
"""What a word in a heading counts beside one in the text."""
HEADING_LONG = 0.3
Numbers = NDArray[np.float32]
Places = NDArray[np.int64]


class Within(Protocol):
    """The documents that are searched; `starts` is where the passages of each begin."""

    @property
    def parts(self) -> Sequence[Part]: ...

    @property
    def starts(self) -> NDArray[np.int64]: ...

    def __len__(self) -> int: ...


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


def answered_words(within: Within, asked: Question) -> Words:
    """BM25 over text and headings, a word's forms and compounds counted as one word."""
    many, passages = len(asked.wanted), len(within)
    amounts = _amounts(within, asked).reshape(many, passages)
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


def _amounts(within: Within, asked: Question) -> Numbers:
    """How much of each word stands in each passage, one word after the other."""
    sought = {
        language: _sought(asked, language) for language in {part.language for part in within.parts}
    }
    passages = len(within)
    norms, head_norms = _norms(within)
    where, much = [], []
    for part, start in zip(within.parts, within.starts.tolist(), strict=False):
        look = sought[part.language]
        wanted, at = _found(part.terms, look.terms)
        if not len(at):
            continue
        places, many = _spread(part.starts[at].astype(np.int64), part.starts[at + 1])
        owner = np.repeat(wanted, many)
        rows = part.rows[places].astype(np.int64) + start
        amount = part.body[places] / norms[rows] + HEADING * part.heads[places] / head_norms[rows]
        where.append(look.groups[owner] * passages + rows)
        much.append(amount * look.weights[owner])
    size = len(asked.wanted) * passages
    if not where:
        return np.zeros(size, dtype=np.float32)
    made = np.bincount(np.concatenate(where), np.concatenate(much), minlength=size)
    return made.astype(np.float32)


def _spread(begins: Places, ends: NDArray[np.uint32]) -> tuple[Places, Places]:
    """Every place from each beginning to its end, one span after the other, and their lengths."""
    many = ends.astype(np.int64) - begins
    shift = np.repeat(begins - np.cumsum(many) + many, many)
    return shift + np.arange(int(many.sum())), many


def _found(terms: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> tuple[Places, Places]:
    """The places in what is wanted of those that are there, and theirs in the sorted terms."""
    if not len(terms):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    at = np.minimum(np.searchsorted(terms, wanted), len(terms) - 1)
    hits = np.flatnonzero(terms[at] == wanted)
    return hits, at[hits]


def _sought(asked: Question, language: str) -> _Sought:
    found = [
        (term, group, weight)
        for group, wanted in enumerate(asked.wanted)
        for term, weight in _weights(wanted, language).items()
    ]
    terms, groups, weights = zip(*found, strict=True)
    return _Sought(
        terms=np.array(terms, dtype=np.uint64),
        groups=np.array(groups, dtype=np.int64),
        weights=np.array(weights, dtype=np.float32),
    )


def _weights(wanted: Wanted, language: str) -> dict[int, float]:
    return {
        **dict(alike(wanted, language=language)),
        **dict(looked_for(wanted, language=language)),
    }


def _norms(within: Within) -> tuple[Numbers, Numbers]:
    body = np.concatenate([part.lengths for part in within.parts]).astype(np.float32)
    heads = np.concatenate([part.head_lengths for part in within.parts]).astype(np.float32)
    return _norm(body, LONG), _norm(heads, HEADING_LONG)


def _norm(lengths: Numbers, share: float) -> Numbers:
    mean = float(lengths.mean())
    return 1 - share + share * lengths / mean if mean else np.ones_like(lengths)


def cosines(within: Within, vector: Vectors | None, embedder: str) -> Numbers:
    """The nearness of each passage; nan where it has no vector of this embedder."""
    made = np.full(len(within), np.nan, dtype=np.float32)
    if vector is None or not vector.any():
        return made
    for part, start in zip(within.parts, within.starts.tolist(), strict=False):
        if part.embedder == embedder and part.vectors.shape[1] == len(vector):
            made[start : start + len(part)] = part.vectors @ vector
    made[made == 0] = np.nan
    return made


def outstanding_of(within: Within, cosine: Numbers) -> Numbers:
    """Standard deviations above the mean of the passages in the same language; 0 without vector.

    An embedding puts what is in the question's language nearer: languages are measured apart.
    """
    made = np.zeros_like(cosine)
    spoken = [part.language for part in within.parts]
    known = sorted(set(spoken))
    numbers = [known.index(language) for language in spoken]
    languages = np.repeat(numbers, [*map(len, within.parts)])
    for number in range(len(known)):
        chosen = (languages == number) & ~np.isnan(cosine)
        values = cosine[chosen]
        spread = float(values.std()) if len(values) > 1 else 0.0
        if spread > 0:
            made[chosen] = (values - values.mean()) / spread
    return made


def best(score: Numbers, limit: int) -> Sequence[int]:
    """The places of the highest finite scores; of equal ones the first."""
    many = min(limit, len(score))
    if many <= 0:
        return []
    least = np.partition(score, len(score) - many)[len(score) - many]
    chosen = np.flatnonzero((score >= least) & np.isfinite(score))
    ordered = chosen[np.argsort(-score[chosen], kind="stable")]
    found: list[int] = ordered[:many].tolist()
    return found
