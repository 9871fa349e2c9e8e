"""The checks, one after the other; the first that fails is the reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core import words
from samspil.core.knowledge.question import language_of
from samspil.core.knowledge.sentences import sentences
from samspil.core.knowledge.supporting.covering import covered
from samspil.core.knowledge.supporting.figures import stands_in
from samspil.core.knowledge.supporting.orders import gives_orders
from samspil.core.knowledge.supporting.polarity import CONDITIONS, turned, words_in
from samspil.core.knowledge.supporting.reading import Reading, reading_of

MOST_TOGETHER = 3
"""Neighbouring sentences of a passage that may support a sentence together."""
CLAUSE = re.compile(r"[,;](?!\d)")
NAME = re.compile(r"(?<=[^\W\d_.!?] )[^\W\d_a-zæøåäöüß][^\W\d_]+")
"""A word with a capital inside a sentence."""
LEAST_WORDS = 2
"""Words that say something which a sentence must have."""


class Fault(StrEnum):
    """Why a sentence is not supported, in the order in which it is asked."""

    EMPTY = "empty"
    FIGURE = "figure"
    NAME = "name"
    WORDS = "words"
    APART = "apart"
    OPPOSITE = "opposite"
    NEGATION = "negation"


TURNED = (Fault.OPPOSITE, Fault.NEGATION)
"""Where a passage says the opposite anywhere, nothing else in it supports the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a sentence compares with some neighbouring sentences; `near` counts the same words."""

    fault: Fault | None
    near: int
    alone: bool


def fault_of(sentence: str, passages: Sequence[str]) -> Fault | None:
    """Why the passages do not say this; None where one of them does.

    Sentences that give orders to an AI support nothing. Up to three neighbouring sentences of one
    passage may support it together; a single one that is
    at least as near and says the opposite outweighs them.
    """
    language = language_of(words_in(words.fold(sentence)))
    claim = reading_of(sentence, language)
    if len(claim.telling) + len(claim.figures) < LEAST_WORDS:
        return Fault.EMPTY
    looks = [look for text in passages for look in _looks(sentence, claim, text, language)]
    near = max((one.near for one in looks if one.fault is None), default=-1)
    against = [one.fault for one in looks if one.fault in TURNED and one.alone and one.near >= near]
    if against:
        return against[0]
    if near >= 0:
        return None
    order = list(Fault)
    return max((one.fault for one in looks if one.fault), key=order.index, default=Fault.EMPTY)


def place_of(sentence: str, passage: str) -> tuple[int, int]:
    """The fewest neighbouring sentences of a passage that say this: from which character to which.

    All of the passage where only the whole of it does.
    """
    found = list(sentences(passage))
    for many in range(1, MOST_TOGETHER + 1):
        for first in range(len(found) - many + 1):
            start, end = found[first][0], found[first + many - 1][1]
            if fault_of(sentence, [passage[start:end]]) is None:
                return start, end
    return 0, len(passage)


def _looks(sentence: str, claim: Reading, text: str, language: str) -> Iterator[_Look]:
    said = [text[start:end] for start, end in sentences(text)]
    said = [one for one in said if not gives_orders(one)]
    for first in range(len(said)):
        for last in range(first + 1, min(len(said), first + MOST_TOGETHER) + 1):
            held = reading_of("\n".join(said[first:last]), language)
            fault = _fault(claim, held, language)
            if fault is None and _is_apart(sentence, said[first:last], language):
                fault = Fault.APART
            near = _near(claim, held, language)
            yield _Look(fault=fault, near=near, alone=last == first + 1)


def _is_apart(sentence: str, said: Sequence[str], language: str) -> bool:
    """Whether a clause with a figure or a name is supported by none of several sentences alone.

    "16 weeks" may be said of something else in the sentence before.
    """
    if len(said) == 1:
        return False
    readings = [reading_of(one, language) for one in said]
    return any(_clause_is_apart(clause, readings, language) for clause in CLAUSE.split(sentence))


def _clause_is_apart(clause: str, readings: Sequence[Reading], language: str) -> bool:
    mine = reading_of(clause, language)
    named = set() if language == "de" else {words.fold(one) for one in NAME.findall(clause)}
    if not named and not mine.figures:
        return False
    return not any(
        named <= one.small
        and all(stands_in(figure, one.figures) for figure in mine.figures)
        and all(covered(word, one.telling, language) for word in mine.telling)
        for one in readings
    )


def _near(claim: Reading, held: Reading, language: str) -> int:
    """How many of the claim's words stand there in some form."""
    stems = {words.stem(one, language) for one in held.telling}
    return sum(words.stem(one, language) in stems for one in claim.telling)


def _fault(claim: Reading, held: Reading, language: str) -> Fault | None:
    if any(not stands_in(figure, held.figures) for figure in claim.figures):
        return Fault.FIGURE
    if any(many > max(1, held.counted[value]) for value, many in claim.counted.items()):
        return Fault.FIGURE
    if claim.exact - held.exact - held.small:
        return Fault.NAME
    if any(not covered(word, held.telling, language) for word in claim.telling):
        return Fault.WORDS
    if turned(claim.small, held.small):
        return Fault.OPPOSITE
    if _denies_otherwise(claim, held, language):
        return Fault.NEGATION
    return None


def _denies_otherwise(claim: Reading, held: Reading, language: str) -> bool:
    """Whether one of the two denies what the other does not."""
    mine = [word for each in claim.denied for word in each]
    theirs = [word for each in held.denied for word in each]
    for each in claim.denied:
        if each and not any(covered(word, theirs, language) for word in each):
            return True
    if claim.denied and not held.denied:
        return True
    if held.denied and not claim.denied and held.small & CONDITIONS:
        return True
    said = [
        [word for word in each if covered(word, claim.telling, language)] for each in held.denied
    ]
    if sum(map(bool, said)) > len(claim.denied):
        return True
    return any(each and not any(covered(word, mine, language) for word in each) for each in said)
