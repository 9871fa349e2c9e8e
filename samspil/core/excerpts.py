"""The passage of a text that a search found, cut where the words looked for stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samspil.core.search_query import SearchQuery, Term
from samspil.core.words import Found, pieces

AROUND = 60
"""Characters shown before the first word found."""
LENGTH = 220
MOST_READ = 20_000
"""Characters of a text that are looked through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text; `found` where it was looked for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    place: Found
    term: Term


def excerpt(texts: Sequence[str], query: SearchQuery) -> list[Stretch]:
    """Of the text that holds most of what was looked for, the passage around it.

    The beginning of the last text where none holds any.
    """
    read = [text[:MOST_READ] for text in texts]
    hits = [_hits(text, query.wanted) for text in read]
    best = max(range(len(read)), key=lambda n: (len({hit.term for hit in hits[n]}), n), default=-1)
    if best < 0:
        return []
    start = _start(read[best], hits[best])
    return _cut(read[best], [hit.place for hit in hits[best]], start=start)


def stretches(text: str, query: SearchQuery) -> list[Stretch]:
    """The whole of a short text, with what was looked for."""
    return _cut(text, [hit.place for hit in _hits(text, query.wanted)], start=0, length=len(text))


def _hits(text: str, terms: Iterable[Term]) -> list[_Hit]:
    wanted = list(terms)
    known: dict[str, Term | None] = {}
    hits = []
    for piece in pieces(text):
        if piece.plain not in known:
            known[piece.plain] = next((term for term in wanted if term.holds(piece)), None)
        term = known[piece.plain]
        if term is not None:
            hits.append(_Hit(piece, term))
    return hits


def _start(text: str, hits: Sequence[_Hit]) -> int:
    """A little before the first word found, at the beginning of a word."""
    first = hits[0].place.start if hits else 0
    if first <= AROUND:
        return 0
    blank = text.rfind(" ", 0, first - AROUND // 2)
    return blank + 1 if blank >= first - 2 * AROUND else first


def _cut(text: str, places: Sequence[Found], *, start: int, length: int = LENGTH) -> list[Stretch]:
    end = min(len(text), start + length)
    cut = [Stretch(text="…", found=False)] if start else []
    here = start
    for place in places:
        if place.start < here or place.end > end:
            continue
        cut.append(Stretch(text=text[here : place.start], found=False))
        cut.append(Stretch(text=text[place.start : place.end], found=True))
        here = place.end
    cut.append(Stretch(text=text[here:end] + ("…" if end < len(text) else ""), found=False))
    return [stretch for stretch in cut if stretch.text]
