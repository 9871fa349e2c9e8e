"""How protected texts are that shall go to a language model: never milder than what they hold."""

from collections.abc import Iterable, Sequence

from samspil.core.gateway.disguise import names_somebody
from samspil.core.masking import DataClass, mask
from samspil.core.special import mention_of

_ORDER = tuple(DataClass)


def class_of(
    question: str, sources: Sequence[str], *, declared: DataClass, names: Iterable[str] = ()
) -> DataClass:
    """The declared class of the sources, or a stricter one where they or the question ask for it.

    Whoever is named makes a text personal; an identity number makes it special, and so does a
    question that speaks of health, belief and the like: it may be the asker's own.
    """
    texts = [question, *sources]
    known = tuple(names)
    found = declared
    if any(names_somebody(text, names=known) for text in texts):
        found = max(found, DataClass.PERSONAL, key=_ORDER.index)
    if mention_of(question) is not None or any(mask(text).found for text in texts):
        found = max(found, DataClass.SPECIAL, key=_ORDER.index)
    return found
