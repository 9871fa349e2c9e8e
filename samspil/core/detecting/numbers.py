"""Numbers of persons, companies, accounts and cards."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum import iban, luhn
from stdnum.de import idnr
from stdnum.dk import cpr, cvr

from samspil.core.detecting.cues import NEITHER, Cue, cue_before, said_near
from samspil.core.detecting.kinds import Place

# Patterns that begin with a sign and look back after it are found in half the time.
CPR_SPLIT = re.compile(r"(\d(?<![\w-].)\d{5})(?: ?[-–\u2011] ?| )(\d{4})(?![\d-]|[-/]?\w)")
CPR_PARTS = re.compile(r"(\d(?<![\w-].)\d[ .-]?\d\d[ .-]?\d\d)[ .-]?\d{4}(?![\w-])")
CPR_RUN = re.compile(r"(\d(?<![\w-].)\d{5})(\d{4})(?![\w-])")
GERMAN = re.compile(r"\d(?<!\d.)\d ?\d{3} ?\d{3} ?\d{3}(?!\d)")
CVR = re.compile(
    r"(?<![\w.,/+-])(DK[ -]?)?(\d{2} ?\d{2} ?\d{2} ?\d{2})(?![\w-]| ?\d)", re.IGNORECASE
)
IBAN = re.compile(r"[A-Za-z](?<![A-Za-z0-9].)[A-Za-z]\d{2}(?:[ -]?[A-Za-z0-9]){11,38}")
SHORTEST_IBAN = 15
CARD = re.compile(r"\d(?<![\w.,-].)\d{3}(?:[ -]?\d){8,15}(?![\w-])")
BRANDS = re.compile(
    r"(?:4(?:\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|5019\d{12}|6(?:011|5\d\d|4[4-9]\d)\d{12}"
    r"|35(?:2[89]|[3-8]\d)\d{12}|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{8,15}|62\d{14})"
)
"""First digits and lengths of Visa, Mastercard, American Express, Diners, Dankort and others."""
GROUPS = ((4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3))
"""How cards are written with blanks."""
OLD_VISA = 13


def cprs(text: str) -> Iterator[Place]:
    """Danish personal numbers.

    One written 010180-1234 counts wherever its date is possible, unless goods are numbered. Ten
    digits in a run count only beside a word that speaks of identity, or where the old check digit
    fits: order numbers look like that too. Otherwise parted ones need such a word.
    """
    for pattern, counts in ((CPR_SPLIT, _split), (CPR_RUN, _run), (CPR_PARTS, _parts)):
        for match in pattern.finditer(text):
            if _possible_date(re.sub(r"\D", "", match.group(1))) and counts(match):
                yield match.span()


def tax_ids(text: str) -> Iterator[Place]:
    """German tax ids whose check digit fits, beside a word that says so."""
    for match in GERMAN.finditer(text):
        if _near(match, Cue.IDENTITY) and idnr.is_valid(match.group()):
            yield match.span()


def cvrs(text: str) -> Iterator[Place]:
    """Numbers of Danish companies: the check digit fits, and a word or DK says what they are."""
    for match in CVR.finditer(text):
        cue = cue_before(text, match.start())
        announced = cue is Cue.COMPANY or (match.group(1) and cue not in NEITHER)
        if announced and cvr.is_valid(match.group(2)):
            yield match.span()


def ibans(text: str) -> Iterator[Place]:
    """International account numbers; the longest that is one, where words follow it."""
    match = IBAN.search(text)
    while match:
        said, after = match.group(), match.start() + 1
        ends = [at for at in range(SHORTEST_IBAN, len(said) + 1) if not said[at : at + 1].isalnum()]
        for end in reversed(ends):
            if iban.is_valid(said[:end], check_country=False):
                after = match.start() + end
                yield match.start(), after
                break
        match = IBAN.search(text, after)


def cards(text: str) -> Iterator[Place]:
    """Numbers of payment cards: brand, length, grouping and check digit fit."""
    for match in CARD.finditer(text):
        groups = re.split("[ -]", match.group())
        digits = "".join(groups)
        known = BRANDS.fullmatch(digits) or (len(digits) == OLD_VISA and digits.startswith("4"))
        grouped = len(groups) == 1 or tuple(map(len, groups)) in GROUPS
        if known and grouped and luhn.is_valid(digits):
            cue = cue_before(text, match.start())
            if cue is Cue.CARD or (len(digits) != OLD_VISA and cue not in NEITHER):
                yield match.span()


def _split(match: re.Match[str]) -> bool:
    return cue_before(match.string, match.start()) is not Cue.GOODS


def _run(match: re.Match[str]) -> bool:
    if _near(match, Cue.IDENTITY):
        return True
    return cpr.checksum(match.group()) == 0 and _split(match)


def _parts(match: re.Match[str]) -> bool:
    return _near(match, Cue.IDENTITY)


def _near(match: re.Match[str], cue: Cue) -> bool:
    return said_near(match.string, match.start(), match.end(), cue=cue)


def _possible_date(digits: str) -> bool:
    day, month, year = (int(digits[i : i + 2]) for i in (0, 2, 4))
    try:
        date(2000 + year if year % 4 == 0 else 1900 + year, month, day)
    except ValueError:
        return False
    return True
