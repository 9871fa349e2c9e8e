"""How long something is kept, in words."""

from samspil.core.explaining.lines import Line, worded
from samspil.core.retention.categories import Since, Then
from samspil.core.retention.rules import Rule

SINCE = {
    Since.CLOSED: worded("after it was closed"),
    Since.ADDED: worded("after it was brought in"),
    Since.ASKED: worded("after it was asked"),
    Since.LAST_TURN: worded("after the last turn"),
    Since.ORDERED: worded("after it was ordered"),
    Since.REMOVED: worded("after it was removed"),
    Since.ENDED: worded("after its end"),
    Since.SEEN: worded("after it was seen"),
    Since.LEFT: worded("after they left"),
    Since.ANSWERED: worded("after it was answered"),
    Since.WRITTEN: worded("after it was written"),
}
THEN = {
    Then.EMPTIED: worded("emptied: texts and people go, counts stay"),
    Then.DELETED: worded("deleted"),
    Then.STAYS: worded("stays"),
}


def period_of(rule: Rule, *, days: int | None) -> Line:
    """For how long it is kept where `days` is what holds (None: no end), and what happens then."""
    if days is None:
        return worded("without an end of its own")
    words = worded("1 day") if days == 1 else worded("{days} days", days=days)
    return worded(
        "{days} {since}, then {then}", days=words, since=SINCE[rule.since], then=THEN[rule.then]
    )
