"""By when something is to be done, told from how people say it and the day of the meeting."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from samspil.core.months import months_after
from samspil.core.summarising.dates import dates

WEEKDAYS = (
    ("monday", "mandag", "montag"),
    ("tuesday", "tirsdag", "dienstag"),
    ("wednesday", "onsdag", "mittwoch"),
    ("thursday", "torsdag", "donnerstag"),
    ("friday", "fredag", "freitag"),
    ("saturday", "lørdag", "samstag", "sonnabend"),
    ("sunday", "søndag", "sonntag"),
)
DAY_OF = {name: number for number, names in enumerate(WEEKDAYS) for name in names}
DAY = "(?P<day>" + "|".join(DAY_OF) + ")"
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10,
    "en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "ti": 10, "fjorten": 14,
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "zehn": 10, "vierzehn": 14,
}  # fmt: skip
COUNT = r"(?P<count>\d{1,2}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
NEXT = r"(?:next|næste|nächste[nrsm]?|kommende[nrsm]?)"
FRIDAY = 4
OTHER = re.compile(
    r"(?i)(?:last|every|each|sidste|forrige|hver|letzte[nrsm]?|vorige[nrsm]?|jede[nrsm]?|seit|"
    r"since|"
    r"siden)\s$"
)
"""Before a day that is over, or comes round."""
WITHIN = rf"(?:in|within|om|inden for|binnen|innerhalb von) {COUNT} "
SAID = {
    "after_next": r"the day after tomorrow|i overmorgen|overmorgen|übermorgen",
    "tomorrow": (r"tomorrow|i morgen(?! aften)|(?<!guten )(?<!heute )(?<!jeden )morgen(?! früh\w)"),
    "today": (
        r"(?:by |until )?(?:the )?end of (?:the )?(?:day|today)|today|tonight|i dag|i aften|"
        r"inden dagen er omme|heute(?: abend)?"
    ),
    "next_day": (
        rf"{NEXT} (?:uges )?{DAY}|(?P<day2>{'|'.join(DAY_OF)}) "
        rf"(?:in |i |der )?{NEXT} (?:week|uge|woche)"
    ),
    "week_end": (
        r"(?:the )?end of (?:the|this) week|(?:inden )?ugen er omme|ugens udgang|"
        r"slutningen af ugen|i denne uge|this week|ende (?:der|dieser) woche|"
        r"diese woche|zum wochenende|inden weekenden"
    ),
    "next_week": rf"(?:the end of |slutningen af |ende )?{NEXT} (?:week|uge|woche)",
    "month_end": (
        r"(?:the )?end of (?:the|this) month|(?:ved )?månedens udgang|"
        r"(?:slutningen|udgangen) af måneden|ultimo måneden|inden måneden er omme|"
        r"ende (?:des|dieses) monats?|monatsende"
    ),
    "next_month": rf"{NEXT} (?:month|måned|monats?)",
    "week_number": (
        r"(?:in |i |inden )?(?:week|uge|kw|kalenderwoche|woche) (?P<week>[1-9]|[1-4]\d|5[0-3])"
    ),
    "in_days": WITHIN + r"(?:days?|dage?|tagen?)",
    "in_weeks": WITHIN + r"(?:weeks?|uger?|wochen?)",
    "in_months": WITHIN + r"(?:months?|måned(?:er)?|monat(?:en?)?)",
    "weekday": DAY,
}
PATTERNS = {name: re.compile(rf"(?i)(?<!\w)(?:{pattern})(?!\w)") for name, pattern in SAID.items()}
"""In this order: what was read once is not read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A day, and the words it was told from: characters `start` to `end`."""

    on: date
    start: int
    end: int


def due_in(text: str, *, met_on: date) -> Due | None:
    """The first day named in a text, seen from the day of the meeting; None where none is.

    A bare weekday is the next one after the meeting, "next Friday" that of the following week, a
    week ends on its Friday. A date without a year is the next one.
    """
    found = []
    for written in dates(text, slashes=True):
        on = written.on(met_on)
        if on:
            found.append(Due(on=on, start=written.start, end=written.end))
    for name, pattern in PATTERNS.items():
        for one in pattern.finditer(text):
            taken = any(due.start < one.end() and one.start() < due.end for due in found)
            if taken or OTHER.search(text[: one.start()]):
                continue
            on = _resolved(name, one, met_on)
            if on:
                found.append(Due(on=on, start=one.start(), end=one.end()))
    return min(found, key=lambda due: due.start, default=None)


def _resolved(name: str, found: re.Match[str], met_on: date) -> date | None:
    known = found.groupdict()
    monday = met_on - timedelta(days=met_on.weekday())
    plain = {
        "today": met_on,
        "tomorrow": met_on + timedelta(days=1),
        "after_next": met_on + timedelta(days=2),
        "week_end": max(met_on, monday + timedelta(days=FRIDAY)),
        "next_week": monday + timedelta(days=7 + FRIDAY),
        "month_end": _month_end(met_on, 0),
        "next_month": _month_end(met_on, 1),
    }
    if name in plain:
        return plain[name]
    if name == "week_number":
        return _week(int(known["week"]), met_on)
    if name.startswith("in_"):
        return _after(name, _number(known["count"]), met_on)
    day = DAY_OF[next(known[key] for key in ("day", "day2") if known.get(key)).casefold()]
    if name == "next_day":
        return monday + timedelta(days=7 + day)
    return met_on + timedelta(days=(day - met_on.weekday() - 1) % 7 + 1)


def _number(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS[said.casefold()]


def _after(name: str, many: int, met_on: date) -> date:
    if name == "in_months":
        return months_after(met_on, many)
    return met_on + timedelta(days=many * (7 if name == "in_weeks" else 1))


def _month_end(day: date, later: int) -> date:
    month = day.month - 1 + later
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _week(number: int, met_on: date) -> date | None:
    """The Friday of the next week of that number."""
    for year in (met_on.year, met_on.year + 1):
        try:
            friday = date.fromisocalendar(year, number, FRIDAY + 1)
        except ValueError:
            continue
        if friday >= met_on:
            return friday
    return None
