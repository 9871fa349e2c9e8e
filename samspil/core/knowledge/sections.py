"""What a document consists of, whatever file it came in, and how it is cut to be found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MOST = 350
"""Characters of a passage: short enough for one thought, which an embedding reads best and fast."""
LEAST = 100
"""A rest shorter than this stays with the passage before it."""
ENDS = ("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ")
"""Where a text may be cut, the best place first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A text under one heading, on one page.

    `headings` are the titles above it from the outermost in, `page` counts from 1 and is None where
    a file has no pages; text that goes on over a page is a section for each page.
    """

    headings: tuple[str, ...] = ()
    page: int | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a section from character `start` to `end`; `section` is its number from 0."""

    section: int
    start: int
    end: int
    text: str


def passages(sections: Iterable[Section]) -> Iterator[Passage]:
    """Cut every section into pieces of at most 450 characters, at the end of a sentence.

    The pieces of a section follow each other without a gap; blank sections give none.
    """
    for place, section in enumerate(sections):
        start = 0
        while start < len(section.text):
            end = _end(section.text, start)
            piece = section.text[start:end]
            if piece.strip():
                yield Passage(section=place, start=start, end=end, text=piece)
            start = end


def _end(text: str, start: int) -> int:
    if len(text) - start <= MOST + LEAST:
        return len(text)
    for sign in ENDS:
        at = text.rfind(sign, start + LEAST, start + MOST)
        if at >= 0:
            return at + len(sign)
    return start + MOST


def under(title: str, headings: Sequence[str]) -> tuple[str, ...]:
    """All that stands above a text, the document's title first, and only once."""
    return tuple(headings) if headings and headings[0] == title else (title, *headings)
