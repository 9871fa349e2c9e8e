"""Decisions: said as such, or a proposal that somebody settles."""

import re
from collections.abc import Sequence
from dataclasses import replace

from samspil.core.summarising.meetings import cues, unsettled
from samspil.core.summarising.meetings.line import LEAST_WORDS, Line, Sort, Spoken, line_of

CLAUSES = re.compile(r"[,;:–]\s")
AFTER = 25
"""Characters after "we decided" in which "not" undoes it."""
BEFORE = 4
"""Sentences back in which a decision may have been proposed."""


def decision(row: Spoken, rows: Sequence[Spoken]) -> Line | None:
    if cues.ALONE.match(row.text):
        return _settled(row, rows)
    found = cues.DECIDES.search(row.text)
    if found is None or row.text.endswith("?") or len(row.text.split()) < LEAST_WORDS:
        return None
    before = CLAUSES.split(row.text[: found.start()])[-1]
    after = CLAUSES.split(row.text[found.end() : found.end() + AFTER])[0]
    denied = any(cues.NOT.search(part) for part in (before, found.group(), after))
    if denied or unsettled.STILL.search(row.text):
        return None
    if cues.HYPOTHETICAL.search(row.text[: found.start()]) or cues.HYPOTHETICAL.search(
        found.group()
    ):
        return None
    if cues.EARLIER.search(row.text):
        return None
    return line_of(Sort.DECISION, row)


def _settled(row: Spoken, rows: Sequence[Spoken]) -> Line | None:
    """The proposal that a bare "agreed" settles; none where nothing was proposed."""
    for at in range(row.row - 1, max(-1, row.row - 1 - BEFORE), -1):
        before = rows[at]
        if cues.ALONE.match(before.text):
            return None
        if cues.PROPOSES.search(before.text) and len(before.text.split()) >= LEAST_WORDS:
            return replace(line_of(Sort.DECISION, before), row=row.row)
    return None
