"""The headings that a PDF lists itself, and where on their pages they stand.

Sizes of letters are not taken for headings: they tell too little in forms and slides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from samspil.adapters.reading.limits import LONGEST_HEADING, MOST_DEPTH

MOST = 20_000
"""Bookmarks; the rest are not looked at."""
NUMBER = re.compile(r"^(?:[\d.]+|[A-Z]\.|[IVX]+\.|§\s*\d+)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A bookmark; `level` counts from 1, `key` is its title as it is compared."""

    level: int
    title: str
    key: str


def bookmarks_of(document: pypdfium2.PdfDocument) -> dict[int, list[Entry]]:
    """The bookmarks of each page, counted from 0, in their order."""
    found: dict[int, list[Entry]] = {}
    for count, bookmark in enumerate(document.get_toc(max_depth=MOST_DEPTH)):
        if count >= MOST:
            break
        title = " ".join(bookmark.get_title().split())[:LONGEST_HEADING]
        target = bookmark.get_dest()
        page = target.get_index() if target else None
        if title and page is not None:
            entry = Entry(level=bookmark.level + 1, title=title, key=key_of(title))
            found.setdefault(page, []).append(entry)
    return found


def key_of(words: str) -> str:
    """Words as they are compared: without a number before them, spaces and capitals."""
    return "".join(NUMBER.sub("", words.strip(), count=1).casefold().split())


def placed(
    entries: Sequence[Entry], paragraphs: Sequence[str]
) -> Iterator[tuple[Entry | None, str]]:
    """The page's paragraphs, a heading in the place of the one that says it.

    Headings that no paragraph says come before the next that is found; where none is found they
    come first, and at the page's end what follows the last that is.
    """
    places = _places(entries, paragraphs)
    waiting = list(entries)
    if not places:
        yield from ((entry, "") for entry in waiting)
        waiting.clear()
    for place, paragraph in enumerate(paragraphs):
        if place not in places:
            yield None, paragraph
            continue
        while waiting:
            entry = waiting.pop(0)
            yield entry, ""
            if entry is places[place]:
                break
    yield from ((entry, "") for entry in waiting)


def _places(entries: Sequence[Entry], paragraphs: Sequence[str]) -> dict[int, Entry]:
    keys = [key_of(one) if len(one) <= LONGEST_HEADING else "" for one in paragraphs]
    found: dict[int, Entry] = {}
    start = 0
    for entry in entries:
        if entry.key in keys[start:]:
            place = keys.index(entry.key, start)
            found[place] = entry
            start = place + 1
    return found
