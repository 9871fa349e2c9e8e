"""From phase to phase: on facts, or for a reason; and what implementation changes in the work."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from samspil.core.pipeline.stages import Stage
from samspil.core.roles import NotAllowed
from samspil.core.rollouts import phases as rules
from samspil.core.rollouts.phases import TYPED, Missing, Need, Phase, next_phase
from samspil.core.routing import Level
from samspil.people.actions import note
from samspil.people.models import Colleague, Team
from samspil.pipeline.actions import GateShut, open_gate
from samspil.rollouts.access import check_may_lead, check_may_overrule
from samspil.rollouts.actions.watching import look_again
from samspil.rollouts.models import Evidence, PhaseMove, TeamRollout
from samspil.rollouts.queries import place_at, standing_of
from samspil.work.actions import change_process
from samspil.work.models import Process
from samspil.work.queries import team_of_level


class PhaseShut(Exception):
    """The next phase does not begin; the message is fit to show. `needs` are what lacks."""

    def __init__(self, words: str, needs: tuple[Need, ...] = ()) -> None:
        super().__init__(words)
        self.needs = needs


@transaction.atomic
def begin_next(place: TeamRollout, *, why: str = "", by: Colleague, at: datetime) -> Phase:
    """Let a team into its next phase; implementation changes who takes the cases, and how.

    Raises `PhaseShut`, saying what lacks, and changes nothing.
    """
    check_may_lead(by, place)
    found = _held(place)
    if found.withdrawn_at is not None or found.rollout.ended_at is not None:
        raise PhaseShut(_("This team is not in the rollout any more."))
    lacking = tuple(standing_of(found, now=at).missing)
    if lacking and why.strip():
        check_may_overrule(by, found.rollout)
    following = _following(found, lacking, why)
    put = _go_live(found, by=by, at=at) if following is Phase.IMPLEMENTATION else {}
    _move(found, following, lacking=lacking, why=why, put=put, by=by, at=at)
    look_again(found, at=at)
    return following


@transaction.atomic
def go_back(place: TeamRollout, *, why: str = "", by: Colleague, at: datetime) -> Phase:
    """Let a team back into the phase before; its cases go back to the team that had them.

    The process stays shared with AI as its initiative lays down: that is moved back there. Raises
    `NotAllowed` from the first phase.
    """
    check_may_lead(by, place)
    found = _held(place)
    earlier = rules.before(Phase(found.phase))
    if earlier is None or found.withdrawn_at is not None:
        raise NotAllowed(_("There is no phase to go back to."))
    put = _take_level_back(found, by=by, at=at) if found.phase == Phase.IMPLEMENTATION else {}
    _move(found, earlier, lacking=(), why=why, put=put, by=by, at=at)
    look_again(found, at=at)
    return earlier


@transaction.atomic
def write_evidence(
    place: TeamRollout, need: Need, text: str, *, by: Colleague, at: datetime
) -> None:
    """Keep what was done, in people's words; empty words take it away.

    Raises `NotAllowed` for what the program looks up itself.
    """
    check_may_lead(by, place)
    if need not in TYPED:
        raise NotAllowed(_("The program looks that up itself."))
    if text.strip():
        Evidence.objects.update_or_create(
            place=place, need=need, defaults={"text": text.strip(), "by": by, "at": at}
        )
    else:
        Evidence.objects.filter(place=place, need=need).delete()
    note("rollout_evidence", "rollout", place.rollout.public_id, by=by, at=at,
         team=str(place.team.public_id), need=need.value)  # fmt: skip


def _held(place: TeamRollout) -> TeamRollout:
    """The team's part as it is now, kept from everybody else."""
    TeamRollout.objects.select_for_update().get(pk=place.pk)
    return place_at(place.public_id)


def _following(found: TeamRollout, lacking: tuple[Need, ...], why: str) -> Phase:
    held = frozenset(Need) - frozenset(lacking)
    try:
        return next_phase(Phase(found.phase), held, why=why)
    except ValueError:
        raise PhaseShut(_("There is no further phase.")) from None
    except Missing as lack:
        told = "; ".join(_(rules.WORDS[one]) for one in (lack.hard or lack.needs))
        if lack.hard:
            words = _("Not yet so, and no reason makes up for it: %(what)s.") % {"what": told}
        else:
            words = _("Not yet so: %(what)s. Write why it goes on without.") % {"what": told}
        raise PhaseShut(words, lack.needs) from None


def _go_live(found: TeamRollout, *, by: Colleague, at: datetime) -> dict[str, str]:
    """Have the initiative scaled, and give the team the level of cases it is to take."""
    initiative = found.rollout.initiative
    process = initiative.process
    assert process is not None, "the need for a place in the process was asked for"
    put: dict[str, str] = {}
    if initiative.stage == Stage.PILOT:
        try:
            open_gate(initiative, by=by, at=at)
        except GateShut as why:
            raise PhaseShut(str(why), (Need.SCALED,)) from None
        put["scaled"] = str(initiative.public_id)
    taken = team_of_level(process).get(found.level)
    if found.level and taken != found.team_id:
        old = Team.objects.filter(pk=taken).first() if taken else None
        _give(process, found.level, found.team, by=by, at=at)
        put |= {"level": found.level, "team": str(old.public_id) if old else ""}
    return put


def _take_level_back(found: TeamRollout, *, by: Colleague, at: datetime) -> dict[str, str]:
    """Give the cases back to the team that had them, unless somebody changed that meanwhile."""
    process = found.rollout.initiative.process
    gone = PhaseMove.objects.filter(place=found, after=Phase.IMPLEMENTATION).order_by("-pk").first()
    level = gone.put.get("level", "") if gone else ""
    if process is None or gone is None or not level:
        return {}
    old = Team.objects.filter(public_id=gone.put["team"]).first() if gone.put["team"] else None
    if team_of_level(process).get(level) != found.team_id or old is None:
        return {}
    _give(process, level, old, by=by, at=at)
    return {"level": level, "team": str(found.team.public_id)}


def _give(process: Process, level: str, team: Team, *, by: Colleague, at: datetime) -> None:
    now = Process.objects.get(pk=process.pk)
    change_process(
        now,
        organisation_model=now.organisation_model,
        first_response_minutes=now.first_response_minutes,
        least_confidence=now.least_confidence,
        teams={Level(level): team},
        by=by,
        at=at,
    )


def _move(
    found: TeamRollout,
    after: Phase,
    *,
    lacking: tuple[Need, ...],
    why: str,
    put: dict[str, str],
    by: Colleague,
    at: datetime,
) -> None:
    before = Phase(found.phase)
    PhaseMove.objects.create(
        place=found, at=at, by=by, before=before, after=after, why=why.strip(), put=put,
        lacking=[one.value for one in lacking],
    )  # fmt: skip
    found.phase = after
    found.save(update_fields=["phase"])
    note("rollout_phase", "rollout", found.rollout.public_id, by=by, at=at,
         team=str(found.team.public_id), before=before.value, after=after.value,
         lacking=[one.value for one in lacking])  # fmt: skip
