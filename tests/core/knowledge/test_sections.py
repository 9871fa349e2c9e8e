"""Documents are cut into passages that lose nothing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from samspil.core.knowledge.sections import LEAST, MOST, Section, passages


def test_a_short_section_is_one_passage():
    (only,) = passages([Section(text="Holidays are 25 days a year.")])
    assert (only.start, only.end, only.text) == (0, 28, "Holidays are 25 days a year.")


def test_a_blank_section_gives_no_passage_and_keeps_its_place():
    found = list(passages([Section(text=" \n "), Section(text="Something.")]))
    assert [one.section for one in found] == [1]


def test_a_long_section_is_cut_where_a_sentence_ends():
    text = "This sentence is here to be cut. " * 100
    found = list(passages([Section(text=text)]))
    assert len(found) > 1
    assert all(one.text.endswith(". ") for one in found)


@given(st.text(alphabet=st.sampled_from("ab .\n,;ø"), max_size=6 * MOST))
def test_passages_follow_each_other_without_a_gap_and_are_never_long(text):
    found = list(passages([Section(text=text)]))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(len(one.text) <= MOST + LEAST for one in found)
    between = list(pairwise(found))
    assert all(not text[left.end : right.start].strip() for left, right in between)
    if found:
        assert not text[: found[0].start].strip()
        assert not text[found[-1].end :].strip()
    else:
        assert not text.strip()
