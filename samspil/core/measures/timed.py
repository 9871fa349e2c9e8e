"""Minutes of single cases as somebody timed them, typed or pasted in."""

from math import isfinite

MOST_TIMED = 10_000
MOST_MINUTES = 100_000.0
"""A case that takes longer was not timed by anybody."""
WORDS = {
    "number": "“{word}” is no number of minutes: write one for each case, with spaces between.",
    "range": "“{word}” is not between 0 and 100,000 minutes.",
    "many": "More than 10,000 cases: give the figures of all together instead.",
}
"""English sentences; translations use them as keys, `{word}` is what was typed."""
LONGEST_WORD = 20


class BadTimes(ValueError):
    """What was typed are not minutes; `words` is a sentence of `WORDS`, `word` what is wrong."""

    def __init__(self, kind: str, word: str = "") -> None:
        super().__init__(WORDS[kind].format(word=word))
        self.words, self.word = WORDS[kind], word


def timed(text: str) -> list[float]:
    """The minutes in the order they were typed, with spaces, lines or semicolons between them.

    A comma or a point parts decimals; a list such as “12, 9, 14” is read as one too. Raises
    `BadTimes`.
    """
    words = text.replace(";", " ").split()
    if len(words) > MOST_TIMED:
        raise BadTimes("many")
    return [_minutes(word.rstrip(",")) for word in words if word.strip(",")]


def _minutes(word: str) -> float:
    shown = word[:LONGEST_WORD]
    if not set(word) <= set("0123456789.,"):
        raise BadTimes("range" if word.startswith("-") else "number", shown)
    try:
        found = float(word.replace(",", "."))
    except ValueError:
        raise BadTimes("number", shown) from None
    if not isfinite(found) or found > MOST_MINUTES:
        raise BadTimes("range", shown)
    return found
