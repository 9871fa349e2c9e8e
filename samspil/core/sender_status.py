"""How far a sender's matter is, in four steps that say nothing of how a company works inside."""

from datetime import datetime, timedelta
from enum import StrEnum

from samspil.core.lifecycle import Stage


class Step(StrEnum):
    """How far it is."""

    RECEIVED = "received"
    READING = "reading"
    PERSON = "person"
    ANSWERED = "answered"


def step_of(stage: Stage) -> Step:
    """The step at which a case of this stage is; reading is AI's, or soon a person's."""
    return {
        Stage.ARRIVED: Step.READING,
        Stage.WAITING: Step.PERSON,
        Stage.CLAIMED: Step.PERSON,
        Stage.CLOSED: Step.ANSWERED,
    }[stage]


def over(closed_at: datetime | None, *, days: int, now: datetime) -> bool:
    """Whether the page of a matter that was closed then has had its days."""
    return closed_at is not None and closed_at + timedelta(days=days) <= now
