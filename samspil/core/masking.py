"""Find identity numbers in text, so that nobody stores them and no AI sees them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum.de import idnr
from stdnum.dk import cpr


class DataClass(StrEnum):
    """How protected a text is, mildest first."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    PERSONAL = "personal"
    SPECIAL = "special"
    SECRET = "secret"  # noqa: S105 - a class of data, not a password


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text without identity numbers, and the kinds that stood there, in order."""

    text: str
    found: tuple[str, ...]


DANISH_SPLIT = re.compile(r"(?<![\d-])(\d{6})[-–\u2011 ](\d{4})(?![\d-])")
DANISH_RUN = re.compile(r"(?<![\d-])(\d{6})(\d{4})(?![\d-])")
GERMAN = re.compile(r"(?<!\d)(\d{2} ?\d{3} ?\d{3} ?\d{3})(?!\d)")
NEAR = 40
CONTEXT = re.compile(
    r"cpr|personn|person-?n|født|foedt|identi|steuer|ident|id-?nr|birth|born|social", re.IGNORECASE
)


def mask(text: str) -> Masked:
    """Put a word in brackets where a Danish CPR number or a German tax id stands.

    A number written 010180-1234 counts wherever its date is possible. Ten digits in a run count
    only beside a word that speaks of identity, or where the old check digit fits: order numbers
    look like that too.
    """
    found: list[tuple[int, str]] = []
    for pattern, name, counts in _DETECTORS:
        text = pattern.sub(_replacer(name=name, counts=counts, found=found), text)
    return Masked(text=text, found=tuple(name for _, name in sorted(found)))


Counts = Callable[[re.Match[str]], bool]


def _replacer(
    *, name: str, counts: Counts, found: list[tuple[int, str]]
) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        if not counts(match):
            return match.group()
        found.append((match.start(), name))
        return f"[{name}]"

    return replace


def _possible_date(match: re.Match[str]) -> bool:
    day, month, year = (int(match.group(1)[i : i + 2]) for i in (0, 2, 4))
    try:
        date(2000 + year if year % 4 == 0 else 1900 + year, month, day)
    except ValueError:
        return False
    return True


def _in_context(match: re.Match[str]) -> bool:
    around = match.string[max(0, match.start() - NEAR) : match.end() + NEAR]
    return bool(CONTEXT.search(around))


def _danish_run(match: re.Match[str]) -> bool:
    if not _possible_date(match):
        return False
    return _in_context(match) or cpr.checksum(match.group()) == 0


def _german(match: re.Match[str]) -> bool:
    return bool(idnr.is_valid(match.group())) and _in_context(match)


_DETECTORS: tuple[tuple[re.Pattern[str], str, Counts], ...] = (
    (DANISH_SPLIT, "CPR", _possible_date),
    (DANISH_RUN, "CPR", _danish_run),
    (GERMAN, "Steuer-ID", _german),
)
