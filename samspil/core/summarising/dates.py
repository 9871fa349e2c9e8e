"""Dates as people write them in Danish, German and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = (
    ("january", "januar", "jan", "jänner"),
    ("february", "februar", "feb", "febr"),
    ("march", "marts", "märz", "mar", "mär", "maerz"),
    ("april", "apr"),
    ("may", "maj", "mai"),
    ("june", "juni", "jun"),
    ("july", "juli", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oktober", "oct", "okt"),
    ("november", "nov"),
    ("december", "december", "dezember", "dec", "dez"),
)
MONTH_OF = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
MONTH = "(?P<month>" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\.?"
WRITTEN = (
    re.compile(r"(?<![\d.-])(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(r"(?<![\d.])(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d|\d\d)(?!\d)"),
    re.compile(
        r"(?i)(?<![\w.])(?P<d>\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:of )?"
        rf"{MONTH}(?:,?\s(?P<y>(?:19|20)\d\d))?(?![\w])"
    ),
    re.compile(
        rf"(?i)(?<!\w){MONTH}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y>(?:19|20)\d\d))?"
        r"(?![\w:])"
    ),
)
SLASHED = re.compile(
    r"(?<![\d/])(?P<d>\d{1,2})[/.](?P<m>\d{1,2})(?:[/.-](?P<y>(?:19|20)\d\d|\d\d))?(?![\d/])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date from character `start` to `end`; `year` is None where none is written."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    def on(self, near: date | None = None) -> date | None:
        """The date; without a year the next one from `near` on. None where there is no such day."""
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        if near is None:
            return None
        this = _date(near.year, self.month, self.day)
        if this is None or this >= near:
            return this
        return _date(near.year + 1, self.month, self.day)


def dates(text: str, *, slashes: bool = False) -> Iterator[Written]:
    """Every date of a text, in order. With `slashes` also such as 4/12, the day first."""
    found: dict[tuple[int, int], re.Match[str]] = {}
    for pattern in (*WRITTEN, *([SLASHED] if slashes else [])):
        for one in pattern.finditer(text):
            if not any(start < one.end() and one.start() < end for start, end in found):
                found[one.span()] = one
    for (start, end), one in sorted(found.items()):
        known = one.groupdict()
        month = int(known["m"]) if known.get("m") else MONTH_OF[known["month"].casefold()]
        year = int(known["y"]) if known.get("y") else None
        made = Written(
            day=int(known["d"]), month=month, start=start, end=end,
            year=year + 2000 if year is not None and year < 100 else year,
        )  # fmt: skip
        if _date(made.year or 2000, made.month, made.day):
            yield made


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
