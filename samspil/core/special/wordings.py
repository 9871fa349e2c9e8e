"""The words, by what they speak of and language, read from a file for each language."""

from enum import StrEnum

from samspil.core.phrases import listed_in

LANGUAGES = ("da", "de", "en")


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


VOCABULARY = tuple(
    (language, Kind(kind), words)
    for language in LANGUAGES
    for kind, words in listed_in("samspil.core.special", language)
)
"""Language, kind, and words that follow each other; a star stands for any ending."""
