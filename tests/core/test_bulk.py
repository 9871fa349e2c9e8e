"""Which of many cases an action may be done to."""

import pytest

from samspil.core.bulk import WORDS, BulkAction, LeftOut, Standing, left_out
from samspil.core.lifecycle import Stage

MARKS = {BulkAction.TAG, BulkAction.UNTAG}


def standing(**said):
    usual = {
        "stage": Stage.WAITING,
        "level": "1",
        "reason": "person_decides",
        "held_by_other": False,
        "may_take": True,
    }
    return Standing(**{**usual, **said})


@pytest.mark.parametrize("action", BulkAction)
def test_an_ordinary_case_that_waits_is_taken(action):
    assert left_out(action, standing()) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"stage": Stage.CLOSED}, LeftOut.CLOSED),
        ({"stage": Stage.ARRIVED}, LeftOut.NOT_LOOKED_AT),
        ({"may_take": False}, LeftOut.OTHER_TEAM),
        ({"stage": Stage.CLAIMED, "held_by_other": True}, LeftOut.HELD),
    ],
)
@pytest.mark.parametrize("action", BulkAction)
def test_nothing_but_marks_is_done_to_what_is_not_in_ones_reach(action, said, why):
    assert left_out(action, standing(**said)) == (None if action in MARKS else why)


@pytest.mark.parametrize("action", BulkAction)
def test_what_weighs_on_a_customers_rights_stays_in_sight(action):
    lawful = {*MARKS, BulkAction.RAISE}

    assert left_out(action, standing(level="3")) == (None if action in lawful else LeftOut.RIGHTS)


def test_whoever_asks_for_a_person_is_not_closed_among_many():
    asks = standing(reason="wants_person")

    assert left_out(BulkAction.CLOSE, asks) is LeftOut.WANTS_PERSON
    assert left_out(BulkAction.MOVE, asks) is None


def test_what_would_change_nothing_is_left_out():
    assert left_out(BulkAction.TAG, standing(already=True)) is LeftOut.ALREADY
    assert left_out(BulkAction.MERGE, standing(alone=True)) is LeftOut.NO_OTHER


def test_no_action_on_many_cases_writes_or_agrees_to_a_reply():
    assert {str(action) for action in BulkAction} == {
        "put_aside", "tag", "untag", "move", "raise", "merge", "close"
    }  # fmt: skip


def test_every_reason_has_words():
    assert set(WORDS) == set(LeftOut)
