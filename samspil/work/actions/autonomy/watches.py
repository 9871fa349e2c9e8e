"""When a watch begins, how much is checked for it, and what it says of a fall."""

from datetime import datetime, timedelta

from samspil.core.evidence.strangeness import Tail, watch_tails
from samspil.core.evidence.watching import Watch, watch_errors, watch_unsure
from samspil.work.models import Certificate, ProcessAutonomy
from samspil.work.queries.autonomy import share_checked
from samspil.work.queries.grouping import QUARTER, Traffic, limits_of, traffic_of
from samspil.work.queries.proving import free_a_quarter
from samspil.work.queries.watched import as_json, tails_as_json

YOUNGEST = timedelta(days=7)
"""The pace of fewer days says little of a quarter."""


def said(watch: Watch) -> dict[str, object]:
    """What a fall that this watch asked for is explained by."""
    found, checks = watch.told
    limit = round(100 * watch.limit, 2)
    return {"watch": str(watch.reason), "found": found, "checks": checks, "limit": limit}


def begin_watching(kept: ProcessAutonomy, *, at: datetime) -> None:
    """Watch from now on what AI finishes under its certificate; without one there is nothing."""
    signed = kept.certificate
    if signed is None:
        kept.watch, kept.unsure_watch, kept.strange_watches = None, None, []
        return
    came = _traffic(kept, signed, at=at)
    checks = share_checked(kept) * came.sure
    kept.watch = as_json(watch_errors(alpha=kept.alpha, checks_a_quarter=checks))
    unsure, of = _unsure(signed, came)
    kept.unsure_watch = as_json(watch_unsure(unsure=unsure, of=of, cases_a_quarter=came.cases))
    strange = watch_tails(
        [Tail(sure=sure, found=found, of=of) for sure, found, of in signed.tails],
        below=max(limits_of(signed).values(), default=0.0),
        cases_a_quarter=came.cases,
    )
    kept.strange_watches = tails_as_json(strange)


def _unsure(signed: Certificate, came: Traffic) -> tuple[int, int]:
    """Of how many cases AI was not sure enough while its promise was proved, and of how many: of
    all that came, where that was counted and is no less than what people verified."""
    of, sure = signed.came, signed.came_sure
    if of < signed.cases:
        of = signed.cases
        sure = round(of * came.sure / came.cases) if came.cases else signed.above
    return of - max(1, sure), of


def _traffic(kept: ProcessAutonomy, signed: Certificate, *, at: datetime) -> Traffic:
    """Of a process younger than a quarter, what a quarter would bring at its pace; else its watches
    would sound too soon."""
    age = min(QUARTER, max(YOUNGEST, at - kept.process.created_at))
    came = _came(kept, signed, at=at)
    return Traffic(cases=round(came.cases * (QUARTER / age)), sure=came.sure * (QUARTER / age))


def _came(kept: ProcessAutonomy, signed: Certificate, *, at: datetime) -> Traffic:
    if signed.groups_by:
        return traffic_of(kept.process, signed, at=at)
    a_quarter = free_a_quarter(kept.process, at=at)
    return Traffic(cases=a_quarter, sure=a_quarter * signed.above / signed.cases)
