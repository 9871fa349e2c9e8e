"""Requests for help: who has one, until when, and what may be done with it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)


class Urgency(StrEnum):
    """How urgent help is, in the asker's own words."""

    BLOCKED = "blocked"
    SOON = "soon"
    CAN_WAIT = "can_wait"


class State(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Deed(StrEnum):
    """What can be done with a request; also what is kept of it."""

    ASKED = "asked"
    ANSWER = "answer"
    REOPEN = "reopen"
    CLOSE = "close"


class Whose(StrEnum):
    """Who is to answer."""

    AGENTS = "agents"
    OWNER = "owner"


WORDS: Mapping[Urgency | State, str] = {
    Urgency.BLOCKED: "I cannot go on",
    Urgency.SOON: "It slows me down",
    Urgency.CAN_WAIT: "It can wait",
    State.OPEN: "open",
    State.ANSWERED: "answered",
    State.CLOSED: "closed",
}
"""In English; translations use the same words as their key."""
WITHIN = {
    Urgency.BLOCKED: timedelta(hours=2),
    Urgency.SOON: timedelta(hours=8),
    Urgency.CAN_WAIT: timedelta(hours=24),
}
"""The working time that change agents have before it goes to the owner too."""
LEADS = {
    (State.OPEN, Deed.ANSWER): State.ANSWERED,
    (State.OPEN, Deed.CLOSE): State.CLOSED,
    (State.ANSWERED, Deed.ANSWER): State.ANSWERED,
    (State.ANSWERED, Deed.REOPEN): State.OPEN,
    (State.ANSWERED, Deed.CLOSE): State.CLOSED,
    (State.CLOSED, Deed.REOPEN): State.OPEN,
}


class NotNow(Exception):
    """What is to be done does not fit where the request stands; the message is English."""


def step(state: State, deed: Deed) -> State:
    """Where the request stands after it; raises `NotNow`."""
    if (state, deed) not in LEADS:
        raise NotNow("This request stands elsewhere by now: look at it again.")
    return LEADS[state, deed]


def whose(*, due_at: datetime, agents: int, now: datetime) -> Whose:
    """Who is to answer: the change agents, and the owner where there is none or time has passed."""
    return Whose.OWNER if not agents or now >= due_at else Whose.AGENTS
