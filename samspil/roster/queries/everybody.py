"""The roster: who is here, what each may do, how much each has, and who is away.

How good the work was is asked of AI colleagues only, never of a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from samspil.core.lifecycle import Stage
from samspil.core.shares import Share
from samspil.people.models import Colleague, Kind, Team
from samspil.people.queries import away
from samspil.people.queries.staff import StaffRow, people, staff_page
from samspil.roster.models import Reassignment
from samspil.roster.queries.quality import JUDGING, shares
from samspil.work.models import Case, Decision, Process

LATELY = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, with the cases they hold now, and the deputy while they are away."""

    row: StaffRow
    held: int
    away: bool
    deputy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AiColleague:
    """An AI colleague, with the processes it works in and what people made of its proposals."""

    colleague: Colleague
    processes: Sequence[Process]
    routed: int
    quality: Mapping[str, Share]
    judged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLoad:
    """A team and how many cases wait for it."""

    team: Team
    waiting: int


def people_page(
    *, at: datetime, words: str = "", after: UUID | None = None
) -> tuple[list[Person], UUID | None]:
    """A page of people by name, and where the next goes on."""
    found = staff_page(
        people().annotate(held=_count(claimed_by=OuterRef("pk"))), words=words, after=after
    )
    gone = away(at=at)
    deputies = Colleague.objects.in_bulk({pk for pk in gone.values() if pk})
    rows = [
        Person(
            row=row,
            held=row.colleague.held,  # type: ignore[attr-defined]  # annotated above
            away=row.colleague.pk in gone,
            deputy=_name(deputies, gone.get(row.colleague.pk)),
        )
        for row in found.rows
    ]
    return rows, found.after


def ai_names() -> list[Colleague]:
    """All AI colleagues, by name."""
    return list(Colleague.objects.filter(kind=Kind.AI).order_by("name", "pk"))


def ai_colleagues(*, now: datetime, since: datetime) -> list[AiColleague]:
    """All AI colleagues: what each routed since then, and its quality of the last thirty days.

    Decisions of a demonstration, which prove nothing, do not count, as on each one's own page.
    """
    found = ai_names()
    there = list(Process.objects.order_by("name").annotate(routed=_routed(since)))
    verdicts = _verdicts(now - LATELY)
    return [
        AiColleague(
            colleague=one,
            processes=[process for process in there if process.skill == one.skill],
            routed=sum(process.routed for process in there if process.skill == one.skill),
            quality=shares(_of_skill(verdicts, one.skill)),
            judged=sum(n for (skill, _verdict), n in verdicts.items() if skill == one.skill),
        )
        for one in found
    ]


def team_loads() -> list[TeamLoad]:
    """Every team by name with what waits for it."""
    teams = (
        Team.objects.filter(closed_at__isnull=True)
        .order_by("name")
        .annotate(waiting=_count(team=OuterRef("pk")))
    )
    return [TeamLoad(team=team, waiting=team.waiting) for team in teams]


def held_cases(colleague: Colleague) -> int:
    """How many cases somebody holds."""
    return Case.objects.filter(stage=Stage.CLAIMED, claimed_by=colleague).count()


def reassignment_at(public_id: UUID) -> Reassignment:
    """One reassignment with its teams; raises `Reassignment.DoesNotExist`."""
    return Reassignment.objects.select_related("origin", "target").get(public_id=public_id)


def _count(**of: OuterRef) -> Coalesce:
    """How many cases somebody holds, or how many wait for a team."""
    stage = Stage.CLAIMED if "claimed_by" in of else Stage.WAITING
    cases = Case.objects.filter(stage=stage, **of).order_by()
    counted = cases.values(*of).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), Value(0))


def _routed(since: datetime) -> Coalesce:
    cases = Case.objects.filter(routed_at__gte=since, process=OuterRef("pk")).order_by()
    counted = cases.values("process").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), Value(0))


def _verdicts(since: datetime) -> dict[tuple[str, str], int]:
    """How often real people agreed with, changed and rejected each skill's proposals."""
    judged = Decision.objects.filter(
        case__closed_at__gte=since,
        proposal__isnull=False,
        verdict__in=JUDGING,
        simulated=False,
    )
    rows = judged.order_by().values_list("proposal__skill", "verdict").annotate(n=Count("pk"))
    return {(skill, verdict): n for skill, verdict, n in rows}


def _of_skill(verdicts: Mapping[tuple[str, str], int], skill: str) -> dict[str, int]:
    return {verdict: n for (of, verdict), n in verdicts.items() if of == skill}


def _name(colleagues: Mapping[int, Colleague], pk: int | None) -> str:
    found = colleagues.get(pk) if pk else None
    return found.name if found else ""
