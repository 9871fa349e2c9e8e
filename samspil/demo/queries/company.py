"""Find the demonstration's company, people and processes again."""

from samspil.core.roles import Action
from samspil.demo.queries.cast import PLAYERS, Line, Player
from samspil.people.models import Colleague, Team
from samspil.people.queries import may_do
from samspil.work.models import Decision, Process


def colleague_playing(player: Player) -> Colleague:
    """The colleague this player is."""
    return Colleague.objects.get(user__email=player.mail)


def process_of(line: Line) -> Process:
    """The process of this line of work."""
    return Process.objects.get(name=line.name)


def team_called(name: str) -> Team:
    """The team of this name."""
    return Team.objects.get(name=name)


def deciders() -> dict[int, list[Colleague]]:
    """Who may decide a team's cases, by the team's primary key.

    Only the cast: simulated people are never given the hands of somebody who was added later.
    """
    cast = {player.mail for player in PLAYERS}
    rows = Colleague.objects.filter(user__email__in=cast).prefetch_related("teams")
    able = [person for person in rows.order_by("pk") if may_do(person, Action.DECIDE_CASES)]
    by_team: dict[int, list[Colleague]] = {}
    for person in able:
        for team in person.teams.all():
            by_team.setdefault(team.pk, []).append(person)
    return by_team


def decided_topics(process: Process) -> dict[str, str]:
    """The topic a person settled on, by the number of the message; where there was one."""
    decided = Decision.objects.filter(case__process=process).exclude(topic="")
    return dict(decided.order_by("pk").values_list("case__external_id", "topic"))
