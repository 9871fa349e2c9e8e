"""What AI decides in each process, on what, with what result: in figures that show nobody."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext

from samspil.core.ai_act.built import Built
from samspil.core.anonymity import FEWER, Month, last_month, told, told_parts, told_together
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.figures import Figures
from samspil.core.organisation_models.contract import Route
from samspil.core.skill import Senders
from samspil.people.queries import day_of, midnight
from samspil.tenancy.queries import current
from samspil.trust.models import Incident
from samspil.trust.queries.incident_words import naming_nobody
from samspil.web.words import short_day
from samspil.work.models import (
    AutonomyMove,
    Certificate,
    Complaint,
    Decision,
    LoneAnswer,
    Process,
    Stop,
    Verdict,
)
from samspil.work.queries import processes
from samspil.work.queries.autonomy import levels_of
from samspil.work.queries.ladder_words import level_name, move_words
from samspil.work.queries.sharing import Share, shares_since
from samspil.work.queries.wording import MODEL_WORDS

LATELY = timedelta(days=90)
MOST_EVENTS = 20
INSTANT = timedelta(microseconds=1)
Decided = tuple[int | None, int | None]
"""How many decisions, and how many agreed; None is "fewer than five"."""
Span = tuple[datetime, datetime]
"""The first and the last instant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overseen:
    """One process as staff representatives read it; `events` are sentences, newest first."""

    process: Process
    level: str
    shared: str
    meaning: str
    stopped: bool
    figures: Figures
    events: Sequence[str]

    @property
    def by_employees(self) -> bool:
        """Whether it is colleagues who write there."""
        return self.process.senders == Senders.EMPLOYEES

    @property
    def alone(self) -> int | None:
        """How many of 100 cases AI finished alone; None where that would show too little."""
        return _percent(self.figures.routes[Route.ALONE], self.figures.cases)

    @property
    def agreement(self) -> int | None:
        """In how many of 100 decisions people agreed with AI's proposal."""
        return _percent(self.figures.agreed, self.figures.decided)


def overseen(month: Month, *, now: datetime) -> list[Overseen]:
    """Every process that is no sample, in a fixed number of statements: figures of a month that is
    over, and what happened in the last 90 days."""
    shown, home = [one for one in processes() if not one.sample], current()
    first, after = midnight(month.first, home), midnight(month.after, home)
    levels, figures = levels_of(shown), figures_between(shown, first, after, now=now)
    events = events_since(now - LATELY)
    stopped = set(Stop.objects.filter(lifted_at__isnull=True).values_list("process", flat=True))
    return [
        Overseen(
            process=one,
            level=level_name(levels.get(one.pk, Autonomy.DRAFT)),
            shared=str(MODEL_WORDS[one.organisation_model][0]),
            meaning=str(MODEL_WORDS[one.organisation_model][1]),
            stopped=one.pk in stopped or None in stopped,
            figures=figures[one.pk],
            events=[words for _at, words in events[one.pk]][:MOST_EVENTS],
        )
        for one in shown
    ]


HEAD = (
    "process", "cases", "alone", "together", "person", "decided", "agreed", "checked", "wrong",
    "contested", "changed", "level",
)  # fmt: skip


def overseen_rows(shown: Sequence[Overseen]) -> Iterator[tuple[str, ...]]:
    """The same figures as rows of a table; what is withheld says so."""
    yield HEAD
    for one in shown:
        figures = one.figures
        counts = (
            figures.cases, *(figures.routes[route] for route in Route), figures.decided,
            figures.agreed, figures.checked, figures.wrong, figures.contested, figures.changed,
        )  # fmt: skip
        yield one.process.name, *(FEWER if n is None else str(n) for n in counts), one.level


def figures_between(
    shown: Sequence[Process], first: datetime, after: datetime, *, now: datetime
) -> dict[int, Figures]:
    """What happened in these processes from `first` on and before `after`, by their primary key;
    a fixed number of statements. What people decided is told of whole months that are over."""
    home = current()
    over = min(after, midnight(last_month(day_of(now, home)).after, home))
    span = first, after - INSTANT
    shares, lone, contested = shares_since(*span), _lone(span), _contested(span)
    decided = _decided(first, over, zone=ZoneInfo(home.time_zone))
    whole = last_month(day_of(over, home)).first >= day_of(first, home)
    without = (0, 0) if whole else (None, None)
    return {
        one.pk: _told(
            shares.get(one.pk, Share()), decided.get(one.pk, without), lone.get(one.pk, (0, 0)),
            contested.get(one.pk, (0, 0)),
        )
        for one in shown
    }  # fmt: skip


def _told(
    share: Share, decided: Decided, lone: tuple[int, int], contested: tuple[int, int]
) -> Figures:
    checks = told_parts({"wrong": lone[1], "right": lone[0] - lone[1]})
    outcomes = told_parts({"changed": contested[1], "other": contested[0] - contested[1]})
    return Figures(
        cases=told(share.total),
        routes=told_parts({route: share.routes.get(route, 0) for route in Route}),
        decided=decided[0],
        agreed=decided[1],
        checked=told(lone[0]),
        wrong=checks["wrong"],
        contested=told(contested[0]),
        changed=outcomes["changed"],
    )


