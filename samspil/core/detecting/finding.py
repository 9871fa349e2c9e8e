"""Everything that is looked for, in one list; where two overlap, the earlier in the list counts."""

from bisect import bisect
from collections.abc import Callable, Collection, Iterable, Iterator

from samspil.core import special
from samspil.core.detecting.kinds import Found, Kind, Place
from samspil.core.detecting.numbers import cards, cprs, cvrs, ibans, tax_ids
from samspil.core.detecting.places import addresses, births
from samspil.core.detecting.reaching import mails, phones

Detector = Callable[[str], Iterable[Place]]

DETECTORS: tuple[tuple[Kind, Detector], ...] = (
    (Kind.CPR, cprs),
    (Kind.TAX, tax_ids),
    (Kind.MAIL, mails),
    (Kind.IBAN, ibans),
    (Kind.CARD, cards),
    (Kind.CVR, cvrs),
    (Kind.ADDRESS, addresses),
    (Kind.BIRTH, births),
    (Kind.PHONE, phones),
)
IDENTITY = frozenset({Kind.CPR, Kind.TAX})
"""Numbers that nobody stores and no AI sees."""
PERSONAL = frozenset(
    {Kind.MAIL, Kind.IBAN, Kind.CARD, Kind.ADDRESS, Kind.BIRTH, Kind.PHONE, Kind.NAME}
)
"""What leads to a person."""
BLANKS = ("\u00a0", "\u202f", "\u2007")
"""Those that keep figures together."""
WRITTEN = frozenset(kind for kind, _ in DETECTORS)
"""What has a form by which it is known."""
SPOKEN_OF = frozenset(Kind(each.value) for each in special.Kind)
"""What words speak of."""


def find(text: str, kinds: Collection[Kind] = WRITTEN) -> tuple[Found, ...]:
    """What stands in the text of these kinds, in order, no two overlapping.

    Words are looked for in the first 20,000 characters.
    """
    taken: list[Found] = []
    for blank in BLANKS:
        text = text.replace(blank, " ")
    for one in _all(text, kinds):
        place = bisect(taken, one.start, key=_start)
        before, after = taken[max(0, place - 1) : place], taken[place : place + 1]
        if all(other.end <= one.start for other in before) and all(
            one.end <= other.start for other in after
        ):
            taken.insert(place, one)
    return tuple(taken)


def replaced(text: str, found: Iterable[Found], shown: Callable[[Found, str], str]) -> str:
    """The text with other words where something was found, given it and what stands there."""
    pieces, at = [], 0
    for one in found:
        pieces += [text[at : one.start], shown(one, text[one.start : one.end])]
        at = one.end
    return "".join([*pieces, text[at:]])


def _start(found: Found) -> int:
    return found.start


def _all(text: str, kinds: Collection[Kind]) -> Iterator[Found]:
    for kind, detector in DETECTORS:
        if kind in kinds:
            for start, end in detector(text):
                yield Found(start=start, end=end, kind=kind)
    if SPOKEN_OF.intersection(kinds):
        for mention in special.mentions_of(text):
            kind = Kind(mention.kind.value)
            if kind in kinds:
                yield Found(start=mention.start, end=mention.end, kind=kind)
