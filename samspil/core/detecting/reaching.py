"""How somebody is reached: mail addresses and telephone numbers."""

import re
from collections.abc import Iterator

from samspil.core.detecting.cues import Cue, cue_before
from samspil.core.detecting.kinds import Place

LONGEST_PART = 64
"""Characters before the @, as mail allows."""
LOCAL = re.compile(r"(?<![\w.+%-])\w(?:[\w.+%'&=~-]*[\w+%=~-])?$")
DOMAIN = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?:[^\W\d_]{2,24}|xn--[a-z0-9-]+)(?!\w)"
)

COUNTRY = (
    r"(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42\d|5[09]\d"
    r"|6[789]\d|8[05789]\d|9[679]\d)"
)
ABROAD = re.compile(
    rf"[(+0](?<![\w+].)(?:(?<=\()\+|(?<=\+)|(?<=0)0){COUNTRY}(?!\d\d \d{{3}} \d{{3}} [a-zA-Z])\)?"
    r"(?:[ ./–-]{0,3}\(?\d{1,5}\)?){1,7}(?![\w]|[-/.,]\d|[-/]\w)"
)
TRUNK = re.compile(
    r"[(0](?<![\w+./,-].)(?<!\d .)(?:(?<=\()0|(?<=0))[1-9]\d{1,4}\)?"
    r"[ /–-]{1,3}\d{2,9}(?:[ –-]{1,3}\d{1,6}){0,4}"
    r"(?![\w]|[-/.,:]\d|[-/]\w)"
)
MOBILE = re.compile(r"0(?<![\w+./,-].)(?:1[567]\d{8,9}|7\d{9})(?![\w/-])")
PAIRS = re.compile(r"[2-9](?<![\w+./,-].)(?<!\d[ :].)\d(?: \d\d){3}(?! ?\d|\w|[.,:/-]\d|[-/]\w)")
HALVES = re.compile(r"[2-9](?<![\w+./,-].)(?<!\d[ :].)\d{3} \d{4}(?! ?\d|\w|[.,:/-]\d|[-/]\w)")
AMERICAN = re.compile(r"(?<![\w+./-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\w|[-/]\w)")
ANNOUNCED = re.compile(
    r"(?<![\w+./,-])(?<!\d[ :])(?:[2-9]\d{7}|[2-9]\d(?:[.-]\d\d){3}|[2-9]\d\d[ -]\d\d[ -]\d{3}"
    r"|\(?0\d{1,5}\)?(?:[ /–-]{0,3}\d{1,8}){1,5})(?! ?\d|\w|[.,:/-]\d|[-/]\w)"
)
YEARS = re.compile(r"(?:19|20)\d\d (?:19|20)\d\d")
COUNTED = re.compile(
    r"\s?(?:stk|styk|stück|pcs|pieces|units|kr\b|dkk|eur|€|\$|£|%|procent|prozent|kg|km|mm|cm|m\b"
    r"|kwh|liter|timer|stunden|hours|tons?\b|personer|personen|people"
    r"|(?:og|und|and)\s\d{1,3}(?!\d| \d))",
    re.IGNORECASE,
)
FEWEST, MOST = 8, 15
"""Digits of a telephone number, with what stands for the country."""


def mails(text: str) -> Iterator[Place]:
    """Mail addresses. Each @ is looked at once, so that no text makes it slow."""
    at = text.find("@")
    while at != -1:
        before = LOCAL.search(text[max(0, at - LONGEST_PART) : at])
        after = DOMAIN.match(text, at + 1)
        if before and after:
            yield at - len(before.group()), after.end()
        at = text.find("@", at + 1)


def phones(text: str) -> Iterator[Place]:
    """Telephone numbers: Danish, German, British, American and any that begins with + or 00.

    What could be a number of something else needs a word that says telephone; what another word
    calls an order, an article or a count is none.
    """
    for pattern, counts in _FORMS:
        for match in pattern.finditer(text):
            digits = sum(sign.isdigit() for sign in match.group())
            if FEWEST <= digits <= MOST and counts(match):
                yield match.span()


def _abroad(match: re.Match[str]) -> bool:
    return "+" in match.group() or _unclaimed(match)


def _unclaimed(match: re.Match[str]) -> bool:
    """Nothing before it says that it is something else."""
    return cue_before(match.string, match.start()) in (None, Cue.PHONE)


def _pairs(match: re.Match[str]) -> bool:
    return _unclaimed(match) and not COUNTED.match(match.string, match.end())


def _halves(match: re.Match[str]) -> bool:
    return _pairs(match) and not YEARS.fullmatch(match.group())


def _announced(match: re.Match[str]) -> bool:
    return cue_before(match.string, match.start()) is Cue.PHONE


_FORMS = (
    (ABROAD, _abroad),
    (TRUNK, _unclaimed),
    (MOBILE, _unclaimed),
    (PAIRS, _pairs),
    (HALVES, _halves),
    (AMERICAN, _unclaimed),
    (ANNOUNCED, _announced),
)
