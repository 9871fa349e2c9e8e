"""A case goes the old way, then the new way, and somebody settles what differs."""

from datetime import timedelta

import pytest

from samspil.core.judging import Judging
from samspil.core.organisation_models.contract import Route
from samspil.core.parallel_runs.answers import Choice
from samspil.core.parallel_runs.people import Part
from samspil.core.parallel_runs.stages import Stage
from samspil.core.roles import NotAllowed
from samspil.core.routing import Reason
from samspil.journal.models import Entry
from samspil.parallel_runs import actions
from samspil.parallel_runs.actions import NoAnswer, StalePair
from samspil.parallel_runs.models import Member, Pair
from samspil.parallel_runs.queries import new_sheet, old_is_a, settling_sheet, waiting_for
from samspil.people.actions import plan_absence
from samspil.work import actions as work
from samspil.work.models import (
    Decision,
    LoneAnswer,
    Message,
    Outgoing,
    Process,
    Proposal,
    VerifiedAnswer,
)
from tests.factories import ANGRY, MONDAY_9, make_colleague
from tests.parallel_runs.conftest import (
    CAME,
    DECIDED,
    ai_would_finish,
    arrive,
    new_way,
    old_way,
    start,
)

LATER = DECIDED + timedelta(minutes=30)


def only_pair() -> Pair:
    return Pair.objects.get()


def test_ai_finishes_nothing_that_goes_both_ways_and_is_hidden_until_a_person_decided(
    process, lene, olga, run
):
    ai_would_finish(process, lene)

    case = arrive(process)

    assert (case.route, case.reason, case.judging) == (
        Route.PERSON, Reason.PARALLEL, Judging.WITHOUT,
    )  # fmt: skip
    assert (case.topic, case.confidence) == ("", None)
    assert only_pair().would == Route.ALONE
    assert not LoneAnswer.objects.exists()
    assert not Outgoing.objects.exists()
    assert Proposal.objects.get(case=case).draft
    run.refresh_from_db()
    assert run.drawn == 1


def test_without_a_run_the_same_case_ai_finishes(process, lene):
    ai_would_finish(process, lene)

    assert arrive(process).route == Route.ALONE
    assert not Pair.objects.exists()


def test_what_a_hard_rule_claims_goes_one_way_only(process, run):
    case = arrive(process, ANGRY)

    assert case.reason == Reason.DISSATISFIED
    assert not Pair.objects.exists()


def test_both_ways_come_to_the_same_and_only_the_old_way_leaves_the_house(process, run, olga, nils):
    case = arrive(process)
    assert actions.take(run, Part.NEW, by=nils, at=DECIDED) is None
    old_way(case, olga)

    pair = new_way(run, nils)

    assert (pair.stage, pair.same, pair.right) == (Stage.DONE, True, "both")
    assert (pair.old_seconds, pair.new_seconds) == (12 * 60, 4 * 60)
    assert (pair.new_by, pair.new_text, pair.holder) == (None, "", None)
    assert [one.text for one in Outgoing.objects.all()] == ["It is on its way."]
    assert Decision.objects.get().by == olga
    assert list(Message.objects.filter(direction="out").values_list("author", flat=True)) == [
        olga.pk
    ]
    verified = VerifiedAnswer.objects.get()
    assert (verified.wrong, verified.proves) == (False, True)
    assert set(Member.objects.filter(took_part=True).values_list("part", "colleague")) == {
        ("old", olga.pk), ("new", nils.pk),
    }  # fmt: skip


def test_what_differs_a_third_person_settles_without_knowing_which_way_it_came(
    process, run, olga, nils, sara, lene
):
    case = arrive(process)
    old_way(case, olga, topic="invoice_and_payment", answer="Here is your bill.")
    pair = new_way(run, nils)
    assert (pair.stage, pair.same, pair.new_by) == (Stage.SETTLING, False, nils)

    held = actions.take(run, Part.SETTLES, by=sara, at=LATER)
    assert held is not None
    sheet = settling_sheet(held)
    told = {letter: answer.text for letter, answer in sheet.answers}
    new_letter = "B" if old_is_a(held) else "A"
    assert told[new_letter] == "Tomorrow."
    right = actions.settle(held, Choice(new_letter.lower()), by=sara, at=LATER)

    assert right == "new"
    pair.refresh_from_db()
    assert (pair.stage, pair.right, pair.new_by, pair.new_text) == (Stage.DONE, "new", None, "")
    assert Decision.objects.count() == 1
    assert VerifiedAnswer.objects.get().wrong
    written = Entry.objects.filter(event__startswith="parallel_run_").order_by("sequence")
    assert [one.event for one in written] == [
        "parallel_run_begun", "parallel_run_answered", "parallel_run_settled",
    ]  # fmt: skip
    assert str(case.public_id) not in "".join(one.facts + one.subject for one in written)


