"""The gate before a use: what people have to have done and recorded before AI may begin.

A high-risk use waits for all of it. Any other waits only until it is known not to be one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samspil.core.ai_act.classing import Class, Risk
from samspil.core.ai_act.facts import Affected, Facts

SIX_WEEKS = timedelta(weeks=6)


class Need(StrEnum):
    """What the gate waits for."""

    REFUSED = "refused"
    CLASS = "class"
    OVERSEERS = "overseers"
    TRAINING = "training"
    NOTICE = "notice"
    REPRESENTATIVES = "representatives"
    SIX_WEEKS = "six_weeks"
    ASSESSMENT = "assessment"
    STOP_PLAN = "stop_plan"


WORDS = {
    Need.REFUSED: "This may not be used at all.",
    Need.CLASS: "A person has to settle what class it is.",
    Need.OVERSEERS: "Nobody is named who watches over it.",
    Need.TRAINING: "Whoever watches over it has not been trained for it yet.",
    Need.NOTICE: "Those whom it is about have not been told.",
    Need.REPRESENTATIVES: "The employees' representatives have not been told.",
    Need.SIX_WEEKS: "Six weeks have to pass after the employees' representatives were told.",
    Need.ASSESSMENT: "How it may weigh on people has not been assessed.",
    Need.STOP_PLAN: "It is not written down who stops it, and how work goes on then.",
}
"""What is missing, in English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What people have recorded about a use.

    `settled`: a named person took this class on, for these very facts. `overseers` counts those
    who are named and still here, `trained` those of them who were trained for it. Dates are days on
    which somebody was told or an assessment was made.
    """

    settled: bool = False
    overseers: int = 0
    trained: int = 0
    people_told: date | None = None
    representatives_told: date | None = None
    assessed: date | None = None
    stop_plan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Whether AI may begin: `missing` is empty where it may.

    `opens_on` is the day on which it opens by itself, None where people have to do something.
    """

    missing: tuple[Need, ...]
    opens_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether AI may begin."""
        return not self.missing


def gate_of(found: Class, facts: Facts, recorded: Recorded, *, on: date) -> Gate:
    """The gate of a use on that day."""
    if found.risk is Risk.REFUSED:
        return Gate(missing=(Need.REFUSED,))
    if found.risk is not Risk.HIGH:
        return Gate(missing=() if found.settled else (Need.CLASS,))
    missing = _missing(facts, recorded, on=on)
    told = recorded.representatives_told
    waits = missing == (Need.SIX_WEEKS,)
    return Gate(missing=missing, opens_on=told + SIX_WEEKS if told and waits else None)


def not_recorded(found: Class, facts: Facts, recorded: Recorded, *, on: date) -> frozenset[Need]:
    """All that is not recorded, whether the gate of this class waits for it or not."""
    settled = () if found.settled else (Need.CLASS,)
    return frozenset((*settled, *_missing(facts, recorded, on=on)))


def _missing(facts: Facts, recorded: Recorded, *, on: date) -> tuple[Need, ...]:
    staff = Affected.EMPLOYEES in facts.affected
    told = recorded.representatives_told
    wanting = {
        Need.CLASS: not recorded.settled,
        Need.OVERSEERS: recorded.overseers < 1,
        Need.TRAINING: 0 < recorded.overseers != recorded.trained,
        Need.NOTICE: recorded.people_told is None or recorded.people_told > on,
        Need.REPRESENTATIVES: staff and (told is None or told > on),
        Need.SIX_WEEKS: staff and told is not None and told <= on < told + SIX_WEEKS,
        Need.ASSESSMENT: recorded.assessed is None or recorded.assessed > on,
        Need.STOP_PLAN: not recorded.stop_plan,
    }
    return tuple(need for need in Need if wanting.get(need))
