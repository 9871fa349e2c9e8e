"""Settle what may be told, raise alarms for what is off, and end those that are over."""

from datetime import datetime

from django.db import transaction

from samspil.core.rollouts.alarms import SHARES, Signal
from samspil.people.actions import note
from samspil.people.models import Colleague
from samspil.rollouts.access import check_may_lead
from samspil.rollouts.models import Alarm, TeamRollout, Trend
from samspil.rollouts.queries import place_at, rollouts, signals_of, standing_of, standings
from samspil.rollouts.queries.trends import not_settled

WATCH = "rollouts.watch"


def watch_rollouts(*, at: datetime) -> list[Alarm]:
    """Look at every team in a rollout that goes on; the alarms that are new."""
    places = [one for rollout in rollouts() for one in rollout.teams.all()]
    for place in places:
        settle_trends(place, at=at)
    return [
        alarm
        for standing in standings(places, now=at)
        for alarm in raise_alarms(standing.place, signals_of(standing, now=at), at=at)
    ]


def look_again(place: TeamRollout, *, at: datetime) -> None:
    """Look at one team at once, after something was done there: what it mended is over."""
    standing = standing_of(place_at(place.public_id), now=at)
    raise_alarms(standing.place, signals_of(standing, now=at), at=at)


@transaction.atomic
def settle_trends(place: TeamRollout, *, at: datetime) -> None:
    """Keep for good what may be told by now of a team's shares."""
    Trend.objects.bulk_create(
        (
            Trend(place=place, kind=kind, first=one.first, last=one.last, hits=one.hits, n=one.n)
            for kind in SHARES
            for one in not_settled(place, kind, now=at)
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def raise_alarms(place: TeamRollout, signals: list[Signal], *, at: datetime) -> list[Alarm]:
    """Raise what is new, keep the figures of what goes on, and end what is over."""
    TeamRollout.objects.select_for_update().get(pk=place.pk)
    standing = {one.kind: one for one in Alarm.objects.filter(place=place, ended_at__isnull=True)}
    made = []
    for signal in signals:
        old = standing.pop(signal.kind.value, None)
        if old is not None:
            Alarm.objects.filter(pk=old.pk).update(figures=signal.figures)
            continue
        made.append(
            Alarm.objects.create(
                place=place, kind=signal.kind, since=signal.since, figures=signal.figures,
                began_at=at,
            )
        )  # fmt: skip
        _note("rollout_alarm", place, kind=signal.kind.value, by=None, at=at)
    for over in standing.values():
        Alarm.objects.filter(pk=over.pk).update(ended_at=at)
        _note("rollout_alarm_over", place, kind=over.kind, by=None, at=at)
    return made


@transaction.atomic
def note_alarm(place: TeamRollout, alarm: Alarm, text: str, *, by: Colleague, at: datetime) -> None:
    """Say that one has looked at it, and what is done; who said so last stays named."""
    check_may_lead(by, place)
    Alarm.objects.filter(pk=alarm.pk, place=place).update(noted_by=by, noted_at=at, note=text)
    _note("rollout_alarm_noted", place, kind=alarm.kind, by=by, at=at)


def _note(event: str, place: TeamRollout, *, kind: str, by: Colleague | None, at: datetime) -> None:
    note(event, "rollout", place.rollout.public_id, by=by, at=at,
         team=str(place.team.public_id), alarm=kind)  # fmt: skip
