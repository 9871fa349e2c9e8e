"""The terms that passages and questions are compared by: stems, and the ends of long words.

Danish and German write compounds as one word. What a long word begins and ends with is kept beside
its stem, so that "ferie" finds "hovedferien" and a question about "Urlaubsantrag" finds "Antrag".
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from samspil.core import words

COMPOUNDING = frozenset({"da", "de"})
"""Languages that write compounds as one word."""
SHORTEST = 4
"""Letters of the shortest part of a compound that is kept."""
REST = 3
"""Letters that must be left of a word beside its part."""
LONGEST = 16
"""Letters of the longest part of a compound that is kept."""
WHOLE, FIRST, LAST = "=", "^", "$"


def term(kind: str, text: str) -> int:
    """A number of 64 bits that stands for a word or a part of one."""
    return _number(kind + text)


@lru_cache(maxsize=50_000)
def _number(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def plain_words(text: str) -> Iterator[words.Found]:
    """The words of a text in lower case, at most 20,000."""
    return islice(words.pieces(words.fold(text)), words.MOST)


def terms_of(text: str, *, language: str) -> tuple[list[int], int]:
    """What a text is found by, each as often as it stands there, and how many words it has."""
    found = list(plain_words(text))
    return [each for one in found for each in _kept(one, language)], len(found)


def _kept(one: words.Found, language: str) -> tuple[int, ...]:
    if one.whole:
        return tuple(term(WHOLE, each) for each in dict.fromkeys((one.plain, *one.also)))
    return _kept_word(one.plain, language)


@lru_cache(maxsize=50_000)
def _kept_word(word: str, language: str) -> tuple[int, ...]:
    stem = words.stem(word, language)
    first = (term(FIRST, part) for part in first_parts(stem, language))
    last = (term(LAST, part) for part in last_parts(stem, language))
    return (term(WHOLE, stem), *first, *last)


def first_parts(stem: str, language: str) -> Iterable[str]:
    """What a compound may begin with; nothing where the language writes none."""
    return [stem[:length] for length in _lengths(stem, language)]


def last_parts(stem: str, language: str) -> Iterable[str]:
    """What a compound may end with; nothing where the language writes none."""
    return [stem[-length:] for length in _lengths(stem, language)]


def _lengths(stem: str, language: str) -> range:
    if language not in COMPOUNDING or not stem.isalpha():
        return range(0)
    return range(SHORTEST, min(len(stem) - REST, LONGEST) + 1)
