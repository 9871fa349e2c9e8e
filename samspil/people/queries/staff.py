"""Read the staff: the list by pages, one person, and everybody as entries of a list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from samspil.core.staff_list import StaffEntry
from samspil.people.models import Colleague, Invitation, Kind, Membership, StaffList, TeamMember
from samspil.people.queries.colleagues import digest
from samspil.tenancy.queries import current_id

PAGE = 50
STEP = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A person of the list, with the names of their teams."""

    colleague: Colleague
    teams: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffPage:
    """One page; `after` is the person where the next goes on, None where nobody follows."""

    rows: list[StaffRow]
    after: UUID | None


def people() -> QuerySet[Colleague]:
    """Everybody who works here, by name; people only."""
    here = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True)
    return here.select_related("user").order_by("name", "pk")


def staff_page(
    among: QuerySet[Colleague], *, words: str = "", after: UUID | None = None
) -> StaffPage:
    """The next page of those among `people()` whose name or address holds all the words."""
    found = among
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(user__email__icontains=word))
    last = Colleague.objects.filter(public_id=after).first() if after else None
    if last is not None:
        found = found.filter(Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk))
    rows = list(found[: PAGE + 1])
    shown = rows[:PAGE]
    further = shown[-1].public_id if len(rows) > PAGE else None
    return StaffPage(rows=_with_teams(shown), after=further)


def person_at(public_id: UUID) -> Colleague:
    """One person, here or gone; raises `Colleague.DoesNotExist`."""
    return Colleague.objects.select_related("user").get(public_id=public_id, kind=Kind.PERSON)


def signs_in(colleague: Colleague) -> bool:
    """Whether the person has an account that opens this organisation."""
    return colleague.user_id in members([colleague])


def members(colleagues: Sequence[Colleague]) -> set[int]:
    """The accounts (by primary key) of those who can sign in here."""
    users = [one.user_id for one in colleagues if one.user_id]
    here = Membership.objects.filter(user__in=users, organisation=current_id())
    return set(here.values_list("user_id", flat=True))


def teams_of(colleague: Colleague) -> list[str]:
    """The names of the person's teams."""
    return team_names([colleague]).get(colleague.pk, [])


def team_names(colleagues: Sequence[Colleague]) -> dict[int, list[str]]:
    """The names of the teams of each."""
    found: dict[int, list[str]] = {}
    places = TeamMember.objects.filter(colleague__in=[one.pk for one in colleagues])
    for pk, name in places.order_by("team__name").values_list("colleague", "team__name"):
        found.setdefault(pk, []).append(name)
    return found


def entries() -> Iterator[StaffEntry]:
    """Everybody who works here as an entry of a list, by name; 500 at a time."""
    last: tuple[str, int] | None = None
    while True:
        found = people()
        if last is not None:
            found = found.filter(Q(name__gt=last[0]) | Q(name=last[0], pk__gt=last[1]))
        step = list(found[:STEP])
        teams = team_names(step)
        yield from (entry_of(one, teams) for one in step)
        if len(step) < STEP:
            return
        last = (step[-1].name, step[-1].pk)


def entry_of(colleague: Colleague, teams: Mapping[int, Sequence[str]]) -> StaffEntry:
    """One person as an entry of a list."""
    return StaffEntry(
        email=colleague.user.email.lower() if colleague.user else "",
        name=colleague.name,
        roles=tuple(colleague.roles),
        teams=tuple(teams.get(colleague.pk, ())),
        languages=tuple(colleague.languages),
        abilities=tuple(colleague.abilities),
    )


def staff_list_at(public_id: UUID) -> StaffList:
    """A list that waits; raises `StaffList.DoesNotExist`."""
    return StaffList.objects.get(public_id=public_id, done_at__isnull=True)


def invitation_of(secret: str, *, now: datetime) -> Invitation | None:
    """The invitation behind a link's secret; None if unknown, used, too old, or the person left."""
    return (
        Invitation.objects.filter(
            digest=digest(secret),
            used_at__isnull=True,
            expires_at__gt=now,
            colleague__left_at__isnull=True,
        )
        .select_related("colleague__user", "colleague__organisation")
        .first()
    )


def _with_teams(colleagues: Sequence[Colleague]) -> list[StaffRow]:
    names = team_names(colleagues)
    return [StaffRow(colleague=one, teams=names.get(one.pk, [])) for one in colleagues]
