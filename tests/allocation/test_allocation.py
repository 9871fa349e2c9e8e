"""Who does which task: judged, moved, overruled for a reason, and undone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.allocation.actions import (
    Said,
    UnfitMove,
    choose,
    give_back,
    judge,
    move_task,
    withdraw_move,
)
from samspil.allocation.models import Judgement, Move
from samspil.allocation.queries import allocated, allocated_one, history
from samspil.audit.models import Audit, Figures
from samspil.core.allocation.criteria import OffScale
from samspil.core.allocation.divisions import Division, Place
from samspil.core.allocation.law import About, Touch
from samspil.core.roles import NotAllowed
from samspil.journal.models import Entry
from tests.allocation.conftest import ROUTINE, listed
from tests.factories import MONDAY_9

LATER = MONDAY_9 + timedelta(hours=1)
TALKS = Place(creative=0.8, contact=0.9)


def test_a_task_that_nobody_judged_is_capped_and_stands_nowhere(lene):
    found = allocated_one(listed("Plan the summer", by=lene))

    assert found.division is Division.PERSON_LEADS
    assert found.suggestion.place is None
    assert found.views == {}


def test_a_judged_routine_begins_with_ai_proposing(invoices):
    found = allocated_one(invoices)

    assert found.division is Division.TOGETHER
    assert not found.overruled


def test_overruling_is_kept_with_its_reason_and_undone(lene, invoices):
    kept = choose(invoices, Division.PERSON_ALONE, why="The ledger is old.", by=lene, at=LATER)

    found = allocated_one(invoices)
    assert found.division is Division.PERSON_ALONE
    assert found.overruled
    assert (kept.suggested, kept.why) == ("together", "The ledger is old.")
    assert Entry.objects.filter(event="task_allocated").count() == 1

    assert withdraw_move(kept, by=lene, at=LATER)
    assert not withdraw_move(kept, by=lene, at=LATER)
    assert allocated_one(invoices).division is Division.TOGETHER
    assert [one.why for one in history(invoices)] == ["The ledger is old."]


def test_overruling_without_a_reason_changes_nothing(lene, invoices):
    with pytest.raises(UnfitMove):
        choose(invoices, Division.AI_ALONE, why=" ", by=lene, at=LATER)

    assert not Move.objects.exists()


def test_lr_nobody_gives_ai_more_than_the_law_leaves(lene, invoices):
    touch = Touch(about=About.APPLICANTS, decides=True, feels=False)
    judge(invoices, Said(criteria=ROUTINE, touch=touch), by=lene, at=LATER)

    with pytest.raises(UnfitMove):
        choose(invoices, Division.AI_ALONE, why="We are in a hurry.", by=lene, at=LATER)


def test_lr_what_was_chosen_before_yields_to_the_law(lene, invoices):
    choose(invoices, Division.AI_ALONE, why="It is simple.", by=lene, at=LATER)
    touch = Touch(about=About.EMPLOYEES, decides=True, feels=False)

    judge(invoices, Said(criteria=ROUTINE, touch=touch), by=lene, at=LATER)

    assert allocated_one(invoices).division is Division.PERSON_LEADS


def test_moving_into_another_quarter_needs_a_reason(lene, invoices):
    with pytest.raises(UnfitMove):
        move_task(invoices, TALKS, by=lene, at=LATER)

    move_task(invoices, TALKS, why="Suppliers call about each one.", by=lene, at=LATER)
    found = allocated_one(invoices)
    assert found.suggestion.place == TALKS
    assert found.division is Division.PERSON_ALONE

    give_back(invoices, by=lene, at=LATER)
    assert allocated_one(invoices).suggestion.place != TALKS


def test_views_that_lie_apart_are_told(lene, invoices):
    audit = Audit.objects.create(
        name="Spring", opens=MONDAY_9.date(), closes=MONDAY_9.date(), by=lene, at=MONDAY_9,
        settled_at=MONDAY_9,
    )  # fmt: skip
    Figures.objects.create(
        audit=audit, task=invoices, people=5, hours=9, times=5, minutes=20, wish=5.0
    )

    found = allocated_one(invoices)

    assert found.disagreements == [("wish", "capability")]
    assert found.division is Division.PERSON_ALONE
    assert found.hours == 9


def test_a_criterion_off_the_scale_is_refused(lene, invoices):
    with pytest.raises(OffScale):
        judge(invoices, Said(criteria=dict.fromkeys(ROUTINE, 9)), by=lene, at=LATER)

    assert Judgement.objects.get().criteria["rules"] == 5


@pytest.mark.either
def test_an_employee_sees_and_changes_nothing(emil, lene, invoices):
    with pytest.raises(NotAllowed):
        judge(invoices, Said(), by=emil, at=LATER)
    with pytest.raises(NotAllowed):
        move_task(invoices, TALKS, why="I like it.", by=emil, at=LATER)
    with pytest.raises(NotAllowed):
        choose(invoices, Division.AI_ALONE, why="I like it.", by=emil, at=LATER)


@pytest.mark.either
def test_a_hundred_tasks_cost_as_many_statements_as_one(lene, invoices):
    def counted() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            allocated()
        return len(asked)

    one = counted()
    for number in range(3):
        choose(
            listed(f"Task {number}", by=lene), Division.PERSON_ALONE, why="So.", by=lene, at=LATER
        )

    assert counted() == one
    assert one <= 9
