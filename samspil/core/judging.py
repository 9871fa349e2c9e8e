"""Whether a person judges a case before seeing AI's answer, and whether somebody else looks too.

Who sees AI's answer first leans towards it. What people find by themselves shows what both are
worth, and keeps people in practice.
"""

from dataclasses import dataclass
from enum import StrEnum

from samspil.core.evidence.learning import in_lane
from samspil.core.organisation_models.contract import Route
from samspil.core.routing import BY_HABIT, FLOORS, Reason

LOTS = "judge first:"
"""Before the key of a case, so that these lots are not those of the lane."""
ANSWERED = frozenset({Reason.CERTIFIED, Reason.SPOT_CHECK})
"""What AI has answered already: whoever reads the thread has seen its answer."""


class Judging(StrEnum):
    """What has to happen before people see AI's answer to a case.

    `OPEN`: nothing. `FIRST`: somebody judges it; `SECOND`: somebody else does too; `JUDGED`: that
    has happened. `WITHOUT`: it is decided.
    """

    OPEN = ""
    FIRST = "first"
    SECOND = "second"
    JUDGED = "judged"
    WITHOUT = "without"


HIDDEN = frozenset({Judging.FIRST, Judging.SECOND, Judging.WITHOUT})
"""Here nothing of AI's answer is shown to anybody."""
BLIND = frozenset({Reason.STEPPED_BACK, Reason.PARALLEL})
"""Here a person decides without AI's proposal."""
UNJUDGED = frozenset({Judging.FIRST, Judging.SECOND})
"""Here a case cannot be decided yet."""


WORDS = {
    Judging.FIRST: "A person judges this one first; AI's answer comes after.",
    Judging.SECOND: "A colleague and AI disagree; a second person decides.",
    Judging.WITHOUT: "A person decides this one without AI's proposal.",
}
"""English; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lots:
    """Of the cases that people decide a share (0 to 1) is judged first, drawn by `seed`."""

    share: float = 0.0
    seed: bytes = b""

    def draw(self, key: str) -> bool:
        """Whether the case of this key is judged first; the same key always gets the same."""
        return self.share > 0 and in_lane(LOTS + key, seed=self.seed, share=self.share)


NEVER = Lots()
"""As every process begins."""


def judging_of(key: str, *, reason: Reason, route: Route, proposed: bool, lots: Lots) -> Judging:
    """What has to happen before a person sees AI's answer to a case that was routed so.

    Nothing where AI `proposed` nothing, a hard rule claimed the case, or AI has answered it. Where
    AI has stepped back, or the case goes both ways, a person decides without it.
    """
    if not proposed or reason in ANSWERED or reason not in BY_HABIT | FLOORS:
        return Judging.OPEN
    if reason in BLIND or (reason in FLOORS and route is Route.PERSON):
        return Judging.WITHOUT
    return Judging.FIRST if lots.draw(key) else Judging.OPEN


def needs_second_look(*, agree: bool, sure: float | None, alpha: float) -> bool:
    """Whether somebody else should look, where a person and AI judged the same case.

    Only where they disagree, and unless the answer of both is at least as likely right (`sure`, 0
    to 1; None: too little is known) as what AI may finish alone, of which a share `alpha` may be
    wrong: what is sure enough to leave without any person needs no second one.
    """
    return not agree and (sure is None or sure < 1 - alpha)
