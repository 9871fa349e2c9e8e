"""Teams go from phase to phase on facts, or for a reason; implementation changes the work."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import NotAllowed
from samspil.core.rollouts.phases import Need, Phase
from samspil.journal.models import Entry
from samspil.people.actions import form_team
from samspil.pipeline.models import Initiative
from samspil.rollouts import actions
from samspil.rollouts.actions import NotRolledOut, PhaseShut, change_rollout, make_rollout
from samspil.rollouts.models import PhaseMove, TeamRollout
from samspil.rollouts.queries import rollout_at, standing_of, standings
from samspil.work.models import ProcessTeam
from tests.factories import MONDAY_9, make_colleague
from tests.rollouts.conftest import DAY, TODAY, lead_on, let_scale, part, wanted, write

LATER = MONDAY_9 + timedelta(days=1)


def test_a_team_goes_on_once_its_facts_are_there(rollout, service, many, lene):
    place = part(rollout, service)
    assert standing_of(place, now=MONDAY_9).missing == (Need.AGENTS,)

    with pytest.raises(PhaseShut, match="Not yet so: A change agent of the team has accepted"):
        actions.begin_next(place, by=lene, at=LATER)
    assert part(rollout, service).phase == Phase.INFORMATION
    actions.ask_agent(place, many[0], by=lene, at=MONDAY_9)
    assert standing_of(part(rollout, service), now=MONDAY_9).missing == (Need.AGENTS,)
    actions.accept_part(place, by=many[0], at=MONDAY_9)
    actions.begin_next(place, by=lene, at=LATER)

    now = part(rollout, service)
    assert now.phase == Phase.PILOT
    assert standing_of(now, now=LATER).missing == (Need.TRIED,)
    write(now, Need.TRIED, lene)
    assert standing_of(now, now=LATER).missing == ()
    with pytest.raises(NotAllowed, match="The program looks that up itself"):
        actions.write_evidence(now, Need.TRAINED, "All of them.", by=lene, at=LATER)


def test_what_lacks_is_kept_with_the_reason_and_nothing_skips_silently(rollout, service, lene):
    place = part(rollout, service)

    actions.begin_next(place, why="They asked for it.", by=lene, at=LATER)

    move = PhaseMove.objects.get()
    assert (move.lacking, move.why) == (["agents"], "They asked for it.")
    entry = Entry.objects.get(event="rollout_phase")
    assert json.loads(entry.facts)["lacking"] == ["agents"]
    with pytest.raises(IntegrityError, match="phase_move_skips_nothing"), transaction.atomic():
        PhaseMove.objects.create(
            place=place, at=LATER, by=lene, before="pilot", after="training", lacking=["tried"]
        )


def test_who_owns_a_part_goes_on_by_facts_and_not_for_a_reason(rollout, service, many, lene):
    place = part(rollout, service)
    actions.set_part(place, owner=many[1], level="", starts_on=TODAY,
                     days={Phase(name): n for name, n in place.days.items()},
                     by=lene, at=MONDAY_9)  # fmt: skip
    place = part(rollout, service)

    with pytest.raises(NotAllowed, match="owns the whole rollout may go on for a reason"):
        actions.begin_next(place, why="Now.", by=many[1], at=LATER)
    with pytest.raises(NotAllowed, match="Whoever owns this rollout"):
        actions.begin_next(place, by=many[2], at=LATER)
    actions.ask_agent(place, many[0], by=many[1], at=MONDAY_9)
    actions.accept_part(place, by=many[0], at=MONDAY_9)
    actions.begin_next(place, by=many[1], at=LATER)

    assert part(rollout, service).phase == Phase.PILOT


def test_implementation_of_a_team_without_cases_says_what_to_do_instead(rollout, few, lene):
    let_scale(rollout.initiative)
    place = part(rollout, few)
    lead_on(place, lene, to=Phase.TRAINING)

    with pytest.raises(PhaseShut, match="no reason makes up for it: The team takes cases"):
        actions.begin_next(part(rollout, few), why="We want to.", by=lene, at=LATER)

    assert part(rollout, few).phase == Phase.TRAINING


def test_implementation_waits_for_the_initiatives_gate(rollout, service, lene):
    place = part(rollout, service)
    lead_on(place, lene, to=Phase.TRAINING)

    with pytest.raises(PhaseShut, match="The initiative may be scaled"):
        actions.begin_next(part(rollout, service), why="We want to.", by=lene, at=LATER)

    assert Initiative.objects.get().stage == "pilot"
    assert standing_of(part(rollout, service), now=LATER).known.gate


def test_implementation_gives_the_team_its_cases_and_going_back_gives_them_back(
    rollout, service, few, lene, process
):
    let_scale(rollout.initiative)
    place = part(rollout, few)
    actions.set_part(place, owner=lene, level="2", starts_on=TODAY, by=lene, at=MONDAY_9,
                     days={Phase(name): n for name, n in place.days.items()})  # fmt: skip
    lead_on(place, lene, to=Phase.TRAINING)
    assert ProcessTeam.objects.get(process=process, level="2").team == service

    actions.begin_next(part(rollout, few), why="Trained on Friday.", by=lene, at=LATER)

    assert ProcessTeam.objects.get(process=process, level="2").team == few
    assert ProcessTeam.objects.get(process=process, level="1").team == service
    process.refresh_from_db()
    assert process.organisation_model == "complementary"
    actions.go_back(part(rollout, few), why="Too early.", by=lene, at=LATER + DAY)
    assert ProcessTeam.objects.get(process=process, level="2").team == service
    assert part(rollout, few).phase == Phase.TRAINING


def test_going_back_leaves_what_somebody_changed_meanwhile(rollout, few, lene, process):
    let_scale(rollout.initiative)
    place = part(rollout, few)
    actions.set_part(place, owner=lene, level="2", starts_on=TODAY, by=lene, at=MONDAY_9,
                     days={Phase(name): n for name, n in place.days.items()})  # fmt: skip
    lead_on(place, lene, to=Phase.IMPLEMENTATION)
    third = form_team(name="Third", members=[lene])
    ProcessTeam.objects.filter(process=process, level="2").update(team=third)

    actions.go_back(part(rollout, few), by=lene, at=LATER)

    assert ProcessTeam.objects.get(process=process, level="2").team == third


def test_change_agents_are_few_of_the_team_and_say_so_themselves(rollout, service, few, many, lene):
    place = part(rollout, service)
    for one in many[:3]:
        actions.ask_agent(place, one, by=lene, at=MONDAY_9)

    with pytest.raises(NotAllowed, match="Three are asked already"):
        actions.ask_agent(place, many[3], by=lene, at=MONDAY_9)
    with pytest.raises(NotAllowed, match="come from the team itself"):
        actions.ask_agent(part(rollout, few), many[3], by=lene, at=MONDAY_9)
    with pytest.raises(NotAllowed, match="Nobody has asked you"):
        actions.accept_part(place, by=many[3], at=MONDAY_9)
    actions.give_back_part(place, by=many[0], at=MONDAY_9)
    assert part(rollout, service).agents.count() == 2


def test_trainings_are_noted_in_peoples_records_and_counted_in_steps(
    rollout, service, few, many, lene
):
    place = part(rollout, service)
    stranger = make_colleague(name="Stranger")

    many_noted = actions.note_trained(place, [*many[:7], stranger], day=TODAY, by=lene, at=MONDAY_9)

    known = standing_of(place, now=MONDAY_9).known
    assert many_noted == 7
    assert (known.people, known.at_least, len(known.untrained)) == (12, 5, 5)
    assert Need.TRAINED not in known.held
    actions.note_trained(place, many[7:], day=TODAY, by=lene, at=MONDAY_9)
    assert Need.TRAINED in standing_of(place, now=MONDAY_9).known.held
    assert Need.TRAINED not in standing_of(part(rollout, few), now=MONDAY_9).known.held


def test_an_initiative_has_one_rollout_and_none_before_its_pilot(
    rollout, piloted, service, few, lene
):
    with pytest.raises(NotRolledOut, match="has a rollout that goes on"):
        make_rollout(piloted, wanted(lene, service), by=lene, at=MONDAY_9)
    actions.end_rollout(rollout, by=lene, at=MONDAY_9)
    make_rollout(piloted, wanted(lene, service), by=lene, at=MONDAY_9)
    with pytest.raises(NotRolledOut, match="has a rollout that goes on"):
        actions.go_on(rollout, by=lene, at=MONDAY_9)
    Initiative.objects.update(stage="poc", live_at=None)
    piloted.refresh_from_db()
    with pytest.raises(NotRolledOut, match="at least in its pilot"):
        make_rollout(piloted, wanted(lene, service), by=lene, at=MONDAY_9)


def test_a_changed_plan_moves_only_teams_that_have_not_begun(rollout, service, few, lene):
    begun = part(rollout, service)
    actions.begin_next(begun, why="Early.", by=lene, at=MONDAY_9)
    third = form_team(name="Third", members=[lene])
    later = TODAY + timedelta(days=7)
    plan = wanted(lene, third, service)

    change_rollout(
        rollout, type(plan)(owner=lene, starts_on=later, training="x", teams=[third, service]),
        by=lene, at=MONDAY_9,
    )  # fmt: skip

    now = {one.team.name: one for one in rollout_at(rollout.public_id).teams.all()}
    assert set(now) == {"Third", "Service"}
    assert now["Third"].starts_on == later
    assert now["Service"].starts_on == begun.starts_on
    out = TeamRollout.objects.get(team=few)
    assert out.withdrawn_at == MONDAY_9
    actions.take_back_team(out, by=lene, at=MONDAY_9)
    assert len(rollout_at(rollout.public_id).teams.all()) == 3


def test_one_team_and_three_cost_the_same_number_of_statements(
    rollout, service, few, lene, django_assert_num_queries
):
    one = [part(rollout, service)]
    third = form_team(name="Third", members=[lene])
    change_rollout(rollout, wanted(lene, service, third, few), by=lene, at=MONDAY_9)
    three = list(rollout_at(rollout.public_id).teams.all())

    with CaptureQueriesContext(connection) as first:
        standings(one, now=MONDAY_9)

    assert len(three) == 3
    with django_assert_num_queries(len(first)):
        standings(three, now=MONDAY_9)
