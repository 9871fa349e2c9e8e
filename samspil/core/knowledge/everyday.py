"""Words that mean nearly the same at work, in three languages: how people ask, what is written.

`everyday.txt` has one line for each thing: Danish | German | English. A question about one of its
words also looks, more softly, for the others, in whatever language a document is in. Words are
compared by their stems; "_" joins words that count only together, and only in questions.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from samspil.core import words

ORDER = ("da", "de", "en")
THINGS = Path(__file__).with_suffix(".txt")


@cache
def _read() -> tuple[Mapping[str, frozenset[int]], tuple[Mapping[str, tuple[str, ...]], ...]]:
    """The things by their stems, and the words of each thing by language."""
    places: dict[str, set[int]] = {}
    things = []
    for number, line in enumerate(THINGS.read_text(encoding="utf-8").splitlines()):
        thing = dict(zip(ORDER, (part.split() for part in line.split("|")), strict=True))
        for language, said in thing.items():
            for word in said:
                key = word.replace("_", " ") if "_" in word else words.stem(word, language)
                places.setdefault(f"{language} {key}", set()).add(number)
        things.append(
            {
                language: tuple({words.stem(word, language) for word in said if "_" not in word})
                for language, said in thing.items()
            }
        )
    return {key: frozenset(found) for key, found in places.items()}, tuple(things)


def meant(word: str, *, language: str) -> frozenset[int]:
    """The things a word of a question may mean, as numbers."""
    places, _ = _read()
    return places.get(f"{language} {words.stem(word, language)}", frozenset())


def said(thing: int, *, language: str) -> tuple[str, ...]:
    """The stems by which documents in a language speak of a thing."""
    _, things = _read()
    return things[thing][language]


def phrases(text: str, *, language: str) -> list[tuple[str, frozenset[int]]]:
    """What several words of a text in lower case mean together, each with its words."""
    return [
        (phrase, places)
        for phrase, places in _phrases(language)
        if re.search(rf"\b{re.escape(phrase)}\b", text)
    ]


@cache
def _phrases(language: str) -> tuple[tuple[str, frozenset[int]], ...]:
    places, _ = _read()
    keys = (
        (key.partition(" ")[2], found) for key, found in places.items() if key.startswith(language)
    )
    return tuple((said, found) for said, found in keys if " " in said)
