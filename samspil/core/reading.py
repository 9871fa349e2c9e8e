"""How text from outside is read: made plain, measured, never obeyed."""

import re
import unicodedata
from dataclasses import dataclass

MOST_CHARACTERS = 20_000
"""Longer texts are kept whole, but AI reads none of them."""
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
JOINERS = frozenset("\u200c\u200d\u200e\u200f\ufeff\u00ad")
"""Used by honest text (emoji, right-to-left scripts, hyphenation); dropping them hides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as people and AI shall see it, with what was unusual about it."""

    text: str
    readable: bool
    hidden_text: bool
    too_long: bool


def read(raw: str) -> Reading:
    """Normalise to NFC and drop characters that cannot be seen; say if that changed anything."""
    plain = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    hidden = any(character not in JOINERS for character in HIDDEN.findall(plain))
    text = CONTROLS.sub("", HIDDEN.sub(_kept, plain)).strip()
    return Reading(
        text=text,
        readable=any(character.isalnum() for character in text),
        hidden_text=hidden,
        too_long=len(text) > MOST_CHARACTERS,
    )


def one_line(raw: str) -> str:
    """A name or an address in one line, without control characters."""
    return " ".join(CONTROLS.sub(" ", raw).split())


def plain_signs(text: str) -> str:
    """What a file of ours may hold: lines, but no other control characters, and none that cannot be
    seen but for joiners; half a sign of two becomes a question mark."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    seen = HIDDEN.sub(_kept, whole).replace("\ufffe", " ").replace("\uffff", " ")
    return CONTROLS.sub(" ", seen.replace("\r\n", "\n"))


def _kept(found: re.Match[str]) -> str:
    return found.group() if found.group() in "\u200c\u200d" else ""
