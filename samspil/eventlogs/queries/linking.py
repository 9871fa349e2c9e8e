"""What live processes do at the steps of a log: who has it, how much AI, how often it was wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from samspil.core.organisation_models.contract import Route
from samspil.core.shares import Share
from samspil.eventlogs.models import EventLog, StepLink
from samspil.roster.queries import MONTHS, judged_by_version
from samspil.work.models import Process, ProcessTeam, Verdict
from samspil.work.queries import sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A live process: the teams that own it, and of how many cases lately AI finished how many.

    `wrong` is how often people changed or rejected what AI proposed, in the last 90 days.
    """

    process: Process
    teams: Sequence[str]
    alone: Share
    wrong: Share


def live_steps(log: EventLog, *, now: datetime) -> Mapping[str, Live]:
    """The linked steps by name, with figures of live cases; in a fixed number of statements."""
    links = list(StepLink.objects.filter(log=log).select_related("process").order_by("step"))
    if not links:
        return {}
    shares, wrong = sharing.shares_since(now - sharing.LATELY), _wrong(links, now=now)
    levels = ProcessTeam.objects.filter(process__in=[one.process_id for one in links])
    teams: dict[int, list[str]] = {}
    for level in levels.select_related("team").order_by("level"):
        if level.team.name not in teams.setdefault(level.process_id, []):
            teams[level.process_id].append(level.team.name)
    return {
        one.step: Live(
            process=one.process, teams=teams.get(one.process_id, []),
            alone=_alone(shares.get(one.process_id, sharing.Share())),
            wrong=wrong.get(one.process_id, Share(hits=0, n=0)),
        )
        for one in links
    }  # fmt: skip


def _alone(shared: sharing.Share) -> Share:
    return Share(hits=shared.routes.get(Route.ALONE, 0), n=sum(shared.routes.values()))


def _wrong(links: Sequence[StepLink], *, now: datetime) -> dict[int, Share]:
    """By process; a demonstration's decisions count there too, since all of its cases are such."""
    found: dict[int, Share] = {}
    for skill in sorted({one.process.skill for one in links}):
        for row in judged_by_version(skill, since=now - MONTHS):
            before = found.get(row.process, Share(hits=0, n=0))
            agreed, n = row.verdicts.get(Verdict.AGREED, 0), sum(row.verdicts.values())
            found[row.process] = Share(hits=before.hits + n - agreed, n=before.n + n)
    return found
