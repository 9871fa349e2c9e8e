"""Rounds, whom they ask, and how far they are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, Sum

from samspil.audit.access import own_sheets
from samspil.audit.models import AskedTeam, Audit, Sheet
from samspil.core.anonymity import in_steps
from samspil.core.retention.periods import Reach
from samspil.people.models import Colleague
from samspil.people.queries import day_of, people_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a round is: of `asked` people at least `handed_in` have handed in, in steps of
    five, so that nobody is found by looking twice. Of `brought` people tables hold answers; they
    are counted apart, since whoever brought them in could take them away again and look."""

    asked: int
    handed_in: int
    brought: int


def audits() -> QuerySet[Audit]:
    """All rounds, newest first."""
    return Audit.objects.select_related("by").prefetch_related("teams").order_by("-pk")


def audit_at(public_id: UUID | str) -> Audit:
    """One round; raises `Audit.DoesNotExist`."""
    return audits().get(public_id=public_id)


def is_open(audit: Audit, *, at: datetime) -> bool:
    """Whether people may say something in it now."""
    return audit.settled_at is None and audit.opens <= day_of(at) <= audit.closes


def rounds_for(colleague: Colleague, *, at: datetime) -> list[Audit]:
    """The open rounds that ask this person, the one first that closes first."""
    today = day_of(at)
    there = audits().filter(settled_at=None, opens__lte=today, closes__gte=today)
    teams = set(colleague.teams.values_list("pk", flat=True))
    return [
        one
        for one in there.order_by("closes", "pk")
        if not (asked := {team.pk for team in one.teams.all()}) or asked & teams
    ]


def open_for(colleague: Colleague, *, at: datetime) -> list[Audit]:
    """Those of them that the person has not handed in yet."""
    asked = rounds_for(colleague, at=at)
    done = set(
        own_sheets(colleague)
        .filter(audit__in=asked, handed_in_at__isnull=False)
        .values_list("audit", flat=True)
    )
    return [one for one in asked if one.pk not in done]


def asks(audit: Audit, colleague: Colleague) -> bool:
    """Whether the round asks this person."""
    asked = AskedTeam.objects.filter(audit=audit)
    return not asked.exists() or asked.filter(team__members=colleague).exists()


def asked_people(audit: Audit) -> QuerySet[Colleague]:
    """Everybody the round asks who works here."""
    return people_of(audit.teams.all())


def still_silent(audit: Audit) -> list[Colleague]:
    """Whom the round asks and who has not handed in: to remind them, and for no page."""
    left = asked_people(audit).exclude(pk__in=_own_sheets(audit).values("colleague"))
    return list(left.select_related("user").order_by("pk"))


def _own_sheets(audit: Audit) -> QuerySet[Sheet]:
    """What people handed in themselves."""
    return Sheet.objects.filter(audit=audit, handed_in_at__isnull=False, colleague__isnull=False)


def progress_of(audit: Audit) -> Progress:
    """How many have handed in, as far as that may be told."""
    return Progress(
        asked=asked_people(audit).count(),
        handed_in=in_steps(_own_sheets(audit).count()),
        brought=audit.bringings.aggregate(people=Sum("people", default=0))["people"],
    )


def over_sheets(reach: Reach) -> QuerySet[Sheet]:
    """Sheets of rounds that ended long enough ago."""
    return Sheet.objects.filter(audit__settled_at__lt=reach.before)
