"""Find the first such word or phrase of a text."""

from dataclasses import dataclass
from functools import cache

from samspil.core.phrases import Phrases
from samspil.core.special.wordings import VOCABULARY, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a text speaks of, and the words that say so, as they stand in it."""

    kind: Kind
    quote: str


def mention_of(text: str) -> Mention | None:
    """The first mention in the text's first 20,000 characters; None where there is none."""
    first = next(_phrases().find(text), None)
    return Mention(kind=first.kind, quote=first.quote) if first else None


@cache
def _phrases() -> Phrases[Kind]:
    return Phrases((kind, line) for _, kind, line in VOCABULARY)
