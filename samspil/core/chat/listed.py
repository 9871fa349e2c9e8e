"""Topics that are a person's: found by listed words, which are quoted, and by nothing else.

Only what is written counts. Nothing is concluded about anybody, least of all how they feel.
"""

from collections.abc import Collection
from enum import StrEnum
from functools import cache

from samspil.core.phrases import Found, Phrases, listed_in

LANGUAGES = ("da", "de", "en")


class Topic(StrEnum):
    """What a chat leaves to people, gravest first."""

    DANGER = "danger"
    HARASSMENT = "harassment"
    DISMISSAL = "dismissal"
    CONFLICT = "conflict"
    ILLNESS = "illness"


ALWAYS = frozenset({Topic.DANGER, Topic.HARASSMENT})
"""No organisation can have a chat answer these."""


def listed_topic(text: str, *, topics: Collection[Topic]) -> Found[Topic] | None:
    """The gravest of these topics, and of those that always count, whose words the text holds.

    The words of all three languages are looked for, whichever the text is in.
    """
    wanted = {*topics, *ALWAYS}
    found = [one for one in _phrases().find(text) if one.kind in wanted]
    order = list(Topic)
    return min(found, key=lambda one: order.index(one.kind), default=None)


@cache
def _phrases() -> Phrases[Topic]:
    return Phrases(
        (Topic(section), words)
        for language in LANGUAGES
        for section, words in listed_in("samspil.core.chat", language)
    )
