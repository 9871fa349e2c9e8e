"""A process that was made for a pilot waits for it, begins with it, and goes with it."""

from datetime import timedelta

import pytest

from samspil.core.pipeline.gates import Need
from samspil.core.pipeline.plan import Item
from samspil.core.roles import NotAllowed
from samspil.journal.models import Entry
from samspil.pipeline import actions
from samspil.pipeline.models import Initiative
from samspil.pipeline.queries import initiative_at
from samspil.work.models import Process
from samspil.work.queries import stop_stands, way_now
from tests.factories import MONDAY_9, make_case
from tests.pipeline.conftest import a_plan, record, routed, settle

LATER = MONDAY_9 + timedelta(hours=1)


def test_the_process_made_for_it_waits_and_people_do_its_cases_without_ai(accepted, task):
    process = Process.objects.get()
    task.refresh_from_db()
    case = routed(process)

    assert (accepted.process, accepted.task, task.process) == (process, task, process)
    assert way_now(process).waits
    assert (case.route, case.proposals.count()) == ("person", 0)
    assert process.name == "Returns sorted by AI"


def test_no_pilot_without_a_baseline_and_then_the_gate_lets_ai_begin(accepted, lene):
    process = Process.objects.get()
    settle(process, lene)
    with pytest.raises(actions.GateShut) as shut:
        actions.open_gate(accepted, by=lene, at=LATER)
    assert [one.need for one in shut.value.missing] == [Need.BASELINE]
    assert stop_stands(process)
    record(process, lene)

    actions.open_gate(accepted, by=lene, at=LATER)

    process.refresh_from_db()
    way = way_now(process)
    assert (way.organisation_model, way.judge_first, way.waits) == ("complementary", 0.25, False)
    assert routed(process).proposals.count() == 1
    actions.move_back(initiative_at(accepted.public_id), why="", by=lene, at=LATER)
    assert way_now(process).waits
    assert routed(process).proposals.count() == 0


def test_it_is_taken_back_whole_while_nobody_has_gone_on(accepted, task, lene):
    assert actions.take_back_acceptance(accepted, by=lene, at=LATER) == task

    task.refresh_from_db()
    assert (Process.objects.count(), Initiative.objects.count(), task.process) == (0, 0, None)
    events = Entry.objects.order_by("sequence").values_list("event", flat=True)
    assert {"task_accepted", "initiative_taken_back", "process_taken_back"} <= set(events)


@pytest.mark.parametrize("gone_on", ["plan", "case", "law", "baseline", "given"])
def test_once_somebody_has_gone_on_it_is_not_taken_back(gone_on, accepted, lene, emil):
    process = Process.objects.get()
    {
        "plan": lambda: actions.change_initiative(
            accepted, a_plan(process, lene, emil), by=lene, at=LATER
        ),
        "case": lambda: make_case(process),
        "law": lambda: settle(process, lene),
        "baseline": lambda: record(process, lene),
        "given": lambda: actions.hand_out([(accepted, Item.LAW)], to=emil, by=lene, at=LATER),
    }[gone_on]()

    with pytest.raises(NotAllowed):
        actions.take_back_acceptance(accepted, by=lene, at=LATER)

    assert (Process.objects.count(), Initiative.objects.count()) == (1, 1)
