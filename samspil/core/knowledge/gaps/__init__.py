"""Which topics people ask about, and which of them find no good answer.

Questions that mean the same make a topic: they share words, words for the same thing in any of
three languages, and nearness in meaning where there is an embedding. Who asked is not known here.
"""

from samspil.core.knowledge.gaps.alike import Asked
from samspil.core.knowledge.gaps.topics import (
    ENOUGH,
    MOST,
    WEEKS,
    Map,
    Topic,
    Trend,
    map_of,
    same,
    trend_of,
)

__all__ = [
    "ENOUGH",
    "MOST",
    "WEEKS",
    "Asked",
    "Map",
    "Topic",
    "Trend",
    "map_of",
    "same",
    "trend_of",
]
