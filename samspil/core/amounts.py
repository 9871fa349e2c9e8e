"""Amounts of money in Danish, German and English text, never read as less than they may be.

A number counts beside a currency, a price's dash, or a word such as "amount" or "paid". Currencies
are not converted. Of two readings, as of 1.250, the larger one holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from samspil.core.reading import MOST_CHARACTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """So much in whole units of any currency; `text[start:end] == quote`."""

    number: Decimal
    start: int
    end: int
    quote: str


GAP = "[ \u00a0\u2007\u2009\u202f]?"
DIGITS = r"(?<!\d)(?<!\d[.,'’])\d+(?:[.,'’]\d+)*"
GROUPED = (
    "(?<!\\d)(?<!\\d[.,'’])\\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\\d{3}){1,6}(?!\\d)(?:[.,]\\d+)?"
)
NUMBER = rf"(?P<number>{GROUPED}|{DIGITS})"
SIZES = {
    r"hundred(?:e|s)?|hundert": 100,
    r"k|t|tsd|tus|tusinde?r?|tusen|tausend|thousands?": 1_000,
    r"m|mio|mill|millione?[rn]?s?": 1_000_000,
    r"mia|mrd|milliarde?[rn]?|billione?[rn]?s?|bn": 1_000_000_000,
}
SIZE = rf"(?:(?P<size>(?i:{'|'.join(SIZES)}))\.?)?"
OF = r"(?i:dansk\w*|danish|dänisch\w*|svensk\w*|swedish|norsk\w*|us|american\w*|canadian)"
CURRENCY = (
    r"(?:(?i:US|[CA])?[€$£¥＄]|(?i:kr(?:oner?|onor|onen)?|dkk|eur(?:os?)?|usd|gbp|chf|dollars?|"
    r"pounds?|pund|pfund)|NOK|SEK|ISK|PLN|CAD|AUD)"
)
END = r"(?![^\W\d_])"
BEFORE = re.compile(
    rf"(?<![^\W\d_])(?P<lead>[tTmM]\.?)?{CURRENCY}\.?:?{GAP}[-–]?{NUMBER}(?:{GAP}{SIZE}{END})?"
)
AFTER = re.compile(rf"{NUMBER}{GAP}{SIZE}(?:[.,][-–—]{{1,2}})?{GAP}(?:{OF}{GAP})?{CURRENCY}{END}")
DASHED = re.compile(rf"{NUMBER},[-–—]{{1,2}}(?!\w)")
NAMED = re.compile(
    r"(?<!\w)(?i:beløb(?:et)?|betrag|summen?|sum|amount|total|betal(?:te?|er?)|skylder|"
    r"bezahl(?:te?|en)|zahlen|schulden|paid|pay|owes?|refund(?:er[et]*)?|erstatte[rt]?|erstatten)"
    r"(?i:\s(?:på|von|of|is|er|ist|i alt|in höhe von|over|über|mig|mir|me|os|uns|us|jer|you|dig))?"
    rf":?{GAP}{NUMBER}(?:{GAP}{SIZE}{END})?"
    r"(?!\d|[.,:/-]\d|\s?%|\s?(?i:[km]?wh?|stk|stück|pcs|kg|g|km|[cm]?m[²2]?|l|"
    r"liter|procent|percent|prozent|point|gange?|mal|times|timer|hours|stunden|dage|days|tage)\b)"
)
SIZE_WORD = re.compile(
    r"(?i:hund(?:red|ert)|t(?:usind|usen|ausend|housand)|million|milliard|billion)"
)
NUMBER_WORD = (
    r"(?i:og|und|and|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|\w*ty|halv\w+|tyve|tredive|fyrre|"
    r"eine?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\w+zig|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|\w+teen|\w+tausend\w*|\w+hundert\w*|"
    r"hundrede?|hundred|hundert|tusinde?|tausend|thousand|million\w*)"
)
WRITTEN = re.compile(
    rf"(?<![\w-])[^\W\d_]{{0,40}}?{SIZE_WORD.pattern}[^\W\d_]{{0,40}}"
    rf"(?:[ \u00a0-]{NUMBER_WORD}){{0,6}}[ \u00a0](?:{OF} )?{CURRENCY}{END}"
)
DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})")
LONGEST_PLAIN = 6
"""A longer number without a currency of its own is an order's or a telephone's."""
MOST_OF = {"hund": 9_999, "t": 999_999, "million": 10**9, "milliard": 10**12, "billion": 10**15}
"""What is written in words and not in digits is taken for the most that it can be."""


def amounts(text: str) -> list[Amount]:
    """All amounts in the text's first 20,000 characters, as they come; any sign is left off."""
    text = text[:MOST_CHARACTERS]
    found = {one.span(): one for one in _in_digits(text)}
    spans = list(found)
    read = [
        Amount(number=number, start=start, end=end, quote=text[start:end])
        for (start, end), one in found.items()
        if (number := _number(one)) is not None
    ]
    written = [
        Amount(number=Decimal(_most(one.group())), start=one.start(), end=one.end(), quote=one[0])
        for one in WRITTEN.finditer(text)
        if not any(start < one.end() and one.start() < end for start, end in spans)
    ]
    return sorted((*read, *written), key=lambda one: (one.start, one.end))


def above(text: str, limit: Decimal) -> Amount | None:
    """The largest amount in the text, if it is more than `limit`, whatever its currency."""
    found = [one for one in amounts(text) if one.number > limit]
    return max(found, key=lambda one: one.number, default=None)


def _in_digits(text: str) -> Iterator[re.Match[str]]:
    after = list(AFTER.finditer(text))
    yield from after
    taken = [one.span() for one in after]
    for one in BEFORE.finditer(text):
        lent = any(start < one.start("number") and one.start() < end for start, end in taken)
        if not (lent and _plain(one)):
            yield one
    yield from DASHED.finditer(text)
    yield from (one for one in NAMED.finditer(text) if not _plain(one))


def _plain(found: re.Match[str]) -> bool:
    return found["number"].isdigit() and len(found["number"]) > LONGEST_PLAIN


def _number(found: re.Match[str]) -> Decimal | None:
    """None where it is a date."""
    known = found.groupdict()
    number = _read(known["number"])
    if number is None:
        return None
    lead = (known.get("lead") or "").rstrip(".")
    return number * _times(known.get("size") or "") * _times(lead)


def _times(word: str) -> int:
    sizes = (size for words, size in SIZES.items() if re.fullmatch(words, word, re.IGNORECASE))
    return next(sizes, 1)


def _read(written: str) -> Decimal | None:
    """The larger reading: what three digits follow groups thousands."""
    if DATE.fullmatch(written):
        return None
    *groups, last = re.split("[.,]", re.sub(r"[\s'’]", "", written))
    if groups and len(last) < 3:
        return Decimal(f"{''.join(groups)}.{last}")
    return Decimal("".join((*groups, last)))


def _most(words: str) -> int:
    sizes = (word.casefold() for word in SIZE_WORD.findall(words))
    return max(most for size in sizes for start, most in MOST_OF.items() if size.startswith(start))
