"""What may be proposed, and which proposals sound alike."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from samspil.core.words import COMMON_SETS, fold, kept
from samspil.core.workshops.faults import Fault, Unfit

LONGEST_TITLE, LONGEST_TEXT = 120, 300
MOST_PROPOSALS = 100
ALIKE = 0.5
"""Proposals are pointed out that share this part of the shorter one's words."""
COMMON = frozenset[str]().union(*COMMON_SETS.values())


def fit_title(text: str) -> str:
    """The title without needless spaces. Raises `Unfit`."""
    title = fit_text(text, field="title", most=LONGEST_TITLE)
    if not any(sign.isalnum() for sign in title):
        raise Unfit(Fault.NO_TITLE, field="title")
    return title


def fit_text(text: str, *, field: str, most: int = LONGEST_TEXT) -> str:
    """A text in one line. Raises `Unfit` where it is too long."""
    plain = " ".join(text.replace("\0", "").split())
    if len(plain) > most:
        raise Unfit(Fault.LONG, field=field, n=len(plain), most=most)
    return plain


def check_new(title: str, others: Sequence[str]) -> None:
    """Raise `Unfit` where the very same is proposed already, or there are too many."""
    if len(others) >= MOST_PROPOSALS:
        raise Unfit(Fault.MANY, field="title", most=MOST_PROPOSALS)
    if fold(title) in {fold(one) for one in others}:
        raise Unfit(Fault.SAME, field="title")


def alike(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of keys whose titles share many words, whatever their forms and order."""
    words = {key: _words(title) for key, title in titles.items()}
    return [
        (one, other)
        for one, other in combinations(titles, 2)
        if _shared(words[one], words[other]) >= ALIKE
    ]


@lru_cache(maxsize=2_000)
def _words(title: str) -> frozenset[str]:
    return frozenset(kept(" ".join(word for word in fold(title).split() if word not in COMMON)))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0
