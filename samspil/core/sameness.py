"""Whether two messages of one sender say much the same."""

import re

WORD = re.compile(r"\w{2,}")
ALIKE = 0.5
"""Messages that share at least this part of their words are worth a look side by side."""
MOST_WORDS = 2_000


def shared_words(one: str, other: str) -> float:
    """The part (0 to 1) of the words of both texts that stands in both; 0 for texts without any."""
    first, second = _words(one), _words(other)
    both = first | second
    return len(first & second) / len(both) if both else 0.0


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold())[:MOST_WORDS])
