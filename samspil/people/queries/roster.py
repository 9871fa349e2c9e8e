"""Everybody who could be told, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from samspil.core.escalation import Staff
from samspil.core.roles import Action, Role, may
from samspil.people.models import Absence, Colleague, Kind, TeamMember
from samspil.people.queries.absences import away


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The people of an organisation by primary key, who is away, and who is in which team."""

    people: Mapping[int, Colleague]
    teams: Mapping[int, Sequence[int]]
    absent: Mapping[int, int | None]

    def staff(self, team_id: int | None) -> Staff:
        """Who could be told about a case of this team (None: of everybody).

        The team's own leaders come before those of others.
        """
        members = [
            one
            for one in (self.people if team_id is None else self.teams.get(team_id, ()))
            if self.may_decide(one)
        ]
        leaders = self._with(Role.LEADER)
        return Staff(
            away=self.absent,
            members=members,
            leaders=[one for one in leaders if one in members] or leaders,
            owners=self._with(Role.OWNER),
        )

    def may_decide(self, colleague: int) -> bool:
        """Whether this is somebody who decides cases."""
        known = self.people.get(colleague)
        return known is not None and may(known.role_set, Action.DECIDE_CASES)

    def _with(self, role: Role) -> list[int]:
        return [pk for pk, person in self.people.items() if role in person.role_set]


def roster(*, at: datetime) -> Roster:
    """Everybody who has not left, as they are at this instant, in four statements."""
    teams: dict[int, list[int]] = {}
    members = TeamMember.objects.filter(colleague__left_at__isnull=True).order_by("pk")
    for team, member in members.values_list("team", "colleague"):
        teams.setdefault(team, []).append(member)
    people = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True).order_by("pk")
    return Roster(people={one.pk: one for one in people}, teams=teams, absent=away(at=at))


def deciders_there(team_id: int | None, *, on: date) -> list[int]:
    """Who of a team (None: of everybody) decides cases and is not away that day, as primary keys.

    In one statement.
    """
    absent = Absence.objects.filter(first_day__lte=on, last_day__gte=on).values("colleague")
    here = Colleague.objects.filter(kind=Kind.PERSON, left_at__isnull=True)
    if team_id is not None:
        here = here.filter(pk__in=TeamMember.objects.filter(team=team_id).values("colleague"))
    people = here.exclude(pk__in=absent).order_by("pk")
    return [one.pk for one in people if may(one.role_set, Action.DECIDE_CASES)]
