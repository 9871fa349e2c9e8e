"""Early alarms: what is surely off its plan, and not by chance.

Shares are off where their whole interval of 95 in 100 lies below the planned curve. Requests for
help are off where a week lies beyond the upper limit of an XmR chart of the weeks before. Days and
trainings are counted, and carry no doubt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from samspil.core.anonymity import Stretch
from samspil.core.shares import Share

FEWEST_WEEKS = 6
"""Of fewer weeks before no limit can be drawn."""
XMR = 2.66
"""The usual factor on the mean moving range: 3 divided by 1.128."""
MONTH_DAYS = 30.44
OTHERS_TARGET, OTHERS_MONTHS = 0.85, 6
"""Others' figure: more than 85 in 100 accept after six months. From an article that does not say
how it was measured: an ambition to set one's own beside, and no promise."""


class Kind(StrEnum):
    """What can be off."""

    ACCEPTANCE = "acceptance"
    USE = "use"
    REQUESTS = "requests"
    LATE = "late"
    TRAINING = "training"


SHARES = (Kind.ACCEPTANCE, Kind.USE)
WORDS = {
    Kind.ACCEPTANCE: "Fewer of AI's proposals are agreed with than planned",
    Kind.USE: "Fewer cases go the new way than planned",
    Kind.REQUESTS: "More requests for help than usual",
    Kind.LATE: "A phase is late",
    Kind.TRAINING: "Training is not finished",
}
"""In English; translations use the same words as their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A planned course: from `first` after a month evenly to `target` after so many `months`, and
    level from then on; shares from 0 to 1."""

    first: float
    target: float
    months: int

    def at(self, days: int) -> float:
        """What is planned so many days after it began; of the first month it asks nothing."""
        gone = days / MONTH_DAYS
        if gone < 1:
            return 0.0
        if gone >= self.months or self.months == 1:
            return self.target
        return self.first + (self.target - self.first) * (gone - 1) / (self.months - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """That something is off since a day. `figures` are its numbers; shares from 0 to 1."""

    kind: Kind
    since: date
    figures: dict[str, float | int]


def below(kind: Kind, told: Sequence[Stretch], curve: Curve, *, began: date) -> Signal | None:
    """Whether the newest stretch lies surely below the curve; since the first such in a row."""
    low = [one for one in told if _share(one).interval[1] < curve.at((one.last - began).days)]
    if not told or not low or low[-1] != told[-1]:
        return None
    row = len(told)
    while row and told[row - 1] in low:
        row -= 1
    newest = _share(told[-1])
    return Signal(
        kind=kind,
        since=told[row].first,
        figures={
            "value": newest.value or 0.0, "low": newest.interval[0], "high": newest.interval[1],
            "n": newest.n, "planned": round(curve.at((told[-1].last - began).days), 4),
        },
    )  # fmt: skip


def upper_limit(before: Sequence[int]) -> float | None:
    """What a week hardly ever goes beyond by chance, from the weeks before it; None of too few."""
    if len(before) < FEWEST_WEEKS:
        return None
    moves = [abs(one - other) for one, other in pairwise(before)]
    return sum(before) / len(before) + XMR * sum(moves) / len(moves)


def too_many(weeks: Sequence[tuple[date, int]], *, may_tell: bool) -> Signal | None:
    """Whether the newest of these weeks, oldest first, is beyond the limit of those before.

    `may_tell`: enough people asked in it to speak of it.
    """
    if not weeks or not may_tell:
        return None
    limit = upper_limit([count for _monday, count in weeks[:-1]])
    monday, count = weeks[-1]
    if limit is None or count <= limit:
        return None
    return Signal(
        kind=Kind.REQUESTS, since=monday, figures={"count": count, "limit": round(limit, 1)}
    )


def late(days: int, *, allowed: int, since: date) -> Signal | None:
    """Whether a phase is later than so many working days."""
    if days <= allowed:
        return None
    return Signal(kind=Kind.LATE, since=since, figures={"days": days, "allowed": allowed})


def untrained(*, everybody: bool, due: date | None, on: date) -> Signal | None:
    """Whether people lack training whose last day has passed; None as `due`: not planned yet."""
    if everybody or due is None or on <= due:
        return None
    return Signal(kind=Kind.TRAINING, since=due, figures={})


def _share(one: Stretch) -> Share:
    return Share(hits=one.hits, n=one.n)
