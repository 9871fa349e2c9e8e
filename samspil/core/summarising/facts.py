"""What a document binds and counts: requirements, deadlines, dates, amounts and quantities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.amounts import amounts
from samspil.core.knowledge.sections import Section
from samspil.core.knowledge.sentences import sentences
from samspil.core.summarising.cues import OBLIGATION
from samspil.core.summarising.dates import dates

MOST = 1_000
"""Facts kept of one document."""
LONGEST = 600
"""Characters of a line that facts are taken from: longer ones are no sentences."""


class Sort(StrEnum):
    """What sort of fact it is."""

    REQUIREMENT = "requirement"
    DEADLINE = "deadline"
    DATE = "date"
    AMOUNT = "amount"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact in characters `start` to `end` of a section, whose number from 0 is `place`.

    `value` is what was found, as it is written; of a requirement its identifier, empty for none.
    """

    sort: Sort
    value: str
    place: int
    start: int
    end: int
    text: str


UNIT = (
    r"(?:%|‰|°C|procent|percent|prozent|(?:milli)?(?:second|sekund)(?:s|er)?|sekunden?|ms|"
    r"minut(?:e[ns]?|ter)?"
    r"|minutes?|hours?|timers?|time|stunden?|(?:calendar |working |business )?days?|(?:arbejds|"
    r"kalender|hver)?dag(?:e)?|(?:arbeits|werk|kalender)?tage?n?|weeks?|uger?|wochen?|months?|"
    r"måned"
    r"(?:er)?|monate?n?|years?|år|jahre?n?|[kMGT]?i?B|(?:kilo|mega|giga)?bytes?|[kmcµ]?m[²³23]?|"
    r"km|"
    r"[kmµ]?g|tons?|t|[mcd]?l|lit(?:er|re)s?|[kmM]?W(?:h)?|kWh|[kmM]?V|[mk]?A|[kMG]?Hz|bar|"
    r"[kM]?Pa|"
    r"dB|lux|lx|°|rpm|km/t|km/h|m/s|stk|pcs|stück|gange|times|users|brugere|benutzer|personer|"
    r"persons|people|personen)"
)
QUANTITY = re.compile(
    rf"(?<![\w.,/-])(?:[<>≤≥±]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:-|–|to|til|bis)\s?\d+(?:[.,]\d+)*)?"
    rf"[ \u00a0]?(?i:{UNIT})(?!\w)"
)
BY_WHEN = re.compile(
    r"(?i)\b(?:within|no later than|not later than|by|before|until|deadline|due|senest|inden|"
    r"frist\w*|spätestens|bis(?: zum| spätestens)?|innerhalb|binnen|vor dem)\b"
)
TIME = re.compile(
    r"(?i)(?:sec|sek|minut|hour|time|stund|day|dag|tag|week|uge|woch|month|måned|monat|year|år|"
    r"jahr)"
)
IDENTIFIER = re.compile(
    r"^[\W_]{0,3}(?P<id>[A-ZÆØÅÄÖÜ]{1,8}(?:[-_.][A-ZÆØÅÄÖÜ]{1,8}){0,3}[-_. "
    r"]?\d{1,5}(?:[.-]\d{1,4}){0,3}"
    r"[a-z]?)\s?(?:[\])|:.–-]|\s\|)"
)
NUMBERED = re.compile(r"^(?P<id>(?:§ ?)?\d{1,3}(?:\.\d{1,3}){1,5}|§ ?\d{1,4})\.?\s")
NEAR = 40
"""Characters between a word such as "within" and the time it belongs to."""


def facts(sections: Sequence[Section]) -> Iterator[Fact]:
    """The facts of a document in its order, at most a thousand; no line gives one twice."""
    many = 0
    for place, section in enumerate(sections):
        for start, end in sentences(section.text):
            if end - start > LONGEST:
                continue
            said = section.text[start:end]
            for sort, value in _of(said, section):
                yield Fact(
                    sort=sort, value=value, place=place, start=start, end=end,
                    text=" ".join(said.split()),
                )  # fmt: skip
                many += 1
                if many >= MOST:
                    return


def _of(said: str, section: Section) -> Iterator[tuple[Sort, str]]:
    if OBLIGATION.search(said) and len(said.split()) >= 4:
        yield Sort.REQUIREMENT, _identifier(said, section)
    taken: list[tuple[int, int]] = []
    for one in dates(said):
        taken.append((one.start, one.end))
        yield _sort(said, one.start, Sort.DATE), said[one.start : one.end]
    for money in amounts(said):
        if not _overlaps(taken, money.start, money.end):
            taken.append((money.start, money.end))
            yield Sort.AMOUNT, money.quote
    for found in QUANTITY.finditer(said):
        if not _overlaps(taken, *found.span()):
            timed = TIME.search(found.group()) is not None
            sort = _sort(said, found.start(), Sort.QUANTITY) if timed else Sort.QUANTITY
            yield sort, found.group()


def _sort(said: str, at: int, otherwise: Sort) -> Sort:
    """A deadline, where a word such as "within" stands just before."""
    return Sort.DEADLINE if BY_WHEN.search(said[max(0, at - NEAR) : at]) else otherwise


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(begin < end and start < stop for begin, stop in taken)


def _identifier(said: str, section: Section) -> str:
    """The identifier before the requirement, else the number of the heading above it."""
    own = IDENTIFIER.match(said)
    if own:
        return own["id"]
    numbered = NUMBERED.match(said)
    if numbered:
        return numbered["id"]
    above = NUMBERED.match(f"{section.headings[-1]} ") if section.headings else None
    return above["id"] if above else ""
