"""Goals that can be checked, looks at them, guides, and findings without names."""

from dataclasses import replace
from datetime import date

import pytest

from samspil.core.readiness.asking import questions_for
from samspil.core.readiness.guide import (
    LONGEST_QUESTION,
    UnfitGuide,
    named_in,
    questions_in,
)
from samspil.core.readiness.looking import State, due_look, next_look, state_of
from samspil.core.readiness.seats import Seat
from samspil.core.readiness.vision import (
    Sort,
    UnfitGoal,
    Wanted,
    check_goal,
)

TODAY = date(2026, 3, 2)
SAME_DAY = Wanted(
    sentence="Customers get an answer the same day.", measure="answered within a day, of 100",
    sort=Sort.NUMBER, due=date(2027, 3, 2), now=60, then=90,
)  # fmt: skip


@pytest.mark.parametrize(
    ("otherwise", "field"),
    [
        ({"sentence": ""}, "sentence"),
        ({"measure": ""}, "measure"),
        ({"measure": "x" * 201}, "measure"),
        ({"now": None}, "now"),
        ({"then": float("nan")}, "then"),
        ({"now": float("inf")}, "now"),
        ({"then": 60}, "then"),
        ({"due": date(2026, 3, 1)}, "due"),
    ],
)
def test_a_goal_says_how_one_sees_that_it_is_reached(otherwise, field):
    check_goal(SAME_DAY, today=TODAY)

    with pytest.raises(UnfitGoal) as why:
        check_goal(replace(SAME_DAY, **otherwise), today=TODAY)

    assert why.value.field == field


def test_yes_or_no_needs_no_number():
    check_goal(replace(SAME_DAY, sort=Sort.YES_NO, now=None, then=None), today=TODAY)


@pytest.mark.parametrize(("now", "then"), [(60, 90), (9, 1)])
def test_a_number_says_how_far_it_is_whichever_way_it_is_to_go(now, then):
    middle = (now + then) / 2

    assert [state_of(now, then, one) for one in (then, middle, now)] == [
        State.REACHED, State.ON_THE_WAY, State.NOT,
    ]  # fmt: skip
    assert state_of(now, then, now - (then - now)) is State.NOT


def test_it_is_looked_at_after_3_6_and_12_months_and_the_latest_counts():
    decided = date(2026, 11, 30)

    assert next_look(decided, []) == (3, date(2027, 2, 28))
    assert due_look(decided, [], today=date(2027, 2, 27)) is None
    assert due_look(decided, [], today=date(2027, 2, 28)) == 3
    assert due_look(decided, [], today=date(2027, 6, 1)) == 6
    assert due_look(decided, [6], today=date(2027, 6, 1)) is None
    assert next_look(decided, [6]) == (12, date(2027, 11, 30))
    assert next_look(decided, [12]) is None


def test_every_kind_of_people_has_questions_of_its_own():
    every = [one for seat in Seat for one in questions_for(seat)]

    assert [len(questions_for(seat)) for seat in Seat] == [6] * len(Seat)
    assert len(every) == len(set(every))


@pytest.mark.parametrize("text", ["", " \n ", "x\n" + "y" * (LONGEST_QUESTION + 1)])
def test_a_guide_has_questions(text):
    with pytest.raises(UnfitGuide):
        questions_in(text)


def test_questions_stand_one_in_a_line_and_once():
    assert questions_in("Why?\n\n  How   so? \nWhy?") == ["Why?", "How so?"]
    with pytest.raises(UnfitGuide):
        questions_in("\n".join(f"Question {number}?" for number in range(21)))


def test_a_finding_names_nobody():
    names = ["Emil Sand", "Bo Li"]

    assert named_in("Emil types it twice.", names) == "Emil"
    assert named_in("Emils list is typed twice.", names) == "Emil"
    assert named_in("Ask (Sand) first.", names) == "Sand"
    assert named_in("There is sand in the works; email is slow.", names) is None
