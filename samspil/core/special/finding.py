"""Find the first such word or phrase of a text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from samspil.core.reading import MOST_CHARACTERS
from samspil.core.special.wordings import VOCABULARY, Kind

WORD = re.compile(r"[^\W_]+")
ANY = "*"
SHORTEST_STEM = 3
LONGEST_STEM = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What a text speaks of, and the words that say so, as they stand in it."""

    kind: Kind
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that follow each other; one that ends in a star goes on with any letters."""

    kind: Kind
    words: tuple[str, ...]


def mention_of(text: str) -> Mention | None:
    """The first mention in the text's first 20,000 characters; None where there is none."""
    plain = unicodedata.normalize("NFC", text[:MOST_CHARACTERS])
    found = list(WORD.finditer(plain))
    words = [fold(one.group()) for one in found]
    for place in range(len(words)):
        for wording in _beginning_with(words[place]):
            if _follow(wording.words, words[place:]):
                end = found[place + len(wording.words) - 1].end()
                return Mention(kind=wording.kind, quote=plain[found[place].start() : end])
    return None


def fold(word: str) -> str:
    """One spelling of a word: small letters, compatibility forms written out."""
    return unicodedata.normalize("NFKC", word).casefold()


def _follow(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return len(wanted) <= len(words) and all(
        word.startswith(one[:-1]) if one.endswith(ANY) else word == one
        for one, word in zip(wanted, words, strict=False)
    )


def _beginning_with(word: str) -> Iterator[Wording]:
    whole, stems = _wordings()
    yield from whole.get(word, ())
    for length in range(SHORTEST_STEM, min(len(word), LONGEST_STEM) + 1):
        yield from stems.get(word[:length], ())


@cache
def _wordings() -> tuple[dict[str, list[Wording]], dict[str, list[Wording]]]:
    """By their first word: those that want it whole, and those that want its beginning."""
    whole: dict[str, list[Wording]] = {}
    stems: dict[str, list[Wording]] = {}
    for _, kind, line in VOCABULARY:
        wording = Wording(kind=kind, words=tuple(fold(word) for word in line.split()))
        first = wording.words[0]
        if first.endswith(ANY):
            stems.setdefault(first[:-1], []).append(wording)
        else:
            whole.setdefault(first, []).append(wording)
    return whole, stems
