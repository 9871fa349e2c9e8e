"""Answers, what may be told of them, what stands out, and what has changed."""

from dataclasses import replace
from uuid import UUID

import pytest

from samspil.core.readiness.answers import (
    UnfitAnswers,
    check_answers,
    hardly_knows,
    missing,
    own_mean,
    whose,
)
from samspil.core.readiness.changes import Course, Measure, change
from samspil.core.readiness.figures import (
    Group,
    Part,
    Person,
    Size,
    Told,
    part_of,
    settled,
    step_of,
)
from samspil.core.readiness.findings import Finding, Kind, findings
from samspil.core.readiness.statements import STATEMENTS, WORDS, Area, statements_of

KEYS = [one.key for one in STATEMENTS]


def everything(value: int, **other: int) -> Person:
    """Somebody who answers every statement alike, but for some."""
    return Person(answers={**dict.fromkeys(KEYS, value), **other}, leads=False)


def leading(value: int, **other: int) -> Person:
    """The same of somebody who leads."""
    return replace(everything(value, **other), leads=True)


def told_of(people: list[Person], what: str, group: Group = Group.ALL) -> Told:
    return next(one for one in settled(people).told if (one.of, one.group) == (what, group))


def test_sixteen_statements_stand_in_five_areas_and_each_is_asked_once():
    assert len(STATEMENTS) == len(set(KEYS)) == len({one.words for one in STATEMENTS}) == 16
    assert [len(statements_of(area)) for area in Area] == [3, 3, 3, 4, 3]
    assert {*Area, *KEYS} == set(WORDS)


@pytest.mark.parametrize("answers", [{"nothing": 3}, {KEYS[0]: 6}, {KEYS[0]: -1}])
def test_an_answer_is_of_a_statement_and_on_the_scale(answers):
    with pytest.raises(UnfitAnswers):
        check_answers(answers)


def test_not_knowing_is_an_answer_and_counts_in_no_mean():
    first, second, third = (one.key for one in statements_of(Area.GOALS))
    said = {first: 4, second: 0, third: 0}
    check_answers(said)

    assert own_mean(said, Area.GOALS) == 4
    assert own_mean({}, Area.GOALS) is None
    assert hardly_knows(said, Area.GOALS)
    assert not hardly_knows({**said, second: 2}, Area.GOALS)
    assert len(missing(said)) == 13


def test_a_mark_leads_back_to_nobody_without_the_key_and_is_another_in_each_round():
    who, one, other = UUID(int=1), UUID(int=2), UUID(int=3)

    mark = whose(who, round_=one, key=b"k")

    assert mark == whose(who, round_=one, key=b"k")
    assert mark not in {whose(who, round_=other, key=b"k"), whose(who, round_=one, key=b"l")}


def test_of_four_people_nothing_is_told_and_of_five_something_is():
    four = settled([everything(3)] * 4)
    five = settled([everything(3)] * 5)

    assert (four.people, four.leaders, four.others, list(four.told)) == (None, None, None, [])
    assert (five.people, len(five.told)) == (5, 21)


def test_a_mean_never_says_what_everybody_answered():
    same = told_of([everything(5)] * 5, Area.GOALS)

    assert (same.mean, same.spread) == (4.5, 0.5)
    assert told_of([everything(1)] * 10, Area.GOALS).mean == 1.2


@pytest.mark.parametrize("others", [(1, 2, 3, 4), (3, 3, 3, 3), (5, 4, 1, 1)])
def test_who_knows_the_answers_of_all_others_does_not_know_the_last_one(others):
    key = KEYS[0]
    seen = {
        last: told_of([everything(3, **{key: one}) for one in (*others, last)], key).mean
        for last in (2, 3, 4)
    }

    assert len(set(seen.values())) < 3


def test_steps_grow_finer_with_more_people():
    assert [step_of(one) for one in (5, 9, 10, 19, 20, 200)] == [0.5, 0.5, 0.2, 0.2, 0.1, 0.1]


def test_a_number_of_people_is_told_where_five_do_and_five_do_not():
    assert part_of(3, 9) == Part(size=Size.UNTOLD)
    assert part_of(0, 10) == part_of(4, 10) == Part(size=Size.FEW)
    assert part_of(6, 10) == part_of(10, 10) == Part(size=Size.MOST)
    assert part_of(5, 10) == Part(size=Size.SOME, n=5)


def test_leaders_are_told_apart_only_where_both_groups_reach_five():
    leaders, others = [leading(5)] * 5, [everything(2)] * 5

    apart = settled(leaders + others)
    assert (apart.people, apart.leaders, apart.others) == (10, 5, 5)
    assert told_of(leaders + others, Area.WORK, Group.LEADERS).mean == 4.5
    assert told_of(leaders + others, Area.WORK, Group.OTHERS).agree.size is Size.UNTOLD

    for few in (settled(leaders[:4] + others * 4), settled(leaders * 4 + others[:4])):
        assert (few.leaders, few.others) == (None, None)
        assert {one.group for one in few.told} == {Group.ALL}


def test_statements_of_which_too_few_know_have_no_mean():
    people = [everything(3, **{KEYS[0]: 0})] * 6 + [everything(3)] * 4

    told = told_of(people, KEYS[0])

    assert (told.mean, told.spread, told.people) == (None, None, 0)
    assert told.unsure == Part(size=Size.MOST)


def test_a_difference_has_welchs_interval_and_the_steps_beside():
    before = Measure(mean=2.5, spread=1.0, people=20)
    found = change(before, Measure(mean=3.6, spread=0.8, people=25))

    assert found.difference == 1.1
    assert found.low == pytest.approx(0.44, abs=0.01)
    assert found.high == pytest.approx(1.76, abs=0.01)
    assert found.course is Course.UP


def test_a_small_difference_of_few_people_is_no_change_that_can_be_told():
    few = Measure(mean=2.5, spread=1.0, people=5)

    assert change(few, Measure(mean=3.5, spread=1.0, people=5)).course is Course.UNTOLD
    assert change(few, few).difference == 0
    many = Measure(mean=4.0, spread=0.5, people=50)
    assert change(many, Measure(mean=2.0, spread=0.5, people=50)).course is Course.DOWN


def test_what_stands_out_is_low_unknown_seen_differently_or_seen_so_by_leaders_alone():
    unknown, apart = KEYS[0], KEYS[-1]
    leaders = [leading(5, **{unknown: 0})] * 8
    others = [everything(2, **{apart: 5})] * 8 + [everything(2, **{apart: 1})] * 8

    found = findings(settled(leaders + others).told, people=24)

    assert Finding(kind=Kind.UNSURE, of=unknown) in found
    assert Finding(kind=Kind.APART, of=apart) in found
    assert {one.of for one in found if one.kind is Kind.LEADERS_HIGHER} == set(Area)
    low = [one for one in found if one.kind is Kind.LOW]
    assert len(low) == 2
    assert all(one.mean is not None and one.mean < 3.5 for one in low)
    assert {one.area for one in found} <= set(Area)


def test_nothing_stands_out_where_all_is_well():
    assert findings(settled([everything(4)] * 12).told, people=12) == []
