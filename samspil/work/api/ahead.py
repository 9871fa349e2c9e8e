"""What lies ahead of a process, by program."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.utils import timezone
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from samspil.core.evidence.looking_back import LookBack
from samspil.core.evidence.simulating import Picture
from samspil.core.roles import Action
from samspil.people.queries import WorkRequest, check_may
from samspil.work.api.pricing import PriceOut, price_out
from samspil.work.queries import process_at
from samspil.work.queries.ahead import Ahead, Supposed, TooManyIll, ahead_of
from samspil.work.queries.ahead.words import outlook_words

router = Router(tags=["processes"])


class SupposedIn(Schema):
    """What is supposed of the coming days; what is left out is as it is.

    At most `wrong` of 100 that AI finishes alone may be wrong (0: it finishes nothing), `ill`
    people are missing, `arrivals` percent more or fewer cases come, people check `checked` percent.
    """

    wrong: Literal["0", "1", "2", "5", "10"] | None = None
    ill: int = Field(0, ge=0, le=1_000)
    arrivals: int = Field(0, ge=-90, le=400)
    checked: int | None = Field(None, ge=0, le=100)

    def supposed(self) -> Supposed | None:
        """As the rule knows it; None where nothing was supposed."""
        if not self.model_fields_set:
            return None
        wrong = None if self.wrong is None else int(self.wrong)
        return Supposed(wrong=wrong, ill=self.ill, arrivals=self.arrivals, checked=self.checked)


class EstimateOut(Schema):
    """A figure, and where it lies with a certainty of 95 in 100."""

    value: float
    low: float
    high: float


class SpreadOut(Schema):
    """A number of cases: half of the times at most `middle`, in eight of ten between the ends."""

    low: float
    middle: float
    high: float


class DayOut(Schema):
    """The end of a coming day; `hours` are those of all people together."""

    day: date
    hours: float
    waiting: SpreadOut
    late: SpreadOut


class PictureOut(Schema):
    """The coming days. `alone` is a share of all arrivals (0 to 1), `errors` are cases before
    anybody checks, and `minutes_saved` people's minutes, all over the days."""

    threshold: float | None
    alone: EstimateOut
    errors: EstimateOut
    minutes_saved: EstimateOut
    outlook: str
    words: str
    days: list[DayOut]


class WorkOut(Schema):
    """Which open cases people's minutes reach on the next day on which they are there."""

    day: date
    minutes: float
    used: float
    claimed_by_rules: int
    together: int
    person: int
    waits: int
    late: int
    below_price: int


class LookBackOut(Schema):
    """How many cases came over the last `days`, and how many were to be expected before that."""

    days: int
    came: int
    expected: SpreadOut


class AheadOut(Schema):
    """What lies ahead, told from so many days, arrivals, verified and timed cases.

    Without a `verified_missing` no number of verified answers would let AI finish most. Without a
    `today` too little is known: so many days or timed cases are missing. `then` is told
    where something was supposed.
    """

    version: str
    days: int
    arrivals: int
    verified: int
    timed: int
    simulated: bool
    days_missing: int
    timed_missing: int
    verified_missing: int | None
    people: int
    minutes_a_day: float
    minutes_stated: bool
    open: int
    today: PictureOut | None
    then: PictureOut | None
    work: WorkOut | None
    price: PriceOut | None
    looking_back: LookBackOut | None


@router.get("/processes/{uuid:process_id}/ahead", response=AheadOut, summary="Read what lies ahead")
def read_ahead(
    request: WorkRequest, process_id: UUID, supposed: Annotated[SupposedIn, Query()]
) -> AheadOut:
    """The coming two weeks as they should be, and as they would be under what is supposed."""
    check_may(request.colleague, Action.SEE_PROCESSES)
    wish = supposed.supposed()
    try:
        found = ahead_of(process_at(process_id), supposed=wish, at=timezone.now())
    except TooManyIll as why:
        raise HttpError(422, str(why)) from why
    known = found.known
    return AheadOut(
        version=found.version,
        days=known.days,
        arrivals=known.arrivals,
        verified=known.verified,
        timed=known.timed,
        simulated=known.simulated,
        days_missing=found.days_missing,
        timed_missing=found.timed_missing,
        verified_missing=found.verified_missing
        if found.can_prove and found.wanted is not None
        else None,
        people=found.staffing.many,
        minutes_a_day=found.staffing.usual_minutes,
        minutes_stated=found.staffing.minutes is not None,
        open=found.waiting,
        today=_picture(found.today),
        then=_picture(found.then),
        work=_work(found),
        price=price_out(found),
        looking_back=_back(found.back),
    )


def _picture(told: Picture | None) -> PictureOut | None:
    if told is None:
        return None
    days = zip(told.queue, told.wish.coming.hours, strict=True)
    return PictureOut(
        threshold=told.threshold,
        alone=EstimateOut(**asdict(told.alone)),
        errors=EstimateOut(**asdict(told.errors)),
        minutes_saved=EstimateOut(**asdict(told.saved)),
        outlook=told.outlook.meaning,
        words=outlook_words(told.outlook),
        days=[
            DayOut(
                day=date.fromordinal(one.day),
                hours=hours,
                waiting=SpreadOut(**asdict(one.waiting)),
                late=SpreadOut(**asdict(one.late)),
            )
            for one, hours in days
        ],
    )


def _back(told: LookBack | None) -> LookBackOut | None:
    if told is None:
        return None
    expected = SpreadOut(**asdict(told.expected))
    return LookBackOut(days=told.days, came=told.came, expected=expected)


def _work(found: Ahead) -> WorkOut | None:
    if found.work is None or found.work_day is None:
        return None
    return WorkOut(
        day=found.work_day,
        minutes=found.work.minutes,
        used=found.work.used,
        claimed_by_rules=found.work.first,
        together=found.work.together,
        person=found.work.person,
        waits=found.work.waits,
        late=found.work.late,
        below_price=found.work.below,
    )
