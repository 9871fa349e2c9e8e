"""Passwords that anybody would try who knows the place and the person."""

import re
from collections.abc import Iterable

SHORTEST_WORD = 4
"""Letters from which a word of a name counts."""
LEAST_LEFT = 8
"""Letters and digits that must be left when those words are taken out."""
PRODUCT = ("samspil", "password", "kodeord", "adgangskode", "passwort", "kennwort")
"""Words that are tried everywhere; names of the organisation and the person come to them."""
WORD = re.compile(r"[^\W\d_]+")
SIGN = re.compile(r"[^\W_]")


def is_guessable(password: str, *, names: Iterable[str]) -> bool:
    """Whether too little is left of a password without these names and our own words."""
    said = (word.casefold() for name in names for word in WORD.findall(name))
    known = sorted({*PRODUCT, *(word for word in said if len(word) >= SHORTEST_WORD)}, key=len)
    left = password.casefold()
    for word in reversed(known):
        left = left.replace(word, " ")
    return len(SIGN.findall(left)) < LEAST_LEFT and left != password.casefold()
