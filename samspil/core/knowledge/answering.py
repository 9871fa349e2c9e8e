"""An answer made of the documents' own sentences, or none where the evidence is too thin.

Nothing is written here: what is shown stands word for word in a passage, with where it stands. A
document that tells the reader or an AI what to do is text like any other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.knowledge.deciding import sureness
from samspil.core.knowledge.question import Question, looked_for, question_of
from samspil.core.knowledge.sentences import sentences
from samspil.core.knowledge.signs import Evidence, signs_of
from samspil.core.knowledge.terms import terms_of
from samspil.core.reading import read

__all__ = ["Answer", "Evidence", "Quote", "Reason", "answer", "plain", "supported"]

MOST_SENTENCES = 4
MOST_PASSAGES = 3
NEAR = 0.75
"""A further passage is quoted if its score is at least this share of the best one's."""
HELPFUL = 0.5
"""A further sentence is quoted if it is worth at least this share of the best one."""
ENOUGH = 0.5
"""The least sureness at which an answer is given."""
LONGEST = 700
"""Characters of a sentence that is quoted; a longer one, as in a table, is cut there."""
MARKUP = re.compile(r"<[^<>]{1,200}>|[*_`#]{2,}|(?<!\w)[*_`]|[*_`](?!\w)")
BLANK = re.compile(r"\s+")
Nearness = Callable[[Sequence[str]], Sequence[float]]
"""How near sentences are to the question in meaning, each from 0 to 1."""


class Reason(StrEnum):
    """Why there is no answer."""

    EMPTY = "empty"
    NOTHING = "nothing"
    HIDDEN = "hidden"
    THIN = "thin"


WORDS = {
    Reason.EMPTY: "The question holds no word to look for.",
    Reason.NOTHING: "No document you may read says anything about this.",
    Reason.HIDDEN: "What was found holds hidden characters and is not used.",
    Reason.THIN: "What the documents say is too thin to answer this with confidence.",
}
"""The English sentence of each reason, which is also the key of its translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Characters `start` to `end` of the passage of one piece of evidence, word for word.

    `shown` is the same on one line and without markup.
    """

    evidence: Evidence
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.evidence.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """What stands there, fit to be read."""
        return plain(self.text)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands above it, without markup."""
        return tuple(plain(each) for each in self.evidence.headings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Quotes in the order to read them, or the reason why there are none.

    `sureness` is how likely the quotes answer the question, from 0 to 1. `near` is what came
    nearest, also where no answer is given.
    """

    quotes: tuple[Quote, ...]
    declined: Reason | None
    sureness: float
    near: tuple[Evidence, ...]


def plain(text: str) -> str:
    """A text on one line without markup."""
    return BLANK.sub(" ", MARKUP.sub("", text)).strip()


def answer(
    question: str,
    found: Sequence[Evidence],
    *,
    enough: float = ENOUGH,
    nearness: Nearness | None = None,
) -> Answer:
    """Answer from what was found, the best first, as `Index.search` gives it.

    `nearness` helps to choose among the sentences of the best passages; it is asked once.
    """
    asked = question_of(question)
    usable = [each for each in found if not read(each.text).hidden_text]
    if not asked.wanted:
        return _declined(Reason.EMPTY)
    if not usable:
        return _declined(Reason.HIDDEN if found else Reason.NOTHING)
    sure = sureness(signs_of(question, usable))
    near = tuple(usable[:MOST_PASSAGES])
    if sure < enough:
        return _declined(Reason.THIN, sure=sure, near=near)
    quotes = tuple(_quotes(asked, near, nearness))
    if not quotes:
        return _declined(Reason.THIN, sure=sure, near=near)
    return Answer(quotes=quotes, declined=None, sureness=sure, near=near)


def supported(answered: Answer) -> bool:
    """Whether every sentence stands where it says, word for word."""
    return all(
        0 <= quote.start < quote.end <= len(quote.evidence.text)
        and plain(quote.evidence.text[quote.start : quote.end]) == quote.shown
        and quote.shown
        for quote in answered.quotes
    )


def _declined(reason: Reason, *, sure: float = 0.0, near: tuple[Evidence, ...] = ()) -> Answer:
    return Answer(quotes=(), declined=reason, sureness=sure, near=near)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    place: int
    quote: Quote
    worth: float


def _quotes(asked: Question, near: Sequence[Evidence], nearness: Nearness | None) -> list[Quote]:
    """The best sentences; in the order of their passages, inside one as they stand there."""
    candidates = list(_candidates(asked, near))
    if nearness is not None and candidates:
        values = nearness([each.quote.shown for each in candidates])
        candidates = [
            _Candidate(place=each.place, quote=each.quote, worth=each.worth + value)
            for each, value in zip(candidates, values, strict=True)
        ]
    ranked = sorted(candidates, key=lambda each: -each.worth)
    least = HELPFUL * ranked[0].worth if ranked else 0.0
    chosen: list[_Candidate] = []
    said: set[str] = set()
    for each in ranked:
        if each.worth < least or len(chosen) == MOST_SENTENCES:
            break
        if each.quote.shown.casefold() not in said:
            chosen.append(each)
            said.add(each.quote.shown.casefold())
    ordered = sorted(chosen, key=lambda each: (each.place, each.quote.start))
    return [each.quote for each in ordered]


def _candidates(asked: Question, near: Sequence[Evidence]) -> Iterator[_Candidate]:
    best = near[0].hit.score
    for place, evidence in enumerate(near):
        if place and evidence.hit.score < NEAR * best:
            continue
        passage = evidence.hit.score / best if best > 0 else 1.0
        language = evidence.hit.part.language
        sought = [dict(looked_for(each, language=language)) for each in asked.wanted]
        for number, (start, end) in enumerate(sentences(evidence.text)):
            quote = Quote(evidence=evidence, start=start, end=min(end, start + LONGEST))
            if not any(sign.isalnum() for sign in quote.shown):
                continue
            there, _ = terms_of(quote.text, language=language)
            held = set(there)
            share = sum(
                max((v for k, v in each.items() if k in held), default=0) for each in sought
            )
            worth = passage * (0.2 + share / len(sought)) - 0.01 * min(number, 8)
            yield _Candidate(place=place, quote=quote, worth=worth)


def _share(text: str, sought: Sequence[dict[int, float]], language: str) -> float:
    """How many of the words asked for a sentence holds, from 0 to 1."""
    held = set(terms_of(text, language=language)[0])
    best = (
        max((much for term, much in each.items() if term in held), default=0.0) for each in sought
    )
    return sum(best) / len(sought)
