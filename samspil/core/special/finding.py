"""Find such words and phrases in a text."""

from collections.abc import Iterator
from functools import cache

from samspil.core.phrases import Found, Phrases
from samspil.core.special.wordings import VOCABULARY, Kind


def mentions_of(text: str) -> Iterator[Found[Kind]]:
    """Every mention in the text's first 20,000 characters."""
    return _phrases().find(text)


def mention_of(text: str) -> Found[Kind] | None:
    """The first mention in the text's first 20,000 characters; None where there is none."""
    return next(mentions_of(text), None)


@cache
def _phrases() -> Phrases[Kind]:
    return Phrases((kind, line) for _, kind, line in VOCABULARY)