def _decided(first: datetime, over: datetime, *, zone: ZoneInfo) -> dict[int, Decided]:
    """Decisions on AI's proposals in the whole months of this time, and those that agreed."""
    made = Decision.objects.filter(at__gte=first, at__lt=over, proposal__isnull=False)
    by_month = made.exclude(verdict=Verdict.OWN).annotate(month=TruncMonth("at", tzinfo=zone))
    rows = by_month.order_by().values_list("case__process", "month").annotate(
        n=Count("pk"),
        agreed=Count("pk", filter=Q(verdict=Verdict.AGREED)),
        people=Count("by", distinct=True),
    )  # fmt: skip
    found = defaultdict[int, list[tuple[int, int, int]]](list)
    for process, month, *counts in rows:
        if month >= first:
            found[process].append(tuple(counts))
    return {process: told_together(months) for process, months in found.items()}


def _lone(span: Span) -> dict[int, tuple[int, int]]:
    checked = LoneAnswer.objects.filter(checked_at__range=span, case__planted=None)
    rows = checked.order_by().values("process").annotate(
        n=Count("pk"), wrong=Count("pk", filter=Q(wrong=True))
    )  # fmt: skip
    return {row["process"]: (row["n"], row["wrong"]) for row in rows}


def _contested(span: Span) -> dict[int, tuple[int, int]]:
    changed = Q(outcome="changed", decision__at__lte=span[1])
    rows = Complaint.objects.filter(at__range=span).order_by().values("case__process").annotate(
        n=Count("pk"), changed=Count("pk", filter=changed)
    )  # fmt: skip
    return {row["case__process"]: (row["n"], row["changed"]) for row in rows}


def events_since(since: datetime) -> defaultdict[int, list[tuple[datetime, str]]]:
    """Stops, steps of AI's autonomy, certificates and incidents, as sentences that name nobody."""
    found = defaultdict[int, list[tuple[datetime, str]]](list)
    for stop in Stop.objects.filter(at__gte=since, process__isnull=False):
        found[stop.process_id or 0].append((stop.at, _stop_words(stop)))
    for move in AutonomyMove.objects.filter(at__gte=since).exclude(after=F("before")):
        found[move.process_id].append((move.at, _move_words(move)))
    for signed in Certificate.objects.filter(at__gte=since):
        found[signed.process_id].append((signed.at, _certificate_words(signed)))
    for key, incident in _incidents(since):
        found[key].append((incident.noticed_at, naming_nobody(incident)))
    for rows in found.values():
        rows.sort(reverse=True)
    return found


def incidents_elsewhere(*, now: datetime) -> list[str]:
    """Incidents of the last 90 days in no process, as sentences that name nobody, newest first."""
    lately = Incident.objects.filter(noticed_at__gte=now - LATELY).exclude(kind=Built.PROCESS)
    found = lately.order_by("-noticed_at")[:MOST_EVENTS]
    return [f"{one.name}: {words}" if one.name else words
            for one, words in ((one, naming_nobody(one)) for one in found)]  # fmt: skip


def _incidents(since: datetime) -> Iterator[tuple[int, Incident]]:
    """Incidents in processes since then, by the process's primary key."""
    found = list(Incident.objects.filter(kind=Built.PROCESS, noticed_at__gte=since))
    if found:
        things = {one.thing for one in found}
        rows = Process.objects.filter(public_id__in=things).values_list("public_id", "pk")
        keys = {str(public_id): key for public_id, key in rows}
        yield from ((keys[one.thing], one) for one in found if one.thing in keys)


def _stop_words(stop: Stop) -> str:
    if stop.lifted_at:
        said = gettext("AI was stopped on %(at)s, and works again since %(until)s.")
        return said % {"at": short_day(stop.at), "until": short_day(stop.lifted_at)}
    return gettext("AI was stopped on %(at)s, and still is.") % {"at": short_day(stop.at)}


def _move_words(move: AutonomyMove) -> str:
    said = gettext("On %(at)s what AI may do went from “%(before)s” to “%(after)s”.") % {
        "at": short_day(move.at), "before": level_name(move.before),
        "after": level_name(move.after),
    }  # fmt: skip
    return f"{said} {move_words(move.reason, move.facts)}"


def _certificate_words(signed: Certificate) -> str:
    return gettext(
        "On %(at)s it was certified, from %(n)d verified cases, that at most %(percent)s in 100 of "
        "what AI finishes alone are wrong."
    ) % {"at": short_day(signed.at), "n": signed.cases, "percent": f"{100 * signed.alpha:g}"}


def _percent(part: int | None, whole: int | None) -> int | None:
    return round(100 * part / whole) if part is not None and whole else None
