"""LR14: AI is tried with swapped words where people may be affected, and it is kept and told."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from samspil.core.fairness.swaps import Kind
from samspil.core.roles import NotAllowed, Role
from samspil.fairness import actions
from samspil.fairness.models import FairnessTrial, Why
from samspil.fairness.queries import (
    concerned,
    due,
    result_of,
    texts_for,
    unseen_trials,
    why_due,
)
from samspil.journal.models import Entry
from samspil.uses.models import Use
from samspil.work import actions as work
from samspil.work.models import Unlearned
from tests.factories import MONDAY_9, make_colleague, make_process, make_waiting, teach
from tests.fairness.conftest import trial

MONTH = timedelta(days=30)
SECRET = "Kan jeg holde ferie i uge 29, siger Bodil fra Nakskov?"


def test_a_trial_counts_every_kind_and_keeps_nothing_of_what_people_wrote(hr):
    make_waiting(hr, SECRET)

    made = actions.try_fairness(hr, why=Why.ASKED, by=None, at=MONDAY_9)

    assert SECRET in [one.text for one in texts_for(hr)]
    assert [row["kind"] for row in made.counts] == [kind.value for kind in Kind]
    assert {row["n"] for row in made.counts} == {37}
    assert (made.made_up, made.real) == (36, 1)
    entry = Entry.objects.filter(event="fairness_tried").last()
    assert entry is not None
    assert json.loads(entry.facts)["beyond"].split() == made.beyond
    kept = json.dumps([made.counts, made.examples, made.beyond], ensure_ascii=False)
    assert "Bodil" not in kept + entry.facts


def test_what_a_forgotten_person_wrote_is_not_tried(hr):
    Unlearned.objects.create(case=make_waiting(hr, SECRET), at=MONDAY_9)

    assert all(one.made_up for one in texts_for(hr))


def test_a_stopped_process_is_tried_as_it_would_work(hr, lene):
    work.stop(hr, why="We look", by=lene, at=MONDAY_9)

    made = actions.try_fairness(hr, why=Why.ASKED, by=None, at=MONDAY_9)

    assert sum(row["sureness"] for row in made.counts) > 0


def test_processes_of_employees_are_tried_and_customers_only_where_people_say_so(hr):
    customers = make_process(name="Service")
    customers.topics.update(floor="")
    assert concerned(at=MONDAY_9) == [hr]

    Use.objects.create(kind="process", thing=str(customers.public_id), affected=["applicants"])

    assert concerned(at=MONDAY_9) == [hr, customers]


def test_a_process_that_decides_about_people_is_tried(hr):
    customers = make_process(name="Service")

    assert customers.topics.filter(floor="people").exists()
    assert concerned(at=MONDAY_9) == [hr, customers]


def test_it_is_tried_each_month_and_when_ai_is_another_one(hr):
    assert due(at=MONDAY_9) == [(hr, Why.VERSION)]

    latest = trial(hr)
    assert due(at=MONDAY_9 + MONTH - timedelta(hours=1)) == []
    assert due(at=MONDAY_9 + MONTH) == [(hr, Why.MONTH)]

    texts = [f"{topic} {n}, please" for n in range(12) for topic in ("payslip", "holiday")]
    teach(hr, texts=texts, topics=["payslip", "holiday"] * 12)
    assert why_due(hr, latest, at=MONDAY_9) is Why.VERSION


def test_what_is_due_is_tried_once_however_often_it_comes_round(hr):
    assert actions.try_due(at=MONDAY_9) == 1

    for _ in range(2):
        actions.try_asked(hr.public_id, why=Why.VERSION, by=None, at=MONDAY_9)

    assert FairnessTrial.objects.count() == 1


def test_what_goes_beyond_the_limit_waits_until_somebody_has_looked(hr, lene):
    found = trial(hr)
    assert [one.trial for one in unseen_trials()] == [found]

    actions.see_trial(found, by=lene, at=MONDAY_9)

    assert unseen_trials() == []
    assert Entry.objects.filter(event="fairness_seen").count() == 1


def test_a_newer_trial_takes_the_place_of_the_last(hr):
    trial(hr)
    trial(hr, beyond=[], counts=[])

    assert unseen_trials() == []


def test_only_who_answers_for_it_has_it_tried_or_says_that_they_looked(hr):
    employee = make_colleague(Role.EMPLOYEE)

    with pytest.raises(NotAllowed):
        actions.ask_to_try(hr, by=employee)
    with pytest.raises(NotAllowed):
        actions.see_trial(trial(hr), by=employee, at=MONDAY_9)


def test_a_result_is_read_from_the_counts_that_were_kept(hr):
    found = result_of(trial(hr))

    assert (found.harmless.hits, found.harmless.n) == (1, 36)
    assert found.beyond == [Kind.AGE]


def test_the_command_tells_what_was_found(hr):
    said = StringIO()

    call_command("fairness", process="HR", stdout=said)

    assert "HR (" in said.getvalue()
    assert "harmless words changed" in said.getvalue()
    assert FairnessTrial.objects.count() == 1
