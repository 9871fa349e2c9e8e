"""AI learns anew by itself at 200 new examples, one lesson at a time, where people let it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.config.jobs import HANDLERS, PERIODIC
from samspil.core.examples import Labelled
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.teaching import actions
from samspil.teaching.models import Example, Lesson, Source, Stage, Version
from samspil.teaching.queries.anew import new_labels, to_look_at
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import Process, VerifiedAnswer
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team

LATER = MONDAY_9 + timedelta(days=1)
TEXT = "my bicycle number {0} has a flat tyre"


def keep(process, *, n: int, at=MONDAY_9, first: int = 0) -> None:
    """Examples that somebody looked at, on two topics."""
    fresh = [
        actions.Fresh(
            labelled=Labelled(text=TEXT.format(number), topic=("bicycle", "cake")[number % 2])
        )
        for number in range(first, first + n)
    ]
    actions.keep_examples(process, fresh, source=Source.TYPED, by=None, at=at)


def learn(lesson: Lesson, *, at=MONDAY_9) -> Version | None:
    """What the background job does, by words only, which is quick."""
    Lesson.objects.filter(pk=lesson.pk).update(words_only=True)
    return actions.run_lesson(Lesson.objects.get(pk=lesson.pk), at=at, plan=actions.ONCE)


def test_at_two_hundred_new_examples_ai_begins_to_learn_and_not_before(process):
    keep(process, n=199)
    assert actions.learn_anew(at=MONDAY_9) == []

    keep(process, n=1, first=199)
    [lesson] = actions.learn_anew(at=MONDAY_9)

    assert (lesson.process, lesson.by, lesson.by_itself) == (process, None, True)
    assert lesson.stage == Stage.RUNNING
    began = Entry.objects.get(event="learning_began")
    assert '"examples":200' in began.facts.replace(" ", "")


def test_no_two_lessons_at_once_whoever_began_the_other(process, leader):
    keep(process, n=200)
    [lesson] = actions.learn_anew(at=MONDAY_9)

    assert actions.learn_anew(at=MONDAY_9) == []

    Lesson.objects.filter(pk=lesson.pk).update(by_itself=False)
    assert actions.learn_anew(at=MONDAY_9) == []
    assert Lesson.objects.count() == 1


def test_what_it_learned_from_is_no_longer_new(process):
    keep(process, n=200)
    [lesson] = actions.learn_anew(at=MONDAY_9)
    version = learn(lesson)

    assert version is not None
    assert (version.by, version.by_itself, version.examples) == (None, True, 200)
    assert new_labels([process]) == {}
    keep(process, n=150, at=LATER, first=200)
    assert new_labels([process]) == {process.pk: 150}
    assert actions.learn_anew(at=LATER) == []
    keep(process, n=50, at=LATER, first=350)
    assert len(actions.learn_anew(at=LATER)) == 1


def test_an_example_with_another_topic_is_new_again_and_a_removed_one_is_not(process, leader):
    keep(process, n=200)
    learn(actions.learn_anew(at=MONDAY_9)[0])
    corrected = [actions.Fresh(labelled=Labelled(text=TEXT.format(0), topic="cake"))]
    actions.keep_examples(process, corrected, source=Source.TYPED, by=None, at=LATER)
    keep(process, n=1, at=LATER, first=200)
    last = Example.objects.latest("pk")

    actions.remove_examples(process, [last.pk], by=leader, at=LATER)

    assert new_labels([process]) == {process.pk: 1}


def test_after_a_lesson_that_failed_it_waits_for_two_hundred_more(process, leader):
    keep(process, n=200)
    [lesson] = actions.learn_anew(at=MONDAY_9)
    ids = list(Example.objects.values_list("pk", flat=True))
    actions.remove_examples(process, ids, by=leader, at=MONDAY_9)
    assert learn(lesson) is None
    actions.restore_examples(process, ids, by=leader, at=MONDAY_9)

    assert actions.learn_anew(at=LATER) == []

    keep(process, n=200, at=LATER, first=200)
    assert len(actions.learn_anew(at=LATER)) == 1


def test_a_lesson_whose_worker_was_given_up_keeps_ai_from_learning_for_a_day(process):
    keep(process, n=200)
    [lesson] = actions.learn_anew(at=MONDAY_9)
    keep(process, n=200, at=LATER, first=200)

    [again] = actions.learn_anew(at=LATER)

    lesson.refresh_from_db()
    assert (lesson.stage, lesson.finished_at) == (Stage.FAILED, LATER)
    assert again.stage == Stage.RUNNING


def test_nothing_is_learned_where_people_said_no_nor_from_a_sample_nor_where_ai_is_stopped(
    process, leader
):
    keep(process, n=200)
    stopped, sample = make_process(name="Stopped"), make_process(name="Sample")
    keep(stopped, n=200)
    keep(sample, n=200)
    Process.objects.filter(pk=sample.pk).update(sample=True)
    work.stop(stopped, why="", by=leader, at=MONDAY_9)
    work.let_learn(process, by_itself=False, by=leader, at=MONDAY_9)

    assert actions.learn_anew(at=MONDAY_9) == []

    work.lift_stop(stopped, by=leader, at=MONDAY_9)
    assert [one.process for one in actions.learn_anew(at=MONDAY_9)] == [stopped]


def test_where_ai_is_stopped_everywhere_it_learns_nowhere(process, leader):
    keep(process, n=200)
    owner = make_colleague(Role.OWNER)
    work.stop(None, why="", by=owner, at=MONDAY_9)

    assert actions.learn_anew(at=MONDAY_9) == []


def test_saying_whether_ai_learns_by_itself_is_in_the_journal_once(process, leader):
    assert work.let_learn(process, by_itself=False, by=leader, at=MONDAY_9)
    assert not work.let_learn(process, by_itself=False, by=leader, at=MONDAY_9)

    assert Entry.objects.filter(event="learning_changed").count() == 1


def test_a_reviewer_does_not_say_whether_ai_learns_by_itself(process):
    with pytest.raises(NotAllowed):
        work.let_learn(process, by_itself=False, by=make_colleague(Role.REVIEWER), at=MONDAY_9)

    process.refresh_from_db()
    assert process.learns_by_itself


def test_the_job_comes_round_and_keeps_organisations_apart(process, other_organisation):
    keep(process, n=200)
    with enter(other_organisation):
        theirs = make_process(name="Theirs")
        keep(theirs, n=10)

    HANDLERS[actions.LEARN_ANEW]({})

    assert actions.LEARN_ANEW in PERIODIC
    assert [one.process for one in Lesson.objects.all()] == [process]
    with enter(other_organisation):
        assert not Lesson.objects.exists()


def test_decided_cases_wait_to_be_looked_at_and_are_learned_from_only_then(organisation):
    owner = make_colleague(Role.OWNER)
    process = make_process(name="Decided", team=make_team(owner))
    for number in range(2):
        case = make_claimed(process, owner, f"When will my parcel number {number} be delivered?")
        work.decide(case, answer="Soon.", topic="invoice_copy", by=owner, at=MONDAY_9)
    VerifiedAnswer.objects.update(drawn=False)  # whatever lots said

    assert to_look_at(at=MONDAY_9) == {process.pk: 2}
    assert new_labels([process]) == {}

    actions.take_decisions(process, None, by=owner, at=MONDAY_9)

    assert to_look_at(at=MONDAY_9) == {}
    assert new_labels([process]) == {process.pk: 2}


def test_looking_costs_the_same_for_one_process_and_for_three(process):
    def statements() -> int:
        processes = [process, *others]
        with CaptureQueriesContext(connection) as captured:
            new_labels(processes)
        return len(captured)

    others: list[Process] = []
    keep(process, n=3)
    one = statements()
    others = [make_process(name=name) for name in ("Second", "Third")]
    for each in others:
        keep(each, n=3)

    assert statements() == one == 3
