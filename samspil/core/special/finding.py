"""Find such words and phrases in a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from samspil.core.phrases import Phrases
from samspil.core.special.wordings import VOCABULARY, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a text speaks of, and the words that say so, as they stand in it and where."""

    kind: Kind
    quote: str
    start: int
    end: int


def mentions_of(text: str) -> Iterator[Mention]:
    """Every mention in the text's first 20,000 characters."""
    for one in _phrases().find(text):
        yield Mention(kind=one.kind, quote=one.quote, start=one.start, end=one.end)


def mention_of(text: str) -> Mention | None:
    """The first mention in the text's first 20,000 characters; None where there is none."""
    return next(mentions_of(text), None)


@cache
def _phrases() -> Phrases[Kind]:
    return Phrases((kind, line) for _, kind, line in VOCABULARY)
