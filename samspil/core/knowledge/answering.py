"""An answer made of the documents' own sentences, or none where the evidence is too thin.

Nothing is written here: what is shown stands word for word in a passage, with where it stands. A
document that tells the reader or an AI what to do is text like any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

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
HELPFUL, HELPFUL_BY_WORDS = 0.3, 0.5
"""A further sentence is quoted if it is worth at least this share of the best one."""
ENOUGH = 0.5
"""The least sureness at which an answer is given."""
WORDS_BESIDE = 0.1
"""What a sentence's words count beside what reading it says."""
LONGEST = 700
"""Characters of a sentence that is quoted; a longer one, as in a table, is cut there."""
MARKUP = re.compile(r"<[^<>]{1,200}>|[*_`#]{2,}|(?<!\w)[*_`]|[*_`](?!\w)")
BLANK = re.compile(r"\s+")


class Judge(Protocol):
    """What reads a question and a passage, which stands under its headings, together."""

    def judge(self, question: str, passages: Sequence[str], /) -> Sequence[float]:
        """What speaks for each passage's answering: above 0 for, below 0 against."""

    def places(
        self, question: str, passage: str, stretches: Sequence[tuple[int, int]], /
    ) -> Sequence[float]:
        """How much of each stretch (its first character and the one after its last) is an answer.

        From 0 to 1.
        """


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
    judge: Judge | None = None,
) -> Answer:
    """Answer from what was found, the best first, as `Index.search` gives it.

    `judge` helps to decide whether there is an answer, and chooses the sentences; without it words
    and nearness have to do.
    """
    asked = question_of(question)
    usable = [each for each in found if not read(each.text).hidden_text]
    if not asked.wanted:
        return _declined(Reason.EMPTY)
    if not usable:
        return _declined(Reason.HIDDEN if found else Reason.NOTHING)
    sure = sureness(signs_of(question, usable, judge=judge.judge if judge else None))
    near = tuple(usable[:MOST_PASSAGES])
    if sure < enough:
        return _declined(Reason.THIN, sure=sure, near=near)
    quotes = tuple(_quotes(asked, near, judge))
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


def _quotes(asked: Question, near: Sequence[Evidence], judge: Judge | None) -> list[Quote]:
    """The best sentences; in the order of their passages, inside one as they stand there.

    Whoever judges reads one question at a time: of several, words alone choose.
    """
    if len(list(sentences(asked.text))) > 1:
        judge = None
    ranked = sorted(_candidates(asked, near, judge), key=lambda each: -each.worth)
    least = (HELPFUL if judge else HELPFUL_BY_WORDS) * ranked[0].worth if ranked else 0.0
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


def _candidates(
    asked: Question, near: Sequence[Evidence], judge: Judge | None
) -> Iterator[_Candidate]:
    best = near[0].hit.score
    for place, evidence in enumerate(near):
        if place and evidence.hit.score < NEAR * best:
            continue
        passage = evidence.hit.score / best if best > 0 else 1.0
        quotes = list(_sentences(evidence))
        worths = list(_by_words(asked, quotes))
        if judge and quotes:
            read = _by_reading(asked, quotes, judge)
            worths = [one + WORDS_BESIDE * by for one, by in zip(read, worths, strict=True)]
        for quote, worth in zip(quotes, worths, strict=True):
            yield _Candidate(place=place, quote=quote, worth=passage * worth)


def _sentences(evidence: Evidence) -> Iterator[Quote]:
    for start, end in sentences(evidence.text):
        quote = Quote(evidence=evidence, start=start, end=min(end, start + LONGEST))
        if any(sign.isalnum() for sign in quote.shown):
            yield quote


def _by_reading(asked: Question, quotes: Sequence[Quote], judge: Judge) -> Sequence[float]:
    """How much of each of a passage's sentences is an answer, from 0 to 1."""
    evidence = quotes[0].evidence
    before = len(evidence.meaning) - len(evidence.text)
    places = [(before + each.start, before + each.end) for each in quotes]
    return judge.places(asked.text, evidence.meaning, places)


def _by_words(asked: Question, quotes: Sequence[Quote]) -> Iterator[float]:
    """The share of the words asked for that each holds; earlier ones are worth a little more."""
    language = quotes[0].evidence.hit.part.language if quotes else ""
    sought = [dict(looked_for(each, language=language)) for each in asked.wanted]
    for number, quote in enumerate(quotes):
        yield 0.2 + _share(quote.text, sought, language) - 0.01 * min(number, 8)


def _share(text: str, sought: Sequence[dict[int, float]], language: str) -> float:
    """How many of the words asked for a sentence holds, from 0 to 1."""
    held = set(terms_of(text, language=language)[0])
    best = (
        max((much for term, much in each.items() if term in held), default=0.0) for each in sought
    )
    return sum(best) / len(sought)
