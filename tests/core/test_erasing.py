"""Requests to be erased: the day of the answer, and the grounds on which one may be refused."""

from datetime import date

import pytest

from samspil.core.access_requests import due_on, extended_to, may_extend
from samspil.core.erasing import (
    ARTICLES,
    WORDS,
    BadRefusal,
    Came,
    Ground,
    Known,
    Refusal,
    check_refusal,
)


def test_lr13_an_answer_is_due_in_a_month_and_with_reasons_in_three():
    assert due_on(date(2026, 1, 31)) == date(2026, 2, 28)
    assert extended_to(date(2026, 1, 31)) == date(2026, 4, 30)


def test_they_are_told_of_a_delay_within_the_first_month_or_there_is_none():
    received = date(2026, 1, 31)

    assert may_extend(received, on=date(2026, 2, 28))
    assert not may_extend(received, on=date(2026, 3, 1))


def test_every_ground_has_an_article_and_words():
    assert set(ARTICLES) == set(Ground)
    assert {*Ground, *Came, *Known} <= set(WORDS)


def test_nothing_is_refused_without_a_reason():
    check_refusal(Refusal(ground=Ground.CLAIMS, why="A bill is disputed."), in_part=True)
    with pytest.raises(BadRefusal):
        check_refusal(Refusal(ground=Ground.CLAIMS, why=" "), in_part=False)


@pytest.mark.parametrize("ground", [Ground.EXCESSIVE, Ground.UNKNOWN])
def test_what_is_about_the_request_as_a_whole_refuses_no_part(ground):
    check_refusal(Refusal(ground=ground, why="x"), in_part=False)
    with pytest.raises(BadRefusal):
        check_refusal(Refusal(ground=ground, why="x"), in_part=True)
