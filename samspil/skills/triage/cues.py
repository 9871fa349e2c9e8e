"""Urgency, outright dissatisfaction, a hard place and a wish for a person, quoted word for word."""

from collections.abc import Iterable

from samspil.core.composing import composed
from samspil.core.reading import MOST_CHARACTERS
from samspil.core.skill import NEVER_OF_EMPLOYEES, Evidence, Ground, Senders
from samspil.skills.triage.cue_patterns import SAID, UNSAID

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "\n": " ", "\t": " "})
"""Other forms of one sign, of the same length."""
MOST_OF_A_KIND = 3

Span = tuple[int, int]


def cues(text: str, *, senders: Senders = Senders.CUSTOMERS) -> tuple[Evidence, ...]:
    """Passages that show one of the four grounds, at most three of each.

    In what employees write, neither dissatisfaction nor a hard place is ever looked for.
    """
    plain, places = composed(text[:MOST_CHARACTERS])
    straight = plain.translate(STRAIGHT)
    unsought = NEVER_OF_EMPLOYEES if senders is Senders.EMPLOYEES else frozenset[Ground]()
    return tuple(
        Evidence(ground=ground, start=start, end=end, quote=text[start:end])
        for ground in SAID
        if ground not in unsought
        for start, end in ((places[a], places[b]) for a, b in _spans(ground, straight))
    )


def pointed_at(passages: Iterable[Evidence], *, senders: Senders) -> tuple[Evidence, ...]:
    """What may be quoted for a topic: in what employees write, no word of how they are."""
    if senders is Senders.CUSTOMERS:
        return tuple(passages)
    words = [SAID[ground] for ground in NEVER_OF_EMPLOYEES]
    return tuple(one for one in passages if not any(pattern.search(one.quote) for pattern in words))


def _spans(ground: Ground, text: str) -> list[Span]:
    unsaid = [found.span() for found in UNSAID[ground].finditer(text)]
    said = (found.span() for found in SAID[ground].finditer(text))
    return [span for span in said if not _touched(span, unsaid)][:MOST_OF_A_KIND]


def _touched(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
