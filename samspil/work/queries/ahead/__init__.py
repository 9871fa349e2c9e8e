"""What lies ahead of a process, and what would be if, from its own past."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import ngettext

from samspil.core.evidence.certificate import Promise, cases_wanted
from samspil.core.evidence.looking_back import LookBack
from samspil.core.evidence.queue_ahead import FEWEST_WEEKS
from samspil.core.evidence.running_price import about
from samspil.core.evidence.simulating import Picture
from samspil.core.evidence.staffing import Staffing
from samspil.core.evidence.verified import NOTHING, Verified
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.skill import earlier_of
from samspil.work.models import Capacity, Process
from samspil.work.queries.ahead.past import Known, known_of
from samspil.work.queries.ahead.people import calendar_for, staffing_of
from samspil.work.queries.ahead.pricing import Priced, price_of
from samspil.work.queries.ahead.supposing import (
    AHEAD,
    AS_IT_IS,
    Now,
    Scene,
    Supposed,
    days_ahead,
    now_of,
)
from samspil.work.queries.ahead.waiting import MOST_OPEN, Work, open_cases
from samspil.work.queries.evidence import LIKELY_SHARE
from samspil.work.queries.processes import skill_of

__all__ = [
    "AHEAD",
    "AS_IT_IS",
    "Ahead",
    "Known",
    "Now",
    "Priced",
    "Supposed",
    "TooManyIll",
    "Work",
    "ahead_of",
    "now_of",
]

FEWEST_DAYS, FEWEST_TIMED = 7, 10
"""With fewer days that are over, or fewer cases that were timed, nothing is said."""
WHOLE_WEEKS = FEWEST_WEEKS * 7
"""From so many days on it is known which days of a week are busy."""
USUAL_PROMISE = 2


class TooManyIll(ValueError):
    """More people are supposed to be ill than there are; the message is fit to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The coming days of a process as they should be, and as they would be; None where too little
    is known. `work` says what people get to on `work_day`, the next day on which they are there;
    `back` whether the last two weeks were to be expected (None: too few weeks are known). `price`
    is what a minute of looking must save (None: not worked out yet); people's minutes are shared
    out by it as it is told, in steps.

    `wanted` verified answers make it likely that AI may finish most cases under the promise that
    is supposed; None: no number would. Where people write every reply, none ever `can_prove` that.
    """

    version: str
    known: Known
    staffing: Staffing
    capacity: Capacity | None
    waiting: int
    today: Picture | None
    then: Picture | None
    work: Work | None
    work_day: date | None
    back: LookBack | None
    price: Priced | None
    can_prove: bool
    wanted: int | None

    @property
    def days_missing(self) -> int:
        """Days that must still pass before anything is said."""
        return max(0, FEWEST_DAYS - self.known.days)

    @property
    def timed_missing(self) -> int:
        """Cases that people must still decide before anything is said."""
        return max(0, FEWEST_TIMED - self.known.timed)

    @property
    def verified_missing(self) -> int:
        """Answers to be verified until AI may probably finish most, as far as one can tell."""
        return max(0, (self.wanted or 0) - self.known.verified) if self.can_prove else 0

    @property
    def weekdays_known(self) -> bool:
        """Whether there are enough weeks to tell busy days from quiet ones."""
        return self.known.days >= WHOLE_WEEKS

    @property
    def too_many(self) -> bool:
        """Whether more cases are open than are looked at."""
        return self.waiting > MOST_OPEN


def ahead_of(process: Process, *, supposed: Supposed | None, at: datetime) -> Ahead:
    """What lies ahead, and what would be under what is supposed (None: nothing is).

    Raises `TooManyIll`. The number of statements is the same however much there is.
    """
    skill = skill_of(process)
    earlier = earlier_of(skill)
    calendar = calendar_for(process, at=at)
    days = days_ahead(calendar, at=at)
    capacity = Capacity.objects.filter(process=process).first()
    minutes = capacity.minutes_a_day if capacity else None
    staffing = staffing_of(process, days=days, calendar=calendar, minutes=minutes, at=at)
    if supposed and supposed.ill > staffing.many:
        told = ngettext(
            "Only %(n)d person decides here.", "Only %(n)d people decide here.", staffing.many
        )
        raise TooManyIll(told % {"n": staffing.many})
    known = known_of(process, version=skill.version, zone=calendar.zone, at=at)
    waiting = open_cases(process, at=at)
    scene = None
    if known.history is not None and known.days >= FEWEST_DAYS and known.timed >= FEWEST_TIMED:
        scene = Scene(
            process=process, history=known.history, rest_of_day=known.rest_of_day,
            staffing=staffing, calendar=calendar, waiting=waiting, earlier=earlier,
            now=now_of(process, version=skill.version), days=days, at=at,
        )  # fmt: skip
    price = price_of(process)
    worked = scene.work(price=about(price.price) if price else 0.0) if scene else None
    day, work = worked or (None, None)
    return Ahead(
        version=skill.version,
        known=known,
        staffing=staffing,
        capacity=capacity,
        waiting=len(waiting),
        today=scene.picture(AS_IT_IS) if scene else None,
        then=scene.picture(supposed) if scene and supposed else None,
        work=work,
        work_day=day,
        back=scene.look_back() if scene else None,
        price=price,
        can_prove=MODELS[process.organisation_model].wanted[Step.REPLY] is not Route.PERSON,
        wanted=_wanted(known, earlier, supposed),
    )


def _wanted(known: Known, earlier: Verified, supposed: Supposed | None) -> int | None:
    """How many verified answers it takes, as far as earlier ones or those verified tell."""
    wrong = (supposed and supposed.wrong) or USUAL_PROMISE
    history = known.history
    verified = Verified(sure=history.sure, wrong=history.wrong) if history else NOTHING
    return cases_wanted(
        earlier if len(earlier) else verified,
        promise=Promise(alpha=wrong / 100),
        share=LIKELY_SHARE,
    )
