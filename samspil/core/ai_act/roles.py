"""Who is what: whoever has a use made answers for more than whoever only uses it."""

from dataclasses import dataclass
from enum import StrEnum

from samspil.core.ai_act.classing import Risk


class Own(StrEnum):
    """What makes a use one's own."""

    MADE = "made"
    NAMED = "named"
    CHANGED = "changed"
    PURPOSE = "purpose"


WORDS = {
    Own.MADE: "We made it, or had it made for us",
    Own.NAMED: "We offer it to others under our own name",
    Own.CHANGED: "We changed how it works",
    Own.PURPOSE: "We use it for something else than it is meant for",
}
"""What may be said of a use, in English; translations use the same words as their key."""

ARTICLES = {
    Own.MADE: "Art. 3(3)",
    Own.NAMED: "Art. 25(1)(a)",
    Own.CHANGED: "Art. 25(1)(b)",
    Own.PURPOSE: "Art. 25(1)(c)",
}
"""Where the law says that it makes a provider of somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The organisation's part in a use; it is the deployer of whatever it uses.

    `articles` say why it is the provider too, empty where it is not.
    """

    articles: tuple[str, ...]

    @property
    def provider(self) -> bool:
        """Whether it is the provider too."""
        return bool(self.articles)


def part_of(own: frozenset[Own], *, risk: Risk) -> Part:
    """The organisation's part: Art. 25 makes a provider only of whom a high-risk use is."""
    told = [each for each in Own if each in own]
    if risk is not Risk.HIGH:
        told = [each for each in told if each is Own.MADE]
    return Part(articles=tuple(ARTICLES[each] for each in told))
