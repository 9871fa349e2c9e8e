"""How often a case comes to each step: in rows, branches and loops, and where it never ends."""

import time
from random import Random

import pytest

from samspil.core.process_maps.walking import Line, Node, walked


def nodes(n: int, **begins: float) -> list[Node]:
    return [Node(key=key, begins=begins.get(f"n{key}")) for key in range(n)]


def lines(*ways: tuple[int, int, float | None]) -> list[Line]:
    return [Line(source=a, target=b, share=share) for a, b, share in ways]


def rounded(visits: object) -> dict[int, float | None]:
    assert isinstance(visits, dict)
    return {key: None if each is None else round(each, 6) for key, each in visits.items()}


def test_a_case_comes_once_to_every_step_of_a_row():
    walk = walked(nodes(3), lines((0, 1, None), (1, 2, None)))

    assert rounded(walk.visits) == {0: 1, 1: 1, 2: 1}
    assert (walk.begins, walk.ends(2), walk.ends(0)) == ({0: 1.0}, 1.0, 0.0)


def test_a_step_that_three_of_ten_come_back_to_is_done_ten_sevenths_of_a_time():
    walk = walked(nodes(2), lines((0, 1, None), (1, 0, 0.3)))

    assert rounded(walk.visits) == {0: round(1 / 0.7, 6), 1: round(1 / 0.7, 6)}
    assert round(walk.ends(1), 6) == 0.7


def test_a_step_that_follows_itself_counts_each_round():
    walk = walked(nodes(1), lines((0, 0, 0.75)))

    assert rounded(walk.visits) == {0: 4.0}


def test_what_nobody_said_is_what_the_others_leave_in_equal_parts():
    walk = walked(nodes(4), lines((0, 1, 0.5), (0, 2, None), (0, 3, None)))

    assert rounded(walk.visits) == {0: 1, 1: 0.5, 2: 0.25, 3: 0.25}


def test_the_chain_of_a_textbook_gives_the_textbooks_numbers():
    """Kemeny and Snell's drunkard's walk with three corners between bar and home."""
    ways = [(0, 1, 0.5), (1, 0, 0.5), (1, 2, 0.5), (2, 1, 0.5)]

    walk = walked(nodes(3, n1=1.0), lines(*ways))

    assert rounded(walk.visits) == {0: 1.0, 1: 2.0, 2: 1.0}


def test_cases_begin_where_it_is_said_else_where_no_way_leads_else_at_the_first():
    ring = lines((0, 1, None), (1, 2, None), (2, 0, 0.5))

    assert walked(nodes(3, n1=0.2, n2=0.2), ring).begins == {1: 0.5, 2: 0.5}
    assert walked(nodes(3), lines((0, 2, None), (1, 2, None))).begins == {0: 0.5, 1: 0.5}
    assert walked(nodes(3), ring).begins == {0: 1.0}


def test_a_step_that_is_left_out_leaves_the_visits_of_all_others_as_they_were():
    ways = lines((0, 1, 0.6), (0, 2, 0.4), (1, 1, 0.2), (1, 2, 0.5), (1, 0, 0.1), (2, 3, None))
    whole = walked(nodes(4), ways)

    without = walked([Node(key=key, left_out=key == 1) for key in range(4)], ways)

    expected = {key: each for key, each in rounded(whole.visits).items() if key != 1}
    assert rounded(without.visits) == expected
    assert without.bridged == {(0, 0)}
    assert round(without.shares[0, 2], 6) == round(0.4 + 0.6 * 0.5 / 0.8, 6)


def test_where_the_first_step_is_left_out_cases_begin_at_what_followed():
    ways = lines((0, 1, 0.25), (0, 2, 0.75))

    walk = walked([Node(key=key, left_out=key == 0) for key in range(3)], ways)

    assert walk.begins == {1: 0.25, 2: 0.75}


def test_steps_that_nobody_comes_to_and_ways_without_an_end_are_named_and_nothing_breaks():
    ways = lines((0, 1, 0.5), (1, 2, 1.0), (2, 1, 1.0), (3, 0, None))

    walk = walked(nodes(5, n0=1.0), ways)

    assert walk.unreachable == (3, 4)
    assert walk.endless == (1, 2)
    assert rounded(walk.visits) == {0: 1.0, 1: None, 2: None, 3: 0.0, 4: 0.0}


def test_whoever_is_on_the_way_to_a_ring_without_end_came_by_once():
    walk = walked(nodes(3), lines((0, 1, None), (1, 2, None), (2, 1, None)))

    assert rounded(walk.visits) == {0: 1.0, 1: None, 2: None}
    assert walk.endless == (0, 1, 2)


@pytest.mark.parametrize("count", [0, 1])
def test_an_empty_map_and_a_lone_step_are_maps_too(count):
    walk = walked(nodes(count), [])

    assert walk.visits == dict.fromkeys(range(count), 1.0)


def test_shares_of_more_than_everything_are_scaled_down():
    walk = walked(nodes(3), lines((0, 1, 1.0), (0, 2, 1.0)))

    assert rounded(walk.visits) == {0: 1, 1: 0.5, 2: 0.5}


def test_three_hundred_steps_with_loops_take_no_time():
    chance = Random(7)
    ways = [(at, at + 1, 0.6) for at in range(299)]
    ways += [(at, chance.randrange(300), 0.2) for at in range(299)]

    begun = time.perf_counter()
    walk = walked(nodes(300), lines(*{(a, b): (a, b, s) for a, b, s in ways}.values()))

    assert time.perf_counter() - begun < 0.5
    assert sum(each or 0 for each in walk.visits.values()) > 1
    assert walk.endless == ()
