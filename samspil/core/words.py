"""The words of a text as the search keeps them: the same for every form of a word."""

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice
from threading import local
from typing import NamedTuple

import Stemmer

LANGUAGES = {"da": "danish", "de": "german", "en": "english"}
COMMON = {
    "da": """
        og at jeg det ikke til på med har en af for den der er som vi kan hvor hvornår min mit
        hej tak venlig hilsen mvh skal hvad hvordan jeres
        """,
    "de": """
        und der die das ich nicht ist mit ein eine zu den auf wie habe sie wir kann wann wo
        mein meine guten danke grüsse bitte mir noch hat sich
        """,
    "en": """
        the and i to is not my a of you it have for with what how can when where do are was
        hello thanks please this that your me why
        """,
}
"""The commonest words of each language: enough to tell which one a text is in."""
COMMON_SETS = {language: frozenset(words.split()) for language, words in COMMON.items()}
LONGEST = 64
"""Characters kept of one word."""
MOST = 20_000
"""Words kept of one text."""
SHORT = r"(?!\d{16}|\d{0,15}[^\W\d])"
"""No more digits follow than a telephone number has: more could be cut in millions of ways."""
PIECE = re.compile(
    r"(?P<word>[^\W\d_]+)(?![\w.+#/:@-])"
    r"|(?P<mail>\w[\w.+-]{0,63}@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?P<phone>(?<![\w+])(?:(?:\+|00){SHORT}\d{{1,3}}(?:[ /-]?\(?0?\)?{SHORT}\d{{2,8}}){{1,5}}"
    r"|0\d{2,5}[ /-]\d{3,8}(?: \d{2,4})*|\d{2}(?: \d{2}){3}|\d{4} \d{4})(?!\w))"
    r"|(?P<joined>\w+(?:[-./_#+:]\w+)+)"
    r"|(?P<other>\w+)"
)
"""The first is only the quick way for what is by far the commonest: a word that stands alone."""
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DIGIT = re.compile(r"\d")
NO_DIGIT = re.compile(r"\D")
INNER = re.compile(r"\w+")


class Found(NamedTuple):
    """One piece of a text, in lower case: a word, or an identifier that is kept whole.

    `also` are other ways to look for the same thing: the parts of an identifier.
    """

    start: int
    end: int
    plain: str
    whole: bool
    also: tuple[str, ...] = ()


def fold(text: str) -> str:
    """Lower case, composed letters; ß becomes ss, and the Danish letters stay."""
    return unicodedata.normalize("NFC", text).casefold()


def pieces(text: str) -> Iterator[Found]:
    """Every word and identifier of a text, where it stands."""
    for found in PIECE.finditer(text):
        yield from _read(found)


def stem(word: str, language: str) -> str:
    """The part of a word that its forms share; what holds a digit is kept as it is."""
    if _numbered(word):
        return word[:LONGEST]
    stemmed: str = _stemmers()[language].stemWord(word[:LONGEST])
    return stemmed


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[str, ...]:
    """The stems of a word in every language, then the word itself, each once."""
    return tuple(dict.fromkeys((*(stem(word, language) for language in LANGUAGES), word)))


def spoken(words: Sequence[str]) -> tuple[str, ...]:
    """The language these words are in; all of them where nothing tells."""
    counts = {name: sum(word in common for word in words) for name, common in COMMON_SETS.items()}
    best = max(counts.values())
    likely = tuple(name for name, count in counts.items() if count == best)
    return likely if best else tuple(LANGUAGES)


def kept(text: str) -> list[str]:
    """What the index keeps of a text: stems in its order, then the parts of identifiers.

    A text whose language nothing tells is kept in each, so that any form of its words is found.
    """
    found = [one for each in islice(PIECE.finditer(fold(text)), MOST) for one in _read(each)]
    words = [one.plain for one in found]
    first, *others = spoken(words)
    wholes = {one.plain for one in found if one.whole}
    tokens = _stemmed(words, wholes, first)
    known = set(tokens)
    for language in others:
        further = _stemmed(words, wholes, language)
        tokens += [word for word in further if word not in known]
        known.update(further)
    parts = dict.fromkeys(part for one in found for part in one.also)
    return [*tokens, *(part for part in parts if part not in known)]


def _stemmed(words: Sequence[str], wholes: Set[str], language: str) -> list[str]:
    made: list[str] = _stemmers()[language].stemWords(words)
    if not wholes:
        return made
    return [word if word in wholes else each for word, each in zip(words, made, strict=True)]


def _read(found: re.Match[str]) -> Iterator[Found]:
    raw = found.group()
    plain = raw.casefold()
    start, end = found.span()
    if found.lastgroup in ("word", "other"):
        yield Found(start, end, plain[:LONGEST], found.lastgroup == "other" and _numbered(plain))
    elif found.lastgroup == "phone":
        yield _number(raw, start, end)
    elif found.lastgroup == "mail" or _numbered(plain):
        also = () if UUID.fullmatch(plain) else tuple(INNER.findall(plain))
        yield Found(start, end, plain[:LONGEST], whole=True, also=also)
    else:
        for part in INNER.finditer(raw):
            word = part.group().casefold()[:LONGEST]
            yield Found(start + part.start(), start + part.end(), word, whole=False)


def _number(raw: str, start: int, end: int) -> Found:
    """A telephone number is kept as its digits, with and without the country's."""
    digits = NO_DIGIT.sub("", raw)
    parts = tuple(INNER.findall(raw))
    if not raw.startswith(("+", "00")):
        return Found(start, end, digits, whole=True, also=parts)
    number = digits.removeprefix("00")
    return Found(start, end, number, whole=True, also=(number[2:], *parts))


def _numbered(word: str) -> bool:
    return DIGIT.search(word) is not None


_own = local()


def _stemmers() -> dict[str, Stemmer.Stemmer]:
    """One set for each thread: a stemmer must not be shared."""
    made: dict[str, Stemmer.Stemmer] | None = getattr(_own, "stemmers", None)
    if made is None:
        made = _own.stemmers = {code: Stemmer.Stemmer(name) for code, name in LANGUAGES.items()}
    return made
