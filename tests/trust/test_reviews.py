"""Reviews of uses of AI: when they are due, what they keep, and what follows from them."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from samspil.core.ai_reviews import Asked, Conclusion, Fact, Trigger
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.trust import actions
from samspil.trust.actions import Condition, Judged
from samspil.trust.models import Finding, Review
from samspil.trust.queries.reviews import (
    Waiting,
    evidence_of,
    kept_evidence,
    late_reviews,
    waiting_review,
    waiting_reviews,
)
from samspil.work.actions import stop
from samspil.work.models import Stop
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.pages import words

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
YES = dict.fromkeys(Asked, True)
GO_ON = Judged(answers=YES, conclusion=Conclusion.GO_ON)


@pytest.fixture
def leader(organisation):
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def process(organisation):
    return make_process(name="Customer service")


def waiting(process, *, at=MONDAY_9) -> Waiting:
    found = waiting_review(process.public_id, now=at)
    assert found is not None
    return found


def concluded(process, by, *, at=MONDAY_9 + DAY, **more) -> Review:
    judged = Judged(**{"answers": YES, "conclusion": Conclusion.GO_ON, **more})
    return actions.conclude_review(waiting(process, at=at), judged, by=by, at=at)


def test_a_process_is_due_three_months_after_it_was_made(process):
    found = waiting(process)

    assert (found.due.on, found.due.why) == (date(2026, 6, 2), Trigger.QUARTER)
    assert found.last is None


def test_a_review_starts_the_three_months_anew(process, leader):
    made = concluded(process, leader, at=MONDAY_9 + 60 * DAY)

    found = waiting(process, at=MONDAY_9 + 61 * DAY)

    assert (found.due.on, found.last) == (date(2026, 8, 1), made)


def test_a_stop_brings_the_review_forward_and_one_before_it_does_not(process, leader):
    stop(process, why="", by=leader, at=MONDAY_9 + DAY)
    assert waiting(process).due.why is Trigger.STOP

    concluded(process, leader, at=MONDAY_9 + 2 * DAY)

    assert waiting(process, at=MONDAY_9 + 3 * DAY).due.why is Trigger.QUARTER


def test_what_is_late_is_told_and_what_is_not_is_not(process):
    late = {one.thing.name for one in late_reviews(now=MONDAY_9 + 100 * DAY)}

    assert "Customer service" in late
    assert late_reviews(now=MONDAY_9) == []


def test_more_uses_cost_no_more_statements(process, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as first:
        waiting_reviews(now=MONDAY_9)
    make_process(name="Spare parts")
    make_process(name="Repairs")

    with django_assert_max_num_queries(len(first.captured_queries)):
        waiting_reviews(now=MONDAY_9)


@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.HR, Role.REVIEWER, Role.PROCESS_OWNER,
                                  Role.STAFF_REPRESENTATIVE])  # fmt: skip
def test_who_does_not_answer_for_uses_reviews_none(process, role):
    with pytest.raises(NotAllowed):
        concluded(process, make_colleague(role))


def test_the_evidence_stays_as_it_was(process, leader):
    stop(process, why="", by=leader, at=MONDAY_9 + DAY)
    made = concluded(process, leader, at=MONDAY_9 + 2 * DAY)
    before = kept_evidence(made)

    leader.roles = []
    Stop.objects.update(lifted_at=MONDAY_9 + 3 * DAY)

    assert kept_evidence(Review.objects.get()) == before
    assert len(before.events) == 1
    assert {one.fact for one in before.said} == {*Fact}


def test_the_database_itself_refuses_to_change_or_delete_a_review(process, leader):
    concluded(process, leader)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Review.objects.update(conclusion="end", words="No more.")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Review.objects.all().delete()


def test_a_review_that_pauses_stops_ai_in_that_process_alone(process, leader):
    other = make_process(name="Spare parts")

    concluded(process, leader, conclusion=Conclusion.PAUSE, words="Too many are wrong.")

    assert Stop.objects.get().process == process
    assert not Stop.objects.filter(process=other).exists()
    assert waiting(process, at=MONDAY_9 + 2 * DAY).due.why is Trigger.QUARTER


def test_what_has_ended_is_reviewed_no_more_until_ai_works_there_again(process, leader):
    concluded(process, leader, conclusion=Conclusion.END, words="Not worth it.")
    assert waiting_review(process.public_id, now=MONDAY_9 + 2 * DAY) is None

    Stop.objects.update(lifted_at=MONDAY_9 + 3 * DAY, lifted_by=leader)

    assert waiting_review(process.public_id, now=MONDAY_9 + 4 * DAY) is not None


def test_a_review_that_does_not_fit_its_answers_keeps_nothing_and_stops_nothing(process, leader):
    with pytest.raises(actions.BadReview, match="cannot simply go on"):
        concluded(process, leader, answers={**YES, Asked.TOLD: False})
    with pytest.raises(actions.BadReview, match="why AI pauses"):
        concluded(process, leader, conclusion=Conclusion.PAUSE)

    assert not Review.objects.exists()
    assert not Stop.objects.exists()


def condition(owner, *, days: int = 14) -> Condition:
    day = (MONDAY_9 + timedelta(days=days)).date()
    return Condition(what="Tell customers", owner=owner, due_on=day)


def test_a_finding_is_done_by_its_owner_or_who_answers_for_uses_and_by_nobody_else(process, leader):
    karl = make_colleague(Role.REVIEWER, name="Karl Friis")
    conditions = [condition(karl), condition(karl)]
    concluded(process, leader, conclusion=Conclusion.CONDITIONS, conditions=conditions)
    mine, theirs = Finding.objects.order_by("pk")

    other = make_colleague(Role.REVIEWER)
    with pytest.raises(NotAllowed):
        actions.finish_finding(mine, said="Yes", by=other, at=MONDAY_9 + 2 * DAY)
    actions.finish_finding(mine, said="On the page", by=karl, at=MONDAY_9 + 2 * DAY)
    actions.finish_finding(theirs, said="Seen", by=leader, at=MONDAY_9 + 2 * DAY)

    assert [one.done_by for one in Finding.objects.order_by("pk")] == [karl, leader]
    assert Entry.objects.filter(event="finding_done").count() == 2


def test_a_condition_is_for_a_day_to_come_and_a_person_who_is_here(process, leader):
    gone = make_colleague(Role.REVIEWER)
    gone.left_at = MONDAY_9

    past = condition(leader, days=-1)
    for one, said in ((past, "still to come"), (condition(gone), "work here")):
        with pytest.raises(actions.BadReview, match=said):
            concluded(process, leader, conclusion=Conclusion.CONDITIONS, conditions=[one])


def test_a_use_that_is_no_process_is_reviewed_too_and_cannot_be_paused(process, leader):
    summaries = next(one for one in waiting_reviews(now=MONDAY_9) if one.thing.name == "Summaries")
    judged = Judged(answers=YES, conclusion=Conclusion.PAUSE, words="No.")

    with pytest.raises(actions.BadReview, match="cannot stop AI here"):
        actions.conclude_review(summaries, judged, by=leader, at=MONDAY_9)
    actions.conclude_review(summaries, GO_ON, by=leader, at=MONDAY_9)

    assert Fact.CASES not in {one.fact for one in evidence_of(summaries, now=MONDAY_9).said}


def answers(**more: str) -> dict[str, str]:
    return {**dict.fromkeys([one.value for one in Asked], "yes"), "conclusion": "go_on", **more}


def test_a_leader_reviews_on_pages_and_a_representative_reads(process, leader, browser_of):
    browser = browser_of(leader)
    address = f"/reviews/of/{process.public_id}/"
    assert "Three months have passed." in words(browser.get(address))

    half = browser.post(address, answers(what_1="Tell customers"))
    kept = browser.post(address, answers(
        conclusion="conditions", what_1="Tell customers", owner_1=str(leader.public_id),
        due_1="2099-01-01",
    ))  # fmt: skip

    assert "what, who and until when" in words(half)
    reader = browser_of(make_colleague(Role.STAFF_REPRESENTATIVE))
    assert "Tell customers" in words(reader.get(kept["Location"]))
    assert reader.get(address).status_code == 403
    assert "Tell customers" in words(browser.get("/uses/reminders/"))
    assert "Customer service" in reader.get("/reviews/reviews.csv").content.decode()


def test_an_employee_reads_no_review_and_sees_on_today_only_what_is_theirs(
    process, leader, browser_of
):
    karl = make_colleague(Role.EMPLOYEE)
    concluded(process, leader, conclusion=Conclusion.CONDITIONS, conditions=[condition(karl)])
    browser, other = browser_of(karl), browser_of(make_colleague(Role.EMPLOYEE))
    done = f"/reviews/findings/{Finding.objects.get().public_id}/done/"

    assert browser.get("/reviews/").status_code == 403
    assert browser.get(f"/reviews/{Review.objects.get().public_id}/").status_code == 403
    assert "Tell customers" in words(browser.get("/uses/reminders/"))
    assert "Tell customers" not in words(other.get("/uses/reminders/"))
    assert other.post(done, {"said": "Yes"}).status_code == 403
    assert browser.post(done, {"said": "On the page"})["Location"] == "/"
    assert Finding.objects.get().note == "On the page"
