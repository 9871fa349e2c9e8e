"""Through the gates on evidence, with the process arranged so; and back to what was before."""

from datetime import timedelta

import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.pipeline.gates import Need
from samspil.core.pipeline.stages import Stage
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.pipeline import actions
from samspil.pipeline.actions import GateShut
from samspil.pipeline.models import Initiative, StageMove
from samspil.pipeline.queries import initiative_at, standing_of, standings
from samspil.work import actions as work
from samspil.work.models import ProcessAutonomy
from samspil.work.queries import falls_to_note
from samspil.work.queries.autonomy import autonomy_of
from tests.factories import MONDAY_9, make_colleague, make_process, make_verified
from tests.pipeline.conftest import TODAY, a_plan, record, settle

pytestmark = pytest.mark.either
LATER = MONDAY_9 + timedelta(hours=1)


def opened(initiative: Initiative, by) -> Initiative:
    actions.open_gate(initiative, by=by, at=LATER)
    return initiative_at(initiative.public_id)


def test_no_pilot_without_a_baseline_and_nothing_changes(process, lene, emil):
    settle(process, lene)
    made = actions.make_initiative(a_plan(process, lene, emil), by=lene, at=MONDAY_9)

    with pytest.raises(GateShut) as shut:
        actions.open_gate(made, by=lene, at=LATER)

    assert [one.need for one in shut.value.missing] == [Need.BASELINE]
    process.refresh_from_db()
    assert process.organisation_model == "collaborative"
    assert not StageMove.objects.exists()
    assert initiative_at(made.public_id).stage == Stage.POC


def test_of_a_bare_idea_the_gate_names_all_that_is_missing(lene):
    idea = actions.make_initiative(
        actions.Plan(name="An idea", aim="Less typing.", owner=lene), by=lene, at=MONDAY_9
    )

    found = [one.need for one in standing_of(idea, on=TODAY).missing]

    assert found == [
        Need.PROCESS, Need.CRITERIA, Need.TIME_FRAME, Need.TAKES_PART, Need.EVALUATOR,
        Need.BASELINE, Need.CLASS, Need.TOLD, Need.OVERSEERS, Need.STOPS,
    ]  # fmt: skip


def test_opening_the_pilot_arranges_the_process_and_leaves_who_may_approve(ready, process, lene):
    teams = list(process.levels.order_by("level").values_list("level", "team"))

    live = opened(ready, lene)

    process.refresh_from_db()
    assert (live.stage, live.live_at) == (Stage.PILOT, LATER)
    assert process.organisation_model == "complementary"
    assert autonomy_of(process).judge_first == 0.25
    assert list(process.levels.order_by("level").values_list("level", "team")) == teams
    assert Entry.objects.filter(event="initiative_opened").count() == 1


def test_moving_back_puts_back_what_was_before(ready, process, lene):
    live = opened(ready, lene)

    assert actions.move_back(live, why="Too early", by=lene, at=LATER) == Stage.POC

    process.refresh_from_db()
    assert process.organisation_model == "collaborative"
    assert autonomy_of(process).judge_first == 0
    assert initiative_at(ready.public_id).live_at is None
    with pytest.raises(NotAllowed):
        actions.move_back(ready, why="", by=lene, at=LATER)


def test_scaling_waits_for_cases_agreement_a_drill_and_an_evaluation(ready, process, lene, emil):
    live = opened(ready, lene)
    needs = [one.need for one in standing_of(live, on=TODAY).missing]
    assert needs == [Need.CASES, Need.AGREEMENT, Need.DRILL, Need.EVALUATION]
    settle(process, lene)

    make_verified(process, n=60, wrong=6, at=LATER + timedelta(hours=1))
    actions.drill(live, by=lene, at=LATER)
    actions.evaluate(live, "Half an hour less.", by=emil, at=LATER)
    found = initiative_at(live.public_id)

    assert standing_of(found, on=TODAY).open
    assert actions.open_gate(found, by=lene, at=LATER) == Stage.SCALE
    process.refresh_from_db()
    assert (process.organisation_model, autonomy_of(process).judge_first) == ("collaborative", 0.05)
    assert actions.move_back(found, why="", by=lene, at=LATER) == Stage.PILOT
    process.refresh_from_db()
    assert (process.organisation_model, autonomy_of(process).judge_first) == ("complementary", 0.25)


def test_only_whoever_evaluates_it_writes_what_it_showed(ready, lene):
    with pytest.raises(NotAllowed):
        actions.evaluate(ready, "All well.", by=lene, at=LATER)


