"""Who does a task: six divisions between AI and people, and the rule of thumb for them.

The rule of thumb is a start for a talk and nothing more; law and measured cases come before it.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from samspil.core.allocation.criteria import FOR_AI, HIGHEST, LOWEST, Criteria, Criterion
from samspil.core.organisation_models.contract import Route


class Division(StrEnum):
    """Who does what in a task, the one first in which AI does least."""

    PERSON_ALONE = "person_alone"
    PERSON_INFORMED = "person_informed"
    PERSON_LEADS = "person_leads"
    TOGETHER = "together"
    AI_LEADS = "ai_leads"
    AI_ALONE = "ai_alone"


WORDS = {
    Division.PERSON_ALONE: "A person does it alone.",
    Division.PERSON_INFORMED: "A person leads, and AI gives insight.",
    Division.PERSON_LEADS: "A person leads, and AI supports.",
    Division.TOGETHER: "AI proposes, and a person decides each time.",
    Division.AI_LEADS: "AI leads, and a person validates.",
    Division.AI_ALONE: "AI does it alone, and samples are checked.",
}
"""Each division in English; translations use the same sentence as their key."""
LEVELS = MappingProxyType(
    {
        Division.PERSON_ALONE: 0,
        Division.PERSON_INFORMED: 1,
        Division.PERSON_LEADS: 1,
        Division.TOGETHER: 1,
        Division.AI_LEADS: 2,
        Division.AI_ALONE: 3,
    }
)
"""The level of autonomy that each asks for, 0 to 3."""
ROUTES = MappingProxyType(
    {
        Division.PERSON_ALONE: Route.PERSON,
        Division.PERSON_INFORMED: Route.PERSON,
        Division.PERSON_LEADS: Route.PERSON,
        Division.TOGETHER: Route.TOGETHER,
        Division.AI_LEADS: Route.TOGETHER,
        Division.AI_ALONE: Route.ALONE,
    }
)
"""The way of a case that is nearest to each: how it is shown everywhere."""
START = Division.TOGETHER
"""The most before anything is measured."""
_RANK = {one: place for place, one in enumerate(Division)}
MIDDLE, HIGH = 0.5, 0.75
CREATIVE = (Criterion.RULES, Criterion.REPETITION, Criterion.UNCERTAINTY, Criterion.EXPERTISE)
CONTACT = (Criterion.COMMUNICATION, Criterion.EMPATHY)


class Dimension(StrEnum):
    """What kind of work a task is."""

    PROCESS = "process"
    COGNITIVE = "cognitive"
    CREATIVE = "creative"


class Quadrant(StrEnum):
    """A quarter of the picture."""

    RULES_ALONE = "rules_alone"
    RULES_PEOPLE = "rules_people"
    CREATIVE_ALONE = "creative_alone"
    CREATIVE_PEOPLE = "creative_people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a task stands, each from 0 to 1: `creative` (0: by rules) and `contact` with people."""

    creative: float
    contact: float

    def __post_init__(self) -> None:
        """Raise `ValueError` for a place outside the picture."""
        if not (0 <= self.creative <= 1 and 0 <= self.contact <= 1):
            raise ValueError("A place lies between 0 and 1 on both axes.")

    @property
    def quadrant(self) -> Quadrant:
        """The quarter it lies in."""
        if self.contact < MIDDLE:
            return Quadrant.CREATIVE_ALONE if self.creative >= MIDDLE else Quadrant.RULES_ALONE
        return Quadrant.CREATIVE_PEOPLE if self.creative >= MIDDLE else Quadrant.RULES_PEOPLE


def rank(division: Division) -> int:
    """How much AI does in it, from 0."""
    return _RANK[division]


def least(*divisions: Division) -> Division:
    """The one in which AI does least."""
    return min(divisions, key=rank)


def place_of(said: Criteria) -> Place | None:
    """Where what people say puts a task; None while one of the axes knows nothing."""
    creative, contact = _axis(said, CREATIVE), _axis(said, CONTACT)
    if creative is None or contact is None:
        return None
    return Place(creative=creative, contact=contact)


def dimension_of(place: Place, said: Criteria) -> Dimension:
    """What kind of work it is: creative, by a process, or reading and weighing."""
    if place.creative >= HIGH:
        return Dimension.CREATIVE
    weighs = said.get(Criterion.DATA, LOWEST) > said.get(Criterion.RULES, LOWEST)
    return Dimension.COGNITIVE if weighs or place.creative >= MIDDLE else Dimension.PROCESS


def rule_of_thumb(place: Place, said: Criteria) -> Division:
    """The division by place and kind of work, before law and evidence."""
    kind = dimension_of(place, said)
    match place.quadrant:
        case Quadrant.RULES_ALONE:
            return Division.AI_LEADS if kind is Dimension.COGNITIVE else Division.AI_ALONE
        case Quadrant.CREATIVE_ALONE:
            strategy = kind is Dimension.CREATIVE
            return Division.PERSON_INFORMED if strategy else Division.TOGETHER
        case Quadrant.RULES_PEOPLE:
            return Division.PERSON_LEADS
        case Quadrant.CREATIVE_PEOPLE:
            return Division.PERSON_ALONE


def _axis(said: Criteria, criteria: tuple[Criterion, ...]) -> float | None:
    shares = [_toward_people(one, said[one]) for one in criteria if one in said]
    return sum(shares) / len(shares) if shares else None


def _toward_people(criterion: Criterion, value: float) -> float:
    share = (value - LOWEST) / (HIGHEST - LOWEST)
    return 1 - share if criterion in FOR_AI else share
