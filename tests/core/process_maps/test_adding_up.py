"""What a case takes: only what is known, each step as often as a case comes there."""

import pytest

from samspil.core.allocation.divisions import Division
from samspil.core.allocation.portfolio import Range
from samspil.core.organisation_models.contract import Route
from samspil.core.process_maps.adding_up import Figures, added_up, drawable
from samspil.core.process_maps.beside import Change, Shown, side_by_side
from samspil.core.process_maps.deciding_who import Ground, Value, Who, ai_share_of, who_does
from samspil.core.process_maps.walking import Line, Node, walked

LOOP = walked(
    [Node(key=key) for key in range(3)],
    [Line(source=0, target=1), Line(source=1, target=0, share=0.5), Line(source=1, target=2)],
)
"""Two rounds of the first two steps, then the third."""


def test_a_loop_counts_each_of_its_rounds_and_what_nobody_knows_is_said():
    found = added_up(
        LOOP,
        {
            0: Figures(minutes=10, errors=0.1, owner="a"),
            1: Figures(minutes=5, waiting=60, owner="b"),
            2: Figures(owner="b"),
        },
    )

    assert [found.minutes, found.waiting] == pytest.approx([30, 120])
    assert (found.no_minutes, found.no_waiting) == ((2,), (0, 2))
    assert dict(found.longest) == pytest.approx({0: 20, 1: 10})
    assert dict(found.faulty) == pytest.approx({0: 0.2})


def test_work_changes_hands_where_the_next_owner_is_another_one():
    owners = {0: Figures(owner="a"), 1: Figures(owner="b"), 2: Figures(owner="b")}

    assert added_up(LOOP, owners).hand_overs == pytest.approx(3)
    assert added_up(LOOP, owners).unowned == 0
    nobody = added_up(LOOP, {**owners, 1: Figures()})
    assert (nobody.hand_overs, nobody.unowned) == (0, 3)


def test_ai_s_share_is_weighted_by_minutes_and_speaks_for_those_that_are_known():
    figures = {
        0: Figures(minutes=10, ai_share=0.5),
        1: Figures(minutes=10, ai_share=0.0),
        2: Figures(minutes=40),
    }

    found = added_up(LOOP, figures)

    assert found.ai_share == pytest.approx(0.25)
    assert found.ai_known == pytest.approx(0.5)
    assert added_up(LOOP, {key: Figures() for key in range(3)}).ai_share is None


def test_what_would_change_comes_from_estimates_alone_and_is_a_range():
    figures = {
        0: Figures(minutes=10, saved=Range(low=0.1, high=0.5)),
        1: Figures(minutes=10),
        2: Figures(saved=Range(low=1, high=1)),
    }

    found = added_up(LOOP, figures)

    assert [found.saved.low, found.saved.high] == pytest.approx([2, 10])
    assert found.estimated == (0,)


@pytest.mark.parametrize(
    ("said", "measured", "division", "most", "route", "ground"),
    [
        (Route.ALONE, None, None, Division.TOGETHER, Route.TOGETHER, Ground.LAW),
        (Route.ALONE, None, None, Division.PERSON_ALONE, Route.PERSON, Ground.LAW),
        (Route.PERSON, Route.ALONE, None, Division.AI_ALONE, Route.PERSON, Ground.SAID),
        (None, Route.TOGETHER, Division.PERSON_ALONE, None, Route.TOGETHER, Ground.MEASURED),
        (None, None, Division.AI_LEADS, None, Route.TOGETHER, Ground.MATRIX),
        (None, None, None, None, Route.PERSON, Ground.NOBODY_SAID),
    ],
    ids=["law-together", "law-person", "said", "measured", "matrix", "nobody"],
)
def test_the_law_comes_first_then_what_is_said_measured_or_in_the_matrix(
    said, measured, division, most, route, ground
):
    found = who_does(said=said, measured=measured, division=division, most=most)

    assert found == Who(route=route, ground=ground)


def test_what_is_measured_counts_before_a_guess_and_a_person_alone_is_none_of_ai():
    person = Who(route=Route.PERSON, ground=Ground.NOBODY_SAID)
    together = Who(route=Route.TOGETHER, ground=Ground.MATRIX)

    assert Value(measured=3.0, n=9, guessed=5.0).known == 3.0
    assert Value(guessed=5.0).known == 5.0
    assert ai_share_of(Value(), person).known == 0.0
    assert ai_share_of(Value(), together).known is None
    assert ai_share_of(Value(guessed=0.4), person).known == 0.4


def test_a_picture_leaves_out_seldom_ways_over_many_rows_first():
    often = {(0, 1): 0.1, (0, 9): 1.0, (0, 8): 0.5, (9, 0): 0.2}

    assert drawable(often, range(10), most=9) == [(0, 9), (0, 1)]
    assert drawable(often, range(10), most=99) == [(0, 9), (0, 8), (9, 0), (0, 1)]


def test_side_by_side_steps_stay_change_come_and_go_where_they_stood():
    now = [Shown(key=key, origin=0, says=(name, 5)) for key, name in enumerate("abc", start=1)]
    then = [
        Shown(key=11, origin=1, says=("a", 5)),
        Shown(key=19, origin=0, says=("new", 1)),
        Shown(key=13, origin=3, says=("c", 2)),
    ]

    pairs = [(one.now, one.then, one.change, one.parts) for one in side_by_side(now, then)]

    assert pairs == [
        (1, 11, Change.STAYED, ()),
        (2, None, Change.WENT, ()),
        (None, 19, Change.CAME, ()),
        (3, 13, Change.CHANGED, (1,)),
    ]
