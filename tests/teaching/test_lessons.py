"""Teaching: a look first, then a version, which nobody works with until a person chooses it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.adapters import jobs
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.teaching import actions
from samspil.teaching.models import Example, Judgement, Lesson, Use, Version
from samspil.teaching.queries import starter_examples
from samspil.teaching.queries.beside import beside
from samspil.teaching.queries.overview import skills
from samspil.teaching.queries.reports import report
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process, teach
from tests.teaching.conftest import BICYCLES, CAKES, ROWS, looked_at, work_on


def taught(process, leader, rows=None):
    lesson = looked_at(process, leader, rows)
    actions.start(lesson, with_starter=False, by=leader)
    return work_on(lesson)


def test_a_look_masks_counts_and_changes_nothing(process, leader):
    rows = [("My number is 010180-1234", "cpr"), ("Where?", "delivery_status"), ("Where?", "x")]

    lesson = looked_at(process, leader, rows)

    assert lesson.rows == [["My number is [CPR]", "cpr"]]
    assert (lesson.look["masked"], lesson.look["contradicting"]) == (1, 1)
    assert lesson.look["new"] == ["cpr"]
    assert not Example.objects.exists()
    assert not Version.objects.exists()


def test_learning_waits_for_the_background_and_starts_once(process, leader):
    lesson = looked_at(process, leader)
    before = jobs.waiting()

    actions.start(lesson, with_starter=False, by=leader)
    actions.start(lesson, with_starter=False, by=leader)

    assert jobs.waiting() == before + 1
    assert Lesson.objects.get().stage == "running"


def test_a_lesson_makes_a_version_and_leaves_the_one_in_use(process, leader):
    version = taught(process, leader)

    assert (version.examples, version.right, version.tried, version.by) == (24, 24, 24, leader)
    assert version.counts == {"bicycle": {"en": 12}, "cake": {"en": 12}}
    assert Use.objects.get(to_at=None).version.origin == "starter"
    assert Process.objects.get(pk=process.pk).model_file == ""
    assert Example.objects.filter(source="file", added_by=leader).count() == 24
    assert Lesson.objects.get().rows == []


def test_a_lesson_that_is_run_twice_makes_one_version(process, leader):
    lesson = looked_at(process, leader)
    actions.start(lesson, with_starter=False, by=leader)
    one, same = Lesson.objects.get(), Lesson.objects.get()

    first = actions.run_lesson(one, at=MONDAY_9)
    second = actions.run_lesson(same, at=MONDAY_9)

    assert first is not None
    assert second is None
    assert Version.objects.filter(origin="taught").count() == 1
    assert Entry.objects.filter(event="skill_taught").count() == 1


def test_another_worker_goes_on_where_one_died(transactional_db, process, leader):
    class Died(Exception):
        pass

    lesson = looked_at(process, leader)
    actions.start(lesson, with_starter=False, by=leader)
    running = Lesson.objects.get()

    def dies_after_two_rounds(execute, sql, params, many, context):
        if "teaching_lesson" in sql and sql.startswith("UPDATE") and "half" in sql:
            rounds.append(sql)
            if len(rounds) == 3:
                raise Died
        return execute(sql, params, many, context)

    rounds: list[str] = []
    with pytest.raises(Died), connection.execute_wrapper(dies_after_two_rounds):
        actions.run_lesson(running, at=MONDAY_9)

    half = Lesson.objects.get()
    assert half.stage == "running"
    assert sorted(half.half["rounds"]) == ["0 1", "1 1"]
    assert work_on(half).tried == 24


def test_a_lesson_tried_once_reports_only_the_third_that_was_tried(process, leader):
    lesson = looked_at(process, leader)

    version = actions.teach_now(
        lesson, with_starter=False, words_only=True, plan=actions.ONCE, at=MONDAY_9
    )

    assert version is not None
    assert (version.examples, version.right, version.tried) == (24, 8, 8)
    shown = report(version)
    assert shown.quality.n == 8
    assert [point.examples for point in shown.curve] == [16]
    assert not shown.more_helps
    assert (
        sum(said is not None for said in Judgement.objects.get(version=version).unseen.values())
        == 8
    )


def test_two_who_teach_at_once_make_two_versions_and_one_is_in_use(process, leader):
    other = make_colleague(Role.OWNER)
    mine, theirs = looked_at(process, leader), looked_at(process, other, [("Tea", "tea"), *ROWS])
    actions.start(mine, with_starter=False, by=leader)
    actions.start(theirs, with_starter=False, by=other)

    first, second = work_on(mine), work_on(theirs)
    actions.use_version(first, by=leader, at=MONDAY_9)
    actions.use_version(second, by=other, at=MONDAY_9)

    assert Version.objects.filter(origin="taught").count() == 2
    assert Use.objects.get(to_at=None).version == second


def test_a_version_is_compared_only_on_what_neither_had_seen(process, leader):
    first = taught(process, leader, [(BICYCLES[0], "bicycle"), (CAKES[0], "cake")])
    actions.use_version(first, by=leader, at=MONDAY_9)

    second = taught(process, leader)

    pair = report(second).beside
    assert pair is not None
    assert pair.second == first
    assert pair.paired.tried == 22
    said = Judgement.objects.get(version=first)
    assert set(said.unseen) & set(said.later) == set()
    assert len(said.later) == 22
    again = beside(second, first)
    assert (again.first_right, again.second_right) == (pair.first_right, pair.second_right)


def test_examples_ai_came_with_are_not_held_against_it(process, leader):
    known = [(one.text, one.topic) for one in starter_examples("triage", "customer_service")[:8]]
    version = taught(process, leader, known)

    starter = Version.objects.get(origin="starter")
    assert beside(version, starter).paired.tried == 0


def test_what_ai_came_with_is_measured_on_ones_own_examples(process, leader):
    rows = [
        ("When will order 4711 with the two fans be delivered to us?", "delivery_status"),
        *ROWS,
    ]

    taught(process, leader, rows)

    starter = Version.objects.get(origin="starter")
    assert (starter.right, starter.tried) == (1, 25)


def test_the_starter_examples_help_while_own_ones_are_few_and_alike(process, leader):
    few = looked_at(process, leader, [("Where is my pump?", "delivery_status")])
    own = looked_at(process, leader)

    assert (few.with_starter, own.with_starter) == (True, False)


def test_nothing_to_learn_from_is_told(process, leader):
    lesson = looked_at(process, leader, [("the same", "one"), ("the same", "other")])
    actions.start(lesson, with_starter=False, by=leader)

    assert work_on(lesson) is None
    told = Lesson.objects.get()
    assert told.stage == "failed"
    assert told.problem == "No example is left to learn from: bring in a file with some."


def test_teaching_again_needs_examples(process, leader):
    with pytest.raises(actions.NoExamples):
        actions.teach_again(process, by=leader, at=MONDAY_9)


def test_a_reviewer_may_not_teach(process):
    reviewer = make_colleague(Role.REVIEWER)

    with pytest.raises(NotAllowed):
        looked_at(process, reviewer)


def test_what_nobody_started_is_forgotten_after_a_day(process, leader):
    looked_at(process, leader)

    actions.sweep_looks(at=MONDAY_9 + timedelta(days=1, seconds=1))

    assert not Lesson.objects.exists()


def test_the_overview_costs_the_same_for_one_process_and_for_three(organisation):
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            skills()
        return len(captured)

    teach(make_process(), texts=BICYCLES + CAKES, topics=["b"] * 12 + ["c"] * 12)
    one = statements()
    for _ in range(2):
        teach(make_process(), texts=BICYCLES + CAKES, topics=["b"] * 12 + ["c"] * 12)

    assert statements() == one
