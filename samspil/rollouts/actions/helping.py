"""Who helps a team along, and who was trained."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.roles import NotAllowed
from samspil.people.actions import note, note_training
from samspil.people.models import Colleague, TeamMember
from samspil.rollouts.access import check_may_lead, check_may_see
from samspil.rollouts.actions.watching import look_again
from samspil.rollouts.models import ChangeAgent, TeamRollout

MOST_AGENTS = 3
"""Where many are to help, nobody feels asked."""


@transaction.atomic
def ask_agent(
    place: TeamRollout, colleague: Colleague, *, by: Colleague, at: datetime
) -> ChangeAgent:
    """Ask somebody of the team to be a change agent; they are one once they accept.

    Raises `NotAllowed` for whoever is not in the team, and beyond three.
    """
    check_may_lead(by, place)
    TeamRollout.objects.select_for_update().get(pk=place.pk)
    if not TeamMember.objects.filter(team=place.team_id, colleague=colleague).exists():
        raise NotAllowed(_("Change agents come from the team itself."))
    asked = ChangeAgent.objects.filter(place=place)
    if asked.exclude(colleague=colleague).count() >= MOST_AGENTS:
        raise NotAllowed(_("Three are asked already: more help by asking fewer."))
    made, new = asked.get_or_create(place=place, colleague=colleague, defaults={"asked_at": at})
    if new:
        _note("change_agent_asked", place, by=by, at=at)
    return made


@transaction.atomic
def accept_part(place: TeamRollout, *, by: Colleague, at: datetime) -> None:
    """Say oneself that one is a change agent of the team; raises `NotAllowed` if nobody asked."""
    check_may_see(by)
    asked = ChangeAgent.objects.filter(place=place, colleague=by)
    if not asked.exists():
        raise NotAllowed(_("Nobody has asked you to be a change agent here."))
    if asked.filter(accepted_at__isnull=True).update(accepted_at=at):
        _note("change_agent_accepted", place, by=by, at=at)


@transaction.atomic
def give_back_part(place: TeamRollout, *, by: Colleague, at: datetime) -> None:
    """Say that one is none, or not any more; it leaves no trace but in the journal."""
    check_may_see(by)
    if ChangeAgent.objects.filter(place=place, colleague=by).delete()[0]:
        _note("change_agent_left", place, by=by, at=at)


@transaction.atomic
def take_back_asking(
    place: TeamRollout, colleague: Colleague, *, by: Colleague, at: datetime
) -> None:
    """Ask somebody no longer."""
    check_may_lead(by, place)
    if ChangeAgent.objects.filter(place=place, colleague=colleague).delete()[0]:
        _note("change_agent_left", place, by=by, at=at)


@transaction.atomic
def note_trained(
    place: TeamRollout, people: Sequence[Colleague], *, day: date, by: Colleague, at: datetime
) -> int:
    """Note in people's records that they were trained; of the team only. Returns how many."""
    check_may_lead(by, place)
    members = set(TeamMember.objects.filter(team=place.team_id).values_list("colleague", flat=True))
    here = [one for one in people if one.pk in members]
    for one in here:
        note_training(one, what=place.rollout.training, day=day, by=by, at=at)
    look_again(place, at=at)
    return len(here)


def _note(event: str, place: TeamRollout, *, by: Colleague, at: datetime) -> None:
    note(event, "rollout", place.rollout.public_id, by=by, at=at, team=str(place.team.public_id))
