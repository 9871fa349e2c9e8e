"""Who does what: the law first, what is measured second, the rule of thumb last."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from samspil.core.allocation.allocating import (
    BeyondLaw,
    Known,
    NoReason,
    allocate,
    apart,
    check_moving,
    check_overruling,
)
from samspil.core.allocation.criteria import Criterion
from samspil.core.allocation.divisions import (
    Division,
    Place,
    Quadrant,
    place_of,
    rank,
    rule_of_thumb,
)
from samspil.core.allocation.law import About, Law, Touch, cap_of
from samspil.core.allocation.reasons import Measured, Source

FREE = Touch(about=About.NOBODY, decides=False, feels=False)
ROUTINE = {
    Criterion.REPETITION: 5, Criterion.DATA: 4, Criterion.RULES: 5, Criterion.EMPATHY: 1,
    Criterion.UNCERTAINTY: 1, Criterion.COMMUNICATION: 1, Criterion.EXPERTISE: 1,
}  # fmt: skip
GOOD = Measured(verified=300, wrong=2)


def routine(**known: Any) -> Known:
    return replace(Known(title="Book invoices", touch=FREE, expert=ROUTINE), **known)


def test_what_looks_perfect_for_ai_begins_with_ai_proposing():
    suggestion = allocate(routine(wish=1))

    assert suggestion.division is Division.TOGETHER
    assert suggestion.level == 1
    assert [one.source for one in suggestion.binding] == [Source.EVIDENCE]


def test_verified_cases_raise_it_and_a_certificate_raises_it_further():
    assert allocate(routine(measured=GOOD)).division is Division.AI_LEADS
    certified = Measured(verified=300, wrong=2, certified=True)
    assert allocate(routine(measured=certified)).division is Division.AI_ALONE


def test_few_cases_raise_nothing_and_many_errors_lower_it():
    assert allocate(routine(measured=Measured(verified=58, wrong=0))).level == 1
    bad = Measured(verified=60, wrong=30)
    assert allocate(routine(measured=bad)).division is Division.PERSON_LEADS


def test_a_floor_holds_whatever_is_proved():
    floor = Measured(verified=900, wrong=0, certified=True, floor=True)

    assert allocate(routine(measured=floor)).division is Division.TOGETHER


def test_those_who_do_it_are_heard_however_good_ai_is():
    assert allocate(routine(measured=GOOD, wish=5)).division is Division.PERSON_ALONE


def test_lr_decisions_about_applicants_leave_ai_information_at_most():
    touch = Touch(about=About.APPLICANTS, decides=True, feels=False)

    suggestion = allocate(routine(touch=touch, measured=Measured(certified=True)))

    assert suggestion.division is Division.PERSON_INFORMED
    assert suggestion.binding[0].source is Source.LAW


def test_lr_decisions_about_employees_leave_ai_suggestions_at_most():
    touch = Touch(about=About.EMPLOYEES, decides=True, feels=False)

    assert cap_of(touch, title="Grant leave").most is Division.PERSON_LEADS


@pytest.mark.parametrize("about", [About.EMPLOYEES, About.APPLICANTS, About.UNSAID])
@pytest.mark.parametrize("decides", [True, False, None])
def test_lr_no_ai_where_feelings_of_staff_or_applicants_are_read(about, decides):
    cap = cap_of(Touch(about=about, decides=decides, feels=True), title="Talks")

    assert cap.most is Division.PERSON_ALONE


def test_a_name_that_speaks_of_feelings_waits_until_somebody_says_whose():
    assert cap_of(Touch(), title="Measure the mood of the team").law is Law.FEELINGS_NAMED
    asked = Touch(about=About.CUSTOMERS, decides=False)
    assert cap_of(asked, title="Sort mails by mood").most is Division.AI_ALONE


@pytest.mark.parametrize(("about", "decides"), list(product(About, [True, None])))
def test_what_nobody_said_never_leaves_more_than_yes_would(about, decides):
    unsaid = cap_of(Touch(about=about, decides=decides), title="Plan")
    no = cap_of(Touch(about=About.NOBODY, decides=False, feels=False), title="Plan")

    assert rank(unsaid.most) <= rank(no.most)
    if about is About.UNSAID:
        assert unsaid.most is Division.PERSON_LEADS


def test_a_decision_that_weighs_on_a_customer_is_validated():
    touch = Touch(about=About.CUSTOMERS, decides=True, feels=False)

    assert cap_of(touch, title="Refuse a claim").most is Division.AI_LEADS


def test_the_rule_of_thumb_by_quarter():
    by_place = {
        (0.1, 0.1): Division.AI_ALONE, (0.6, 0.1): Division.TOGETHER,
        (0.9, 0.1): Division.PERSON_INFORMED, (0.1, 0.9): Division.PERSON_LEADS,
        (0.9, 0.9): Division.PERSON_ALONE,
    }  # fmt: skip

    for (creative, contact), division in by_place.items():
        assert rule_of_thumb(Place(creative=creative, contact=contact), {}) is division
    analysis = {Criterion.DATA: 5, Criterion.RULES: 3}
    assert rule_of_thumb(Place(creative=0.3, contact=0.1), analysis) is Division.AI_LEADS


def test_a_task_has_no_place_while_nobody_said_anything_of_an_axis():
    assert place_of({Criterion.RULES: 5}) is None
    placed = place_of({Criterion.RULES: 5, Criterion.EMPATHY: 5})
    assert placed == Place(creative=0, contact=1)
    assert placed.quadrant is Quadrant.RULES_PEOPLE


@pytest.mark.parametrize("place", [(-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_a_place_outside_the_picture_is_refused(place):
    with pytest.raises(ValueError, match="0 and 1"):
        Place(creative=place[0], contact=place[1])


def test_overruling_needs_a_reason_and_stays_within_the_law():
    suggestion = allocate(routine())

    with pytest.raises(NoReason):
        check_overruling(suggestion, Division.PERSON_ALONE, why=" ")
    check_overruling(suggestion, Division.PERSON_ALONE, why="Customers expect a person.")
    check_overruling(suggestion, suggestion.division, why="")
    hires = allocate(routine(touch=Touch(about=About.APPLICANTS, decides=True)))
    with pytest.raises(BeyondLaw):
        check_overruling(hires, Division.TOGETHER, why="We are in a hurry.")


def test_moving_within_a_quarter_needs_no_reason():
    here = Place(creative=0.1, contact=0.1)

    check_moving(here, Place(creative=0.3, contact=0.2), why="")
    with pytest.raises(NoReason):
        check_moving(here, Place(creative=0.7, contact=0.2), why="")
    with pytest.raises(NoReason):
        check_moving(None, here, why="")


def test_views_disagree_from_two_divisions_apart():
    views = {
        "wish": Division.PERSON_ALONE, "expert": Division.PERSON_INFORMED,
        "data": Division.AI_LEADS,
    }  # fmt: skip

    assert apart(views) == [("wish", "data"), ("expert", "data")]
