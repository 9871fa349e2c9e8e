"""The phases in which a team takes something up; each is left on facts, or for a written reason."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Phase(StrEnum):
    """How far a team is. From `IMPLEMENTATION` on it works in the new way."""

    INFORMATION = "information"
    PILOT = "pilot"
    TRAINING = "training"
    IMPLEMENTATION = "implementation"
    DONE = "done"


class Need(StrEnum):
    """What a phase waits for before the next begins."""

    TOLD = "told"
    AGENTS = "agents"
    TOOL = "tool"
    TRIED = "tried"
    TRAINED = "trained"
    PLACE = "place"
    SCALED = "scaled"
    CALM = "calm"
    SETTLED = "settled"


class Way(StrEnum):
    """Whether teams begin one after the other or together."""

    STAGED = "staged"
    AT_ONCE = "at_once"


WORDS: Mapping[Phase | Way | Need, str] = {
    Phase.INFORMATION: "Information",
    Phase.PILOT: "Pilot",
    Phase.TRAINING: "Training",
    Phase.IMPLEMENTATION: "Implementation",
    Phase.DONE: "Done",
    Way.STAGED: "One team after the other",
    Way.AT_ONCE: "All teams at once",
    Need.TOLD: "Those whom it concerns have been told",
    Need.AGENTS: "A change agent of the team has accepted",
    Need.TOOL: "The tool is approved in the register",
    Need.TRIED: "Some of the team have tried it, and said how it was",
    Need.TRAINED: "Everybody in the team has been trained",
    Need.PLACE: "The team takes cases of the process",
    Need.SCALED: "The initiative may be scaled",
    Need.CALM: "No alarm stands",
    Need.SETTLED: "The team has settled how it works without the old way",
}
"""In English; translations use the same words as their key."""
ORDER = tuple(Phase)
WORKING = ORDER[:-1]
"""The phases that take days."""
NEEDED: Mapping[Phase, tuple[Need, ...]] = MappingProxyType(
    {
        Phase.INFORMATION: (Need.TOLD, Need.AGENTS),
        Phase.PILOT: (Need.TOOL, Need.TRIED),
        Phase.TRAINING: (Need.TRAINED, Need.PLACE, Need.SCALED),
        Phase.IMPLEMENTATION: (Need.CALM, Need.SETTLED),
        Phase.DONE: (),
    }
)
"""What has to be so before a phase is left."""
HARD = frozenset({Need.PLACE, Need.SCALED})
"""Without these the next phase would change nothing: no reason makes up for them."""
TYPED = frozenset({Need.TOLD, Need.TRIED, Need.SETTLED})
"""Of these the program knows nothing, or not everything: people write what was done."""


class Missing(Exception):
    """The phase stays: these lack. With `hard` ones no reason helps."""

    def __init__(self, needs: tuple[Need, ...]) -> None:
        super().__init__(" ".join(WORDS[one] for one in needs))
        self.needs = needs

    @property
    def hard(self) -> tuple[Need, ...]:
        """Those that no reason makes up for."""
        return tuple(one for one in self.needs if one in HARD)


def after(phase: Phase) -> Phase | None:
    """The next phase; None after the last."""
    at = ORDER.index(phase) + 1
    return ORDER[at] if at < len(ORDER) else None


def before(phase: Phase) -> Phase | None:
    """The phase before; None before the first."""
    at = ORDER.index(phase)
    return ORDER[at - 1] if at else None


def missing(phase: Phase, held: frozenset[Need]) -> tuple[Need, ...]:
    """What lacks before this phase is left, `held` being what is so."""
    return tuple(one for one in NEEDED[phase] if one not in held)


def next_phase(phase: Phase, held: frozenset[Need], *, why: str = "") -> Phase:
    """The phase that follows; raises `Missing` where something lacks and no reason makes up for it.

    Raises `ValueError` after the last.
    """
    following = after(phase)
    if following is None:
        raise ValueError("There is no further phase.")
    lack = Missing(missing(phase, held))
    if lack.hard or (lack.needs and not why.strip()):
        raise lack
    return following
