"""Alarms are raised early, tell their figures, and end by themselves; nobody is singled out."""

from datetime import datetime, timedelta

import pytest

from samspil.core.rollouts.alarms import Kind
from samspil.core.rollouts.phases import Phase
from samspil.people.models import Colleague, TeamMember
from samspil.rollouts import actions, queries
from samspil.rollouts.models import Alarm, PhaseMove, Rollout, SupportRequest, TeamRollout, Trend
from samspil.rollouts.queries import standing_of, trends_of
from samspil.work.models import Case, Decision, Proposal
from tests.factories import MONDAY_9, make_case
from tests.rollouts.conftest import let_scale, part

pytestmark = pytest.mark.either
WEEK = timedelta(days=7)
MONTHS_LATER = MONDAY_9 + 26 * WEEK


@pytest.fixture
def live(rollout, service, lene) -> TeamRollout:
    """The team of twelve works in the new way since MONDAY_9."""
    let_scale(rollout.initiative)
    place = part(rollout, service)
    PhaseMove.objects.create(
        place=place, at=MONDAY_9, by=lene, before="training", after="implementation"
    )
    TeamRollout.objects.filter(pk=place.pk).update(phase=Phase.IMPLEMENTATION)
    Rollout.objects.update(allowed_days=500)
    return part(rollout, service)


def decide(
    place: TeamRollout, people: list[Colleague], *, agreed: int, changed: int, at: datetime
) -> None:
    """Each of these people decides so many of AI's proposals in this way."""
    process = place.rollout.initiative.process
    assert process is not None
    case = make_case(process)
    Case.objects.filter(pk=case.pk).update(team=place.team)
    proposal = Proposal.objects.create(case=case, skill="triage", version="1", made_at=at)
    first = Decision.objects.filter(case=case).count()
    verdicts = ["agreed"] * agreed + ["changed"] * changed
    Decision.objects.bulk_create(
        Decision(
            case=case, round=10 + first + place_ * len(verdicts) + number, by=one, seconds=9,
            verdict=verdict, proposal=proposal, at=at,
        )
        for place_, one in enumerate(people)
        for number, verdict in enumerate(verdicts)
    )  # fmt: skip


def standing_alarms(place: TeamRollout) -> dict[str, Alarm]:
    """What stands for a team, by kind."""
    return {one.kind: one for one in Alarm.objects.filter(place=place, ended_at=None)}


def test_low_acceptance_is_an_alarm_with_its_figures_and_ends_when_it_recovers(live, many, lene):
    decide(live, many, agreed=4, changed=6, at=MONTHS_LATER)

    (made,) = [
        one for one in actions.watch_rollouts(at=MONTHS_LATER + WEEK) if one.kind == Kind.ACCEPTANCE
    ]

    assert made.figures["n"] == 120
    assert made.figures["value"] == 0.4
    assert made.figures["planned"] == 0.85
    assert made.since == MONTHS_LATER.date()
    actions.note_alarm(live, made, "We look at the topics.", by=lene, at=MONTHS_LATER + WEEK)
    actions.watch_rollouts(at=MONTHS_LATER + WEEK + timedelta(hours=1))
    assert Alarm.objects.filter(kind=Kind.ACCEPTANCE).count() == 1
    assert standing_alarms(live)["acceptance"].note == "We look at the topics."
    decide(live, many, agreed=9, changed=1, at=MONTHS_LATER + WEEK)
    actions.watch_rollouts(at=MONTHS_LATER + 2 * WEEK)
    assert "acceptance" not in standing_alarms(live)
    assert Alarm.objects.get(kind=Kind.ACCEPTANCE).ended_at == MONTHS_LATER + 2 * WEEK


def test_of_nine_people_nothing_is_told_and_no_alarm_is_raised(live, many):
    decide(live, many[:9], agreed=1, changed=20, at=MONTHS_LATER)

    actions.watch_rollouts(at=MONTHS_LATER + WEEK)

    assert not Trend.objects.exists()
    assert "acceptance" not in standing_alarms(live)


