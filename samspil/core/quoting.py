"""What of a mail's text is new, what it repeats of earlier mails, and how it signs off.

People and AI read what is new; the rest is kept beside it. Nothing is thrown away.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from samspil.core import quoting_words as words

MOST_LINES = 20_000
"""Lines beyond stay with the part of the last line that was judged."""
LONGEST_LINE = 1_000
"""Characters of a line that are looked at."""
WRAPPED = 3
"""An attribution goes over at most so many lines."""
HEADER_LINES = 8
MOST_BELOW = 30
"""Lines of text in a signature."""
FOOTER_LENGTH = 3_000
LONG_QUOTE = 60
LONG_TEXT = 110
"""Lines of a signature are shorter, but for what the lawyers wrote."""
QUOTE = re.compile(r"^\s{0,3}(>|\|\s)")


class Part(StrEnum):
    """Which part of a mail a line belongs to."""

    NEW = "new"
    QUOTED = "quoted"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A mail's text in three; each as it stood, without the blank lines around it."""

    text: str
    quoted: str
    signature: str


def parted(text: str) -> Parted:
    """Divide a mail's text. A mail that only forwards another is new as a whole."""
    lines = text.splitlines()
    parts = parts_of(lines)
    return Parted(
        text=_joined(lines, parts, Part.NEW),
        quoted=_joined(lines, parts, Part.QUOTED),
        signature=_joined(lines, parts, Part.SIGNATURE),
    )


def parts_of(lines: Sequence[str]) -> list[Part]:
    """The part of each line; a blank line belongs where the line before it does."""
    looked_at = [line[:LONGEST_LINE].rstrip() for line in lines[:MOST_LINES]]
    parts = [Part.NEW] * len(looked_at)
    forwards = _mark_quotes(looked_at, parts)
    for start, end in _runs(looked_at, parts):
        _mark_signature(looked_at, parts, start, end)
    if forwards and not _any_new(looked_at, parts):
        parts = [Part.NEW if part == Part.QUOTED else part for part in parts]
    return [*parts, *[parts[-1] if parts else Part.NEW] * (len(lines) - len(parts))]


def _mark_quotes(lines: Sequence[str], parts: list[Part]) -> bool:
    """Mark what is quoted; returns whether something was forwarded rather than answered."""
    place = 0
    while place < len(lines):
        if QUOTE.match(lines[place]) or _wrapped_quote(lines, place):
            parts[place] = Part.QUOTED
            place += 1
        elif taken := _attribution(lines, place):
            below = _next_text(lines, place + taken)
            parts[place : place + taken] = [Part.QUOTED] * taken
            if below is None or not QUOTE.match(lines[below]):
                parts[place:] = [Part.QUOTED] * (len(lines) - place)
                return False
            place += taken
        elif _history_begins(lines, place):
            parts[place:] = [Part.QUOTED] * (len(lines) - place)
            return bool(words.FORWARDED.match(lines[place])) or not _any_new(lines, parts)
        else:
            place += 1
    return False


def _attribution(lines: Sequence[str], place: int) -> int:
    """How many lines from here say who wrote what follows; 0 where they do not.

    Above a quotation that is marked as one, less will do: a date, or the word.
    """
    together = ""
    for taken, line in enumerate(lines[place : place + WRAPPED], start=1):
        if not line.strip() or QUOTE.match(line):
            return 0
        together = f"{together} {line.strip()}".strip()
        if line.endswith(":"):
            says = any(pattern.match(together) for pattern in words.ATTRIBUTIONS)
            signs = says + bool(words.DATED.search(together))
            below = _next_text(lines, place + taken)
            quotes = below is not None and bool(QUOTE.match(lines[below]))
            return taken if signs + quotes >= 2 else 0
    return 0


def _history_begins(lines: Sequence[str], place: int) -> bool:
    line = lines[place]
    if words.ORIGINAL.match(line) or words.FORWARDED.match(line):
        return True
    if words.RULE.match(line):
        below = _next_text(lines, place + 1)
        return below is not None and below <= place + 2 and _header_block(lines, below)
    return _header_block(lines, place)


def _header_block(lines: Sequence[str], place: int) -> bool:
    """Whether a copied head of a mail begins here: from whom, and at least two lines more."""
    if not (words.FROM.match(lines[place]) or words.OTHER_HEADERS.match(lines[place])):
        return False
    head = lines[place : place + HEADER_LINES]
    others = [line for line in head if words.OTHER_HEADERS.match(line)]
    mail = any("@" in line or words.ABOUT.match(line) for line in head)
    return mail and len(others) >= 2 and any(words.FROM.match(line) for line in head[:4])


