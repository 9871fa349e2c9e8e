"""What an organisation model must say: who takes which step when nothing forbids it."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The steps of a case that AI and people may share."""

    SORT = "sort"
    REPLY = "reply"


class Route(StrEnum):
    """Who takes a step: AI alone, a person on AI's proposal, or a person."""

    ALONE = "alone"
    TOGETHER = "together"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationModel:
    """`wanted` is whom the model would give each step; what AI may do is decided in `routing`."""

    name: str
    wanted: dict[Step, Route]
