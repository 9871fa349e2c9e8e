"""What can be found in a text."""

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int, int]
"""The character at which something begins, and the one before which it ends."""


class Kind(StrEnum):
    """A thing that is looked for.

    The last eight are words, as `core.special` lists them; names are those that a caller gives.
    """

    CPR = "cpr"
    TAX = "tax"
    CVR = "cvr"
    IBAN = "iban"
    CARD = "card"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    BIRTH = "birth"
    NAME = "name"
    HEALTH = "health"
    BELIEF = "belief"
    UNION = "union"
    ORIGIN = "origin"
    SEX_LIFE = "sex_life"
    POLITICS = "politics"
    BODY = "body"
    CRIME = "crime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """That something stands in a text from character `start` up to before `end`."""

    start: int
    end: int
    kind: Kind
