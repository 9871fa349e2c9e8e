"""Lines of a printed page, joined to paragraphs again."""

import re
from collections import Counter
from collections.abc import Sequence

from samspil.adapters.reading.bookmarks import key_of

SOFT = "\u00ad"
"""A hyphen that is there only where a line ends."""
BROKEN = re.compile("[\x02\ufffe](?:\r?\n)?")
"""What the PDF reader puts in place of a hyphen at the end of a line."""
TOGETHER = frozenset({"und", "oder", "bzw", "sowie", "og", "eller", "samt", "and", "or", "to"})
"""After a hyphen these go on with another word: “Vor- und Nachteile”."""
BULLET = re.compile(r"^(?:[•●▪◦‣·*–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")
FULL = 0.8
"""Of the usual longest line: a line as long goes on in the next."""
USUAL = 0.9
"""So many of a page's lines are no longer than its usual longest."""
NARROW = 30
"""Characters: the narrowest column in which sentences are broken."""
TURNING = 3
"""Lines at the top and at the bottom that may stand on every page."""
OFTEN = 0.6
"""Of all pages: what stands on so many is no text of any."""
FEWEST = 3
LONGEST = 150
"""Characters of a line at the edge."""
NUMBERED = re.compile(
    r"^[\W_]*(?:(?:page|side|seite|s|p|of|af|von|fra)?[\W_]*\d{1,4}[\W_]*){1,2}$", re.IGNORECASE
)


def kept_lines(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page; what stands at the edge of most pages stays on the first of them.

    Page numbers at the edge are left out where most pages have one.
    """
    lines = [_lines(text) for text in pages]
    signs = [_signs(page, number, len(pages)) for number, page in enumerate(lines, start=1)]
    running = _running(signs)
    seen: set[str] = set()
    return [_without(*page, running, seen) for page in zip(lines, signs, strict=True)]


def paragraphs(lines: Sequence[str], *, apart: frozenset[str]) -> list[str]:
    """Lines joined where a sentence goes on; broken words are whole again.

    What stands in `apart` (as `key_of` gives it) is a paragraph of its own, over two lines too.
    """
    full = _full(lines)
    found: list[str] = []
    last = ""
    place = 0
    while place < len(lines):
        taken = _heading_lines(lines, place, apart)
        line = " ".join(lines[place : place + max(taken, 1)])
        place += max(taken, 1)
        if found and not taken and last and _goes_on(last, line, full):
            found[-1] = joined(found[-1], line)
        else:
            found.append(line)
        last = "" if taken else line
    return found


def joined(first: str, second: str) -> str:
    """Two lines as one; a hyphen at the end of the first goes where it only broke a word."""
    if first.endswith(SOFT):
        return first[:-1] + second
    if not (first.endswith("-") and first[-2:-1].isalpha() and second):
        return f"{first} {second}"
    if second[0].islower():
        follows = second.split(maxsplit=1)[0].strip(".,;:")
        return f"{first} {second}" if follows in TOGETHER else first[:-1] + second
    return first + second


def _lines(text: str) -> list[str]:
    lines = BROKEN.sub("-\n", text).splitlines()
    return [clean for line in lines if (clean := " ".join(line.split()))]


def _full(lines: Sequence[str]) -> float:
    lengths = sorted(len(line) for line in lines)
    usual = lengths[int(USUAL * (len(lengths) - 1))] if lengths else 0
    return max(FULL * usual, NARROW)


def _goes_on(last: str, line: str, full: float) -> bool:
    if BULLET.match(line):
        return False
    if last.endswith(SOFT) or (last.endswith("-") and last[-2:-1].isalpha()):
        return True
    return len(last) >= full or (line[0].islower() and len(last) >= full / 2)


def _heading_lines(lines: Sequence[str], place: int, apart: frozenset[str]) -> int:
    """How many lines from here on are a heading."""
    for taken in (1, 2, 3) if apart else ():
        if place + taken <= len(lines) and key_of(" ".join(lines[place : place + taken])) in apart:
            return taken
    return 0


def _signs(page: list[str], number: int, total: int) -> dict[int, str]:
    """What the lines at the edge say on every page, by their place; page numbers are all alike."""
    places = {*range(TURNING), *range(len(page) - TURNING, len(page))} & {*range(len(page))}
    counted = re.compile(rf"\b{number}\s*(?:/|of|af|von)\s*{total}\b", re.IGNORECASE)
    return {
        place: "#" if NUMBERED.match(page[place]) else counted.sub("#", page[place])
        for place in places
        if len(page[place]) <= LONGEST
    }


def _running(signs: Sequence[dict[int, str]]) -> frozenset[str]:
    counts = Counter(sign for page in signs for sign in set(page.values()))
    most = max(FEWEST, OFTEN * sum(1 for page in signs if page))
    return frozenset(sign for sign, count in counts.items() if count >= most)


def _without(
    page: list[str], signs: dict[int, str], running: frozenset[str], seen: set[str]
) -> list[str]:
    kept: list[str] = []
    for place, line in enumerate(page):
        sign = signs.get(place, "")
        if sign not in running:
            kept.append(line)
        elif sign != "#" and sign not in seen:
            seen.add(sign)
            kept.append(line)
    return kept
