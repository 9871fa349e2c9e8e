"""A further message joins its case, opens a closed one again, and never gets lost."""

from datetime import timedelta

import pytest

from samspil.core.lifecycle import Stage
from samspil.core.masking import DataClass
from samspil.core.routing import Reason
from samspil.journal.queries import about
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case, Decision, Message, Outgoing, Proposal
from samspil.work.queries import held_by, thread
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

TUESDAY_9 = MONDAY_9 + timedelta(days=1)
MORE = "One more thing: please deliver it to the back door."


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna))


def arrival(text=MORE, **more):
    return actions.Arrival(text=text, **more)


def make_closed(process, by, answer="It comes on Friday."):
    case = make_claimed(process, by)
    actions.decide(case, answer=answer, topic="", by=by, at=MONDAY_9 + timedelta(hours=1))
    return case


def events(case):
    return [entry.event for entry in about(str(case.public_id))]


def test_a_message_to_a_closed_case_opens_its_next_round(process, anna):
    case = make_closed(process, anna)

    received = actions.receive(arrival(), case=case, at=TUESDAY_9)
    actions.look_again([case.pk], at=TUESDAY_9)

    case.refresh_from_db()
    assert received.reopened
    assert (case.stage, case.round, case.closed_at) == (Stage.WAITING, 2, None)
    assert case.due_at > TUESDAY_9
    assert events(case)[-3:] == ["decided", "reopened", "routed"]


def test_a_reopened_case_is_decided_and_answered_anew(process, anna):
    case = make_closed(process, anna)
    actions.receive(arrival(ORDINARY), case=case, at=TUESDAY_9)
    actions.look_again([case.pk], at=TUESDAY_9)
    case.refresh_from_db()

    actions.claim(case, by=anna, at=TUESDAY_9)
    actions.decide(case, answer="As I wrote: Friday.", topic="", by=anna, at=TUESDAY_9)

    for kind in (Proposal, Decision, Outgoing):
        assert sorted(kind.objects.filter(case=case).values_list("round", flat=True)) == [1, 2]


def test_a_message_to_an_open_case_stands_in_its_thread(process, anna):
    case = make_claimed(process, anna)

    received = actions.receive(arrival(), case=case, at=TUESDAY_9)
    actions.look_again([case.pk], at=TUESDAY_9)

    assert not received.reopened
    assert [message.text for message in thread(case)] == [ORDINARY, MORE]
    assert list(held_by(anna)) == [case]
    assert Case.objects.get().risk == pytest.approx(case.risk)
    assert events(case)[-1] == "message_joined"


def test_a_cue_in_a_further_message_makes_a_case_more_pressing(process):
    case = make_waiting(process)

    actions.receive(arrival(ANGRY), case=case, at=TUESDAY_9)
    actions.look_again([case.pk], at=TUESDAY_9)
    actions.look_again([case.pk], at=TUESDAY_9)

    case.refresh_from_db()
    assert (case.reason, case.quote, case.level) == (Reason.DISSATISFIED, "dissatisfied", "3")
    assert case.risk == pytest.approx(1.0)
    assert events(case).count("risk_raised") == 1


def test_whoever_holds_a_case_keeps_it_when_it_becomes_more_pressing(process, anna):
    case = make_claimed(process, anna)

    actions.receive(arrival(ANGRY), case=case, at=TUESDAY_9)
    actions.look_again([case.pk], at=TUESDAY_9)

    case.refresh_from_db()
    assert (case.claimed_by, case.stage) == (anna, Stage.CLAIMED)
    assert case.risk == pytest.approx(1.0)


def test_no_cue_is_lost_where_two_messages_come_before_ai_looks(process):
    case = make_case(process, ANGRY)

    actions.receive(arrival(), case=case, at=MONDAY_9 + timedelta(seconds=5))
    actions.look_again([case.pk], at=MONDAY_9 + timedelta(minutes=1))

    case.refresh_from_db()
    assert case.reason == Reason.DISSATISFIED


def test_where_ai_is_stopped_a_further_message_is_not_looked_at(process, anna):
    case = make_waiting(process)
    actions.stop(process, why="", by=anna, at=MONDAY_9)

    actions.receive(arrival(ANGRY), case=case, at=TUESDAY_9)

    assert actions.look_again([case.pk], at=TUESDAY_9) == 0


def test_an_identity_number_in_a_further_message_is_masked(process):
    case = make_waiting(process)

    actions.receive(arrival("My number is 010180-1234."), case=case, at=TUESDAY_9)

    case.refresh_from_db()
    assert "010180" not in Message.objects.latest("pk").text
    assert (case.masked, case.data_class) == (["CPR"], DataClass.SPECIAL)


def test_the_same_message_joins_once(process):
    case = make_waiting(process)

    actions.receive(arrival(external_id="m1"), case=case, at=TUESDAY_9)
    again = actions.receive(arrival(external_id="m1"), case=case, at=TUESDAY_9)

    assert again.message is None
    assert case.messages.count() == 2


def test_an_answer_to_our_reply_finds_its_case(process, anna):
    case = make_closed(process, anna)
    number = f"{Outgoing.objects.get().public_id}@samspil"

    taken = actions.take_in(
        [arrival(external_id="m2", answers=(number,))], process=process, at=TUESDAY_9
    )

    assert (taken.cases, taken.joined) == ((), (case,))
    case.refresh_from_db()
    assert case.round == 2


def test_answers_find_their_message_within_one_file(process):
    first = arrival(ORDINARY, external_id="a@shop")
    answer = arrival("Hello again", external_id="b@shop", answers=("a@shop",))
    further = arrival("And again", external_id="c@shop", answers=("b@shop", "a@shop"))

    taken = actions.take_in([answer, first, further], process=process, at=MONDAY_9)
    again = actions.take_in([answer, first, further], process=process, at=MONDAY_9)

    case = Case.objects.get()
    assert (len(taken.cases), len(taken.joined)) == (1, 2)
    assert sorted(again.duplicates) == ["a@shop", "b@shop", "c@shop"]
    assert [message.text for message in thread(case)] == [ORDINARY, "Hello again", "And again"]


def test_an_answer_to_something_unknown_opens_a_case(process):
    taken = actions.take_in([arrival(answers=("who@knows",))], process=process, at=MONDAY_9)

    assert (len(taken.cases), taken.joined) == (1, ())


def test_another_organisations_reply_is_never_found(process, other_organisation):
    with enter(other_organisation):
        colleague = make_colleague()
        make_closed(make_process(team=make_team(colleague)), colleague)
        number = f"{Outgoing.objects.get().public_id}@samspil"

    taken = actions.take_in([arrival(answers=(number,))], process=process, at=MONDAY_9)

    assert len(taken.cases) == 1


def test_a_reply_does_not_leave_when_the_customer_wrote_meanwhile(process, anna):
    case = make_claimed(process, anna)
    actions.receive(arrival(), case=case, at=TUESDAY_9)
    read = actions.Read(messages=1)

    with pytest.raises(actions.NewMessage, match="A new message came in meanwhile"):
        actions.decide(case, answer="Friday.", topic="", by=anna, at=TUESDAY_9, read=read)

    case.refresh_from_db()
    assert case.stage == Stage.CLAIMED
    assert not Outgoing.objects.exists()
