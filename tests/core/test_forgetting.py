"""Whose example it is, and whether enough is left to learn anew."""

import pytest

from samspil.core.forgetting import Kept, Said, enough_left, own_examples

HERS, HIS = 1, 2
"""Two cases: hers, and another person's."""
HER_TEXT = Said(case=HERS, digest="pump", theirs=True)


def kept(digest, *, case=None, standing=True):
    return Kept(number=7, process=1, digest=digest, topic="pump", case=case, standing=standing)


def test_an_example_from_a_case_of_theirs_is_theirs_whatever_it_says_now():
    assert own_examples([kept("changed", case=HERS)], [HER_TEXT])


def test_an_example_from_a_file_that_reads_like_a_text_of_theirs_is_theirs():
    assert own_examples([kept("pump")], [HER_TEXT])


def test_one_that_was_removed_and_can_still_come_back_is_theirs_too():
    assert own_examples([kept("pump", standing=False)], [HER_TEXT])


def test_the_same_text_from_another_person_stays_where_it_stands_on_their_own_case():
    assert own_examples([kept("pump", case=HIS)], [HER_TEXT]) == []


def test_what_somebody_else_wrote_in_a_case_of_theirs_stays():
    reply = Said(case=HERS, digest="cable", theirs=False)

    assert own_examples([kept("cable", case=HERS)], [HER_TEXT, reply]) == []


def test_what_both_wrote_in_one_case_is_theirs():
    echo = Said(case=HERS, digest="pump", theirs=False)

    assert own_examples([kept("pump", case=HERS)], [HER_TEXT, echo])


def test_what_reads_like_nothing_of_theirs_stays():
    assert own_examples([kept("cable"), kept("cable", case=HIS)], [HER_TEXT]) == []


@pytest.mark.parametrize(
    ("topics", "with_starter", "enough"),
    [
        ({}, False, False),
        ({}, True, False),
        ({"pump": 40}, False, False),
        ({"pump": 40, "cable": 0}, False, False),
        ({"pump": 1, "cable": 1}, False, True),
        ({"pump": 1}, True, True),
    ],
)
def test_ai_learns_anew_where_it_still_has_topics_to_tell_apart(topics, with_starter, enough):
    assert enough_left(topics, with_starter=with_starter) is enough
