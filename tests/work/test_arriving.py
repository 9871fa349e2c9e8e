"""What arrives becomes a case: all or none, each number once, masked before it is stored."""

import pytest
from django.db import transaction

from samspil.adapters import jobs
from samspil.core.lifecycle import Stage
from samspil.journal.queries import about, verify
from samspil.work import actions
from samspil.work.models import Case, Message
from tests.factories import MONDAY_9, make_process

pytestmark = pytest.mark.both


def arrive(process, *texts: str, ids: tuple[str, ...] = ()):
    numbers = ids or ("",) * len(texts)
    arrivals = [
        actions.Arrival(text=text, external_id=number)
        for text, number in zip(texts, numbers, strict=True)
    ]
    return actions.open_cases(arrivals, process=process, at=MONDAY_9)


def test_each_arrival_becomes_a_case_in_order(organisation):
    opened = arrive(make_process(), "First message", "Second message")

    assert [case.subject for case in opened.cases] == ["First message", "Second message"]
    assert {case.stage for case in Case.objects.all()} == {Stage.ARRIVED}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Short\nand  sweet", "Short and sweet"),
        ("word " * 30, "word " * 14 + "word…"),
        ("x" * 100, "x" * 79 + "…"),
    ],
)
def test_a_case_is_headed_by_the_beginning_of_its_text(organisation, text, subject):
    assert arrive(make_process(), text).cases[0].subject == subject


def test_a_number_that_is_here_opens_nothing(organisation):
    process = make_process()
    arrive(process, "First", ids=("a",))

    again = arrive(process, "First", "Other", "Other again", ids=("a", "b", "b"))

    assert again.duplicates == ("a", "b")
    assert [case.external_id for case in again.cases] == ["b"]
    assert Case.objects.count() == 2


def test_messages_without_a_number_are_never_taken_for_the_same(organisation):
    assert len(arrive(make_process(), "Same words", "Same words").cases) == 2


def test_the_same_number_may_arrive_in_two_processes(organisation):
    arrive(make_process(), "First", ids=("a",))

    assert len(arrive(make_process(), "First", ids=("a",)).cases) == 1


def test_identity_numbers_are_masked_before_they_are_stored(organisation):
    case = arrive(make_process(), "Mit cpr er 010180-1234").cases[0]

    assert Message.objects.get().text == "Mit cpr er [CPR]"
    assert (case.masked, case.data_class) == (["CPR"], "special")
    assert "1234" not in case.subject


@pytest.mark.parametrize("text", ["", "   ", "😀", "مرحبا", "x" * 1_000_000, "a\x00b"])
def test_an_odd_text_becomes_a_case_all_the_same(organisation, text):
    assert len(arrive(make_process(), text).cases) == 1


def test_opening_is_written_down_and_asks_ai_to_look(organisation):
    before = jobs.waiting()

    case = arrive(make_process(), "Hello there").cases[0]

    assert [entry.event for entry in about(str(case.public_id))] == ["opened"]
    assert jobs.waiting() == before + 1


@pytest.mark.parametrize(("embedding", "many"), [(True, 9), (False, 3)])
def test_cases_share_jobs_fewer_each_where_reading_takes_long(
    organisation, settings, embedding, many
):
    settings.EMBEDDING = embedding
    before = jobs.waiting()

    arrive(make_process(), *(f"Message {number}" for number in range(201)))

    assert jobs.waiting() == before + many


def test_a_failed_arrival_leaves_nothing_behind(organisation):
    before = jobs.waiting()
    process = make_process()

    with transaction.atomic():
        arrive(process, "Hello there")
        transaction.set_rollback(True)

    assert (Case.objects.count(), Message.objects.count()) == (0, 0)
    assert jobs.waiting() == before


def test_the_journal_holds_no_words_of_the_customer(organisation):
    case = arrive(make_process(), "My name is Gudrun").cases[0]

    assert "Gudrun" not in "".join(entry.facts for entry in about(str(case.public_id)))
    assert verify().entries >= 1
