"""What counts of a text when another is held against it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from samspil.core import words
from samspil.core.knowledge.question import EMPTY_SETS
from samspil.core.knowledge.supporting.figures import CARDINALS, ORDINALS, Figure, figures
from samspil.core.knowledge.supporting.polarity import BREAKS, NEGATIONS, REACH, words_in

EXACT = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w.-]+\w"
    r"|(?<!\w)(?:\w*[A-ZÆØÅ]\w*[A-ZÆØÅ0-9]\w*|\w*\d_*[^\W\d_]\w*)"
)
"""Mail addresses, and words with capitals or digits inside: they stand there as they are.

Each is looked for only where it may begin, so that a long run of letters costs little.
"""
_GENERIC = """
    få får gives giver give ydes gælder gælde bruge bruges holde holdes afholdes har fås sker samt
    derfor derefter herefter altså mellem alt eksempel eksempelvis ligeledes dog heraf især koster
    ligge ligger svarer
    bekommt bekommen erhält erhalten gilt gelten gibst gibt geben macht nutzt verwendet beispiel
    etwa dann danach ebenso jeweils also vorallem allem enthält findet finden liegt sowie bzw
    besteht gets get gives given give receives receive apply applies use used example e.g then also
    let may according last lasts meets whole
    """
GENERIC = frozenset(_GENERIC.split())
"""Words that say so little that a sentence may add them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What counts of a text: its telling words, figures, exact words, negations and small words.

    `denied` are the words that a negation may be about, for each negation; `counted` is how often
    each value stands there.
    """

    telling: tuple[str, ...]
    figures: frozenset[Figure]
    counted: Mapping[str, int]
    exact: frozenset[str]
    small: frozenset[str]
    denied: tuple[frozenset[str], ...]


@lru_cache(maxsize=512)
def reading_of(text: str, language: str) -> Reading:
    """Read a text as if it were in this language."""
    folded = words.fold(text)
    found = words_in(folded)
    telling = [one for one in found if _tells(one, language)]
    known = list(figures(folded, language))
    return Reading(
        telling=tuple(telling),
        figures=frozenset(known),
        counted=Counter(one.value for one in known),
        exact=frozenset(words.fold(one) for one in EXACT.findall(text)),
        small=frozenset(found),
        denied=tuple(_denied(found, language)),
    )


def _tells(word: str, language: str) -> bool:
    small = EMPTY_SETS[language]
    return (
        word not in small
        and word not in NEGATIONS
        and word not in GENERIC
        and word not in CARDINALS[language]
        and word not in ORDINALS[language]
        and len(word) > 1
    )


def _denied(found: Sequence[str], language: str) -> Iterator[frozenset[str]]:
    """The telling words around each negation: those after it, or before it where it comes last."""
    for place, word in enumerate(found):
        if word in NEGATIONS:
            after = _until_break(found[place + 1 :])
            before = _until_break(found[:place][::-1])
            told = [one for one in after if _tells(one, language)][:REACH]
            yield frozenset(told or [one for one in before if _tells(one, language)][:REACH])


def _until_break(found: Sequence[str]) -> Iterator[str]:
    return takewhile(lambda one: one not in BREAKS, found)
