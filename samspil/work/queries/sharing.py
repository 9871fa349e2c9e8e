"""How processes are shared between AI and people, and how it went lately."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext

from samspil.core.organisation_models.contract import Route
from samspil.core.roles import Action
from samspil.people.models import Colleague
from samspil.people.queries import may_do
from samspil.web.charts import Chart, Point, Tone, share_bar
from samspil.web.templatetags.parts import ROUTES
from samspil.work.models import Case, Process, ProcessTeam, Proposal, Stop
from samspil.work.queries.processes import processes, standing_stops

LATELY = timedelta(days=30)
TONES = {Route.ALONE: Tone.ALONE, Route.TOGETHER: Tone.TOGETHER, Route.PERSON: Tone.PERSON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of a process's cases went which way; `sorted_alone` by AI, of `total`."""

    routes: Mapping[str, int] = field(default_factory=dict)
    total: int = 0
    sorted_alone: int = 0

    @property
    def chart(self) -> Chart:
        """One bar of the three routes."""
        return route_bar(self.routes)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRow:
    """A process with who takes its levels, how it was shared, and the stop that holds it."""

    process: Process
    levels: Sequence[ProcessTeam]
    share: Share
    stop: Stop | None


def overview(*, now: datetime) -> list[ProcessRow]:
    """Every process, by name."""
    levels = list(ProcessTeam.objects.select_related("team").order_by("level"))
    shares = shares_since(now - LATELY)
    stops = standing_stops()
    return [
        ProcessRow(
            process=process,
            levels=[level for level in levels if level.process_id == process.pk],
            share=shares.get(process.pk, Share()),
            stop=stop_on(process, stops),
        )
        for process in processes()
    ]


def stop_on(process: Process, stops: Sequence[Stop]) -> Stop | None:
    """The stop that holds this process: its own, or the one everywhere."""
    return next((stop for stop in stops if stop.process_id in (process.pk, None)), None)


def shares_since(
    since: datetime, until: datetime | None = None, *, process: Process | None = None
) -> dict[int, Share]:
    """How the cases routed since then, up to `until`, were shared, by process."""
    cases = Case.objects.filter(routed_at__gte=since).exclude(route="")
    if until is not None:
        cases = cases.filter(routed_at__lte=until)
    if process is not None:
        cases = cases.filter(process=process)
    rows = (
        cases.order_by()
        .values("process_id", "route")
        .annotate(n=Count("pk"), alone=Count("pk", filter=Q(sorted_alone=True)))
    )
    shares: dict[int, Share] = {}
    for row in rows:
        before = shares.get(row["process_id"], Share())
        shares[row["process_id"]] = Share(
            routes={**before.routes, row["route"]: row["n"]},
            total=before.total + row["n"],
            sorted_alone=before.sorted_alone + row["alone"],
        )
    return shares


def route_bar(routes: Mapping[str, int]) -> Chart:
    """A bar of who has how many cases, in the three colours."""
    points = [
        Point(label=str(ROUTES[route][0]), value=routes.get(route, 0), tone=TONES[route])
        for route in Route
    ]
    return share_bar(points, head=(gettext("Who has it"), gettext("Cases")))


def levels_of(process: Process) -> list[ProcessTeam]:
    """Which team takes which level."""
    return list(process.levels.select_related("team").order_by("level"))


def last_version(process: Process) -> str:
    """The version of the skill that proposed last; empty before any proposal."""
    newest = Proposal.objects.filter(case__process=process).order_by("-pk").first()
    return newest.version if newest else ""


def may_stop(colleague: Colleague, process: Process | None) -> bool:
    """Whether this colleague may stop AI here, or everywhere where `process` is None."""
    return may_do(colleague, Action.STOP_PROCESSES if process else Action.STOP_EVERYTHING)
