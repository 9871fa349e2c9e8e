"""Urgency, outright dissatisfaction, a hard place and a wish for a person, quoted word for word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samspil.core.reading import MOST_CHARACTERS
from samspil.core.skill import NEVER_OF_EMPLOYEES, Evidence, Ground, Senders
from samspil.skills.triage.cue_patterns import SAID, UNSAID

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "\n": " ", "\t": " "})
"""Other forms of one sign, of the same length."""
CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")
MOST_OF_A_KIND = 3

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text in NFC with straight apostrophes; `places` leads back, None where nothing moved."""

    text: str
    places: tuple[int, ...] | None

    def back(self, span: Span) -> Span:
        """The same passage in the text as it came."""
        if self.places is None:
            return span
        return self.places[span[0]], self.places[span[1]]


def cues(text: str, *, senders: Senders = Senders.CUSTOMERS) -> tuple[Evidence, ...]:
    """Passages that show one of the four grounds, at most three of each.

    In what employees write, neither dissatisfaction nor a hard place is ever looked for.
    """
    plain = _plain(text[:MOST_CHARACTERS])
    unsought = NEVER_OF_EMPLOYEES if senders is Senders.EMPLOYEES else frozenset[Ground]()
    return tuple(
        Evidence(ground=ground, start=start, end=end, quote=text[start:end])
        for ground in SAID
        if ground not in unsought
        for start, end in map(plain.back, _spans(ground, plain.text))
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


def _plain(text: str) -> Plain:
    if unicodedata.is_normalized("NFC", text):
        return Plain(text=text.translate(STRAIGHT), places=None)
    letters, places = [], []
    for letter, place in _composed(text):
        letters.append(letter)
        places.append(place)
    return Plain(text="".join(letters).translate(STRAIGHT), places=(*places, len(text)))


def _composed(text: str) -> Iterator[tuple[str, int]]:
    for found in CLUSTER.finditer(text):
        for letter in unicodedata.normalize("NFC", found.group()):
            yield letter, found.start()
