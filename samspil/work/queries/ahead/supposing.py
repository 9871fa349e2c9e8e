"""The coming days of a process under what is supposed of them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zlib import crc32

import numpy as np

from samspil.core.deadlines import Calendar, days_allowed
from samspil.core.evidence.autonomy import LEAST_CHECKED, Autonomy
from samspil.core.evidence.certificate import Promise, certify
from samspil.core.evidence.habits import Flags, Numbers
from samspil.core.evidence.history import History
from samspil.core.evidence.looking_back import LookBack, look_back
from samspil.core.evidence.queue_ahead import Coming
from samspil.core.evidence.simulating import Picture, Wish, what_if
from samspil.core.evidence.staffing import Staffing
from samspil.core.evidence.verified import Verified
from samspil.work.models import Process
from samspil.work.queries.ahead.people import part_left
from samspil.work.queries.ahead.waiting import (
    MOST_OPEN,
    OpenCase,
    Work,
    due_days,
    work_of,
)
from samspil.work.queries.autonomy import autonomy_of, lets_ai_finish, reins_of, share_checked
from samspil.work.queries.processes import stopped

AHEAD = 14
"""So many days are looked ahead, with today."""
DAY = timedelta(days=1)
HUNDRED = 100
FULL_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """What is supposed of the coming days.

    At most `wrong` of 100 that AI finishes may be wrong (0: it finishes nothing); `ill` people are
    missing all the time; `arrivals` percent more or fewer come; `checked` percent of what AI might
    finish is looked at by people. None: as it is.
    """

    wrong: int | None = None
    ill: int = 0
    arrivals: int = 0
    checked: int | None = None


AS_IT_IS = Supposed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What AI finishes today: what it is surer of than `limit` (None: nothing), of which at most
    `alpha` may be wrong; people look at the share `checked` of that (both 0 to 1), by lots before
    or checks after. Where groups have limits of their own, `above` is the share that is above them
    (None: there is one limit), and the surest are taken for those."""

    limit: float | None
    alpha: float | None
    checked: float
    above: float | None = None


def now_of(process: Process, *, version: str) -> Now:
    """What AI finishes today with this version, in two statements."""
    kept = autonomy_of(process)
    limits, signed = reins_of(kept, version=version).limits, kept.certificate
    if stopped(process) or not limits or signed is None or not lets_ai_finish(process):
        return Now(limit=None, alpha=None, checked=LEAST_CHECKED[Autonomy.CAREFUL])
    looked_at = kept.lane + (1 - kept.lane) * share_checked(kept)
    above = signed.above / signed.cases if signed.groups_by else None
    limit = min(limits.values())
    return Now(limit=limit, alpha=signed.alpha, checked=looked_at, above=above)


def days_ahead(calendar: Calendar, *, at: datetime) -> list[date]:
    """The coming days, today first, by the calendar's clock."""
    today = at.astimezone(calendar.zone).date()
    return [today + DAY * number for number in range(AHEAD)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """All that a picture of the coming days is drawn from."""

    process: Process
    history: History
    rest_of_day: float
    staffing: Staffing
    calendar: Calendar
    waiting: list[OpenCase]
    earlier: Verified
    now: Now
    days: list[date]
    at: datetime

    def picture(self, supposed: Supposed) -> Picture:
        """How it would be; the same process and day give the same luck."""
        wrong, checked = supposed.wrong, supposed.checked
        wish = Wish(
            alpha=self.now.alpha if wrong is None else (wrong / HUNDRED or None),
            coming=self._coming(supposed),
            checked=self.now.checked if checked is None else checked / HUNDRED,
        )
        certifying = self._signed if wrong is None else self._threshold
        return what_if(self.history, wish, certifying=certifying, seed=self._seed)

    def look_back(self) -> LookBack | None:
        """Whether what came over the last two weeks was to be expected; None of too few weeks."""
        days, arrivals = self.history.arrived()
        return look_back(days, arrivals, ahead=AHEAD, seed=self._seed)

    def work(self, *, price: float) -> tuple[date, Work] | None:
        """What people get to on the next day on which they are there, at this running price; None
        where they never are."""
        hours = self._hours(ill=0)
        there = [number for number, each in enumerate(hours) if each > 0]
        if not there:
            return None
        day = self.days[there[0]]
        end = datetime.combine(day + DAY, time(), tzinfo=self.calendar.zone)
        minutes = hours[there[0]] * FULL_HOUR
        return day, work_of(self.waiting, self.history, minutes=minutes, end=end, price=price)

    @property
    def _seed(self) -> int:
        return crc32(f"{self.process.public_id} {self.days[0]}".encode())

    def _coming(self, supposed: Supposed) -> Coming:
        times = 1 + supposed.arrivals / HUNDRED
        minutes = self.process.first_response_minutes
        zone = self.calendar.zone
        return Coming(
            first=self.days[0].toordinal(),
            hours=self._hours(ill=supposed.ill),
            allowed=days_allowed(self.days, minutes=minutes, calendar=self.calendar),
            due=due_days(self.waiting[:MOST_OPEN], zone=zone),
            pace=(self.rest_of_day * times, *[times] * (AHEAD - 1)),
        )

    def _hours(self, *, ill: int) -> tuple[float, ...]:
        today, *later = self.staffing.hours(ill=ill)
        return (today * part_left(self.calendar, at=self.at), *later)

    def _signed(self, sure: Numbers, *_: object) -> float | None:
        above = self.now.above
        if above is None or not len(sure):
            return self.now.limit
        return float(np.quantile(sure, 1 - above))

    def _threshold(self, sure: Numbers, wrong: Flags, alpha: float, delta: float) -> float | None:
        verified = Verified(sure=sure, wrong=wrong)
        promise = Promise(alpha=alpha, delta=delta)
        return certify(verified, earlier=self.earlier, promise=promise).threshold
