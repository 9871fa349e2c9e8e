"""Whether a word is said: as it is, in another form, as a part of a compound, by a synonym."""

from collections.abc import Sequence
from functools import lru_cache

from samspil.core import words
from samspil.core.knowledge.everyday import meant
from samspil.core.knowledge.terms import COMPOUNDING

LEAST_PART = 4
"""Letters of a part by which one compound is the other's."""
REST = 3
"""Letters that must be left of a compound beside its part: fewer are an ending, or "un-"."""
JOINTS = range(3)
"""Letters that may join the two parts of a compound."""
LEAST_SAME = 6
MOST_OF = 0.75
"""How much of two stems must be alike for one word to be made from the other."""
_TURNING = "ver ent zer miss non anti unter über gegen ind ud af fra mod under over ikke nicht"
TURNING = frozenset(_TURNING.split())
"""Beginnings that make another word of one."""


def covered(word: str, held: Sequence[str], language: str) -> bool:
    """Whether a word, a form or synonym of it, or a compound with it is among these.

    A compound is covered as well where they hold both what it begins and what it ends with.
    """
    if any(_alike(word, other, language) for other in held):
        return True
    if language not in COMPOUNDING:
        return False
    stem = words.stem(word, language)
    others = [one for one in (words.stem(each, language) for each in held) if len(one) >= REST]
    begins = [one for one in others if stem.startswith(one)]
    ends = [one for one in others if stem.endswith(one)]
    return any(len(stem) - len(one) - len(other) in JOINTS for one in begins for other in ends)


@lru_cache(maxsize=100_000)
def _alike(word: str, other: str, language: str) -> bool:
    """Whether the other is the same word, a synonym, or holds the word as a part."""
    mine, theirs = words.stem(word, language), words.stem(other, language)
    if mine == theirs or meant(word, language=language) & meant(other, language=language):
        return True
    if language not in COMPOUNDING:
        return False
    return _is_part(mine, theirs) or _is_derived(mine, theirs)


def _is_part(short: str, long: str) -> bool:
    if len(short) < LEAST_PART or len(long) - len(short) < REST:
        return False
    if long.startswith(short):
        return True
    return long.endswith(short) and long.removesuffix(short) not in TURNING


def _is_derived(mine: str, theirs: str) -> bool:
    """Whether two stems begin alike over most of their length, such as a verb and its noun."""
    longer = max(len(mine), len(theirs))
    same = next((n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b),
                min(len(mine), len(theirs)))  # fmt: skip
    return same >= LEAST_SAME and same >= MOST_OF * longer
