"""Vectors kept small, the nearest among them, and one order made of two."""

import numpy as np

from samspil.core.audit.meaning import AT_ONCE, Meanings, joined, nearest, small


def test_a_vector_in_one_byte_a_number_keeps_its_direction():
    rng = np.random.default_rng(7)
    whole = rng.standard_normal((20, 384)).astype(np.float32)
    whole[3] = 0

    kept = small(whole)

    assert kept.dtype == np.int8
    assert not kept[3].any()
    found = [nearest(Meanings(numbers=np.arange(20, dtype=np.int32), rows=kept), row, most=1)
             for row in np.delete(whole, 3, axis=0)]  # fmt: skip
    assert found == [[one] for one in range(20) if one != 3]


def test_the_nearest_come_first_also_beyond_what_is_compared_at_once():
    rows = np.zeros((AT_ONCE + 2, 2), dtype=np.int8)
    rows[:, 1] = 127
    rows[5], rows[AT_ONCE + 1] = (127, 30), (127, 0)
    meanings = Meanings(numbers=np.arange(len(rows), dtype=np.int32) + 100, rows=rows)

    assert nearest(meanings, np.array([1, 0], dtype=np.float32), most=2) == [AT_ONCE + 101, 105]
    assert nearest(meanings, np.zeros(2, dtype=np.float32), most=2) == []


def test_what_stands_high_in_both_orders_comes_before_what_leads_one():
    assert joined([[1, 2, 3], [2, 4]], weights=(1, 1), most=3) == [2, 1, 4]
    assert joined([[], [4, 5]], weights=(1, 1), most=9) == [4, 5]
