"""Which questions are kept without their words: those that may be about somebody in person.

One hit is enough: a false one costs a line in a list, a missed one somebody's secret. Nobody is
described by it and nothing learns from it.
"""

import re
import unicodedata
from enum import StrEnum

from samspil.core.detecting import PERSONAL as LEADS_TO_A_PERSON
from samspil.core.detecting import find
from samspil.core.special import mention_of


class Withheld(StrEnum):
    """Why a question's words are not kept."""

    EMPTY = "empty"
    IDENTITY = "identity"
    SPECIAL = "special"
    PERSONAL = "personal"


DANISH = (
    r"konflikt|uenighed|skænder|uvenner|mobn|mobbe|mobbing|chikan|krænke|overgreb|vold\b|voldelig"
    r"|truet|trusler|diskrim|afsked|fyret\b|fyring|fyre\b|fyrer\b|opsig|opsagt|bortvis|advarsel"
    r"|tjenstlig|tavshedsbrud|whistleblow"
)
GERMAN = (
    r"streit|gestritten|belästig|übergriff|gewalt|bedroh|beleidig|kündig|gekündigt|entlass|rauswurf"
    r"|rausgeworfen|gefeuert|abmahn"
)
ENGLISH = (
    r"conflict|quarrel|argument with|bull(?:y|ie)|harass|assault|abus(?:e|ive)|violen|threaten"
    r"|dismiss|fired\b|\bfire (?:me|him|her|them)|laid off|lay ?offs?\b|redundan|sacked|terminat"
    r"|resign|my notice|hand in.{0,12}notice|formal warning|grievance"
)
PERSONAL = re.compile(rf"\b(?:{'|'.join((DANISH, GERMAN, ENGLISH))})")
"""Conflict, harassment and dismissal, in Danish, German and English; illness is special data."""
ADDRESS = re.compile(r"\S@\S")


def withheld(text: str, *, masked: bool) -> Withheld | None:
    """Why these words may not be kept; None where they may.

    `masked`: the intake filter found an identity number in them. Whatever else leads to a person,
    such as a mail address, counts as one.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.strip():
        return Withheld.EMPTY
    if masked or ADDRESS.search(plain) or find(text, LEADS_TO_A_PERSON):
        return Withheld.IDENTITY
    if mention_of(text):
        return Withheld.SPECIAL
    return Withheld.PERSONAL if PERSONAL.search(plain) else None
