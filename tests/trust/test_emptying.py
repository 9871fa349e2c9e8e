"""Closed cases are emptied of every word; what counting and evidence need stays."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samspil.adapters.files import DamagedFile
from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed
from samspil.journal.models import Entry
from samspil.journal.queries import verify
from samspil.review.actions import tag, write_note
from samspil.trust.actions import empty_cases
from samspil.work import actions as work
from samspil.work.models import Attachment, Case, Cause, Decision, Emptied, Message, Proposal
from samspil.work.queries import store, wrong_tallies
from tests.factories import (
    MONDAY_9,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
)
from tests.trust.left import rows_with

TEXT = "My heat pump Zephyrine hums at night, says Ursula. Order 4711."
LATER = MONDAY_9 + timedelta(days=40_000)
"""Long after any file of this test was put."""


@pytest.fixture(autouse=True)
def letters(settings, tmp_path):
    """Where replies lie once they have left."""
    settings.MAIL_FOLDER = tmp_path
    return tmp_path


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Lund")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna), name="Service")


def closed(process, anna, text: str = TEXT) -> Case:
    """A case with a file, a note, a tag and an answer that has left."""
    case = make_claimed(process, anna, text)
    write_note(case, text="Ursula called twice.", by=anna, at=MONDAY_9)
    tag(case, name=f"Ursula {case.pk}", by=anna, at=MONDAY_9)
    work.attach(case, name="ursula.txt", content=b"Zephyrine", by=anna, at=MONDAY_9)
    work.decide(case, answer="Dear Ursula, on Friday.", topic=case.topic, by=anna, at=MONDAY_9)
    work.deliver(list(case.outgoing.values_list("pk", flat=True)), at=MONDAY_9)
    return Case.objects.get(pk=case.pk)


def empty(*cases: Case, why: Cause = Cause.OVER) -> int:
    return empty_cases([one.pk for one in cases], why=why, by=None, at=LATER)


def test_no_word_of_it_is_left_anywhere(process, anna, letters):
    case = closed(process, anna)
    file = Attachment.objects.get().digest
    assert "work_message" in rows_with("zephyrin")
    assert len(list(letters.iterdir())) == 1

    assert empty(case) == 1

    assert rows_with("zephyrin") + rows_with("ursula") + rows_with("kunde@") == []
    assert list(letters.iterdir()) == []
    with pytest.raises(DamagedFile):
        store().get(file)


def test_what_counts_and_proves_stays(process, anna):
    case = closed(process, anna)
    tables = (Decision, Proposal, Message)
    before = [table.objects.count() for table in tables]
    drafted = Proposal.objects.exclude(draft="").count()

    empty(case)

    after = Case.objects.get(pk=case.pk)
    for kept in ("topic", "opened_at", "closed_at", "route", "reason", "language", "level"):
        assert getattr(after, kept) == getattr(case, kept)
    assert [table.objects.count() for table in tables] == before
    assert Proposal.objects.exclude(draft="").count() == drafted
    assert Decision.objects.get().by == anna
    assert Proposal.objects.get().at_the_time["names"]
    assert list(wrong_tallies()) == []
    assert verify().whole
    assert Entry.objects.filter(event="case_emptied").get().facts.count("over") == 1


def test_what_is_open_or_on_its_way_is_left_as_it_is(process, anna):
    waiting = make_case(process, TEXT)
    unsent = make_claimed(process, anna, TEXT)
    work.decide(unsent, answer="Friday.", topic=unsent.topic, by=anna, at=MONDAY_9)

    assert empty(waiting, unsent) == 0

    assert set(Message.objects.filter(direction="in").values_list("text", flat=True)) == {TEXT}


def test_what_was_merged_into_a_case_goes_along_with_it_and_never_before(process, anna):
    case, other = make_claimed(process, anna, TEXT), make_claimed(process, anna, TEXT)
    work.merge(other, into=case, by=anna, at=MONDAY_9)
    assert empty(Case.objects.get(pk=other.pk)) == 0
    work.decide(case, answer="Friday.", topic=case.topic, by=anna, at=MONDAY_9)
    work.deliver(list(case.outgoing.values_list("pk", flat=True)), at=MONDAY_9)

    assert empty(case) == 1

    assert rows_with("zephyrin") == []
    assert Emptied.objects.count() == 2


def test_doing_it_again_changes_nothing(process, anna):
    case = closed(process, anna)
    empty(case)
    entries = Entry.objects.count()

    assert empty(case, why=Cause.ASKED) == 0

    assert Entry.objects.count() == entries
    assert Emptied.objects.get().why == Cause.OVER


def test_many_cases_cost_as_many_statements_as_two(process, anna):
    cases = [closed(process, anna) for _ in range(6)]

    def cost(*some: Case) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert empty(*some) == len(some)
        return len(seen)

    assert cost(*cases[:2]) == cost(*cases[2:])


def test_it_goes_on_no_more(process, anna):
    case = closed(process, anna)
    empty(case)

    for doing in (
        lambda: write_note(case, text="New.", by=anna, at=LATER),
        lambda: tag(case, name="new", by=anna, at=LATER),
        lambda: work.attach(case, name="a.txt", content=b"a", by=anna, at=LATER),
        lambda: work.contest(case, text="No.", by=anna, at=LATER),
    ):
        with pytest.raises(NotAllowed, match="was emptied"):
            doing()
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(stage=Stage.WAITING, closed_at=None)


def test_an_answer_to_it_opens_a_case_of_its_own(process, anna):
    case = closed(process, anna)
    reply = case.outgoing.get()
    empty(case)
    arrival = work.Arrival(
        text="Thank you", sender="kunde@example.com", external_id="1@example.com",
        answers=(f"{reply.public_id}@samspil",),
    )  # fmt: skip

    taken = work.take_in([arrival], process=process, at=LATER)
    by_hand = work.receive(work.Arrival(text="By telephone"), case=case, at=LATER)

    assert [one.pk == case.pk for one in taken.cases] == [False]
    assert by_hand.case.pk not in (case.pk, taken.cases[0].pk)
    assert Case.objects.get(pk=case.pk).stage == Stage.CLOSED


def test_a_file_that_another_case_has_too_stays(process, anna):
    case, other = closed(process, anna), closed(process, anna)

    empty(case)

    assert store().get(Attachment.objects.get(case=other).digest) == b"Zephyrine"


def test_its_page_says_when_and_why(process, anna, browser_of):
    case = closed(process, anna)
    empty(case, why=Cause.ASKED)

    page = browser_of(anna).get(f"/work/{case.public_id}/").content.decode()

    assert "An emptied case" in page
    assert "since a person asked for their data to be erased" in page
    assert "Somebody disagrees" not in page
