"""What is known of a team in a rollout: looked up where the program knows it, else as written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samspil.core.anonymity import in_steps
from samspil.core.gateway.tools import Standing as ToolStanding
from samspil.core.pipeline.gates import Missing
from samspil.core.pipeline.stages import Stage
from samspil.core.rollouts.phases import Need
from samspil.governance.queries.tools import standing_of as tool_standing
from samspil.people.models import Colleague, Kind, TeamMember, Training
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import Standing as Gate
from samspil.pipeline.queries import initiatives_at, standings
from samspil.rollouts.models import Alarm, Evidence, TeamRollout
from samspil.work.models import ProcessTeam

SCALED = (Stage.SCALE, Stage.OPTIMIZE)
LAW = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What holds of a team, and how that is known.

    `written` are people's words by need. `members` are the team's people; `untrained` those of them
    without the training, for whoever plans it, and never for a count. At least `at_least` of
    `people` are trained, in steps. `gate` is what the initiative's gate to scaling waits for.
    """

    held: frozenset[Need]
    written: Mapping[Need, Evidence]
    members: Sequence[Colleague]
    untrained: Sequence[Colleague]
    people: int
    at_least: int
    gate: Sequence[Missing]


def known_of(places: Sequence[TeamRollout], *, on: date) -> dict[int, Known]:
    """What is known of each of these, by primary key; a fixed number of statements."""
    keys = [one.pk for one in places]
    initiatives = {one.rollout.initiative_id for one in places}
    gates = {one.initiative.pk: one for one in standings(initiatives_at(initiatives), on=on)}
    members = _members(places)
    trained = _trained(places)
    written: dict[int, dict[Need, Evidence]] = {}
    for said in Evidence.objects.filter(place__in=keys).select_related("by"):
        written.setdefault(said.place_id, {})[Need(said.need)] = said
    alarming = set(
        Alarm.objects.filter(place__in=keys, ended_at__isnull=True).values_list("place", flat=True)
    )
    taken = set(
        ProcessTeam.objects.filter(
            process__in=[one.rollout.initiative.process_id for one in places]
        ).values_list("process", "team")
    )
    return {
        one.pk: _known(
            one, gates[one.rollout.initiative_id], written.get(one.pk, {}),
            people=members.get(one.team_id, ()),
            trained=trained.get(one.rollout.training.casefold(), frozenset()),
            calm=one.pk not in alarming,
            placed=(one.rollout.initiative.process_id, one.team_id) in taken,
            on=on,
        )
        for one in places
    }  # fmt: skip


def _known(
    place: TeamRollout,
    gate: Gate,
    written: Mapping[Need, Evidence],
    *,
    people: Sequence[Colleague],
    trained: frozenset[int],
    calm: bool,
    placed: bool,
    on: date,
) -> Known:
    untrained = [one for one in people if one.pk not in trained]
    process = place.rollout.initiative.process_id is not None
    holds = {
        Need.TOLD: gate.facts.told or Need.TOLD in written,
        Need.AGENTS: any(one.accepted_at is not None for one in place.agents.all()),
        Need.TOOL: place.rollout.tool is None
        or tool_standing(place.rollout.tool, today=on) is ToolStanding.VALID,
        Need.TRIED: Need.TRIED in written,
        Need.TRAINED: bool(people) and not untrained,
        Need.PLACE: process and (placed or bool(place.level)),
        Need.SCALED: _may_be_scaled(place.rollout.initiative, gate),
        Need.CALM: calm,
        Need.SETTLED: Need.SETTLED in written,
    }
    return Known(
        held=frozenset(need for need, so in holds.items() if so),
        written=written,
        members=people,
        untrained=untrained,
        people=len(people),
        at_least=in_steps(len(people) - len(untrained)),
        gate=() if place.rollout.initiative.stage in SCALED else gate.missing,
    )


def _may_be_scaled(initiative: Initiative, gate: Gate) -> bool:
    """It is at work in all of its process, or would be let in there now."""
    at_gate = initiative.stage == Stage.PILOT and gate.open
    return initiative.ended_at is None and (initiative.stage in SCALED or at_gate)


def _members(places: Sequence[TeamRollout]) -> dict[int, list[Colleague]]:
    """The people of each team who work here, by name."""
    rows = TeamMember.objects.filter(
        team__in=[one.team_id for one in places],
        colleague__kind=Kind.PERSON,
        colleague__left_at__isnull=True,
    )
    found: dict[int, list[Colleague]] = {}
    for row in rows.select_related("colleague").order_by("colleague__name", "pk"):
        found.setdefault(row.team_id, []).append(row.colleague)
    return found


def _trained(places: Sequence[TeamRollout]) -> dict[str, frozenset[int]]:
    """Who was trained, by what it is called."""
    names = {one.rollout.training for one in places}
    found: dict[str, set[int]] = {}
    for what, who in Training.objects.filter(what__in=names).values_list("what", "colleague"):
        found.setdefault(what.casefold(), set()).add(who)
    return {what: frozenset(who) for what, who in found.items()}
