"""One AI colleague: what it may do and where, who oversees it, what it has, how good it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.lifecycle import Stage
from samspil.core.mandate import Limit, limits, share_of
from samspil.core.organisation_models import MODELS
from samspil.core.organisation_models.contract import Route, Step
from samspil.core.roles import Role
from samspil.core.shares import Share
from samspil.core.skill import Senders
from samspil.people.models import Colleague, Kind, TeamMember
from samspil.roster.queries.quality import MONTHS, Judged, judged_by_version, together
from samspil.work.models import Case, Process, ProcessTeam, Stop, Topic
from samspil.work.queries import standing_stops, topic_name
from samspil.work.queries.autonomy import levels_of

OVERSEE = (Role.PROCESS_OWNER, Role.LEADER, Role.OWNER)
"""Who oversees AI in a process: the first of these roles that anybody has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How many cases AI looked at today and this week, and how many wait for it now."""

    today: int = 0
    week: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What an AI colleague does in one process.

    `teams` take the cases of each level, `topics` are names by level. `stop` is None while it
    works there; `knows` is whether it came with examples or was taught some.
    """

    process: Process
    steps: Mapping[Step, Route]
    limits: Sequence[Limit]
    teams: Mapping[str, str]
    topics: Mapping[str, Sequence[str]]
    overseers: Sequence[str]
    load: Load
    stop: Stop | None
    knows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AiPage:
    """An AI colleague with its duties; `judged` covers the last ninety days."""

    colleague: Colleague
    duties: Sequence[Duty]
    judged: Sequence[Judged]

    @property
    def load(self) -> Load:
        """That of all processes."""
        loads = [duty.load for duty in self.duties]
        return Load(
            today=sum(one.today for one in loads),
            week=sum(one.week for one in loads),
            waiting=sum(one.waiting for one in loads),
        )

    @property
    def never(self) -> list[Limit]:
        """What it does in none of its processes."""
        first = self.duties[0].limits if self.duties else ()
        return [one for one in first if all(one in duty.limits for duty in self.duties)]

    @property
    def quality(self) -> dict[str, Share]:
        """What real people made of its proposals."""
        return together(self.judged)


def ai_page(public_id: UUID, *, now: datetime) -> AiPage:
    """All about one AI colleague, in ten statements; raises `Colleague.DoesNotExist`."""
    colleague = Colleague.objects.get(public_id=public_id, kind=Kind.AI)
    processes = list(Process.objects.filter(skill=colleague.skill).order_by("name", "pk"))
    teams, topics, loads = _teams(processes), _topics(processes), _loads(processes, now)
    stops, overseers = standing_stops(), _overseers()
    levels = levels_of(processes)
    duties = [
        Duty(
            process=process,
            steps=share_of(MODELS[process.organisation_model], level=levels[process.pk]),
            limits=_limits(process, levels[process.pk]),
            teams={row.level: row.team.name for row in teams.get(process.pk, ())},
            topics=topics.get(process.pk, {}),
            overseers=_of_teams(overseers, {row.team_id for row in teams.get(process.pk, ())}),
            load=loads.get(process.pk, Load()),
            stop=next((one for one in stops if one.process_id in (None, process.pk)), None),
            knows=bool(process.model_file or process.starter),
        )
        for process in processes
    ]
    judged = judged_by_version(colleague.skill, since=now - MONTHS)
    return AiPage(colleague=colleague, duties=duties, judged=judged)


def _limits(process: Process, level: Autonomy) -> tuple[Limit, ...]:
    model = MODELS[process.organisation_model]
    return limits(Senders(process.senders), model=model, level=level)


def _teams(processes: Sequence[Process]) -> dict[int, list[ProcessTeam]]:
    found: defaultdict[int, list[ProcessTeam]] = defaultdict(list)
    rows = ProcessTeam.objects.filter(process__in=processes).select_related("team")
    for row in rows.order_by("level"):
        found[row.process_id].append(row)
    return found


def _topics(processes: Sequence[Process]) -> dict[int, dict[str, list[str]]]:
    found: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)
    rows = Topic.objects.filter(process__in=processes).defer("replies")
    for topic in rows.order_by("level", "key"):
        found[topic.process_id].setdefault(topic.level, []).append(topic_name(topic))
    return found


def _loads(processes: Sequence[Process], now: datetime) -> dict[int, Load]:
    """By process; days and weeks begin when the organisation's do, weeks on Monday."""
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = (today - timedelta(days=today.weekday())).replace(tzinfo=None)
    week = timezone.make_aware(monday)
    seen = Case.objects.filter(process__in=processes, routed_at__gte=week).order_by()
    counted = seen.values_list("process").annotate(
        week=Count("pk"), today=Count("pk", filter=Q(routed_at__gte=today))
    )
    looked = {process: (of_today, of_week) for process, of_week, of_today in counted}
    there = Case.objects.filter(process__in=processes, stage=Stage.ARRIVED).order_by()
    waiting = dict(there.values_list("process").annotate(n=Count("pk")))
    found: dict[int, Load] = {}
    for process in processes:
        of_today, of_week = looked.get(process.pk, (0, 0))
        left = waiting.get(process.pk, 0)
        found[process.pk] = Load(today=of_today, week=of_week, waiting=left)
    return found


def _overseers() -> list[tuple[str, set[int]]]:
    """Those who oversee AI by name, each with their teams."""
    people = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True).order_by("name")
    known = list(people.only("pk", "name", "roles"))
    role = next((one for one in OVERSEE if any(one in each.role_set for each in known)), None)
    chosen = [one for one in known if role in one.role_set]
    teams: defaultdict[int, set[int]] = defaultdict(set)
    members = TeamMember.objects.filter(colleague__in=[one.pk for one in chosen])
    for team, member in members.values_list("team", "colleague"):
        teams[member].add(team)
    return [(one.name, teams[one.pk]) for one in chosen]


def _of_teams(overseers: Sequence[tuple[str, set[int]]], teams: set[int]) -> list[str]:
    """Those in one of the teams; where nobody is, all of them."""
    near = [name for name, theirs in overseers if theirs & teams]
    return near or [name for name, _ in overseers]
