"""What is piloted reaches the teams: one late, with a change agent and two requests for help."""

from datetime import datetime, timedelta

from samspil.core.rollouts.phases import Need
from samspil.core.rollouts.support import Urgency
from samspil.demo.queries.cast import LEADER, PAYMENTS, SUPPORT, TICKETS
from samspil.demo.queries.company import colleague_playing, process_of
from samspil.people.models import Colleague, Team
from samspil.people.queries import day_of
from samspil.pipeline.models import Initiative
from samspil.rollouts import actions
from samspil.rollouts.models import Rollout, TeamRollout
from samspil.rollouts.queries import place_at

BEGAN = timedelta(days=45)
"""So long ago that the second team is late by now, and the first is not by much."""
TOLD = "Fortalt på mandagsmødet, og skrevet ud til alle i teamet."


def roll_out(*, at: datetime) -> bool:
    """Do all of it once; tells whether it was done now."""
    process = process_of(TICKETS)
    initiative = Initiative.objects.filter(process=process).exclude(stage="poc").first()
    if initiative is None or Rollout.objects.exists():
        return False
    leader = colleague_playing(LEADER)
    teams = [Team.objects.get(name=name) for name in (SUPPORT, PAYMENTS)]
    plan = actions.Wanted(
        owner=leader,
        starts_on=day_of(at) - BEGAN,
        training="AI i IT-hjælpen",
        teams=teams,
    )
    made = actions.make_rollout(initiative, plan, by=leader, at=at)
    first = TeamRollout.objects.get(rollout=made, team=teams[0])
    _get_going(place_at(first.public_id), leader, at=at)
    actions.watch_rollouts(at=at)
    return True


def _get_going(place: TeamRollout, leader: Colleague, *, at: datetime) -> None:
    """A colleague helps along, the team is in its pilot, and two have asked."""
    helper, *others = _people(place.team)
    actions.ask_agent(place, helper, by=leader, at=at)
    actions.accept_part(place, by=helper, at=at)
    place = place_at(place.public_id)
    actions.write_evidence(place, Need.TOLD, TOLD, by=leader, at=at)
    actions.begin_next(place, by=leader, at=at)
    asked = actions.ask_for_help(
        place, "Kladden er tom, når sagen har en vedhæftet fil. Hvad gør jeg?",
        urgency=Urgency.SOON, by=(others or [helper])[0], at=at,
    )  # fmt: skip
    answer = "Genindlæs sagen: kladden kommer, når filen er læst."
    actions.answer_request(asked, answer, by=helper, at=at)
    actions.write_for_all(
        place, question="Hvorfor er kladden tom?", answer=answer, by=helper, at=at
    )
    actions.ask_for_help(
        place, "Hvordan siger jeg, at forslaget er rigtigt, men svaret skal være kortere?",
        urgency=Urgency.CAN_WAIT, by=(others or [helper])[-1], at=at,
    )  # fmt: skip


def _people(team: Team) -> list[Colleague]:
    """The team's people, in a settled order."""
    here = team.members.filter(left_at__isnull=True, kind="person")
    return list(here.order_by("pk"))
