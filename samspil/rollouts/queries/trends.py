"""What is measured of teams: settled stretches of weeks, and signals of what is off."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Min

from samspil.core.anonymity import Stretch, Week, stretches
from samspil.core.rollouts import alarms as rules
from samspil.core.rollouts.alarms import SHARES, Curve, Kind, Signal
from samspil.core.rollouts.phases import Need, Phase
from samspil.people.queries import day_of, midnight
from samspil.rollouts.models import PhaseMove, Rollout, TeamRollout, Trend
from samspil.rollouts.queries.rollouts import Standing
from samspil.rollouts.queries.support import weeks_of
from samspil.work.models import Decision, Verdict

WEEK = timedelta(days=7)


def curve_of(rollout: Rollout, kind: Kind) -> Curve:
    """What is planned of a share."""
    target = rollout.target if kind is Kind.ACCEPTANCE else rollout.use_target
    return Curve(first=min(rollout.first_share, target), target=target, months=rollout.months)


def went_live(place: TeamRollout) -> date | None:
    """When the team first worked in the new way; going back and on again does not move it."""
    moves = PhaseMove.objects.filter(place=place, after=Phase.IMPLEMENTATION)
    first: datetime | None = moves.aggregate(first=Min("at"))["first"]
    return day_of(first) if first else None


def trends_of(place: TeamRollout, kind: Kind) -> list[Stretch]:
    """What was settled of a share, oldest first."""
    rows = Trend.objects.filter(place=place, kind=kind).order_by("first")
    return [Stretch(first=one.first, last=one.last, hits=one.hits, n=one.n) for one in rows]


def not_settled(place: TeamRollout, kind: Kind, *, now: datetime) -> list[Stretch]:
    """What may be settled of a share since it was last; of weeks that are over."""
    began = went_live(place)
    if began is None:
        return []
    last = Trend.objects.filter(place=place, kind=kind).order_by("-first").first()
    monday = last.last + timedelta(days=1) if last else began - timedelta(days=began.weekday())
    return stretches(_weeks(place, kind, since=monday, now=now))


def signals_of(standing: Standing, *, now: datetime) -> list[Signal]:
    """What is off in a team's rollout now; without what nothing can be said of."""
    place, today = standing.place, day_of(now)
    found: list[Signal | None] = []
    began = went_live(place)
    if began is not None:
        found += [
            rules.below(kind, trends_of(place, kind), curve_of(place.rollout, kind), began=began)
            for kind in SHARES
        ]
    weeks, may_tell = weeks_of(place, now=now)
    found.append(rules.too_many(weeks, may_tell=may_tell))
    if standing.now is not None:
        found.append(
            rules.late(
                standing.now.late,
                allowed=place.rollout.allowed_days,
                since=standing.now.planned[1],
            )
        )
    found.append(_untrained(standing, on=today))
    return [one for one in found if one is not None]


def _untrained(standing: Standing, *, on: date) -> Signal | None:
    """Of a team that is in its training or went on from it; before that the phase itself is late.

    Training has a last day: the planned one, or the day on which the team went on without.
    """
    training = next(one for one in standing.phases if one.phase is Phase.TRAINING)
    if training.began is None:
        return None
    due = min(training.planned[1], training.ended or training.planned[1])
    return rules.untrained(everybody=Need.TRAINED in standing.known.held, due=due, on=on)


def _weeks(place: TeamRollout, kind: Kind, *, since: date, now: datetime) -> Sequence[Week]:
    """What the team decided in each week that is over, in its process."""
    today = day_of(now)
    until = today - timedelta(days=today.weekday())
    rows = Decision.objects.filter(
        case__process=place.rollout.initiative.process_id,
        case__team=place.team_id,
        at__gte=midnight(since),
        at__lt=midnight(until),
    )
    if kind is Kind.ACCEPTANCE:
        rows = rows.filter(proposal__isnull=False).exclude(verdict=Verdict.OWN)
    said: dict[date, list[tuple[bool, int]]] = {}
    for at, verdict, proposal, who in rows.values_list("at", "verdict", "proposal", "by"):
        day = day_of(at)
        holds = verdict == Verdict.AGREED if kind is Kind.ACCEPTANCE else proposal is not None
        said.setdefault(day - timedelta(days=day.weekday()), []).append((holds, who))
    return [
        Week(
            monday=monday,
            hits=sum(holds for holds, _who in each),
            n=len(each),
            people=frozenset(who for _holds, who in each),
        )
        for monday, each in sorted(said.items())
    ]
