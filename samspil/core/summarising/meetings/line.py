"""What is said in a meeting, sentence by sentence, and a line of its minutes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samspil.core.knowledge.sentences import sentences
from samspil.core.summarising.cues import EMPTY
from samspil.core.summarising.meetings.transcript import Utterance
from samspil.core.words import fold, stem

LEAST_WORDS = 4
"""Of a sentence that says something by itself."""
FEW_WORDS = 6
"""Of a sentence that only adds to the one before."""


class Sort(StrEnum):
    """What a line of the minutes is."""

    DECISION = "decision"
    ACTION = "action"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence of an utterance, from character `start` to `end`; `row` is its number from 0."""

    row: int
    utterance: int
    speaker: str
    start: int
    end: int
    text: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the minutes: what was said where.

    `owner` is a name as the transcript has it, empty where nobody is named; `due` None where no day
    is. `row` is the sentence that settled it.
    """

    sort: Sort
    text: str
    utterance: int
    start: int
    end: int
    row: int
    owner: str = ""
    due: date | None = None


def spoken(said: Sequence[Utterance], *, language: str) -> list[Spoken]:
    """The sentences of a meeting, in order."""
    found: list[Spoken] = []
    for one in said:
        for start, end in sentences(one.text):
            text = one.text[start:end]
            found.append(
                Spoken(
                    row=len(found), utterance=one.number, speaker=one.speaker, start=start, end=end,
                    text=text, words=_content(text, language),
                )
            )  # fmt: skip
    return found


def line_of(sort: Sort, row: Spoken) -> Line:
    return Line(
        sort=sort, text=" ".join(row.text.split()), utterance=row.utterance, start=row.start,
        end=row.end, row=row.row,
    )  # fmt: skip


def _content(text: str, language: str) -> frozenset[str]:
    empty = EMPTY[language]
    found = re.findall(r"[^\W\d_]{3,}", fold(text))
    return frozenset(stem(word, language) for word in found if word not in empty)