def _wrapped_quote(lines: Sequence[str], place: int) -> bool:
    """Whether this is the rest of a quoted line that a mail program broke in two."""
    if not 0 < place < len(lines) - 1 or not lines[place][:1].islower():
        return False
    above, below = lines[place - 1], lines[place + 1]
    broken = bool(QUOTE.match(above)) and len(above) >= LONG_QUOTE
    return broken and bool(QUOTE.match(below)) and len(lines[place]) < LONG_QUOTE


def _runs(lines: Sequence[str], parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """From where to where nothing is quoted."""
    start = 0
    for place in range(len(lines) + 1):
        if place == len(lines) or parts[place] != Part.NEW:
            if start < place:
                yield start, place
            start = place + 1


def _mark_signature(lines: Sequence[str], parts: list[Part], start: int, end: int) -> None:
    """Mark the signature of one run of new lines, and the footers in it."""
    for first, last in _paragraphs(lines, start, end):
        paragraph = " ".join(lines[first : min(last, first + MOST_BELOW)])
        if words.FOOTER.search(paragraph[:FOOTER_LENGTH]):
            parts[first:last] = [Part.SIGNATURE] * (last - first)
    begin = next((at for at in range(start, end) if _takes_leave(lines, parts, at, end)), None)
    if begin is None:
        return
    for first, last in _paragraphs(lines, begin, end):
        postscript = words.POSTSCRIPT.match(lines[first])
        if not postscript:
            parts[first:last] = [Part.SIGNATURE] * (last - first)


def _takes_leave(lines: Sequence[str], parts: Sequence[Part], place: int, end: int) -> bool:
    line = lines[place]
    if words.DASHES.match(line):
        return True
    if words.DEVICE.match(line):
        return _short(lines, place, end)
    leave = words.PARTING.match(line)
    if not leave and not words.THANKS.match(line):
        return False
    below = _below(lines, parts, place, end)
    if leave is None:
        above = any(
            part == Part.NEW for part, one in zip(parts, lines[:place], strict=False) if one.strip()
        )
        return above and 1 <= len(below) <= 2 and all(_like_a_name(one) for one in below)
    if len(below) > MOST_BELOW or any(len(one) > LONG_TEXT for one in below):
        return False
    common = leave["leave"].casefold().rstrip(".") in words.ALONE
    return not common or _like_a_name(leave["name"] or "A")


def _below(lines: Sequence[str], parts: Sequence[Part], place: int, end: int) -> list[str]:
    """The lines with text under this one, up to one more than a signature has."""
    found = (
        lines[at]
        for at in range(place + 1, end)
        if lines[at].strip() and parts[at] == Part.NEW and not words.POSTSCRIPT.match(lines[at])
    )
    return list(islice(found, MOST_BELOW + 1))


def _short(lines: Sequence[str], place: int, end: int) -> bool:
    below = lines[place + 1 : min(end, place + MOST_BELOW)]
    return all(len(line) <= LONG_TEXT for line in below)


def _like_a_name(line: str) -> bool:
    """Few words, none of them a sentence's or a leave-taking."""
    if words.PARTING.match(line):
        return False
    return len(line.split()) <= 4 and not line.rstrip().endswith(("?", ":")) and line[:1].isupper()


def _paragraphs(lines: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """From where to where lines stand together; blank lines go with those above."""
    first = start
    for place in range(start + 1, end):
        if lines[place].strip() and not lines[place - 1].strip():
            yield first, place
            first = place
    if first < end:
        yield first, end


def _next_text(lines: Sequence[str], place: int) -> int | None:
    return next((at for at in range(place, len(lines)) if lines[at].strip()), None)


def _any_new(lines: Sequence[str], parts: Sequence[Part]) -> bool:
    return any(part == Part.NEW and line.strip() for line, part in zip(lines, parts, strict=True))


def _joined(lines: Sequence[str], parts: Sequence[Part], wanted: Part) -> str:
    """The lines of one part; a blank line stands where others were left out between them."""
    kept: list[str] = []
    for place, (line, part) in enumerate(zip(lines, parts, strict=True)):
        if part == wanted:
            gap = kept and parts[place - 1] != wanted and kept[-1].strip()
            kept.extend([""] if gap else [])
            kept.append(line)
    return "\n".join(kept).strip("\n").rstrip()
