"""What speaks for and against there being an answer among the passages that were found."""

import math
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass

from samspil.core.knowledge.expecting import holds, kind_of
from samspil.core.knowledge.index import Hit
from samspil.core.knowledge.part import Entry
from samspil.core.knowledge.question import language_of, question_of

FOUND = 5
"""Passages that are looked at."""
READ = 10
"""Passages that are read together with the question, where something can."""
Judging = Callable[[str, Sequence[str]], Sequence[float]]
"""What speaks for each of these texts answering the question: above 0 for, below 0 against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage that was found, with its text as it was indexed.

    `headings` from the outermost in, as in `Entry`.
    """

    hit: Hit
    text: str
    headings: tuple[str, ...] = ()

    @property
    def meaning(self) -> str:
        """What is read of it: the nearest headings, then the text."""
        return Entry(headings=self.headings, text=self.text).meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Plain figures, most of them from 0 to 1, of the passages nearest to a question.

    `covered` is the share of the question's words, each as heavy as it is rare, that the best
    passage holds, `together` that of the three best, `unknown` that of no passage. `outstanding`
    is its nearness in meaning, in standard deviations above the mean; `lead` how far the best is
    ahead of the others, `nearest` how near the nearest. `agreed` says that words and meaning name
    the same passage, `missing` that a number, an identifier or a name asked for is not in it,
    `fits` that it holds the sort of thing asked for, `foreign` that it is in another language.
    `read_first` and `read_best` are what a judge says of the first passage and of the one it likes
    best; both 0 without one, or without nearness in meaning.
    """

    covered: float
    together: float
    lexical: float
    outstanding: float
    lead: float
    meaning_lead: float
    nearest: float
    agreed: float
    missing: float
    fits: float
    foreign: float
    words: float
    read_first: float
    read_best: float


def signs_of(question: str, found: Sequence[Evidence], *, judge: Judging | None = None) -> Signs:
    """The signs of a question and what was found for it, the best first; there must be any."""
    best, hits = found[0], [each.hit for each in found[:FOUND]]
    asked = question_of(question)
    exact = {each.word for each in asked.wanted if each.exact}
    others = [each.score for each in hits[1:]] or [0.0]
    held = "\n".join((*best.headings, best.text))
    spoken = language_of(question.casefold().split())
    nearest = max((each.cosine or 0.0 for each in hits), default=0.0)
    texts = [each.meaning for each in found[:READ]] if nearest else []
    read = judge(question, texts) if judge and texts else [0.0]
    return Signs(
        covered=hits[0].covered,
        together=_together(hits[:3]),
        lexical=hits[0].lexical,
        outstanding=max(each.outstanding for each in hits),
        lead=hits[0].score - sum(others) / len(others),
        meaning_lead=_lead([each.outstanding for each in hits]),
        nearest=nearest,
        agreed=float(
            hits[0].outstanding == max(each.outstanding for each in hits)
            and hits[0].lexical == max(each.lexical for each in hits)
        ),
        missing=float(bool(exact - {*hits[0].matched})),
        fits=float(holds(held, kind_of(question))),
        foreign=float(spoken != hits[0].part.language),
        words=math.log1p(len(asked.wanted)),
        read_first=read[0],
        read_best=max(read),
    )


def row(signs: Signs) -> tuple[float, ...]:
    """The signs in their order."""
    return tuple(map(float, astuple(signs)))


def _together(hits: Sequence[Hit]) -> float:
    """At least the best share; words that several hold count once where they are the same."""
    known: set[str] = set()
    total = 0.0
    for each in hits:
        fresh = len(set(each.matched) - known)
        total += each.covered * fresh / max(1, len(each.matched))
        known |= set(each.matched)
    return min(1.0, total)


def _lead(values: Sequence[float]) -> float:
    ordered = sorted(values, reverse=True)
    rest = ordered[1:] or ordered
    return ordered[0] - sum(rest) / len(rest)
