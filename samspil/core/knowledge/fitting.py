"""Whether a standard answer fits a question: only where the question asks nothing else.

Nearness in meaning cannot tell "paid" from "not paid", nor "return" from "exchange": what is near
is offered, and what fits is answered with. It fits where every word that says what about stands in
one of the wordings, half the words of one of them stand in the question, and both ask for the same
sort of thing, with the same negations and numbers. Whoever answers for it adds wordings.
`python -m bench.knowledge` prints how often that is right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from samspil.core.embedding import Vectors
from samspil.core.knowledge.expecting import kind_of
from samspil.core.knowledge.question import Wanted, alike, looked_for, question_of
from samspil.core.knowledge.terms import terms_of

SAME_WORD = 0.5
"""What a word has to count to stand for another: its forms, its compounds, a word for the same."""
COVERED = 0.5
"""The least share of a wording's words that the question holds."""
NEAR = 0.93
"""The least cosine at which an answer is offered, and without which none fits."""
NEGATED = re.compile(
    r"\b(?:ikke|aldrig|ingen|uden|nicht|kein\w*|nie|niemals|ohne|not|never|no|without|cannot)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
OF_WHAT = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "hvem|wer|wem|wen|wessen|who|whom|whose",
        "hvorfor|warum|wieso|weshalb|why",
        "hvorhen|wo|wohin|where",
    )
)
"""Whom, why and where: these ask for something else than any other word."""
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Worded:
    """One wording of a question, and its meaning; None where there is none to compare."""

    text: str
    vector: Vectors | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How near the nearest wording is, from 0 to 1, and whether the answer may be given."""

    nearness: float
    fits: bool


def fit(asked: Worded, wordings: Sequence[Worded]) -> Fit | None:
    """How an answer to these wordings fits what was asked; None where it is not even near."""
    nearness = max((_nearness(asked, one) for one in wordings), default=0.0)
    if nearness < NEAR:
        return None
    return Fit(nearness=nearness, fits=_fits(asked.text, [one.text for one in wordings]))


def fits_by_words(asked: str, wordings: Sequence[str]) -> bool:
    """Whether an answer to these wordings may be given, where no meanings are compared."""
    known = [Worded(text=one) for one in wordings]
    return _fits(asked, wordings) and fit(Worded(text=asked), known) is not None


def _nearness(asked: Worded, wording: Worded) -> float:
    """The cosine; without meanings, whether words of either stand in the other."""
    if asked.vector is not None and wording.vector is not None:
        return float(asked.vector @ wording.vector)
    both = (_share(asked.text, [wording.text]), _share(wording.text, [asked.text]))
    return float(np.clip(min(both), 0, 1) >= COVERED)


def _fits(asked: str, wordings: Sequence[str]) -> bool:
    numbers = {number for one in wordings for number in NUMBER.findall(one)}
    if not set(NUMBER.findall(asked)) <= numbers or _share(asked, wordings) < 1:
        return False
    alike_ones = [one for one in wordings if _way_of(one) == _way_of(asked)]
    return any(_share(one, [asked]) >= COVERED for one in alike_ones)


def _way_of(text: str) -> tuple[object, ...]:
    """What sort of thing is asked for, and whether it is denied."""
    words = (bool(pattern.search(text)) for pattern in (NEGATED, *OF_WHAT))
    return (kind_of(text), *words)


def _share(text: str, others: Sequence[str]) -> float:
    """The share of a text's words that say what about, that any of the others holds."""
    wanted = _sought(text)
    if not wanted:
        return 0.0
    language = question_of(text).language
    held = [_terms(one, language) for one in others]
    return sum(any(not one.isdisjoint(terms) for terms in held) for one in wanted) / len(wanted)


@lru_cache(maxsize=256)
def _sought(text: str) -> tuple[frozenset[int], ...]:
    """For each of its words that say what about, all that stand for it."""
    asked = question_of(text)
    return tuple(frozenset(_standing_for(one, asked.language)) for one in asked.wanted)


def _standing_for(wanted: Wanted, language: str) -> Iterator[int]:
    for term, much in (*looked_for(wanted, language=language), *alike(wanted, language=language)):
        if much >= SAME_WORD:
            yield term


@lru_cache(maxsize=5_000)
def _terms(text: str, language: str) -> frozenset[int]:
    return frozenset(terms_of(text, language=language)[0])
