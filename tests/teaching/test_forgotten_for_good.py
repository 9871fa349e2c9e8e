"""What is forgotten does not come back: by a lesson that runs, a file that waits, or later work."""

from datetime import timedelta

from django.db import connection

from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.teaching import actions
from samspil.teaching.models import Lesson, Step, Version
from samspil.teaching.queries import labelled as kept_examples
from samspil.teaching.queries.decided import candidates
from samspil.work import actions as work
from samspil.work.models import VerifiedAnswer
from samspil.work.queries import latest_texts
from tests.factories import MONDAY_9, make_claimed, make_colleague
from tests.teaching.conftest import CAKES, looked_at, work_on
from tests.teaching.person import (
    HERS,
    TUESDAY_9,
    everything_kept,
    forget,
    learn,
    path_of,
    taught,
    wrote,
)


def test_a_lesson_that_runs_meanwhile_does_not_bring_them_back(
    transactional_db, process, guardian, leader
):
    wrote(process)
    lesson = looked_at(process, leader)
    actions.start(lesson, with_starter=False, by=leader)
    during: list[actions.Forgotten] = []
    begun: list[str] = []

    def forgets_while_ai_compares(execute, sql, params, many, context):
        if Step.COMPARING in (params or ()) and not begun:
            begun.append("now")
            during.append(forget(guardian))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(forgets_while_ai_compares):
        version = work_on(lesson)

    assert during[0].traces.examples == 1
    assert during[0].lessons == {}
    assert (version.examples, version.gone, version.forgotten) == (23, 0, 0)
    assert HERS not in everything_kept()
    assert [path.name for path in path_of(version).parent.glob("*.npz")] == [path_of(version).name]


def test_a_file_that_waits_or_begins_to_be_kept_does_not_bring_them_back(process, guardian, leader):
    wrote(process)
    waiting, begun = looked_at(process, leader), looked_at(process, leader)
    actions.start(begun, with_starter=False, by=leader)
    loaded = Lesson.objects.get(pk=begun.pk)

    forget(guardian)
    actions.run_lesson(loaded, at=TUESDAY_9)
    waiting.refresh_from_db()

    assert Version.objects.get(origin="taught").examples == 23
    assert (len(waiting.rows), waiting.look["taken"]) == (23, 23)
    assert waiting.look["topics"] == {"bicycle": 11, "cake": 12}
    assert HERS not in everything_kept()


def test_the_second_of_two_changes_nothing(process, guardian):
    taught(process)
    wrote(process)

    first, second = forget(guardian), forget(guardian)

    assert first.traces.examples == 1
    assert (second.traces.cases, second.traces.processes, second.lessons) == (1, [], {})
    assert Lesson.objects.filter(stage="running").count() == 1
    assert Version.objects.get(origin="taught").forgotten == 1
    assert Entry.objects.filter(event="person_forgotten").count() == 1


def test_two_people_one_after_the_other_are_both_forgotten(process, guardian):
    taught(process)
    wrote(process)
    wrote(process, CAKES[2], sender="bo@example.com")

    one, other = forget(guardian), forget(guardian, address="bo@example.com", at=MONDAY_9)
    version = Version.objects.get(origin="taught")

    assert (len(one.lessons), len(other.lessons)) == (1, 0)
    assert (version.gone, version.forgotten) == (2, 2)
    assert version.anew_by == TUESDAY_9 + timedelta(days=30)
    assert learn(one, process).examples == 22


def test_ai_learns_nothing_from_their_cases_any_more(process, guardian, leader):
    case = make_claimed(process, leader, HERS)
    other = make_claimed(process, leader, CAKES[0])
    other.messages.update(sender="bo@example.com")
    for one in (case, other):
        work.decide(one, answer="Soon.", topic="delivery_status", by=leader, at=MONDAY_9)
    VerifiedAnswer.objects.update(drawn=False)  # lots would hold one in five back
    offered = candidates(process, at=TUESDAY_9).count()

    forget(guardian, address="kunde@example.com")
    kept = actions.take_decisions(process, None, by=make_colleague(Role.OWNER), at=TUESDAY_9)

    assert (offered, kept.added) == (2, 1)
    assert [one.text for one in kept_examples(process)] == [CAKES[0]]
    assert latest_texts(process) == [CAKES[0]]


def test_what_they_write_afterwards_may_be_learned_again(process, guardian):
    wrote(process)
    forget(guardian)

    wrote(process, "A new question about my bicycle")

    assert latest_texts(process) == ["A new question about my bicycle"]


def test_the_daily_sweep_deletes_a_file_that_was_marked_and_not_deleted(process, guardian):
    old = taught(process)
    wrote(process)
    forget(guardian)
    actions.use_version(Version.objects.get(origin="starter"), by=None, at=TUESDAY_9)
    path_of(old).write_bytes(b"as if the machine had died before it was deleted")

    actions.sweep_model_files(at=TUESDAY_9)

    assert not path_of(old).exists()
