"""The words, by what they speak of and language, read from a file for each language."""

import re
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files

LANGUAGES = ("da", "de", "en")
SECTION = re.compile(r"\[(\w+)\]")


class Kind(StrEnum):
    """What Article 9 of the GDPR lists, and crime, of Article 10."""

    HEALTH = "health"
    BELIEF = "belief"
    UNION = "union"
    ORIGIN = "origin"
    SEX_LIFE = "sex_life"
    POLITICS = "politics"
    BODY = "body"
    """Genes, and the measures of a body by which somebody is recognised."""
    CRIME = "crime"


def _words(language: str) -> Iterator[tuple[str, Kind, str]]:
    source = files("samspil.core.special").joinpath("words", f"{language}.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    whole = " ".join(line for line in lines if not line.startswith("#"))
    _, *parts = SECTION.split(whole)
    for kind, listed in zip(parts[::2], parts[1::2], strict=True):
        for words in listed.split(","):
            yield language, Kind(kind), words.strip()


VOCABULARY = tuple(each for language in LANGUAGES for each in _words(language))
"""Language, kind, and words that follow each other; a star stands for any ending."""
