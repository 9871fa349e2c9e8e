"""Which cases go both ways, and which of two answers is shown first: from a kept seed.

Whoever keeps seed and keys draws the same again, so that anybody can check that nobody chose.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from samspil.core.evidence.learning import in_lane
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import BY_HABIT, FLOORS, Reason

LOTS = "parallel run:"
"""Before the key of a case, so that these lots are not those of the lane."""
ORDER = "which comes first:"
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lots:
    """Of the cases that arrive a share (0 to 1) goes both ways, drawn by `seed`; `left` more at
    most (None: there is no such end). `team`, by primary key, does it the old way (None: whoever
    would anyhow). `run` is whose they are."""

    run: int = 0
    share: float = 0.0
    seed: bytes = b""
    left: int | None = 0
    team: int | None = None

    def draw(self, key: str) -> bool:
        """Whether the case of this key goes both ways; the same key always gets the same."""
        return self.share > 0 and in_lane(LOTS + key, seed=self.seed, share=self.share)

    def allow(self, drawn: int) -> bool:
        """Whether one more may be drawn, after so many."""
        return self.left is None or drawn < self.left


NO_RUN = Lots()
"""Where no parallel run draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A case that goes both ways, by primary key: why a person has it now, and which way it would
    have gone without the run."""

    case: int
    round: int
    reason: Reason
    would: Route


class ParallelRuns(Protocol):
    """Who keeps parallel runs; they stand above the cases they draw, so `config` says who."""

    def lots(self, process: int, *, at: datetime) -> Lots:
        """What is drawn in this process now; held until the end of the transaction."""

    def keep(self, lots: Lots, drawn: Mapping[int, Drawn], *, at: datetime) -> None:
        """Keep what was drawn, by primary key of the case; inside the same transaction."""


def may_be_drawn(reason: Reason, *, round_: int, proposed: bool) -> bool:
    """Whether a case that goes to people for this reason may go both ways.

    Only where AI would have a part in it: it proposed something, and no hard rule keeps it out.
    Only in its first round: later ones know what was answered before.
    """
    return proposed and round_ == 1 and reason in BY_HABIT | FLOORS


def old_way_comes_first(key: str, *, seed: bytes) -> bool:
    """Whether the old way's answer is the one shown as A; each order comes as often."""
    return in_lane(ORDER + key, seed=seed, share=HALF)
