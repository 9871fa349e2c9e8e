"""What an initiative lays down against how its task is divided now."""

from dataclasses import replace
from decimal import Decimal

import pytest

from samspil.core.allocation.divisions import Division
from samspil.core.pipeline.accepting import laid_down
from samspil.core.pipeline.arrangement import Arrangement
from samspil.core.pipeline.stages import Stage
from samspil.core.pipeline.taking_over import (
    Difference,
    Ground,
    LaidDown,
    Where,
    difference,
    taken_over,
    within_law,
)

FREE = Division.AI_ALONE
EVERY = [one for one in Division if one is not Division.PERSON_ALONE]


def laid_by(division: Division, *, known: bool = True) -> LaidDown:
    """What an accepted division lays down, not begun yet."""
    pilot, scale = laid_down(division)
    return LaidDown(pilot=pilot, scale=scale, division=division if known else None)


def changes(found: Difference | None) -> list[tuple[str, str, float]]:
    """Where, and the model and share that are laid down then."""
    assert found is not None
    return [(one.where, one.then.organisation_model, one.then.judge_first) for one in found.steps]


@pytest.mark.parametrize("division", EVERY)
def test_what_follows_from_the_division_differs_in_nothing(division):
    assert difference(laid_by(division), division, most=FREE) is None


def test_a_task_that_was_divided_anew_says_for_each_stage_what_differs():
    found = difference(laid_by(Division.AI_LEADS), Division.PERSON_LEADS, most=FREE)

    assert found is not None
    assert (found.was, found.ground) == (Division.AI_LEADS, Ground.DIVIDED)
    assert changes(found) == [("pilot", "collaborative", 0.5), ("scale", "collaborative", 0.25)]
    assert (found.lives, found.by_people, found.may_stay) == (False, False, True)


@pytest.mark.parametrize(
    ("stage", "share"), [(Stage.PILOT, 0.5), (Stage.SCALE, 0.25), (Stage.OPTIMIZE, 0.25)]
)
def test_at_work_the_process_changes_as_its_stage_says_and_nothing_else_of_it(stage, share):
    works = Arrangement(
        organisation_model="supervised", judge_first=0.2, money_limit=Decimal(500),
        takers=(("1", "a"),),
    )  # fmt: skip
    laid = replace(laid_by(Division.AI_LEADS), stage=stage, works=works)

    found = difference(laid, Division.PERSON_LEADS, most=FREE)

    assert found is not None
    assert found.lives
    (step,) = [one for one in found.steps if one.where is Where.PROCESS]
    assert step.then == replace(works, organisation_model="collaborative", judge_first=share)


def test_amounts_and_teams_of_the_plan_stay():
    pilot = Arrangement(
        organisation_model="supervised", judge_first=0.1, money_limit=Decimal(90),
        takers=(("1", "a"),),
    )  # fmt: skip
    laid = replace(laid_by(Division.AI_ALONE), pilot=pilot)

    then = taken_over(laid, Division.TOGETHER)

    assert then.pilot == replace(pilot, organisation_model="collaborative", judge_first=0.2)
    assert difference(then, Division.TOGETHER, most=FREE) is None


def test_what_a_person_planned_otherwise_is_told_and_may_stay():
    laid = laid_by(Division.TOGETHER)
    laid = replace(laid, pilot=replace(laid.pilot, judge_first=0.6))

    found = difference(laid, Division.TOGETHER, most=FREE)

    assert found is not None
    assert (found.ground, found.may_stay) == (Ground.PLANNED, True)
    assert changes(found) == [("pilot", "collaborative", 0.2)]


def test_where_the_division_of_then_is_not_known_nobody_is_said_to_have_changed_it():
    found = difference(laid_by(Division.AI_LEADS, known=False), Division.TOGETHER, most=FREE)

    assert found is not None
    assert (found.was, found.ground) == (None, Ground.PLANNED)


@pytest.mark.parametrize(
    ("most", "ground"),
    [(FREE, Ground.DIVIDED), (Division.PERSON_ALONE, Ground.LAW)],
)
def test_what_a_person_does_alone_leaves_no_way_to_take_over(most, ground):
    found = difference(laid_by(Division.TOGETHER), Division.PERSON_ALONE, most=most)

    assert found is not None
    assert (found.by_people, found.steps, found.ground) == (True, (), ground)


@pytest.mark.parametrize("known", [True, False])
def test_what_the_law_does_not_leave_may_not_stay(known):
    laid = laid_by(Division.AI_LEADS, known=known)

    found = difference(laid, Division.PERSON_LEADS, most=Division.PERSON_LEADS)

    assert found is not None
    assert (found.ground, found.may_stay) == (Ground.LAW, False)


@pytest.mark.parametrize("most", EVERY)
@pytest.mark.parametrize("division", EVERY)
def test_the_law_is_broken_only_by_what_leaves_ai_more(division, most):
    ranks = list(Division)
    follows = ranks.index(division) <= ranks.index(most)

    assert within_law(laid_by(division), most) == (
        follows or laid_down(division) == laid_down(most)
    )


def test_a_process_that_gives_ai_more_than_the_law_is_seen_though_the_plan_does_not():
    works = Arrangement(organisation_model="complementary", judge_first=1.0)
    laid = replace(laid_by(Division.PERSON_LEADS), stage=Stage.PILOT, works=works)

    found = difference(laid, Division.PERSON_LEADS, most=Division.PERSON_LEADS)

    assert found is not None
    assert (found.ground, [one.where for one in found.steps]) == (Ground.LAW, [Where.PROCESS])


def test_the_mark_of_what_was_read_changes_with_all_that_is_read():
    laid = laid_by(Division.AI_LEADS)
    other = replace(laid, pilot=replace(laid.pilot, judge_first=0.3))
    marks = [
        found.mark
        for found in (
            difference(laid, Division.TOGETHER, most=FREE),
            difference(laid, Division.TOGETHER, most=FREE),
            difference(laid, Division.PERSON_LEADS, most=FREE),
            difference(other, Division.TOGETHER, most=FREE),
            difference(laid, Division.TOGETHER, most=Division.TOGETHER),
        )
        if found is not None
    ]

    assert marks[0] == marks[1]
    assert len(set(marks)) == 4
