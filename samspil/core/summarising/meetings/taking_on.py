"""Actions: who takes something on, or is asked to, and by when."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from samspil.core.summarising.meetings import cues, promising, unsettled
from samspil.core.summarising.meetings.deciding import CLAUSES
from samspil.core.summarising.meetings.due import Due, due_in
from samspil.core.summarising.meetings.line import (
    FEW_WORDS,
    LEAST_WORDS,
    Line,
    Sort,
    Spoken,
    line_of,
)
from samspil.core.words import fold

CALLED = "herr frau hr hr. fru frk mr mr. mrs ms dr dr. prof prof. formand chair vorsitzender"
TITLES = frozenset(CALLED.split())


def names_of(people: Sequence[str]) -> dict[str, str]:
    """Every name by which somebody may be spoken to, and who it is; not what two share."""
    found = {each: each for each in people}
    parts = [(part, each) for each in people for part in each.split()]
    counts = Counter(part for part, _each in parts)
    for part, each in parts:
        if counts[part] == 1 and len(part) > 1 and part[0].isupper() and fold(part) not in TITLES:
            found.setdefault(part, each)
    return found


def action(
    row: Spoken, rows: Sequence[Spoken], *, names: dict[str, str], met_on: date
) -> Line | None:
    if len(row.text.split()) < LEAST_WORDS:
        return None
    due = due_in(row.text, met_on=met_on) or _due_after(row, rows, met_on)
    owner = _owner(row, rows, names, dated=due is not None)
    if owner is None:
        return None
    if not owner and not promising.LABEL.match(row.text) and due is None:
        return None
    return replace(line_of(Sort.ACTION, row), owner=owner, due=due.on if due else None)


def _owner(
    row: Spoken, rows: Sequence[Spoken], names: dict[str, str], *, dated: bool
) -> str | None:
    ""
    "Who is to do it: a name, empty for somebody who is not named, None where nothing is to do."
    ""
    text = row.text
    label = promising.LABEL.match(text)
    if label:
        return _named_at_start(text[label.end() :], names)
    if promising.UNSURE.search(text) and "?" not in text:
        return None
    named = _named(text, names)
    if named is not None:
        who, end = named
        denied = promising.NOT_DOING.search(text[end : end + 30])
        return None if denied or _refused(row, rows) else who
    if text.endswith("?"):
        return _who_accepts(row, rows, names) if promising.ASKS.search(text) else None
    own = promising.OWN.search(text) or (promising.OWN_DATED.search(text) if dated else None)
    if own:
        denied = promising.NOT_DOING.search(CLAUSES.split(text[own.start() :])[0])
        return None if denied or _only_accepts(row, rows) else row.speaker
    return "" if _for_somebody(text, dated=dated) else None


def _who_accepts(row: Spoken, rows: Sequence[Spoken], names: dict[str, str]) -> str | None:
    """Whoever is named at the end of a request, or says yes to it."""
    if _refused(row, rows):
        return None
    called = re.search(r",\s([^,?]{2,40})\?$", row.text)
    if called and called[1] in names:
        return names[called[1]]
    following = rows[row.row + 1 : row.row + 2]
    taking = (one for one in following if one.speaker != row.speaker)
    return next((one.speaker for one in taking if promising.ACCEPTS.match(one.text)), None)


def _for_somebody(text: str, *, dated: bool) -> bool:
    """Whether something is to be done without anybody named."""
    found = promising.SOMEBODY.search(text) or (promising.BOUND.search(text) if dated else None)
    undone = (unsettled.STILL, promising.NOT_DOING, cues.HYPOTHETICAL, cues.EARLIER)
    return found is not None and not any(each.search(text) for each in undone)


def _only_accepts(row: Spoken, rows: Sequence[Spoken]) -> bool:
    """Whether it is only the yes to what somebody else has just asked for."""
    before = rows[max(0, row.row - 2) : row.row]
    asked = any(one.speaker != row.speaker and "?" in one.text for one in before)
    short = len(row.text.split()) <= FEW_WORDS + 1
    return asked and short and promising.ACCEPTS.match(row.text) is not None


def _named(text: str, names: dict[str, str]) -> tuple[str, int] | None:
    """Who is named before what somebody is to do, and where that begins to be said."""
    for name in sorted(names, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            order = promising.NAMED.match(text, found.end())
            if order:
                return names[name], order.end()
    return None


def _named_at_start(text: str, names: dict[str, str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return names[name]
    return ""


def _refused(row: Spoken, rows: Sequence[Spoken]) -> bool:
    following = rows[row.row + 1 : row.row + 2]
    return any(
        one.speaker != row.speaker and unsettled.REFUSES.match(one.text) for one in following
    )


def _due_after(row: Spoken, rows: Sequence[Spoken], met_on: date) -> Due | None:
    """A day that is named right after in a few words, whoever says them."""
    following = rows[row.row + 1 : row.row + 2]
    for one in following:
        if len(one.text.split()) <= FEW_WORDS and not one.text.endswith("?"):
            return due_in(one.text, met_on=met_on)
    return None
