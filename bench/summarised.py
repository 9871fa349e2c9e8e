"""How good a summary is, by what the document itself or people who asked about it say.

None of these is used to choose sentences. Beside ours: the first sentences of each section in
turn, and the most central ones (LexRank, Erkan and Radev, 2004).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.handbooks import Document, Place
from samspil.core.knowledge.sections import Section
from samspil.core.knowledge.terms import plain_words
from samspil.core.summarising.carrying import Sentence, carriers
from samspil.core.summarising.cues import DANGLING, EMPTY, LIMIT, OBLIGATION
from samspil.core.summarising.document import grouped, summarise
from samspil.core.summarising.weighing import vectors
from samspil.core.words import stem

DAMPED, LIKE = 0.85, 0.1
"""LexRank: how often one goes on to a like sentence, and how like they must be."""
TURNS = 50
Choose = Callable[[Sequence[Sentence], Sequence[int]], Iterator[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Shares from 0 to 1.

    `headings`: words of the document's headings that are said. `sections`: groups of sections that
    speak. `binding`: sentences that bind or limit. `repeated`: how like the likest other sentence a
    sentence is, on average. `leaning`: sentences that begin as if one stood before them.
    """

    headings: float
    sections: float
    binding: float
    repeated: float
    leaning: float


def ours(document: Document, budget: int) -> list[Sentence]:
    """Our own choice of about so many words."""
    found = summarise(document.sections, language=document.language, budget=budget)
    return [one.sentence for one in found.points]


def leading(document: Document, budget: int) -> list[Sentence]:
    """The first sentence of each section, then the second, until the words are used."""
    found = list(carriers(document.sections, language=document.language))
    turn: dict[int, int] = {}
    ranks = []
    for one in found:
        turn[one.place] = turn.get(one.place, 0) + 1
        ranks.append(turn[one.place])
    order = sorted(range(len(found)), key=lambda at: (ranks[at], at))
    return _within([found[at] for at in order], budget)


def central(document: Document, budget: int) -> list[Sentence]:
    """The sentences that most others are like."""
    found = list(carriers(document.sections, language=document.language))
    if not found:
        return []
    rows, _ = vectors(found)
    near = (rows @ rows.T).toarray()
    near[near < LIKE] = 0
    near /= near.sum(axis=1, keepdims=True)
    worth = np.full(len(found), 1 / len(found))
    for _turn in range(TURNS):
        worth = (1 - DAMPED) / len(found) + DAMPED * near.T @ worth
    return _within([found[at] for at in np.argsort(-worth, kind="stable")], budget)


def quality(document: Document, chosen: Sequence[Sentence]) -> Quality:
    """What can be said of a summary."""
    every = list(carriers(document.sections, language=document.language))
    paths = [document.sections[one.place].headings for one in every]
    groups = dict(zip(((one.place, one.start) for one in every), grouped(paths), strict=True))
    spoken = {groups[one.place, one.start] for one in chosen}
    rows, _ = vectors(chosen)
    near = (rows @ rows.T).toarray()
    np.fill_diagonal(near, 0)
    return Quality(
        headings=_heard(document.sections, chosen, document.language),
        sections=len(spoken) / len(set(groups.values())),
        binding=_share(chosen, lambda one: OBLIGATION.search(one.text) or LIMIT.search(one.text)),
        repeated=float(near.max(axis=1).mean()),
        leaning=_share(chosen, lambda one: DANGLING.match(one.text)),
    )


def speaks_to(document: Document, chosen: Sequence[Sentence], answers: frozenset[Place]) -> bool:
    """Whether a summary has a sentence of a section that answers a question."""
    return any(
        (document.name, document.sections[one.place].headings[-1]) in answers for one in chosen
    )


def _heard(sections: Sequence[Section], chosen: Sequence[Sentence], language: str) -> float:
    headings = {heading for section in sections for heading in section.headings}
    named = {
        stem(one.plain, language)
        for heading in headings
        for one in plain_words(heading)
        if one.plain.isalpha() and len(one.plain) > 2 and one.plain not in EMPTY[language]
    }
    said = {word for one in chosen for word in one.stems}
    return len(named & said) / len(named)


def _share(chosen: Sequence[Sentence], holds: Callable[[Sentence], object]) -> float:
    return sum(bool(holds(one)) for one in chosen) / len(chosen)


def _within(ordered: Sequence[Sentence], budget: int) -> list[Sentence]:
    kept, left = [], budget
    for one in ordered:
        if one.words <= left:
            kept.append(one)
            left -= one.words
    return sorted(kept, key=lambda one: (one.place, one.start))
