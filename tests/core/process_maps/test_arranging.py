"""Steps are put elsewhere and between others, and the ways follow."""

from samspil.core.process_maps.arranging import moved, put_after, put_before, put_between
from samspil.core.process_maps.walking import Line

ROW = [Line(source=a, target=a + 1, share=0.5, row=a) for a in (1, 2, 3)]


def edges(lines: list[Line]) -> set[tuple[int, int]]:
    return {(one.source, one.target) for one in lines}


def test_a_step_moved_earlier_changes_places_with_those_it_passes():
    order, lines = moved([1, 2, 3, 4], ROW, 4, to=1)

    assert order == [1, 4, 2, 3]
    assert edges(lines) == {(1, 4), (4, 2), (2, 3)}
    assert {one.row for one in lines} == {1, 2, 3}


def test_moved_there_and_back_everything_is_as_it_was():
    _order, there = moved([1, 2, 3, 4], ROW, 1, to=3)

    assert moved([2, 3, 4, 1], there, 1, to=0) == ([1, 2, 3, 4], ROW)


def test_a_place_beyond_the_map_is_its_end():
    assert moved([1, 2], [], 1, to=99)[0] == [2, 1]
    assert moved([1, 2], [], 2, to=-5)[0] == [2, 1]


def test_a_step_after_another_takes_over_what_left_it_but_for_its_own_loop():
    branch = [Line(source=1, target=2, share=0.8, row=1), Line(source=1, target=1, row=2)]

    lines = put_after(branch, 1, new=9)

    assert edges(lines) == {(9, 2), (1, 1), (1, 9)}
    assert next(one.share for one in lines if one.row == 1) == 0.8


def test_a_step_before_another_receives_what_came_to_it():
    assert edges(put_before([*ROW, Line(source=4, target=2)], 2, new=9)) == {
        (1, 9), (4, 9), (9, 2), (2, 3), (3, 4),
    }  # fmt: skip


def test_a_step_between_two_leaves_all_other_ways_alone():
    assert edges(put_between(ROW, 2, new=9)) == {(1, 2), (2, 9), (9, 3), (3, 4)}
