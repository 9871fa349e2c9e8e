"""Where the sentences of a text begin and end, so that they can be quoted word for word."""

import re
from collections.abc import Iterator
from itertools import pairwise

SHORT = """
    abs approx art bl.a bzw ca d.h d.v.s dept dr e.g ekskl etc evt evtl excl f.eks feks fx ggf hhv
    i.e iht ift inc incl inkl jf kl ltd m.fl m.m m.v max mf mia min mio mr mrs ms mv no nr o.a o.ä
    op osv pct pkt prof s st stk str tel tlf u.a usf usw v vgl vs z.b z.t
    """
ABBREVIATIONS = frozenset(SHORT.split())
"""What ends in a full stop without ending a sentence, without that stop."""
WRAPPED = 60
"""Characters of a line that may have been broken only because the page ended."""
BREAK = re.compile(
    r"(?P<blank>\n\s*\n\s*)|(?P<line>(?:(?<![ \t])[ \t]+)?\n\s*)"
    r"|(?P<stop>(?<![.!?…])[.!?…]+[\"”“»)\]]*[ \t]+)"
)
"""Each is looked for only where it may begin, so that long runs of blanks or dots cost little."""
BEGINS = re.compile(r"[\"„“»(\[]*[^\W_a-zæøåäöüß]|[^\w\s]")
"""What a new sentence begins with: anything but a small letter."""
LAST_WORD = re.compile(r"[\w.°]+$")
"""With the sign of a degree: "20 °C." ends a sentence, "C. Hansen" does not."""
ENDED = (".", ":", ";", "!", "?", "…", "|")


def sentences(text: str) -> list[tuple[int, int]]:
    """The bounds of each sentence, without the blanks around it.

    A line of a list or a table is a sentence of its own; a line that was only wrapped is not.
    """
    cuts = [0, *_cuts(text), len(text)]
    trimmed = (_trimmed(text, start, end) for start, end in pairwise(cuts))
    return [(start, end) for start, end in trimmed if start < end]


def _cuts(text: str) -> Iterator[int]:
    line = 0
    for found in BREAK.finditer(text):
        following = text[found.end() : found.end() + 3]
        if found.lastgroup == "blank":
            ends = True
        elif found.lastgroup == "line":
            ends = not _wrapped(text[line : found.start()], following)
        else:
            ends = BEGINS.match(following) is not None and not _short(text, found)
        if found.lastgroup != "stop":
            line = found.end()
        if ends:
            yield found.end()


def _wrapped(line: str, following: str) -> bool:
    """Whether the next line goes on with the sentence."""
    if line.rstrip().endswith(ENDED) or not following[:1].isalnum():
        return False
    return following[0].islower() or len(line) >= WRAPPED


def _short(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to a word cut short, an initial or a number like "1."."""
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    word = LAST_WORD.search(text[max(0, stop.start() - 12) : stop.start()])
    said = word.group().casefold() if word else ""
    return said in ABBREVIATIONS or (len(said) == 1 and said.isalpha()) or _ordinal(said)


def _ordinal(said: str) -> bool:
    return said.isdigit() and len(said) <= 2 and int(said) <= 31


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
