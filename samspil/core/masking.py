"""Find identity numbers in text, so that nobody stores them and no AI sees them."""

from dataclasses import dataclass
from enum import StrEnum

from samspil.core.detecting import IDENTITY, Kind, find, replaced


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


SHOWN = {Kind.CPR: "CPR", Kind.TAX: "Steuer-ID"}


def mask(text: str) -> Masked:
    """Put a word in brackets where a Danish CPR number or a German tax id stands."""
    found = find(text, IDENTITY)
    return Masked(
        text=replaced(text, found, lambda one, _: bracketed(one.kind)),
        found=tuple(SHOWN[one.kind] for one in found),
    )


def bracketed(kind: Kind) -> str:
    """What stands where an identity number of this kind stood."""
    return f"[{SHOWN[kind]}]"