def test_a_stop_condition_that_holds_puts_the_old_way_back_by_itself(ready, process, lene):
    live = opened(ready, lene)
    make_verified(process, n=20, wrong=14, at=LATER + timedelta(minutes=5))

    stopped = actions.watch_stops(at=LATER + timedelta(minutes=6))

    process.refresh_from_db()
    kept = autonomy_of(process)
    assert stopped == [live]
    assert (kept.level, kept.judge_first) == (Autonomy.PERSON, 0)
    assert process.organisation_model == "collaborative"
    found = initiative_at(ready.public_id)
    assert (found.stage, found.live_at) == (Stage.POC, None)
    move = StageMove.objects.order_by("-pk")[0]
    assert move.by is None
    assert (move.facts["measure"], move.facts["n"], move.facts["value"]) == ("agreement", 20, 0.3)
    assert [one.process for one in falls_to_note()] == [process]
    assert actions.watch_stops(at=LATER + timedelta(minutes=7)) == []


def test_after_a_stop_somebody_looks_and_ai_proves_itself_before_the_next_pilot(
    ready, process, lene
):
    opened(ready, lene)
    make_verified(process, n=20, wrong=14, at=LATER + timedelta(minutes=5))
    actions.watch_stops(at=LATER + timedelta(minutes=6))
    found = initiative_at(ready.public_id)
    needs = {one.need for one in standing_of(found, on=TODAY).missing}
    assert needs == {Need.HALT, Need.PROOF}

    actions.note_halt(found, by=lene, at=LATER + timedelta(minutes=8))
    assert {one.need for one in standing_of(found, on=TODAY).missing} == {Need.PROOF}
    make_verified(process, n=20, wrong=0, at=LATER + timedelta(minutes=9))

    actions.open_gate(found, by=lene, at=LATER + timedelta(minutes=10))
    assert ProcessAutonomy.objects.get(process=process).level == Autonomy.DRAFT


def test_one_that_cannot_be_looked_at_keeps_no_other_from_being_stopped(ready, process, lene, emil):
    odd = opened(ready, lene)
    odd.stops.filter(measure="complaints").update(measure="unheard")
    second = make_process(name="Warranty")
    record(second, lene)
    settle(second, lene)
    other = actions.make_initiative(a_plan(second, lene, emil), by=lene, at=MONDAY_9)
    opened(other, lene)
    make_verified(second, n=20, wrong=14, at=LATER + timedelta(minutes=5))

    with pytest.raises(ExceptionGroup, match="not looked at") as raised:
        actions.watch_stops(at=LATER + timedelta(minutes=6))

    assert [str(one) for one in raised.value.exceptions] == ["'unheard' is not a valid Measure"]
    assert initiative_at(other.public_id).live_at is None
    assert initiative_at(ready.public_id).live_at is not None


def test_few_cases_stop_nothing(ready, process, lene):
    opened(ready, lene)
    make_verified(process, n=9, wrong=9, at=LATER + timedelta(minutes=5))

    assert actions.watch_stops(at=LATER + timedelta(minutes=6)) == []


def test_two_initiatives_never_work_in_one_process(ready, process, lene, emil):
    second = actions.make_initiative(a_plan(process, lene, emil), by=lene, at=MONDAY_9)
    opened(ready, lene)

    with pytest.raises(GateShut, match="Another initiative is at work in this process"):
        actions.open_gate(second, by=lene, at=LATER)
    process.refresh_from_db()
    assert autonomy_of(process).judge_first == 0.25
    assert StageMove.objects.count() == 1


def test_who_may_plan_and_not_change_processes_opens_no_gate(ready):
    with pytest.raises(NotAllowed):
        actions.open_gate(ready, by=make_colleague(Role.HR), at=LATER)


def test_what_is_at_work_keeps_its_process_and_something_that_stops_it(ready, lene, emil):
    live = opened(ready, lene)
    other = a_plan(make_process(), lene, emil)

    with pytest.raises(NotAllowed, match="before it changes process"):
        actions.change_initiative(live, other, by=lene, at=LATER)
    with pytest.raises(NotAllowed, match="move it back first"):
        actions.end_initiative(live, why="", by=lene, at=LATER)


def test_an_initiative_that_is_given_up_has_no_next_gate(ready, lene):
    actions.end_initiative(ready, why="Not worth it", by=lene, at=LATER)

    assert standing_of(initiative_at(ready.public_id), on=TODAY).into is None


def test_the_board_costs_the_same_for_many_initiatives(
    ready, lene, emil, django_assert_num_queries
):
    for _ in range(2):
        other = make_process()
        record(other, lene)
        actions.make_initiative(a_plan(other, lene, emil), by=lene, at=MONDAY_9)
    all_ = [initiative_at(one.public_id) for one in Initiative.objects.all()]

    with django_assert_num_queries(10):
        standings(all_[:1], on=TODAY)
    with django_assert_num_queries(10):
        found = standings(all_, on=TODAY)
    assert [one.open for one in found] == [True, False, False]


def test_a_stop_by_hand_is_untouched_by_moving_back(ready, process, lene):
    live = opened(ready, lene)
    work.stop(process, why="Prices", by=lene, at=LATER)

    actions.move_back(live, why="", by=lene, at=LATER)

    assert process.stops.filter(lifted_at__isnull=True).exists()
