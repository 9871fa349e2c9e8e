"""Currencies, and numbers as people write them in Danish, German and English."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

CURRENCIES = ("EUR", "DKK", "SEK", "NOK", "CHF", "GBP", "PLN", "USD")
USUAL: Mapping[str, str] = {"da": "DKK", "de": "EUR", "en": "EUR"}
"""What a company that speaks this language mostly counts in."""
SIGNS: Mapping[str, tuple[str, ...]] = {
    "€": ("EUR",), "euro": ("EUR",), "kr": ("DKK", "SEK", "NOK"), "kr.": ("DKK", "SEK", "NOK"),
    "£": ("GBP",), "$": ("USD",), "zł": ("PLN",), "fr": ("CHF",), "fr.": ("CHF",),
    **{one.lower(): (one,) for one in CURRENCIES},
}  # fmt: skip
MOST = Decimal(10) ** 12
GROUP = 3
"""So many digits stand between two signs that part thousands."""
SPACES = re.compile("[\\s\u00a0\u2007\u2009\u202f'’]")
WRITTEN = re.compile(r"([^\d+-]*?)([+-]?)([0-9][0-9.,]*|(?<![^\W\d_])[.,][0-9]+)-?([^\d.,+-]*)")


class Fault(StrEnum):
    """Why a number cannot be taken."""

    NONE = "none"
    UNCLEAR = "unclear"
    BELOW = "below"
    ENORMOUS = "enormous"
    CURRENCY = "currency"


WORDS = {
    Fault.NONE: "“{text}” is no number. Write digits, such as {example}.",
    Fault.UNCLEAR: "“{text}” can be read in two ways. Write it like this: {example}.",
    Fault.BELOW: "“{text}” is less than 0.",
    Fault.ENORMOUS: "“{text}” is more than can be reckoned with.",
    Fault.CURRENCY: "“{text}” is in another currency: here everything is in {currency}.",
}
"""English sentences; translations use them as their keys."""
EXAMPLES = {",": "1.234,50", ".": "1,234.50"}


class BadNumber(ValueError):
    """It cannot be taken; `words` is filled by `figures`."""

    def __init__(self, fault: Fault, **figures: str) -> None:
        super().__init__(fault)
        self.fault, self.words, self.figures = fault, WORDS[fault], figures


def usual_currency(language: str) -> str:
    """The currency that is chosen until somebody chooses another."""
    return USUAL.get(language, "EUR")


def number_in(text: str, *, comma: str, currency: str = "") -> Decimal:
    """The number, 0 or more, that somebody wrote whose `comma` parts whole from tenths.

    1.234,50 and 1,234.50 are read as they are meant; 1.234 as that language means it. With a
    `currency` its name or sign may stand there. Raises `BadNumber`.
    """
    shown = text.strip()[:40]
    found = WRITTEN.fullmatch(SPACES.sub("", text))
    if found is None:
        raise BadNumber(Fault.NONE, text=shown, example=EXAMPLES[comma])
    before, sign, digits, after = found.groups()
    for word in (before, after):
        _check_currency(word, currency=currency, shown=shown, comma=comma)
    number = _read(digits.rstrip(".,"), comma=comma, shown=shown)
    if sign == "-" and number:
        raise BadNumber(Fault.BELOW, text=shown)
    if number > MOST:
        raise BadNumber(Fault.ENORMOUS, text=shown)
    return number


def _check_currency(word: str, *, currency: str, shown: str, comma: str) -> None:
    if not word:
        return
    meant = SIGNS.get(word.lower())
    if meant is None or not currency:
        raise BadNumber(Fault.NONE, text=shown, example=EXAMPLES[comma])
    if currency not in meant:
        raise BadNumber(Fault.CURRENCY, text=shown, currency=currency)


def _read(digits: str, *, comma: str, shown: str) -> Decimal:
    point = _point(digits, comma=comma)
    whole, _, rest = digits.rpartition(point) if point else (digits, "", "")
    first, *groups = re.split("[.,]", whole)
    if not (first or rest):
        raise BadNumber(Fault.NONE, text=shown, example=EXAMPLES[comma])
    odd = any(len(one) != GROUP for one in groups) or len({".", ","} & set(whole)) > 1
    if odd or (groups and not 0 < len(first) <= GROUP):
        raise BadNumber(Fault.UNCLEAR, text=shown, example=EXAMPLES[comma])
    return Decimal(f"{first}{''.join(groups)}.{rest or '0'}")


def _point(digits: str, *, comma: str) -> str:
    """The sign that parts whole from tenths in it; empty where there is none."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return ""
    sign = digits[last]
    other = "," if sign == "." else "."
    if other in digits:
        return sign
    if digits.count(sign) > 1:
        return ""
    grouped = len(digits) - last - 1 == GROUP and 0 < last <= GROUP and digits[0] != "0"
    return "" if grouped and sign != comma else sign
