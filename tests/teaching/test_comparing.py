"""Versions that know other topic names are compared only on the topics that both know."""

import pytest

from samspil.core.paired import Paired
from samspil.teaching import actions
from samspil.teaching.models import Version
from samspil.teaching.queries.beside import beside
from tests.factories import MONDAY_9
from tests.pages import english, words
from tests.teaching.conftest import BICYCLES, CAKES, ROWS, looked_at, work_on

TEAS = [f"a pot of green tea number {number} with lemon" for number in range(6)]


@pytest.fixture
def page_of(client_of, leader, process):
    def compare(first, second):
        asked = f"first={first.public_id}&second={second.public_id}"
        answer = english(client_of(leader)).get(
            f"/skills/{process.public_id}/versions/compare/?{asked}"
        )
        return words(answer)

    return compare


def taught(process, leader, rows):
    lesson = looked_at(process, leader, rows)
    actions.start(lesson, with_starter=False, by=leader)
    version = work_on(lesson)
    actions.use_version(version, by=leader, at=MONDAY_9)
    return version


def test_examples_of_a_topic_that_only_one_knows_do_not_count(process, leader, page_of):
    first = taught(process, leader, [(BICYCLES[0], "bicycle"), (CAKES[0], "cake")])
    second = taught(process, leader, [*ROWS, *((text, "tea") for text in TEAS)])

    pair = beside(second, first)

    assert pair.paired.tried == 22
    assert pair.unshared == 6
    assert pair.common.only_first == ("tea",)
    assert pair.common.only_second == ()
    shown = page_of(second, first)
    assert "that leaves 22 examples, and 6 do not count" in shown
    assert "1 topic that only this version knows tea" in shown


def test_without_one_topic_in_common_nothing_is_compared_and_the_reason_told(
    process, leader, page_of
):
    second = taught(process, leader, ROWS)
    starter = Version.objects.get(origin="starter")

    pair = beside(second, starter)

    assert pair.paired == Paired(better=0, worse=0, tried=0)
    assert pair.gained == pair.lost == ()
    assert pair.unshared == 24
    shown = page_of(second, starter)
    assert "No comparison: the two know no topic by the same name." in shown
    assert "24 examples do not count" in shown
    assert "2 topics that only this version knows bicycle, cake" in shown
    assert "Better:" not in shown


def test_versions_that_know_the_same_topics_are_compared_on_everything(process, leader, page_of):
    first = taught(process, leader, [(BICYCLES[0], "bicycle"), (CAKES[0], "cake")])
    second = taught(process, leader, ROWS)

    pair = beside(second, first)

    assert pair.common.same
    assert (pair.paired.tried, pair.unshared) == (22, 0)
    assert "do not know the same topics" not in page_of(second, first)
