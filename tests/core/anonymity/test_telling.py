"""Figures that show no single person."""

from itertools import pairwise, product

from samspil.core.anonymity import LEAST, in_steps, told, told_parts


def test_small_counts_and_counts_of_few_people_are_withheld():
    assert [told(n) for n in (0, 1, 4, 5, 20)] == [0, None, None, 5, 20]
    assert told(20, people=4) is None
    assert told(0, people=1) == 0


def test_the_only_small_part_takes_the_next_smallest_along():
    assert told_parts({"a": 40, "b": 9, "c": 2}) == {"a": 40, "b": None, "c": None}


def test_two_small_parts_hide_each_other():
    assert told_parts({"a": 40, "b": 3, "c": 2}) == {"a": 40, "b": None, "c": None}


def test_no_small_part_is_found_from_the_sum_and_what_is_told():
    for counts in product(range(9), repeat=3):
        parts = dict(enumerate(counts))
        shown = told_parts(parts)
        missing = [key for key, count in shown.items() if count is None]
        small = [key for key in missing if parts[key] < LEAST]

        alone = len(missing) == 1 and bool(small)
        nothing_to_hide_behind = sum(count > 0 for count in counts) == 1
        assert not alone or nothing_to_hide_behind


def test_a_growing_count_never_tells_of_one_more_person():
    steps = [in_steps(n) for n in range(40)]

    assert steps[4:6] == [0, 5]
    assert {after - before for before, after in pairwise(steps)} == {0, LEAST}
