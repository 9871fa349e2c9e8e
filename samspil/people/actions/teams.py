"""Change teams and close them; a closed team keeps its past cases."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import Action
from samspil.people.access import check_may
from samspil.people.actions.noting import note
from samspil.people.models import Colleague, Team, TeamMember

LONGEST = 180
"""Of a team's name, so that a closed one has room for the day it ended."""


class TeamNameTaken(Exception):
    """There is a team of this name already; the message is fit to show to a person."""


@transaction.atomic
def change_team(
    team: Team, *, name: str, members: Sequence[Colleague], by: Colleague, at: datetime
) -> None:
    """Give a team a name and exactly these members. Raises `TeamNameTaken`."""
    check_may(by, Action.MANAGE_PEOPLE)
    if Team.objects.filter(name=name).exclude(pk=team.pk).exists():
        raise TeamNameTaken(_("There is a team of this name already."))
    Team.objects.filter(pk=team.pk).update(name=name)
    TeamMember.objects.filter(team=team).exclude(colleague__in=members).delete()
    TeamMember.objects.bulk_create(
        [TeamMember(team=team, colleague=one) for one in members], ignore_conflicts=True
    )
    note_team(team, "team_changed", by=by, at=at)


@transaction.atomic
def close_team(team: Team, *, by: Colleague, at: datetime) -> None:
    """End a team: nobody is in it and nothing is given to it. Its name becomes free."""
    check_may(by, Action.MANAGE_PEOPLE)
    TeamMember.objects.filter(team=team).delete()
    ended = f"{team.name[:LONGEST]} ({at:%Y-%m-%d}, {team.pk})"
    Team.objects.filter(pk=team.pk).update(name=ended, closed_at=at)
    note_team(team, "team_closed", by=by, at=at)


def note_team(team: Team, event: str, *, by: Colleague, at: datetime) -> None:
    """Write down what somebody did with a team."""
    note(event, "team", team.public_id, by=by, at=at)
