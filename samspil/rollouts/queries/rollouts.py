"""Rollouts and the teams in them, as they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from samspil.core.deadlines import AROUND_THE_CLOCK, Calendar
from samspil.core.pipeline.stages import Stage
from samspil.core.rollouts.phases import Need, Phase, missing
from samspil.core.rollouts.plan import Dated, Step, dated
from samspil.people.models import Colleague
from samspil.people.queries import day_of
from samspil.pipeline.models import Initiative
from samspil.rollouts.models import Alarm, ChangeAgent, PhaseMove, Rollout, TeamRollout
from samspil.rollouts.queries.evidence import Known, known_of
from samspil.work.queries import timings


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A team in a rollout: its phases with their days, what holds, and what its phase waits for."""

    place: TeamRollout
    phases: Sequence[Dated]
    known: Known
    missing: Sequence[Need]
    alarms: Sequence[Alarm]

    @property
    def now(self) -> Dated | None:
        """The phase it is in, None once it is done."""
        return next((one for one in self.phases if one.phase == self.place.phase), None)


def rollouts() -> QuerySet[Rollout]:
    """Those that go on, the oldest first, with all that a page names."""
    return _whole().filter(ended_at__isnull=True).order_by("pk")


def ended() -> QuerySet[Rollout]:
    """Those that were ended, newest first."""
    return _whole().filter(ended_at__isnull=False).order_by("-ended_at", "-pk")


def rollout_at(public_id: UUID) -> Rollout:
    """The one of this address; raises `Rollout.DoesNotExist`."""
    return _whole().get(public_id=public_id)


def rollout_of(initiative: Initiative) -> Rollout | None:
    """The rollout of an initiative that goes on, if there is one."""
    return rollouts().filter(initiative=initiative).first()


def place_at(public_id: UUID) -> TeamRollout:
    """A team in a rollout, by its address; raises `TeamRollout.DoesNotExist`."""
    return _places().get(public_id=public_id)


def places_of(colleague: Colleague) -> list[TeamRollout]:
    """Where the colleague's own teams are in a rollout that goes on."""
    here = _places().filter(rollout__ended_at__isnull=True, withdrawn_at__isnull=True)
    return list(here.filter(team__members=colleague).order_by("pk"))


def ready_initiatives() -> list[Initiative]:
    """Those that may be rolled out: from their pilot on, with no rollout yet."""
    taken = Rollout.objects.filter(ended_at__isnull=True).values("initiative")
    found = Initiative.objects.exclude(stage=Stage.POC).filter(ended_at__isnull=True)
    return list(found.exclude(pk__in=taken).select_related("process").order_by("pk"))


def asked_parts(colleague: Colleague) -> list[TeamRollout]:
    """Where somebody asked the colleague to be a change agent, and they have not said yet."""
    mine = ChangeAgent.objects.filter(colleague=colleague, accepted_at__isnull=True)
    here = _places().filter(rollout__ended_at__isnull=True, withdrawn_at__isnull=True)
    return list(here.filter(pk__in=mine.values("place")).order_by("pk"))


def unnoted_alarms() -> list[Alarm]:
    """Alarms that stand and that nobody has looked at, the oldest first."""
    found = Alarm.objects.filter(
        ended_at__isnull=True, noted_at__isnull=True, place__withdrawn_at__isnull=True,
        place__rollout__ended_at__isnull=True,
    )  # fmt: skip
    found = found.select_related("place__team", "place__rollout__initiative")
    return list(found.order_by("pk"))


def alarm_at(place: TeamRollout, kind: str) -> Alarm:
    """The alarm of a kind that stands for a team; raises `Alarm.DoesNotExist`."""
    return Alarm.objects.get(place=place, kind=kind, ended_at__isnull=True)


def standings(places: Sequence[TeamRollout], *, now: datetime) -> list[Standing]:
    """Each of these, in a fixed number of statements."""
    today = day_of(now)
    times = timings(at=now)
    usual = times.calendars.get(None, AROUND_THE_CLOCK)
    known = known_of(places, on=today)
    steps: dict[int, list[Step]] = {}
    for move in PhaseMove.objects.filter(place__in=[one.pk for one in places]).order_by("pk"):
        steps.setdefault(move.place_id, []).append(
            Step(day=day_of(move.at), before=Phase(move.before), after=Phase(move.after))
        )
    alarms: dict[int, list[Alarm]] = {}
    open_ = Alarm.objects.filter(place__in=[one.pk for one in places], ended_at__isnull=True)
    for alarm in open_.select_related("noted_by").order_by("pk"):
        alarms.setdefault(alarm.place_id, []).append(alarm)
    return [
        Standing(
            place=one,
            phases=phases_of(
                one, steps.get(one.pk, ()), on=today,
                calendar=times.calendars.get(one.rollout.initiative.process_id, usual),
            ),
            known=known[one.pk],
            missing=missing(Phase(one.phase), known[one.pk].held),
            alarms=alarms.get(one.pk, ()),
        )
        for one in places
    ]  # fmt: skip


def standing_of(place: TeamRollout, *, now: datetime) -> Standing:
    """One team."""
    return standings([place], now=now)[0]


def phases_of(
    place: TeamRollout, steps: Sequence[Step], *, on: date, calendar: Calendar
) -> Sequence[Dated]:
    """The phases of a team with their days."""
    days = {Phase(name): int(many) for name, many in place.days.items()}
    return dated(place.starts_on, days, steps, on=on, calendar=calendar)


def calendar_of(rollout: Rollout, *, now: datetime) -> Calendar:
    """When those who work in its process are there."""
    times = timings(at=now)
    usual = times.calendars.get(None, AROUND_THE_CLOCK)
    return times.calendars.get(rollout.initiative.process_id, usual)


def moves_of(place: TeamRollout) -> list[PhaseMove]:
    """Its steps, newest first."""
    found = PhaseMove.objects.filter(place=place).select_related("by")
    return list(found.order_by("-pk"))


def _places() -> QuerySet[TeamRollout]:
    found = TeamRollout.objects.select_related(
        "team", "owner", "rollout__owner", "rollout__tool", "rollout__initiative__process",
        "rollout__initiative__owner",
    )  # fmt: skip
    return found.prefetch_related("agents__colleague")


def _whole() -> QuerySet[Rollout]:
    found = Rollout.objects.select_related("initiative__process", "owner", "tool")
    there = _places().filter(withdrawn_at__isnull=True).order_by("starts_on", "pk")
    return found.prefetch_related(Prefetch("teams", queryset=there))