def test_a_single_persons_share_cannot_be_had_by_letting_them_leave(live, many):
    decide(live, many, agreed=5, changed=5, at=MONTHS_LATER)
    actions.watch_rollouts(at=MONTHS_LATER + WEEK)
    told = trends_of(live, Kind.ACCEPTANCE)
    assert [(one.hits, one.n) for one in told] == [(60, 120)]

    TeamMember.objects.filter(colleague=many[0]).delete()
    Decision.objects.filter(by=many[0]).delete()
    actions.watch_rollouts(at=MONTHS_LATER + WEEK)

    assert trends_of(live, Kind.ACCEPTANCE) == told


def test_the_week_that_goes_on_is_not_told(live, many):
    decide(live, many, agreed=2, changed=8, at=MONTHS_LATER)

    actions.watch_rollouts(at=MONTHS_LATER + timedelta(days=6))

    assert not Trend.objects.exists()


def test_cases_that_go_the_old_way_are_an_alarm(live, many):
    decide(live, many, agreed=2, changed=0, at=MONTHS_LATER)
    Decision.objects.filter(by__in=many[:10]).update(proposal=None, verdict="own")

    actions.watch_rollouts(at=MONTHS_LATER + WEEK)

    assert Trend.objects.filter(kind=Kind.USE).count() == 0
    decide(live, many, agreed=1, changed=0, at=MONTHS_LATER + WEEK)
    Decision.objects.filter(by__in=many[:8]).update(proposal=None, verdict="own")
    actions.watch_rollouts(at=MONTHS_LATER + 2 * WEEK)
    assert standing_alarms(live)["use"].figures["value"] < 0.5


def ask(place: TeamRollout, people: list[Colleague], *, at: datetime) -> None:
    """Each of these asks for help once."""
    SupportRequest.objects.bulk_create(
        SupportRequest(
            place=place, asked_by=one, urgency="soon", asked_at=at, due_at=at, at=at, state="closed"
        )
        for one in people
    )


def test_many_requests_are_an_alarm_and_of_few_people_they_are_not(live, many):
    for week in range(6):
        ask(live, many[:1], at=MONDAY_9 + week * WEEK)
    ask(live, many[:8], at=MONDAY_9 + 6 * WEEK)
    now = MONDAY_9 + 7 * WEEK

    actions.watch_rollouts(at=now)

    assert standing_alarms(live)["requests"].figures == {"count": 8, "limit": 1.0}
    assert queries.told_of(live, now=now) == 8
    SupportRequest.objects.filter(asked_by__in=many[1:8]).update(asked_by=many[0])
    assert queries.told_of(live, now=now) is None
    actions.watch_rollouts(at=now)
    assert "requests" not in standing_alarms(live)


def test_a_late_phase_and_unfinished_training_are_alarms_that_name_nobody(rollout, few, lene):
    place = part(rollout, few)
    late = MONDAY_9 + timedelta(days=60)

    actions.watch_rollouts(at=late)

    found = standing_alarms(place)
    assert set(found) == {"late"}
    assert found["late"].figures["allowed"] == 5
    assert found["late"].figures["days"] > 5
    actions.withdraw_team(place, by=lene, at=late)
    assert standing_alarms(place) == {}
    actions.take_back_team(place, by=lene, at=late)
    for phase in ("information", "pilot", "training"):
        after = {"information": "pilot", "pilot": "training", "training": "implementation"}[phase]
        PhaseMove.objects.create(place=place, at=late, by=lene, before=phase, after=after)
    TeamRollout.objects.filter(pk=place.pk).update(phase=Phase.IMPLEMENTATION)
    actions.watch_rollouts(at=late + WEEK)
    assert standing_alarms(place)["training"].figures == {}
    people = list(few.members.all())
    actions.note_trained(place, people, day=late.date(), by=lene, at=late + WEEK)
    assert "training" not in standing_alarms(place)
    assert not standing_of(part(rollout, few), now=late).known.untrained