def test_nobody_has_the_same_case_in_hand_in_two_ways(process, lene, olga, sara):
    nils = make_colleague()
    run = start(process, lene, nils, sara, new=[olga, nils], settles=[olga, nils, sara])
    case = arrive(process)
    old_way(case, olga, topic="invoice_and_payment")

    assert actions.take(run, Part.NEW, by=olga, at=LATER) is None
    assert waiting_for(olga) == []
    assert [(one.new, one.settling) for one in waiting_for(nils)] == [(1, 0)]
    Pair.objects.update(holder=olga, taken_at=LATER)
    with pytest.raises(NotAllowed, match="You had this case in hand already"):
        actions.answer_new_way(only_pair(), topic="delivery_status", text="", by=olga, at=LATER)
    Pair.objects.update(holder=None)
    new_way(run, nils)
    assert actions.take(run, Part.SETTLES, by=olga, at=LATER) is None
    assert actions.take(run, Part.SETTLES, by=nils, at=LATER) is None
    assert waiting_for(nils) == []
    assert actions.take(run, Part.SETTLES, by=sara, at=LATER) is not None


def test_whoever_only_laid_a_case_aside_does_it_in_no_other_way(process, lene, olga, nils, sara):
    run = start(process, lene, nils, sara, new=[olga, nils])
    case = arrive(process)
    work.claim(case, by=olga, at=CAME)
    work.release(case, by=olga, at=DECIDED - timedelta(minutes=15))
    assert case.team is not None
    case.team.members.add(sara)
    old_way(case, sara)

    assert actions.take(run, Part.NEW, by=olga, at=LATER) is None
    assert actions.take(run, Part.NEW, by=nils, at=LATER) is not None
    assert only_pair().old_seconds == (4 + 12) * 60


def test_what_ai_would_have_finished_stands_by_itself(process, lene, olga, run, sara):
    ai_would_finish(process, lene)
    same, other = arrive(process), arrive(process, "My heat pump: when will it be delivered?")
    old_way(same, olga, answer="It comes tomorrow.")
    old_way(other, olga, topic="invoice_and_payment")

    actions.follow(run, at=LATER)

    first, second = Pair.objects.order_by("pk")
    assert (first.would, first.stage, first.same, first.new_seconds) == ("alone", "done", True, 0)
    assert (second.stage, second.new_topic) == (Stage.SETTLING, "delivery_status")
    assert second.new_text == Proposal.objects.get(case=other).draft
    held = actions.take(run, Part.SETTLES, by=sara, at=LATER)
    assert held == second
    assert not LoneAnswer.objects.exists()
    assert Outgoing.objects.count() == 2


def test_the_new_way_sees_what_was_written_and_ais_proposal_and_nothing_of_the_old_way(
    process, run, olga, nils
):
    case = arrive(process)
    old_way(case, olga, answer="A secret of the old way.")
    held = actions.take(run, Part.NEW, by=nils, at=LATER)
    assert held is not None

    sheet = new_sheet(held)

    assert [one.text for one in sheet.written] == [case.messages.get(direction="in").text]
    assert sheet.likeliest == "delivery_status"
    assert "A secret" not in repr(sheet)


def test_an_answer_is_kept_only_as_it_may_be(process, run, olga, nils):
    old_way(arrive(process), olga)
    held = actions.take(run, Part.NEW, by=nils, at=LATER)
    assert held is not None

    for topic, text in (("no_such_topic", ""), ("delivery_status", "Your number: 010190-1234")):
        with pytest.raises(NoAnswer):
            actions.answer_new_way(held, topic=topic, text=text, by=nils, at=LATER)
    actions.give_back(held, by=nils, at=LATER + timedelta(minutes=3))
    with pytest.raises(StalePair):
        actions.answer_new_way(held, topic="delivery_status", text="", by=nils, at=LATER)
    assert only_pair().new_seconds == 180
    assert actions.take(run, Part.NEW, by=nils, at=LATER) == held
    assert actions.take(run, Part.NEW, by=nils, at=LATER) == held


def test_two_people_who_ask_at_once_get_different_cases(process, lene, olga, nils, sara):
    other = make_colleague()
    run = start(process, lene, nils, sara, new=[nils, other])
    for text in ("When will my heat pump be delivered?", "Where is my delivery, order 3?"):
        old_way(arrive(process, text), olga)

    mine = actions.take(run, Part.NEW, by=nils, at=LATER)
    theirs = actions.take(run, Part.NEW, by=other, at=LATER)

    assert mine is not None
    assert theirs is not None
    assert mine != theirs
    with pytest.raises(StalePair):
        actions.answer_new_way(theirs, topic="delivery_status", text="", by=nils, at=LATER)


def test_what_somebody_left_in_hand_who_is_away_goes_back(process, run, olga, nils):
    old_way(arrive(process), olga)
    actions.take(run, Part.NEW, by=nils, at=DECIDED)
    tomorrow = MONDAY_9 + timedelta(days=1)
    day = tomorrow.date()
    plan_absence(nils, first_day=day, last_day=day, deputy=None, by=nils, at=DECIDED)

    actions.follow_all(at=DECIDED)
    assert only_pair().holder == nils
    actions.follow_all(at=tomorrow)

    assert only_pair().holder is None


def test_only_who_is_named_and_decides_cases_works_in_a_run(process, run, olga, sara, lene):
    old_way(arrive(process), olga)

    for somebody, part in ((sara, Part.NEW), (lene, Part.NEW), (olga, Part.SETTLES)):
        with pytest.raises(NotAllowed):
            actions.take(run, part, by=somebody, at=LATER)


def test_of_a_closed_process_nobody_works_who_may_not_see_its_cases(process, run, olga, nils):
    old_way(arrive(process), olga)
    Process.objects.update(closed=True)

    with pytest.raises(NotAllowed, match="only its teams"):
        actions.take(run, Part.NEW, by=nils, at=LATER)
