"""Find listed words and phrases in a text; one that ends in a star goes on with any letters."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Generic, TypeVar

from samspil.core.composing import composed
from samspil.core.reading import MOST_CHARACTERS

WORD = re.compile(r"[^\W_]+")
ANY = "*"
SHORTEST_STEM = 3
LONGEST_STEM = 30
SECTION = re.compile(r"\[(\w+)\]")
Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[Kind]):
    """Listed words as they stand in a text, from `start` to `end`, and what they are listed as."""

    kind: Kind
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording(Generic[Kind]):
    kind: Kind
    words: tuple[str, ...]


class Phrases(Generic[Kind]):
    """A list of words, each under its kind, ready to be looked for."""

    def __init__(self, listed: Iterable[tuple[Kind, str]]) -> None:
        self._whole: dict[str, list[_Wording[Kind]]] = {}
        self._stems: dict[str, list[_Wording[Kind]]] = {}
        for kind, line in listed:
            wording = _Wording(kind=kind, words=tuple(fold(word) for word in line.split()))
            first = wording.words[0]
            if first.endswith(ANY):
                self._stems.setdefault(first[:-1], []).append(wording)
            else:
                self._whole.setdefault(first, []).append(wording)
        self._beginnings = {stem[:SHORTEST_STEM] for stem in self._stems}

    def find(self, text: str) -> Iterator[Found[Kind]]:
        """All that is listed in the text's first 20,000 characters, in order."""
        plain, places = composed(text[:MOST_CHARACTERS])
        found = list(WORD.finditer(plain))
        words = [fold(one.group()) for one in found]
        for place, word in enumerate(words):
            if word not in self._whole and word[:SHORTEST_STEM] not in self._beginnings:
                continue
            for wording in self._beginning_with(word):
                if _follow(wording.words, words[place : place + len(wording.words)]):
                    start, end = found[place].start(), found[place + len(wording.words) - 1].end()
                    yield Found(
                        kind=wording.kind,
                        quote=plain[start:end],
                        start=places[start],
                        end=places[end],
                    )

    def _beginning_with(self, word: str) -> Iterator[_Wording[Kind]]:
        yield from self._whole.get(word, ())
        for length in range(SHORTEST_STEM, min(len(word), LONGEST_STEM) + 1):
            yield from self._stems.get(word[:length], ())


def fold(word: str) -> str:
    """One spelling of a word: small letters, compatibility forms written out."""
    return (word if word.isascii() else unicodedata.normalize("NFKC", word)).casefold()


def listed_in(package: str, language: str) -> Iterator[tuple[str, str]]:
    """The words of a package's file for a language, each with the section it stands in."""
    source = files(package).joinpath("words", f"{language}.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    whole = " ".join(line for line in lines if not line.startswith("#"))
    _, *parts = SECTION.split(whole)
    for section, listed in zip(parts[::2], parts[1::2], strict=True):
        for words in listed.split(","):
            if words.strip():
                yield section, words.strip()


def _follow(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return len(wanted) <= len(words) and all(
        word.startswith(one[:-1]) if one.endswith(ANY) else word == one
        for one, word in zip(wanted, words, strict=False)
    )
