"""A text cut at its evidence, into pieces that do not overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samspil.core.skill import Evidence, Ground

GRAVEST_FIRST = (
    Ground.DISSATISFIED,
    Ground.VULNERABLE,
    Ground.URGENT,
    Ground.WANTS_PERSON,
    Ground.TOPIC,
)


class MisplacedEvidence(ValueError):
    """A quoted passage does not stand where it is said to stand in this text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text with the grounds it speaks for, gravest first; none for plain text."""

    text: str
    grounds: tuple[Ground, ...]


def pieces(text: str, evidence: Sequence[Evidence]) -> Iterator[Piece]:
    """Cut the text wherever a passage begins or ends; joined, the pieces are the text again."""
    for passage in evidence:
        _check_place(text, passage)
    cuts = {0, len(text)}
    cuts.update(passage.start for passage in evidence)
    cuts.update(passage.end for passage in evidence)
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        covering = {each.ground for each in evidence if each.start <= start and end <= each.end}
        yield Piece(text=text[start:end], grounds=by_gravity(covering))


def by_gravity(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    """The grounds without repetition, gravest first."""
    present = set(grounds)
    return tuple(ground for ground in GRAVEST_FIRST if ground in present)


def _check_place(text: str, passage: Evidence) -> None:
    inside = 0 <= passage.start < passage.end <= len(text)
    if not inside or text[passage.start : passage.end] != passage.quote:
        raise MisplacedEvidence(
            f"“{passage.quote}” does not stand at {passage.start} to {passage.end} of this text."
        )
