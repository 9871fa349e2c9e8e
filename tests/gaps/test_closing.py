"""A colleague is asked to close a gap, and nothing rests on one person."""

from datetime import timedelta

import pytest

from samspil.core.roles import NotAllowed, Role
from samspil.gaps import actions
from samspil.gaps.models import GapRequest, Kind, Knower
from samspil.gaps.queries import known_documents, open_requests
from samspil.journal.models import Entry
from samspil.knowledge.models import Document, Secrecy
from samspil.people.models import Colleague
from tests.factories import MONDAY_9, make_colleague, make_team
from tests.gaps.conftest import seen_by
from tests.pages import english, words

WORDS = ["parkering", "bil"]
DAY = timedelta(days=1)


@pytest.fixture
def wish(lene, emil) -> GapRequest:
    return actions.ask_for(WORDS, kind=Kind.DOCUMENT, of=emil, by=lene, at=MONDAY_9)


def test_the_page_asks_a_colleague_and_it_can_be_taken_back(ask, drawn, lene, emil, client_of):
    ask()
    drawn()
    topic = seen_by(lene).gaps[0].topic
    page = english(client_of(lene))
    said = {"kind": "document", "of": str(emil.public_id), "note": "Before summer"}

    page.post(f"/knowledge/gaps/topics/{topic.public_id}/", said)
    assert "Emil Ansat was asked" in words(page.get("/knowledge/gaps/"))
    assert "Before summer" in words(english(client_of(emil)).get("/knowledge/gaps/known/"))

    made = GapRequest.objects.get()
    page.post(f"/knowledge/gaps/requests/{made.public_id}/withdraw/")
    assert not open_requests().exists()
    page.post(f"/knowledge/gaps/requests/{made.public_id}/reopen/")
    assert open_requests().get() == made


def test_who_was_asked_says_that_it_is_done_once(wish, emil, lene):
    assert actions.end_request(wish, done=True, by=emil, at=MONDAY_9)
    assert not actions.end_request(wish, done=False, by=lene, at=MONDAY_9)

    wish.refresh_from_db()
    assert (wish.done_at, wish.withdrawn_at) == (MONDAY_9, None)


def test_nobody_else_ends_it(wish, emil):
    stranger = make_colleague(Role.EMPLOYEE)

    with pytest.raises(NotAllowed):
        actions.end_request(wish, done=True, by=stranger, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.end_request(wish, done=False, by=emil, at=MONDAY_9)
    with pytest.raises(NotAllowed):
        actions.ask_for(WORDS, kind=Kind.LESSON, of=stranger, by=emil, at=MONDAY_9)
    assert open_requests().get() == wish


def test_nobody_who_left_is_asked(lene, emil):
    Colleague.objects.filter(pk=emil.pk).update(left_at=MONDAY_9)
    emil.refresh_from_db()

    with pytest.raises(actions.BadRequest, match="works here no more"):
        actions.ask_for(WORDS, kind=Kind.ANSWER, of=emil, by=lene, at=MONDAY_9)
    with pytest.raises(actions.BadRequest):
        actions.ask_for([], kind=Kind.ANSWER, of=lene, by=lene, at=MONDAY_9)


def test_what_ended_a_year_ago_is_deleted(wish, emil):
    actions.end_request(wish, done=True, by=emil, at=MONDAY_9)

    assert actions.sweep_gaps(at=MONDAY_9 + 365 * DAY) == 0
    assert actions.sweep_gaps(at=MONDAY_9 + 366 * DAY) == 1


def test_the_journal_holds_no_word_of_a_question(wish, emil):
    actions.end_request(wish, done=True, by=emil, at=MONDAY_9)

    told = list(Entry.objects.filter(subject_kind="gap_request").order_by("pk"))
    assert [one.event for one in told] == ["gap_request", "gap_request_done"]
    assert "parkering" not in str([one.facts for one in told])


def test_a_colleague_says_of_themselves_that_they_know_a_document(bring, lene, emil, client_of):
    document = bring(owner=lene)
    page = english(client_of(emil))
    assert "one person only" in words(page.get("/knowledge/gaps/known/"))

    page.post(f"/knowledge/gaps/known/{document.public_id}/say/", {"knows": "yes"})
    ((row,), _later) = known_documents(emil)
    assert (row.people, row.covered, row.mine) == ([lene, emil], True, True)

    page.post(f"/knowledge/gaps/known/{document.public_id}/say/", {"knows": "no"})
    assert not Knower.objects.exists()


def test_nobody_says_that_they_know_what_they_may_not_see(bring, lene, emil, client_of):
    team = make_team(lene, name="Board")
    document = bring(secrecy=Secrecy.CONFIDENTIAL, team=team, owner=lene)

    address = f"/knowledge/gaps/known/{document.public_id}/say/"
    answer = client_of(emil).post(address, {"knows": "yes"})
    assert answer.status_code == 404
    with pytest.raises(Document.DoesNotExist):
        actions.say_known(document, knows=True, by=emil, at=MONDAY_9)
    assert known_documents(emil) == ([], None)


def test_whoever_left_knows_nothing_here_any_more(bring, lene, emil):
    document = bring(owner=lene)
    actions.say_known(document, knows=True, by=emil, at=MONDAY_9)
    Colleague.objects.filter(pk__in=[lene.pk, emil.pk]).update(left_at=MONDAY_9)

    ((row,), _later) = known_documents(make_colleague(Role.EMPLOYEE))
    assert (row.people, row.covered) == ([], False)
