"""The minutes of a meeting: what was decided, who does what by when, what is open.

Everything is a sentence somebody said, or two where one settles what the other proposed. Nothing
is said about people: not how much, how well or in what mood anybody speaks.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from samspil.core.summarising.meetings import unsettled
from samspil.core.summarising.meetings.deciding import decision
from samspil.core.summarising.meetings.line import (
    FEW_WORDS,
    LEAST_WORDS,
    Line,
    Sort,
    Spoken,
    line_of,
    spoken,
)
from samspil.core.summarising.meetings.taking_on import action, names_of
from samspil.core.summarising.meetings.transcript import Utterance, speakers
from samspil.core.words import fold

TAKEN_BACK = 40
"""Sentences back to which taking back reaches where words say what is meant."""
CLOSE = 6
"""Sentences back to which it reaches where they do not."""


def minutes(said: Sequence[Utterance], *, language: str, met_on: date) -> list[Line]:
    """The decisions, actions and open questions of a meeting, in the order in which they came."""
    rows = spoken(said, language=language)
    names = names_of(speakers(said))
    found: list[Line] = []
    for row in rows:
        taken = _taken_back(row, found, rows)
        if taken is not None:
            found.remove(taken)
        found += _lines(row, rows, names=names, met_on=met_on, back=taken is not None)
    return _once(found)


def _lines(
    row: Spoken, rows: Sequence[Spoken], *, names: dict[str, str], met_on: date, back: bool
) -> Iterator[Line]:
    settled = None if back else decision(row, rows)
    taken = None if back else action(row, rows, names=names, met_on=met_on)
    if taken is not None and (settled is None or taken.owner):
        yield taken
    elif settled is not None:
        yield settled
    elif _is_open(row, rows):
        yield line_of(Sort.QUESTION, row)


def _is_open(row: Spoken, rows: Sequence[Spoken]) -> bool:
    if len(row.text.split()) < LEAST_WORDS:
        return False
    answers = unsettled.UNKNOWN.match(row.text) and len(row.text.split()) <= FEW_WORDS
    if unsettled.STILL.search(row.text) and not answers:
        return True
    if not row.text.endswith("?"):
        return False
    following = rows[row.row + 1 : row.row + 2]
    return any(unsettled.UNKNOWN.match(one.text) for one in following)


def _taken_back(row: Spoken, found: Sequence[Line], rows: Sequence[Spoken]) -> Line | None:
    """The line that this takes back: the one that shares most words, else the one just before."""
    if not unsettled.TAKES_BACK.search(row.text) or row.text.endswith("?"):
        return None
    near = [
        line
        for line in found
        if row.row - line.row <= TAKEN_BACK and line.sort is not Sort.QUESTION
    ]
    shared = [line for line in near if _of(line, rows) & row.words]
    if shared:
        return max(shared, key=lambda line: (len(_of(line, rows) & row.words), line.row))
    close = [line for line in near if row.row - line.row <= CLOSE]
    return close[-1] if close else None


def _of(line: Line, rows: Sequence[Spoken]) -> frozenset[str]:
    here = (one for one in rows if one.utterance == line.utterance and one.start == line.start)
    return next(here).words


def _once(found: Sequence[Line]) -> list[Line]:
    """What was said twice in the same words is one line."""
    known: dict[tuple[Sort, str], Line] = {}
    for line in found:
        known.setdefault((line.sort, fold(line.text)), line)
    return list(known.values())
