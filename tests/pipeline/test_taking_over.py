"""A task that is divided anew tells its initiative, and nothing of it is taken over by itself."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from samspil.allocation.actions import Said, choose, judge
from samspil.audit.models import Task
from samspil.core.allocation.divisions import Division
from samspil.core.allocation.law import About, Touch
from samspil.core.evidence.autonomy import Autonomy
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.gates import Need
from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.taking_over import Ground
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.models import Colleague
from samspil.pipeline import actions
from samspil.pipeline.actions import GateShut, NotTakenOver
from samspil.pipeline.models import Adjustment, Initiative, StageMove
from samspil.pipeline.queries import (
    adjustments_of,
    differing,
    differing_one,
    initiative_at,
    standing_of,
)
from samspil.work import actions as work
from samspil.work.models import Process
from samspil.work.queries import way_now
from tests.allocation.conftest import FREE, ROUTINE
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.pipeline.conftest import TODAY, a_plan

pytestmark = pytest.mark.either
LATER = MONDAY_9 + timedelta(hours=1)
THEN = MONDAY_9 + timedelta(hours=2)
AFTER = MONDAY_9 + timedelta(hours=3)
DECIDES = Touch(about=About.EMPLOYEES, decides=True, feels=False)


def divided(task: Task, division: Division, by: Colleague, *, at: datetime = LATER) -> None:
    choose(task, division, why="We talked about it.", by=by, at=at)


def narrowed(task: Task, by: Colleague, *, at: datetime = LATER) -> None:
    """Somebody says that it decides about employees, so that the law leaves AI less."""
    judge(task, Said(criteria=ROUTINE, touch=DECIDES), by=by, at=at)


def seen(initiative: Initiative) -> str:
    found = differing_one(initiative_at(initiative.public_id))
    return found.difference.mark if found else ""


def taken(initiative: Initiative, by: Colleague, *, at: datetime = THEN) -> Adjustment:
    return actions.take_over(initiative, mark=seen(initiative), by=by, at=at)


def divided_and_taken(initiative: Initiative, task: Task, by: Colleague) -> None:
    divided(task, Division.PERSON_INFORMED, by, at=AFTER)
    taken(initiative, by, at=AFTER)


def laid(initiative: Initiative) -> tuple[tuple[str, float], ...]:
    kept = initiative_at(initiative.public_id)
    return tuple(
        (one["organisation_model"], one["judge_first"]) for one in (kept.pilot, kept.scale)
    )


def shared(process: Process) -> tuple[str, float]:
    process.refresh_from_db()
    way = way_now(process)
    return way.organisation_model, way.judge_first


def test_what_was_accepted_as_it_is_divided_differs_in_nothing(followed):
    assert differing_one(followed) is None
    assert followed.division == "together"
    with pytest.raises(NotTakenOver, match="Nothing differs"):
        actions.take_over(followed, mark="", by=followed.owner, at=LATER)


def test_nothing_of_a_new_division_reaches_the_plan_until_somebody_takes_it_over(
    followed, task, process, lene
):
    divided(task, Division.PERSON_LEADS, lene)
    found = differing_one(initiative_at(followed.public_id))
    assert found is not None
    assert (found.difference.was, found.difference.ground) == ("together", Ground.DIVIDED)
    assert laid(followed) == (("collaborative", 0.2), ("collaborative", 0.05))
    before = way_now(process)

    made = taken(followed, lene)

    assert laid(followed) == (("collaborative", 0.5), ("collaborative", 0.25))
    assert (made.was, made.division, made.way) == ("together", "person_leads", {})
    assert differing_one(initiative_at(followed.public_id)) is None
    assert way_now(process) == before
    entry = Entry.objects.get(event="initiative_taken_over")
    assert entry.facts == '{"division":"person_leads","live":false}'


def test_at_work_the_process_changes_with_it_and_moving_back_returns_to_the_way_before(
    followed, task, process, lene
):
    before = shared(process)
    actions.open_gate(followed, by=lene, at=MONDAY_9)
    work.change_terms(
        process, work.Terms(judge_first=0.2, money_limit=Decimal(500)), by=lene, at=MONDAY_9
    )
    way = way_now(process)
    divided(task, Division.AI_LEADS, lene)
    assert shared(process) == ("collaborative", 0.2)

    made = taken(followed, lene)

    assert shared(process) == ("supervised", 0.2)
    now = way_now(process)
    assert (now.money_limit, now.takers, now.level) == (
        Decimal(500), way.takers, Autonomy.DRAFT,
    )  # fmt: skip
    assert len(way.takers) == 3
    assert made.way["organisation_model"] == "collaborative"
    assert Entry.objects.filter(event="process_changed", at=THEN).count() == 1
    actions.move_back(initiative_at(followed.public_id), why="", by=lene, at=AFTER)
    assert shared(process) == before


def test_a_process_that_waits_or_was_stopped_is_not_started_by_it(followed, task, process, lene):
    actions.open_gate(followed, by=lene, at=MONDAY_9)
    work.stop(process, why="Prices", by=lene, at=MONDAY_9)
    divided(task, Division.PERSON_LEADS, lene)

    taken(followed, lene)

    assert process.stops.filter(lifted_at__isnull=True).exists()
    assert shared(process) == ("collaborative", 0.5)


def scaled(followed: Initiative, process: Process, by: Colleague) -> Initiative:
    """In its second stage, as if its gate had opened."""
    actions.open_gate(followed, by=by, at=MONDAY_9)
    StageMove.objects.create(
        initiative=followed, at=LATER, by=by, before="pilot", after="scale",
        way=way_now(process).kept(),
    )  # fmt: skip
    work.share_anew(process, Arrangement.of(followed.scale), by=by, at=LATER)
    Initiative.objects.update(stage=Stage.SCALE, stage_at=LATER)
    return initiative_at(followed.public_id)


@pytest.mark.parametrize("undone", [True, False])
def test_what_was_narrowed_once_scaled_does_not_come_back_wide_in_the_pilot(
    undone, followed, task, process, lene
):
    live = scaled(followed, process, lene)
    divided(task, Division.PERSON_INFORMED, lene)
    made = taken(live, lene)
    assert (live.stage, shared(process)) == (Stage.SCALE, ("collaborative", 1.0))
    if undone:
        actions.undo_adjustment(made, by=lene, at=AFTER)
        assert shared(process) == ("collaborative", 0.05)

    actions.move_back(initiative_at(live.public_id), why="", by=lene, at=AFTER)

    assert shared(process) == ("collaborative", 0.2 if undone else 1.0)
    assert actions.move_back(initiative_at(live.public_id), why="", by=lene, at=AFTER) == Stage.POC
    assert shared(process) == ("collaborative", 0.0)


@pytest.mark.parametrize(
    ("role", "live", "may"),
    [
        (Role.HR, False, True), (Role.HR, True, False), (Role.PROCESS_OWNER, True, True),
        (Role.EMPLOYEE, False, False), (Role.OPERATOR, False, False),
    ],
)  # fmt: skip
def test_whoever_plans_takes_it_over_and_at_work_whoever_opens_gates(
    role, live, may, followed, task, process, lene
):
    if live:
        actions.open_gate(followed, by=lene, at=MONDAY_9)
    divided(task, Division.PERSON_LEADS, lene)
    by = make_colleague(role)

    if may:
        made = taken(followed, by)
        actions.undo_adjustment(made, by=by, at=AFTER)
    else:
        with pytest.raises(NotAllowed):
            taken(followed, by)

    assert laid(followed)[0] == ("collaborative", 0.2)
    assert Adjustment.objects.count() == int(may)
    if live and not may:
        made = taken(followed, lene)
        with pytest.raises(NotAllowed):
            actions.undo_adjustment(made, by=by, at=AFTER)
        assert shared(process) == ("collaborative", 0.5)


def test_undoing_lays_down_again_what_stood_and_shares_the_process_so(
    followed, task, process, lene
):
    actions.open_gate(followed, by=lene, at=MONDAY_9)
    before, way = laid(followed), way_now(process)
    divided(task, Division.PERSON_LEADS, lene)
    made = taken(followed, lene)

    actions.undo_adjustment(made, by=lene, at=AFTER)

    process.refresh_from_db()
    assert (laid(followed), way_now(process)) == (before, way)
    assert adjustments_of(followed) == []
    assert differing_one(initiative_at(followed.public_id)) is not None
    with pytest.raises(NotAllowed, match="undid this before"):
        actions.undo_adjustment(made, by=lene, at=AFTER)
    assert Entry.objects.filter(event="initiative_adjustment_undone").count() == 1


@pytest.mark.parametrize("gone_on", ["plan", "process", "stage", "again", "ended"])
def test_once_somebody_has_gone_on_it_is_not_undone(gone_on, followed, task, process, lene, emil):
    if gone_on != "ended":
        actions.open_gate(followed, by=lene, at=MONDAY_9)
    divided(task, Division.PERSON_LEADS, lene)
    made = taken(followed, lene)
    live = initiative_at(followed.public_id)
    {
        "plan": lambda: actions.change_initiative(
            live, a_plan(process, lene, emil), by=lene, at=AFTER
        ),
        "process": lambda: work.change_terms(
            process, work.Terms(judge_first=0.7), by=lene, at=AFTER
        ),
        "stage": lambda: actions.move_back(live, why="", by=lene, at=AFTER),
        "again": lambda: divided_and_taken(live, task, lene),
        "ended": lambda: actions.end_initiative(live, why="", by=lene, at=AFTER),
    }[gone_on]()
    stands = (laid(followed), shared(process))

    with pytest.raises(NotAllowed, match="gone on"):
        actions.undo_adjustment(made, by=lene, at=AFTER)

    assert (laid(followed), shared(process)) == stands


def test_what_it_is_to_bring_tells_the_new_division_and_keeps_what_people_wrote(
    followed, task, lene
):
    told = "AI foreslår, og et menneske afgør hver gang. AI proposes less typing."
    Initiative.objects.update(aim=told)
    divided(task, Division.PERSON_LEADS, lene)

    made = taken(followed, lene)

    now = "Et menneske fører, og AI støtter. AI proposes less typing."
    assert initiative_at(followed.public_id).aim == now
    actions.undo_adjustment(made, by=lene, at=AFTER)
    assert initiative_at(followed.public_id).aim == told


def test_of_two_people_at_once_one_takes_it_over_and_the_other_is_told(followed, task, lene):
    divided(task, Division.PERSON_LEADS, lene)
    read = seen(followed)

    actions.take_over(followed, mark=read, by=lene, at=THEN)

    with pytest.raises(NotTakenOver, match="somebody was quicker"):
        actions.take_over(followed, mark=read, by=lene, at=THEN)
    assert Adjustment.objects.count() == 1


def test_what_was_changed_since_it_was_read_is_looked_at_anew(followed, task, lene):
    divided(task, Division.PERSON_LEADS, lene)
    read = seen(followed)
    divided(task, Division.AI_LEADS, lene)

    for deed in (
        lambda: actions.take_over(followed, mark=read, by=lene, at=THEN),
        lambda: actions.leave_standing(followed, why="x", mark=read, by=lene, at=THEN),
    ):
        with pytest.raises(NotTakenOver, match="look at it anew"):
            deed()

    assert laid(followed)[0] == ("collaborative", 0.2)


def test_a_plan_may_be_left_standing_for_a_reason_and_is_then_told_quietly(followed, task, lene):
    divided(task, Division.PERSON_LEADS, lene)
    with pytest.raises(NotTakenOver, match="Say why"):
        actions.leave_standing(followed, why="  ", mark=seen(followed), by=lene, at=THEN)

    made = actions.leave_standing(
        followed, why="First\tthe pilot.", mark=seen(followed), by=lene, at=THEN
    )

    found = differing_one(initiative_at(followed.public_id))
    assert found is not None
    assert (found.difference.ground, made.why) == (Ground.PLANNED, "First the pilot.")
    assert laid(followed)[0] == ("collaborative", 0.2)
    actions.undo_adjustment(made, by=lene, at=AFTER)
    again = differing_one(initiative_at(followed.public_id))
    assert again is not None
    assert again.difference.ground == Ground.DIVIDED


def test_who_changed_the_plan_on_purpose_is_told_quietly_and_can_still_take_it_over(
    accepted, task, lene
):
    found = differing_one(accepted)
    assert found is not None
    assert (found.difference.ground, found.difference.was) == (Ground.PLANNED, Division.TOGETHER)

    taken(accepted, lene)

    assert laid(accepted) == (("collaborative", 0.2), ("collaborative", 0.05))


def test_a_narrowing_by_law_shuts_the_gate_may_not_stay_and_is_not_undone(followed, task, lene):
    assert standing_of(followed, on=TODAY).open
    divided(task, Division.AI_ALONE, lene, at=MONDAY_9)
    taken(followed, lene, at=MONDAY_9)
    narrowed(task, lene)
    found = differing_one(initiative_at(followed.public_id))
    assert found is not None
    assert (found.difference.ground, found.difference.division) == (Ground.LAW, "person_leads")
    with pytest.raises(GateShut) as shut:
        actions.open_gate(initiative_at(followed.public_id), by=lene, at=THEN)
    assert [one.need for one in shut.value.missing] == [Need.WITHIN_LAW]
    with pytest.raises(NotTakenOver, match="The law leaves AI less"):
        actions.leave_standing(followed, why="x", mark=seen(followed), by=lene, at=THEN)

    made = taken(followed, lene)

    assert laid(followed) == (("collaborative", 0.5), ("collaborative", 0.25))
    with pytest.raises(NotAllowed, match="does not come back"):
        actions.undo_adjustment(made, by=lene, at=AFTER)
    assert standing_of(initiative_at(followed.public_id), on=TODAY).open


def test_taking_over_never_goes_beyond_the_law_whatever_a_person_chose(followed, task, lene):
    divided(task, Division.AI_ALONE, lene, at=MONDAY_9)
    narrowed(task, lene)

    taken(followed, lene)

    assert laid(followed) == (("collaborative", 0.5), ("collaborative", 0.25))


@pytest.mark.parametrize("by_law", [True, False])
def test_what_people_do_alone_now_is_moved_back_and_not_taken_over(by_law, followed, task, lene):
    if by_law:
        feels = Touch(about=About.EMPLOYEES, decides=False, feels=True)
        judge(task, Said(criteria=ROUTINE, touch=feels), by=lene, at=LATER)
    else:
        divided(task, Division.PERSON_ALONE, lene)
    found = differing_one(initiative_at(followed.public_id))
    assert found is not None
    assert found.difference.by_people
    assert found.difference.ground == (Ground.LAW if by_law else Ground.DIVIDED)

    with pytest.raises(NotTakenOver, match="alone now"):
        taken(followed, lene)

    assert standing_of(followed, on=TODAY).facts.within_law is not by_law


def test_of_what_was_ended_or_has_no_task_nothing_is_asked(
    followed, task, lene, ready, django_assert_num_queries
):
    divided(task, Division.PERSON_LEADS, lene)
    assert list(differing([initiative_at(followed.public_id), ready])) == [followed.pk]
    actions.end_initiative(followed, why="", by=lene, at=THEN)

    with django_assert_num_queries(0):
        assert differing([ready]) == {}
    assert differing_one(initiative_at(followed.public_id)) is None


def test_many_initiatives_cost_as_many_statements_as_one(
    followed, task, lene, emil, django_assert_num_queries
):
    actions.open_gate(followed, by=lene, at=MONDAY_9)
    for _ in range(2):
        actions.accept(task, a_plan(make_process(), lene, emil), by=lene, at=MONDAY_9)
    judge(task, Said(criteria=ROUTINE, touch=FREE), by=lene, at=LATER)
    all_ = [initiative_at(one.public_id) for one in Initiative.objects.order_by("pk")]

    with django_assert_num_queries(8):
        assert not differing(all_[:1])
    with django_assert_num_queries(8):
        assert len(differing(all_)) == 2
