"""Whom to ask: people who answer for what comes near, or say that they know about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from samspil.core.knowledge.question import looked_for, question_of
from samspil.core.knowledge.terms import terms_of
from samspil.core.words import LANGUAGES

MOST = 3
"""People who are named for one question."""


class Because(IntEnum):
    """Why somebody is named, the best ground first.

    Whoever answers for a document or a standard answer is named by that duty; whoever only says
    that they can do something is named where they agreed to it.
    """

    DOCUMENT = 1
    ANSWER = 2
    ABILITY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may know; `load` counts the open cases they have, `key` tells them apart.

    `agreed`: they may be named for questions. `here`: they work here and are not away.
    """

    key: int
    because: Because
    agreed: bool
    here: bool
    load: int


def named(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Who is named, whoever has least to do first; each once, by their best ground."""
    best: dict[int, Candidate] = {}
    for one in sorted(candidates, key=lambda one: one.because):
        if one.here and (one.agreed or one.because is not Because.ABILITY):
            best.setdefault(one.key, one)
    return sorted(best.values(), key=lambda one: (one.load, one.because))[:MOST]


def knows(abilities: Sequence[str], question: str) -> bool:
    """Whether any ability, a few words each, names something that the question is about."""
    asked = question_of(question)
    for language in LANGUAGES:
        held = {one for said in abilities for one in terms_of(said, language=language)[0]}
        for wanted in asked.wanted:
            sought = looked_for(wanted, language=language)
            if any(term in held for term, _much in sought):
                return True
    return False
