"""A person is forgotten: their examples are gone for good, and so is what AI learned from them."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.adapters import jobs
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.teaching import actions
from samspil.teaching.models import Example, Judgement, Lesson, Source, Use, Version
from samspil.teaching.queries import traces_of
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import Unlearned
from tests.factories import MONDAY_9, make_case, make_colleague, make_process
from tests.pages import words
from tests.teaching.conftest import BICYCLES, CAKES, ROWS, labelled
from tests.teaching.person import (
    ANE,
    HERS,
    TUESDAY_9,
    everything_kept,
    forget,
    learn,
    path_of,
    taught,
    wrote,
)


def test_their_examples_are_gone_at_once_and_cannot_come_back(process, guardian):
    taught(process)
    wrote(process)
    digest = labelled([(HERS, "bicycle")])[0].digest
    before = everything_kept()

    done = forget(guardian)

    assert digest in before
    assert HERS in before
    assert digest not in everything_kept()
    assert HERS not in everything_kept()
    assert done.traces.examples == 1
    assert Example.objects.count() == 23


def test_one_removed_within_the_day_is_not_brought_back_either(process, guardian, leader):
    taught(process)
    wrote(process)
    one = Example.objects.get(text=HERS)
    actions.remove_examples(process, [one.pk], by=leader, at=MONDAY_9)

    forget(guardian)

    assert actions.restore_examples(process, [one.pk], by=leader, at=TUESDAY_9) == 0
    assert Version.objects.get(origin="taught").gone == 1


def test_versions_taught_with_them_are_marked_with_a_day_and_others_are_not(process, guardian):
    other = make_process(name="Repairs")
    theirs, others = taught(process), taught(other, ROWS[:3] + ROWS[12:])
    wrote(process)

    forget(guardian)
    theirs.refresh_from_db()
    others.refresh_from_db()

    assert (theirs.gone, theirs.forgotten) == (1, 1)
    assert theirs.anew_by == TUESDAY_9 + timedelta(days=30)
    assert (others.gone, others.forgotten, others.anew_by) == (0, 0, None)


def test_all_their_cases_count_in_whatever_process_and_however_the_address_is_written(
    process, guardian
):
    other = make_process(name="Repairs")
    taught(process), taught(other)
    wrote(process)
    wrote(other, CAKES[5], sender="Ane@Example.COM")

    done = forget(guardian, address="  ane@example.com\n")

    assert done.traces.cases == 2
    assert [(one.process.name, len(one.examples)) for one in done.traces.processes] == [
        ("Repairs", 2),
        ("Shop", 2),
    ]
    assert not Example.objects.filter(text__in=[HERS, CAKES[5]]).exists()


def test_whoever_asked_for_replies_elsewhere_is_found_by_that_address(process, guardian):
    taught(process)
    arrival = work.Arrival(text=HERS, sender="form@shop.example", reply_to=ANE)
    work.open_cases([arrival], process=process, at=MONDAY_9)

    assert forget(guardian).traces.examples == 1


def test_an_example_stays_that_another_person_wrote_in_a_case_of_their_own(
    process, guardian, leader
):
    wrote(process)
    his = wrote(process, sender="bo@example.com")
    fresh = [actions.Fresh(labelled=one, case=his) for one in labelled([(HERS, "bicycle")])]
    actions.keep_examples(process, fresh, source=Source.DECISION, by=leader, at=MONDAY_9)
    version = taught(process, [row for row in ROWS if row[0] != HERS])

    forget(guardian)
    version.refresh_from_db()

    assert Example.objects.filter(text=HERS, case=his).exists()
    assert version.forgotten == 0


def test_ai_learns_anew_without_them_and_then_their_versions_are_gone(process, guardian):
    old = taught(process)
    wrote(process)

    done = forget(guardian)
    there_until_then = path_of(old).exists()
    new = learn(done, process)
    actions.use_version(new, by=None, at=TUESDAY_9)

    assert done.lessons[process.pk].by == guardian
    assert there_until_then
    assert (new.examples, new.gone, new.forgotten, new.anew_by) == (23, 0, 0, None)
    assert path_of(new).exists()
    assert not path_of(old).exists()
    with pytest.raises(actions.BrokenVersion, match="who is forgotten"):
        actions.use_version(Version.objects.get(pk=old.pk), by=None, at=TUESDAY_9)


def test_files_of_versions_not_in_use_go_at_once(process, guardian, leader):
    old = taught(process)
    one = Example.objects.get(text=HERS)
    actions.remove_examples(process, [one.pk], by=leader, at=MONDAY_9)
    now = taught(process, ROWS[:2])
    wrote(process)

    forget(guardian)
    old.refresh_from_db()

    assert old.swept_at == TUESDAY_9
    assert not path_of(old).exists()
    assert path_of(now).exists()


def test_no_lesson_begins_where_the_version_in_use_was_not_taught_with_them(process, guardian):
    old = taught(process)
    actions.use_version(Version.objects.get(origin="starter"), by=None, at=MONDAY_9)
    wrote(process)
    before = jobs.waiting()

    done = forget(guardian)
    old.refresh_from_db()

    assert done.lessons == {}
    assert jobs.waiting() == before
    assert old.forgotten == 1


def test_where_too_few_are_left_the_version_is_marked_and_the_page_says_what_to_do(
    process, guardian, leader, browser_of
):
    taught(process, [(HERS, "bicycle"), (CAKES[0], "cake"), (CAKES[1], "cake")])
    wrote(process)

    done = forget(guardian)
    shown = words(browser_of(leader).get(f"/skills/{process.public_id}/versions/"))

    assert done.lessons == {}
    assert Use.objects.get(to_at=None).version.forgotten == 1
    assert "Too few examples are left to learn anew" in shown


NOBODYS = (
    "",
    "   ",
    "%",
    "_ne@example.com",
    "a\0ne@example.com",
    "\udcff",
    "x" * 100_000,
    "' OR 1=1",
)


def test_an_address_nobody_wrote_from_finds_nothing_and_changes_nothing(process, guardian):
    taught(process)
    wrote(process)
    make_case(process, "Without a sender", sender="")

    for address in NOBODYS:
        traces = forget(guardian, address=address).traces
        assert (address[:9], traces.cases, traces.processes) == (address[:9], 0, ())

    assert Example.objects.count() == 24
    assert not Unlearned.objects.exists()
    assert not Entry.objects.filter(event="person_forgotten").exists()


def test_another_organisation_is_never_touched(process, guardian, other_organisation):
    taught(process)
    wrote(process)
    with enter(other_organisation):
        theirs = make_process(name="Theirs")
        version = taught(theirs)
        wrote(theirs)

    forget(guardian)

    with enter(other_organisation):
        assert Example.objects.count() == 24
        assert not Unlearned.objects.exists()
        assert Version.objects.get(pk=version.pk).forgotten == 0


def test_nobody_else_may(process):
    taught(process)
    wrote(process)

    for role in set(Role) - {Role.OWNER, Role.DATA_PROTECTION}:
        with pytest.raises(NotAllowed):
            forget(make_colleague(role))

    assert Example.objects.count() == 24


def test_the_journal_holds_numbers_and_neither_address_nor_text(process, guardian):
    taught(process)
    wrote(process)

    forget(guardian)
    entry = Entry.objects.get(event="person_forgotten")

    assert (entry.subject, entry.actor) == (str(process.public_id), str(guardian.public_id))
    assert entry.facts == '{"examples":1,"versions":1}'
    assert not [one for one in Entry.objects.all() if ANE in one.facts or HERS in one.facts]


def test_a_version_from_before_versions_were_kept_counts_as_taught_with_them(process, guardian):
    version = taught(process)
    Judgement.objects.filter(version=version).delete()
    Version.objects.filter(pk=version.pk).update(origin="earlier")
    wrote(process)

    forget(guardian)
    version.refresh_from_db()

    assert (version.gone, version.forgotten) == (1, 1)


def test_versions_whose_example_was_swept_before_are_found_too(process, guardian, leader):
    version = taught(process)
    wrote(process)
    one = Example.objects.get(text=HERS)
    actions.remove_examples(process, [one.pk], by=leader, at=MONDAY_9)
    actions.sweep_removed_examples(at=MONDAY_9 + timedelta(days=2))

    done = forget(guardian, at=MONDAY_9 + timedelta(days=3))
    version.refresh_from_db()

    assert (version.gone, version.forgotten) == (1, 1)
    assert learn(done, process).examples == 23


def test_a_look_takes_the_same_number_of_statements_for_one_case_as_for_many(process):
    taught(process)
    wrote(process)
    with CaptureQueriesContext(connection) as one:
        traces_of(ANE)
    other = make_process(name="Repairs")
    taught(other)
    for text in (*BICYCLES, *CAKES):
        wrote(other, text)
    with CaptureQueriesContext(connection) as many:
        found = traces_of(ANE)

    assert found.cases == 25
    assert len(one) == len(many)


def test_a_command_looks_first_and_forgets_when_told_to(process):
    version = taught(process)
    wrote(process)

    def run(*options):
        out = StringIO()
        call_command("forget", ANE, *options, stdout=out)
        return out.getvalue().splitlines()

    looked = run()
    untouched = Example.objects.count()
    done = run("--apply")
    again = run("--apply")

    assert looked[1].startswith("Shop: 1 examples are theirs, 23 are others'; 1 versions were")
    assert looked[1].endswith("one of them in use.")
    assert looked[2] == "Nothing is changed. With --apply it is forgotten, for good."
    assert untouched == 24
    begun = Lesson.objects.get(stage="running")
    assert done[2] == f"  AI learns anew in the background: lesson {begun.public_id}."
    assert again[1:] == ["AI was taught nothing that they wrote."]
    assert Use.objects.get(to_at=None).version == version
