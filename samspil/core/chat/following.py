"""A short turn such as "and in summer?" is searched together with what was asked before it."""

import re

WORD = re.compile(r"\w+")
MOST_WORDS = 7
"""A longer turn is a question of its own."""
GOES_ON = re.compile(
    r"(?:og|eller|men|så|hvad med|hvad så|også|heller|gælder det|hvad hvis"
    r"|und|oder|aber|was ist mit|wie ist es|wie sieht es|auch|gilt das|was wenn"
    r"|and|or|but|what about|how about|also|what if|does that|does it|is that|is it)\b",
    re.IGNORECASE,
)
POINTS_BACK = frozenset(
    {
        *("det", "den", "dem", "der", "disse", "denne", "dette", "deres"),
        *("es", "das", "die", "dies", "diese", "dieser", "davon", "dafür", "dazu", "damit"),
        *("it", "that", "this", "they", "them", "those", "these"),
    }
)
ASKING_SHORT = 5
"""A turn with a word that points back is a follow-up up to so many words."""


def searched_as(text: str, *, before: str) -> str:
    """What to look for: the turn, after the question `before` where it only goes on from there.

    `before` is empty where nothing was asked yet.
    """
    words = [word.casefold() for word in WORD.findall(text)]
    if not before or not words or len(words) > MOST_WORDS:
        return text
    goes_on = GOES_ON.match(text.strip()) is not None
    points_back = len(words) <= ASKING_SHORT and not POINTS_BACK.isdisjoint(words)
    return f"{before} {text}" if goes_on or points_back else text
