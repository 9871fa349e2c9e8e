"""Why a case that was drawn can no longer be compared."""

from dataclasses import dataclass
from enum import StrEnum


class Gone(StrEnum):
    """Why a case fell out of a parallel run."""

    UNANSWERED = "unanswered"
    MERGED = "merged"
    EMPTIED = "emptied"
    TAKEN_BACK = "taken_back"
    ANSWER_SEEN = "answer_seen"
    WENT_ON = "went_on"
    LEFT = "left"


WORDS = {
    Gone.UNANSWERED: "It was closed without saying what it is about.",
    Gone.MERGED: "It was put together with another case.",
    Gone.EMPTIED: "Its texts were erased.",
    Gone.TAKEN_BACK: "The decision was taken back.",
    Gone.ANSWER_SEEN: "It went to somebody else in between, so AI's answer could be seen.",
    Gone.WENT_ON: "It went on before the old way was compared.",
    Gone.LEFT: "Somebody left it out when the run was brought to an end.",
}
"""English sentences; translations use the same sentence as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """What became of a case since it was drawn.

    `compared`: the old way's answer is kept already. `decided`: there is a decision, `topic` says
    that it names what the case is about. `routed_anew`: it waits for another reason than when it
    was drawn. `later_round`: its sender wrote again after it was closed.
    """

    compared: bool
    decided: bool
    topic: bool = True
    closed: bool = False
    merged: bool = False
    emptied: bool = False
    routed_anew: bool = False
    later_round: bool = False


def gone(now: Meanwhile) -> Gone | None:
    """Why it falls out; None: it stays."""
    if now.emptied:
        return Gone.EMPTIED
    if now.compared:
        return None if now.decided else Gone.TAKEN_BACK
    if now.merged:
        return Gone.MERGED
    if now.later_round:
        return Gone.WENT_ON
    if now.routed_anew:
        return Gone.ANSWER_SEEN
    if (now.closed and not now.decided) or (now.decided and not now.topic):
        return Gone.UNANSWERED
    return None
