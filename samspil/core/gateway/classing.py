"""How protected texts are that shall go to a language model: never milder than what they hold."""

from collections.abc import Iterable, Sequence

from samspil.core.detecting import IDENTITY, PERSONAL, SPOKEN_OF, WRITTEN, Kind, find
from samspil.core.gateway.disguise import names_one_of
from samspil.core.masking import DataClass

CLASS_OF = {
    **dict.fromkeys(WRITTEN, DataClass.PUBLIC),
    **dict.fromkeys(PERSONAL, DataClass.PERSONAL),
    **dict.fromkeys(IDENTITY | SPOKEN_OF, DataClass.SPECIAL),
}
"""The mildest class that a text with this in it can have; a company's number is public."""
_ORDER = tuple(DataClass)


def class_of(
    question: str, sources: Sequence[str], *, declared: DataClass, names: Iterable[str] = ()
) -> DataClass:
    """The declared class of the sources, or a stricter one where they or the question ask for it.

    Whoever is named makes a text personal; an identity number makes it special, and so does a
    question that speaks of health, belief and the like: it may be the asker's own.
    """
    return stricter(declared, least_class(kinds_in(question, sources, names=names)))


def least_class(kinds: Iterable[Kind]) -> DataClass:
    """The mildest class that a text can have in which these were found."""
    return stricter(DataClass.PUBLIC, *(CLASS_OF[kind] for kind in kinds))


def stricter(*classes: DataClass) -> DataClass:
    """The strictest of these classes."""
    return max(classes, key=_ORDER.index)


def milder(one: DataClass, than: DataClass) -> bool:
    """Whether one class is milder than another."""
    return _ORDER.index(one) < _ORDER.index(than)


def kinds_in(
    question: str, sources: Sequence[str], *, names: Iterable[str] = ()
) -> frozenset[Kind]:
    """What is found in them. Words that speak of something count in the question only."""
    found = {one.kind for one in find(question, WRITTEN | SPOKEN_OF)}
    found |= {one.kind for text in sources for one in find(text)}
    if names_one_of((question, *sources), names=names):
        found.add(Kind.NAME)
    return frozenset(found)
