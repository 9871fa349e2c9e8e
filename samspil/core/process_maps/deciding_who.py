"""Who does a step, and what its figures are: what is measured before what is guessed."""

from dataclasses import dataclass
from enum import StrEnum

from samspil.core.allocation.divisions import ROUTES, Division
from samspil.core.organisation_models.contract import Route

_RANK = {Route.PERSON: 0, Route.TOGETHER: 1, Route.ALONE: 2}


class Ground(StrEnum):
    """How it is known who does a step."""

    LAW = "law"
    SAID = "said"
    MEASURED = "measured"
    MATRIX = "matrix"
    NOBODY_SAID = "nobody_said"


WORDS = {
    Ground.LAW: "Said otherwise here, but the law leaves AI no more of it.",
    Ground.SAID: "Said here.",
    Ground.MEASURED: "As most of its cases lately.",
    Ground.MATRIX: "As in “Who does which task”.",
    Ground.NOBODY_SAID: "Nobody has said otherwise.",
}
"""Each in English; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """The route of a step, and how that is known."""

    route: Route
    ground: Ground


def who_does(
    *,
    said: Route | None,
    measured: Route | None,
    division: Division | None,
    most: Division | None,
) -> Who:
    """The law first: `most` is what it leaves AI of the linked task. Then what was said here, how
    most cases of the live process went, and what the matrix says; a person where nothing does."""
    if said is not None:
        if most is not None and _RANK[said] > _RANK[ROUTES[most]]:
            return Who(route=ROUTES[most], ground=Ground.LAW)
        return Who(route=said, ground=Ground.SAID)
    if measured is not None:
        return Who(route=measured, ground=Ground.MEASURED)
    if division is not None:
        return Who(route=ROUTES[division], ground=Ground.MATRIX)
    return Who(route=Route.PERSON, ground=Ground.NOBODY_SAID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A figure of a step: measured from `n` cases or events, or guessed; either may be missing."""

    measured: float | None = None
    n: int = 0
    guessed: float | None = None

    @property
    def known(self) -> float | None:
        """What is reckoned with: the measured one where there is one."""
        return self.guessed if self.measured is None else self.measured


def ai_share_of(value: Value, who: Who) -> Value:
    """AI's share of a step: nothing where a person does it and nobody says more."""
    if value.known is None and who.route is Route.PERSON:
        return Value(guessed=0.0)
    return value
