"""Vectors are kept small, and no text is read twice."""

import numpy as np

from samspil.core.embedding import Embedder, Keeping, packed, text_key, unpacked
from samspil.core.likeness import nearest
from tests.embedders import CountsWords


def test_a_stored_vector_comes_back_nearly_as_it_was():
    vector = CountsWords().embed(["where is my parcel"])[0]

    back = unpacked([packed(vector)], dimension=64)[0]

    assert len(packed(vector)) == 128
    assert np.abs(back - vector).max() < 0.001


def test_a_vector_of_another_length_is_near_to_nothing():
    rows = unpacked([b"\x00\x3c", packed(np.ones(2, np.float32))], dimension=2)

    assert rows.tolist() == [[0, 0], [1, 1]]
    assert nearest(rows[1], rows, same_language=[True, True]) == [1]


def test_a_text_has_one_key_however_its_letters_are_written():
    assert text_key("Køb en bil, Åse") == text_key("Køb en bil, A\u030ase")
    assert text_key("betalt") != text_key("ikke betalt")


def test_within_one_piece_of_work_no_text_is_read_twice():
    words = CountsWords()
    keeping = Keeping(embedder=words)

    first = keeping.embed(["a b", "c", "a b"])
    again = keeping.embed(["c", "a b"])

    assert isinstance(keeping, Embedder)
    assert words.read == ["a b", "c"]
    assert again.tolist() == first[1:].tolist()
    assert keeping.embed([]).shape == (0, 64)


def test_the_three_nearest_come_first_and_those_in_the_same_language_before_others():
    others = np.array([[1, 0], [0.8, 0.6], [0, 1], [0.6, 0.8], [0, 0]], dtype=np.float32)
    here = np.array([1, 0], dtype=np.float32)

    assert nearest(here, others, same_language=[True] * 5) == [0, 1, 3]
    assert nearest(here, others, same_language=[False, False, True, True, True]) == [3, 2, 0]


def test_where_there_is_nothing_to_compare_nothing_is_near():
    here = np.array([1, 0], dtype=np.float32)

    assert nearest(here, np.zeros((0, 2), np.float32), same_language=[]) == []
    assert nearest(here * 0, here[None], same_language=[True]) == []
