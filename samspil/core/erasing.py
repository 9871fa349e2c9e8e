"""Requests to be erased: how they come, how it is known who asks, and why one may be refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Came(StrEnum):
    """How a request came."""

    MESSAGE = "message"
    LETTER = "letter"
    PHONE = "phone"
    IN_PERSON = "in_person"
    AUTHORITY = "authority"


class Known(StrEnum):
    """How it was made sure that it is really them who ask."""

    FROM_ADDRESS = "from_address"
    ASKED_BACK = "asked_back"
    PROVED = "proved"
    ENTITLED = "entitled"


class Ground(StrEnum):
    """What allows a request to be refused, wholly or in part."""

    NEEDED = "needed"
    EXPRESSION = "expression"
    DUTY = "duty"
    HEALTH = "health"
    ARCHIVE = "archive"
    CLAIMS = "claims"
    EXCESSIVE = "excessive"
    UNKNOWN = "unknown"


class Flaw(StrEnum):
    """What is wrong with a refusal."""

    NO_REASON = "no_reason"
    NOT_IN_PART = "not_in_part"


ARTICLES: Mapping[Ground, str] = {
    Ground.NEEDED: "17(1)",
    Ground.EXPRESSION: "17(3)(a)",
    Ground.DUTY: "17(3)(b)",
    Ground.HEALTH: "17(3)(c)",
    Ground.ARCHIVE: "17(3)(d)",
    Ground.CLAIMS: "17(3)(e)",
    Ground.EXCESSIVE: "12(5)",
    Ground.UNKNOWN: "12(6)",
}
"""Of the GDPR."""
OF_DATA = frozenset(Ground) - {Ground.EXCESSIVE, Ground.UNKNOWN}
"""What can hold for a part of the data. The other two are about the request as a whole."""
WORDS = {
    Came.MESSAGE: "by message",
    Came.LETTER: "by letter",
    Came.PHONE: "by phone",
    Came.IN_PERSON: "in person",
    Came.AUTHORITY: "through an authority or a representative",
    Known.FROM_ADDRESS: "they wrote from this address",
    Known.ASKED_BACK: "we wrote to this address and they answered",
    Known.PROVED: "they showed who they are, and we kept no copy",
    Known.ENTITLED: "a representative showed that they may ask for them",
    Ground.NEEDED: "None of the reasons to erase holds: it is still needed for what it was given.",
    Ground.EXPRESSION: "It is needed for freedom of expression and information.",
    Ground.DUTY: "A law obliges us to keep it, as with accounts.",
    Ground.HEALTH: "It is needed in the public interest for public health.",
    Ground.ARCHIVE: "It is needed for archives, research or statistics in the public interest.",
    Ground.CLAIMS: "It is needed to bring or to defend legal claims.",
    Ground.EXCESSIVE: "The request is manifestly unfounded, or made again and again.",
    Ground.UNKNOWN: "It could not be made sure who asks.",
    Flaw.NO_REASON: "Say what of it holds here.",
    Flaw.NOT_IN_PART: "This is about the request as a whole: it cannot be refused in part by it.",
}
"""English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is known of a request as it is taken down; None is not known yet.

    `language` (da, de, en) is the person's own, for the answer.
    """

    address: str
    received_on: date
    came: Came | None = None
    known: Known | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something is not erased: the ground in law, and what of it holds here."""

    ground: Ground
    why: str


class BadRefusal(ValueError):
    """One cannot refuse like this; the message is an English sentence."""


def check_refusal(refusal: Refusal, *, in_part: bool) -> None:
    """Raise `BadRefusal` where no reason is given, or the ground cannot hold for a part."""
    if not refusal.why.strip():
        raise BadRefusal(WORDS[Flaw.NO_REASON])
    if in_part and refusal.ground not in OF_DATA:
        raise BadRefusal(WORDS[Flaw.NOT_IN_PART])
