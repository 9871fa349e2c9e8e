"""What was recorded of a case, round by round."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from samspil.core.organisation_models.contract import Route
from samspil.core.routing import Reason

Names = Mapping[str, str]
"""What something was called then, by language; the key `""` holds what is true in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A topic that AI thought of; `percent` (0 to 100) such guesses of 100 are right."""

    topic: Names
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What AI proposed. `hidden`: nobody may see it yet, so `guesses` and `quotes` are empty.
    `unseen`: whoever decided did so without seeing it.
    """

    skill: str
    version: str
    at: datetime
    guesses: tuple[Guess, ...] = ()
    quotes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    drafted: bool = False
    hidden: bool = False
    unseen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Somebody had it in hand: when, who, and what the journal says of it, in words."""

    at: datetime
    who: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A person's decision; `role` is what they were when they decided, empty where unknown.

    `verdict` is agreed, changed, rejected or own. `checks`: AI had answered before, and `right`
    says whether the person thought the same.
    """

    at: datetime
    by: str
    role: str
    verdict: str
    topic: Names
    checks: bool = False
    right: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """AI decided without a person, under a promise that `signed_by` put their name to: at most
    `percent` (0 to 100) of 100 such answers are wrong."""

    at: datetime
    signed_by: str
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A reply that went out. `with_ai`: marked as AI's; `by_person`: a person sent it."""

    at: datetime
    with_ai: bool
    by_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One time a case came, from its message to what was sent.

    `reason` and `route` are None before AI or a rule has looked. `wish`: the sender had asked for a
    person beforehand. `files` came along, `masked` identity numbers were.
    """

    came_at: datetime
    filled: bool = False
    wish: bool = False
    files: int = 0
    masked: int = 0
    proposed: Proposed | None = None
    route: Route | None = None
    reason: Reason | None = None
    quote: str = ""
    looked: tuple[Looked, ...] = ()
    alone: Alone | None = None
    decided: Decided | None = None
    sent: tuple[Sent, ...] = ()
    closed: bool = False
