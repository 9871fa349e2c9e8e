"""A part is kept as bytes that give the same part back, or are refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.core.knowledge.index import Index
from samspil.core.knowledge.part import BrokenPart, Entry, Part, part_of

ENTRIES = st.lists(
    st.builds(
        Entry,
        headings=st.lists(st.text(max_size=20), max_size=3).map(tuple),
        text=st.text(max_size=300),
    ),
    max_size=5,
)


def same(one: Part, other: Part) -> bool:
    named = (one.key, one.language, one.embedder) == (other.key, other.language, other.embedder)
    arrays = ("terms", "starts", "rows", "body", "heads", "lengths", "head_lengths", "vectors")
    return named and all(
        np.array_equal(getattr(one, name), getattr(other, name)) for name in arrays
    )


@given(ENTRIES, st.sampled_from(["da", "de", "en"]))
def test_any_text_is_read_kept_and_found_again(entries, language):
    part = part_of(entries, language=language, key="øé")
    again = Part.unpacked(part.packed())
    assert same(part, again)
    assert len(again) == len(entries)
    for entry in entries:
        Index.of([again]).search(entry.text)


def test_vectors_are_kept_with_the_name_of_their_embedder():
    part = part_of([Entry(text="a b"), Entry(text="c")], language="en")
    vectors = np.array([[1, 0, 0], [0, 0.5, 0.5]], dtype=np.float32)
    again = Part.unpacked(part.with_vectors(vectors, embedder="e5").packed())
    assert again.embedder == "e5"
    assert again.vectors.tolist() == vectors.tolist()


def test_a_vector_that_is_missing_is_refused():
    part = part_of([Entry(text="a"), Entry(text="b")], language="en")
    with pytest.raises(ValueError, match="2 passages"):
        part.with_vectors(np.zeros((1, 3), dtype=np.float32), embedder="e5")


@given(st.binary(max_size=200))
def test_bytes_from_elsewhere_are_refused(raw):
    with pytest.raises(BrokenPart):
        Part.unpacked(raw)


@given(st.data())
def test_a_part_that_was_damaged_or_cut_off_is_refused(data):
    whole = part_of([Entry(text="some words here")], language="en").packed()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + bytes([whole[at] ^ data.draw(st.integers(1, 255))]) + whole[at + 1 :]
    for raw in (damaged, whole[:at]):
        with pytest.raises(BrokenPart):
            Part.unpacked(raw)


def test_the_text_itself_is_not_in_the_bytes():
    part = part_of([Entry(text="Confidential merger with Globex")], language="en")
    assert b"globex" not in part.packed().lower()
