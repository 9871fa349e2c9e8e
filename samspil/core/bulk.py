"""What may be done to many cases at once, and why some cases are left out.

A reply is one person's judgement of one case, so nothing here writes, agrees or decides one. What
weighs most heavily on a customer's rights (level 3) is put aside, moved, merged and closed one by
one; to mark such cases, or to make others as pressing as they are, takes nothing from anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.judging import HIDDEN, Judging
from samspil.core.lifecycle import Stage
from samspil.core.routing import Level, Reason


class BulkAction(StrEnum):
    """What can be done to many cases at once."""

    PUT_ASIDE = "put_aside"
    TAG = "tag"
    UNTAG = "untag"
    MOVE = "move"
    RAISE = "raise"
    MERGE = "merge"
    CLOSE = "close"


class LeftOut(StrEnum):
    """Why a case is left out; the first that holds is told."""

    GONE = "gone"
    CLOSED = "closed"
    NOT_LOOKED_AT = "not_looked_at"
    OTHER_TEAM = "other_team"
    HELD = "held"
    RIGHTS = "rights"
    WANTS_PERSON = "wants_person"
    CHECK = "check"
    JUDGED_FIRST = "judged_first"
    NO_OTHER = "no_other"
    ALREADY = "already"
    MOVED_ON = "moved_on"


WORDS = {
    LeftOut.GONE: "it is not here any more",
    LeftOut.CLOSED: "it is closed",
    LeftOut.NOT_LOOKED_AT: "AI has not looked at it yet",
    LeftOut.OTHER_TEAM: "it waits for another team",
    LeftOut.HELD: "somebody holds it",
    LeftOut.RIGHTS: "it is an experienced person's matter (level 3), to be judged by itself",
    LeftOut.WANTS_PERSON: "the customer asks for a person",
    LeftOut.CHECK: "it is a check of AI's work, to be made by itself",
    LeftOut.JUDGED_FIRST: "a person has to judge it before AI's answer is seen",
    LeftOut.NO_OTHER: "no other case of the same sender is among those chosen",
    LeftOut.ALREADY: "nothing would change",
    LeftOut.MOVED_ON: "somebody moved it meanwhile",
}
"""English; translations use the same words as their key."""

MARKS = frozenset({BulkAction.TAG, BulkAction.UNTAG})
"""What only marks a case: it may be done to closed ones and to those that somebody holds."""
OUT_OF_SIGHT = frozenset(
    {BulkAction.PUT_ASIDE, BulkAction.MOVE, BulkAction.MERGE, BulkAction.CLOSE}
)
"""What takes a case out of the sight of those whom it waits for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a case stands, as seen by whoever wants to do something to it.

    `already` says that nothing would change; `alone` that there is none to merge it into.
    """

    stage: Stage
    level: str
    reason: str
    held_by_other: bool
    may_take: bool
    already: bool = False
    alone: bool = False
    judging: Judging = Judging.OPEN


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `holds`, the case is left out of any of `actions`."""

    why: LeftOut
    actions: frozenset[BulkAction]
    holds: Callable[[Standing], bool]


EVERY = frozenset(BulkAction)
MOVES = EVERY - MARKS
RULES = (
    Rule(LeftOut.CLOSED, MOVES, lambda case: case.stage == Stage.CLOSED),
    Rule(LeftOut.NOT_LOOKED_AT, MOVES, lambda case: case.stage == Stage.ARRIVED),
    Rule(LeftOut.OTHER_TEAM, MOVES, lambda case: not case.may_take),
    Rule(LeftOut.HELD, MOVES, lambda case: case.held_by_other),
    Rule(LeftOut.RIGHTS, OUT_OF_SIGHT, lambda case: case.level == Level.EXPERIENCED),
    Rule(
        LeftOut.WANTS_PERSON,
        frozenset({BulkAction.CLOSE}),
        lambda case: case.reason == Reason.WANTS_PERSON,
    ),
    Rule(
        LeftOut.CHECK,
        frozenset({BulkAction.CLOSE, BulkAction.MERGE}),
        lambda case: case.reason == Reason.SPOT_CHECK,
    ),
    Rule(LeftOut.JUDGED_FIRST, frozenset({BulkAction.CLOSE}), lambda case: case.judging in HIDDEN),
    Rule(LeftOut.NO_OTHER, frozenset({BulkAction.MERGE}), lambda case: case.alone),
    Rule(LeftOut.ALREADY, EVERY, lambda case: case.already),
)
"""Asked from the top; the first that holds is told."""


def left_out(action: BulkAction, case: Standing) -> LeftOut | None:
    """Why the action leaves this case out; None where it may be done."""
    return next((rule.why for rule in RULES if action in rule.actions and rule.holds(case)), None)
