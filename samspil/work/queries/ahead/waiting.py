"""Which open cases people's minutes of one day reach, and which wait."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from django.db.models import F, FilteredRelation, Q

from samspil.core.evidence.capacity import Waiting, Way, share_out
from samspil.core.evidence.history import History
from samspil.core.lifecycle import OPEN
from samspil.core.routing import BY_HABIT
from samspil.work.models import Case, Process

MOST_OPEN = 5_000
"""Of more open cases only those due first are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """An open case: how sure AI is of its answer, and that one of its three is right (0 to 1)."""

    due: datetime
    barred: bool
    aside: bool
    sure: float
    three: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What becomes of the open cases on one day of people's minutes.

    Of those they get to, `first` go to people whatever AI thinks, `together` are offered with AI's
    proposals, and `person` without. `late` of those that wait are due by the end of the day. Of all
    that are not put aside, a look at `below` is not worth the running price.
    """

    minutes: float
    used: float
    first: int
    together: int
    person: int
    waits: int
    late: int
    below: int

    @property
    def fits(self) -> int:
        """How many cases people get to."""
        return self.first + self.together + self.person


def open_cases(process: Process, *, at: datetime) -> list[OpenCase]:
    """The process's open cases, first due first, in one statement; one more than `MOST_OPEN` where
    there are more. Cases nobody has looked at yet, or AI is not sure of, are people's."""
    cases = Case.objects.filter(process=process, stage__in=sorted(OPEN))
    looked = FilteredRelation("proposals", condition=Q(proposals__round=F("round")))
    soonest = cases.order_by("due_at", "pk").values("pk")[: MOST_OPEN + 1]
    rows = Case.objects.filter(pk__in=soonest).annotate(looked=looked).order_by("due_at", "pk")
    found = rows.values_list(
        "due_at", "reason", "snoozed_until", "looked__sureness", "looked__options"
    )
    return [
        OpenCase(
            due=due,
            barred=reason not in BY_HABIT or sure is None,
            aside=aside is not None and aside > at,
            sure=sure or 0.0,
            three=min(1.0, sum(one["confidence"] for one in options or ())),
        )
        for due, reason, aside, sure, options in found
    ]


def work_of(
    cases: Sequence[OpenCase],
    history: History,
    *,
    minutes: float,
    end: datetime,
    price: float,
) -> Work:
    """Share so many minutes out over the cases that are not put aside.

    A look is worth as much as AI may be wrong: people are taken to be right. `price` is the errors
    that a minute must prevent. What is open was given to people; AI finishes none of it any more,
    however many wait.
    """
    there = [one for one in cases if not one.aside]
    given = _waiting(there, history)
    turn = share_out(given, threshold=None, minutes=minutes, price=price)
    asked = np.array(turn.asked, dtype=np.intp)
    ways = Counter(turn.ways[place] for place in turn.asked if not there[place].barred)
    return Work(
        minutes=minutes,
        used=float(given.minutes[asked].sum()),
        first=int(given.barred[asked].sum()),
        together=ways[Way.TOGETHER],
        person=ways[Way.PERSON],
        waits=len(turn.waiting),
        late=sum(there[place].due <= end for place in turn.waiting),
        below=int((~given.barred & (given.worth() <= price)).sum()) if price else 0,
    )


def due_days(cases: Sequence[OpenCase], *, zone: ZoneInfo) -> tuple[int, ...]:
    """The days on which they are due, as numbers."""
    return tuple(one.due.astimezone(zone).date().toordinal() for one in cases)


def _waiting(cases: Sequence[OpenCase], history: History) -> Waiting:
    """An error counts as one, whatever it costs: it costs the same in all cases of a process."""
    barred = np.array([one.barred for one in cases], dtype=bool)
    sure = np.array([one.sure for one in cases], dtype=np.float64)
    claimed = history.claimed_minutes if len(history.claimed_minutes) else history.minutes
    others = history.minutes if len(history.minutes) else claimed
    return Waiting(
        sure=sure,
        three=np.array([one.three for one in cases], dtype=np.float64),
        barred=barred,
        gain=1 - sure,
        cost=np.ones(len(cases)),
        minutes=np.where(barred, claimed.mean(), others.mean()),
        due=np.array([one.due.timestamp() for one in cases], dtype=np.float64),
    )
