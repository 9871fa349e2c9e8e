"""What an accepted allocation lays down for a live process: who leads becomes how work is shared.

The more a person leads, the more cases they judge before they see what AI says. How much AI may
finish alone follows from none of this: for that it takes proof in the process.
"""

from collections.abc import Mapping
from types import MappingProxyType

from samspil.core.allocation.divisions import Division
from samspil.core.organisation_models import collaborative, supervised
from samspil.core.pipeline.arrangement import Arrangement

EACH, RUNS = collaborative.MODEL.name, supervised.MODEL.name
_LAID_DOWN: Mapping[Division, tuple[str, float, float]] = MappingProxyType(
    {
        Division.PERSON_INFORMED: (EACH, 1.0, 1.0),
        Division.PERSON_LEADS: (EACH, 0.5, 0.25),
        Division.TOGETHER: (EACH, 0.2, 0.05),
        Division.AI_LEADS: (RUNS, 0.2, 0.05),
        Division.AI_ALONE: (RUNS, 0.1, 0.05),
    }
)
"""Model, and the share that a person judges first in the pilot and once it is scaled."""


class NothingToTry(ValueError):
    """A person does this alone; the message is fit to show to a person."""


WORDS = {
    "person_alone": "A person does this alone, so there is nothing to try with AI.",
}
"""English; translations use the same sentence as their key."""


def laid_down(division: Division) -> tuple[Arrangement, Arrangement]:
    """How the process works in the pilot, and once it is scaled. Raises `NothingToTry`."""
    if division not in _LAID_DOWN:
        raise NothingToTry(WORDS["person_alone"])
    model, pilot, scale = _LAID_DOWN[division]
    return (
        Arrangement(organisation_model=model, judge_first=pilot),
        Arrangement(organisation_model=model, judge_first=scale),
    )
