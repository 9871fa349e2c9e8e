"""Keep what work took before AI."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samspil.measures.access import check_may_record
from samspil.measures.models import Baseline, How
from samspil.measures.queries import counted
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.work.models import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What somebody measured; as in `Baseline`."""

    how: How
    note: str
    cases: int
    minutes: float
    low: float
    high: float
    errors: int | None
    looked_at: int | None
    since: date
    until: date
    sure_low: float | None = None
    sure_high: float | None = None


@transaction.atomic
def record_baseline(
    process: Process, measured: Measured, *, topic: str = "", by: Colleague, at: datetime
) -> Baseline:
    """Keep what cases took before AI, however it was measured; the newest counts."""
    check_may_record(by)
    made = Baseline.objects.create(
        process=process,
        topic=topic,
        by=by,
        at=at,
        **{name: getattr(measured, name) for name in Measured.__slots__},
    )
    note(
        "baseline_recorded", "process", process.public_id, by=by, at=at,
        how=made.how, cases=made.cases, minutes=made.minutes,
    )  # fmt: skip
    return made


def count_baseline(
    process: Process, *, topic: str = "", since: date, until: date, by: Colleague, at: datetime
) -> Baseline:
    """Keep what closed cases say that people decided without AI on these days.

    Raises `TooFewPeople` and `NoValues`, as `queries.counted` does.
    """
    check_may_record(by)
    found = counted(process, topic=topic, since=since, until=until)
    measured = Measured(
        how=How.CASES,
        note="",
        cases=found.minutes.n,
        minutes=found.minutes.median,
        low=found.minutes.low,
        high=found.minutes.high,
        sure_low=found.minutes.sure_low,
        sure_high=found.minutes.sure_high,
        errors=found.errors.hits,
        looked_at=found.errors.n,
        since=since,
        until=until,
    )
    return record_baseline(process, measured, topic=topic, by=by, at=at)
