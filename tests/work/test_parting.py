"""Put aside, split, merge, and take a step back."""

from datetime import timedelta

import pytest

from samspil.core.lifecycle import Stage
from samspil.core.roles import NotAllowed
from samspil.core.routing import Level
from samspil.journal.queries import about
from samspil.work import actions
from samspil.work.models import Case, Decision, Message
from samspil.work.queries import held_by, queue_of, thread
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)

LATER = MONDAY_9 + timedelta(hours=1)
TUESDAY_9 = MONDAY_9 + timedelta(days=1)


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna))


def events(case):
    return [entry.event for entry in about(str(case.public_id))]


def test_a_case_put_aside_waits_again_by_itself(process, anna):
    case = make_waiting(process)

    actions.snooze(case, until=TUESDAY_9, by=anna, at=LATER)

    assert list(queue_of(anna, now=LATER)) == []
    assert actions.claim_next(by=anna, at=LATER) is None
    assert list(queue_of(anna, now=TUESDAY_9)) == [case]
    assert events(case)[-1] == "snoozed"


def test_a_case_put_aside_keeps_its_holder_and_deadline(process, anna):
    case = make_claimed(process, anna)
    due = case.due_at

    actions.snooze(case, until=TUESDAY_9, by=anna, at=LATER)

    case.refresh_from_db()
    assert (case.claimed_by, case.due_at) == (anna, due)


def test_a_case_can_be_brought_back_early(process, anna):
    case = make_waiting(process)
    actions.snooze(case, until=TUESDAY_9, by=anna, at=LATER)

    actions.wake(case, by=anna, at=LATER)

    assert list(queue_of(anna, now=LATER)) == [case]


def test_a_new_message_brings_a_case_back(process, anna):
    case = make_claimed(process, anna)
    actions.snooze(case, until=TUESDAY_9, by=anna, at=LATER)

    actions.receive(actions.Arrival(text="Hello?"), case=case, at=LATER)

    assert list(held_by(anna)) == [case]


def test_nothing_is_put_aside_into_the_past_or_by_strangers(process, anna):
    case = make_waiting(process)

    with pytest.raises(actions.NotInFuture):
        actions.snooze(case, until=MONDAY_9, by=anna, at=LATER)
    with pytest.raises(NotAllowed):
        actions.snooze(case, until=TUESDAY_9, by=make_colleague(), at=LATER)


def test_what_somebody_else_holds_is_not_put_aside(process, anna):
    berit = make_colleague()
    process.levels.first().team.members.add(berit)
    case = make_claimed(process, anna)

    with pytest.raises(actions.StaleCase):
        actions.snooze(case, until=TUESDAY_9, by=berit, at=LATER)


def test_a_further_message_becomes_a_case_of_its_own(process, anna):
    case = make_waiting(process)
    arrival = actions.Arrival(text="Send me an invoice.", sender="k@x.dk", external_id="m2")
    actions.receive(arrival, case=case, at=LATER)

    made = actions.split(Message.objects.latest("pk"), by=anna, at=LATER)

    assert [one.text for one in thread(case)] == [ORDINARY]
    assert [(one.text, one.sender, one.external_id) for one in thread(made)] == [
        ("Send me an invoice.", "k@x.dk", "m2")
    ]
    assert made.stage == Stage.ARRIVED
    assert events(case)[-1] == "split_off"


def test_the_first_message_stays_with_its_case(process, anna):
    case = make_waiting(process)

    with pytest.raises(actions.CannotPart):
        actions.split(Message.objects.get(case=case), by=anna, at=LATER)


def test_a_merged_case_is_closed_and_read_in_the_other(process, anna):
    one, other = make_waiting(process), make_waiting(process, ANGRY)

    actions.merge(other, into=one, by=anna, at=LATER)

    one.refresh_from_db()
    other.refresh_from_db()
    assert (other.stage, other.merged_into) == (Stage.CLOSED, one)
    assert [message.text for message in thread(one)] == [ORDINARY, ANGRY]
    assert one.risk == pytest.approx(1.0)
    assert list(queue_of(anna, now=LATER)) == [one]
    assert (events(one)[-1], events(other)[-1]) == ("merged_here", "merged")


def test_a_message_to_a_merged_case_reaches_the_other(process, anna):
    one, other = make_waiting(process), make_waiting(process)
    actions.merge(other, into=one, by=anna, at=LATER)

    received = actions.receive(actions.Arrival(text="Hello?"), case=other, at=LATER)

    assert received.case == one


def test_merging_can_be_undone(process, anna):
    one, other = make_waiting(process), make_waiting(process)
    actions.merge(other, into=one, by=anna, at=LATER)

    actions.unmerge(other, by=anna, at=LATER)

    assert set(queue_of(anna, now=LATER)) == {one, other}
    assert [message.text for message in thread(one)] == [ORDINARY]


def test_a_case_is_never_merged_into_itself_or_a_closed_one(process, anna):
    one, other = make_waiting(process), make_claimed(process, anna)
    actions.decide(other, answer="", topic="", by=anna, at=LATER)

    for target in (one, other):
        with pytest.raises(actions.CannotPart):
            actions.merge(one, into=target, by=anna, at=LATER)


def test_handing_over_is_undone_while_nobody_took_the_case(process, anna):
    case = make_claimed(process, anna)
    team = case.team
    actions.hand_over(case, to=make_team(), note="", by=anna, at=LATER)

    actions.take_back(case, by=anna, at=LATER + timedelta(minutes=4))

    case.refresh_from_db()
    assert (case.claimed_by, case.team) == (anna, team)


@pytest.mark.parametrize("minutes", [6, 600])
def test_handing_over_cannot_be_undone_later(process, anna, minutes):
    case = make_claimed(process, anna)
    actions.hand_over(case, to=make_team(), note="", by=anna, at=LATER)

    with pytest.raises(actions.StaleCase, match="too late"):
        actions.take_back(case, by=anna, at=LATER + timedelta(minutes=minutes))


def test_handing_over_cannot_be_undone_once_somebody_took_the_case(process, anna):
    case, berit = make_claimed(process, anna), make_colleague()
    actions.hand_over(case, to=make_team(berit), note="", by=anna, at=LATER)
    case.refresh_from_db()
    actions.claim(case, by=berit, at=LATER)

    with pytest.raises(actions.StaleCase):
        actions.take_back(case, by=anna, at=LATER)


def test_closing_without_a_reply_is_undone(process, anna):
    case = make_claimed(process, anna)
    actions.decide(case, answer="", topic="", by=anna, at=LATER)

    actions.reopen_unanswered(case, by=anna, at=LATER)

    case.refresh_from_db()
    assert (case.stage, case.claimed_by) == (Stage.CLAIMED, anna)
    assert not Decision.objects.exists()
    assert events(case)[-2:] == ["decided", "decision_undone"]


def test_what_was_answered_cannot_be_undone(process, anna):
    case = make_claimed(process, anna)
    actions.decide(case, answer="On Friday.", topic="", by=anna, at=LATER)

    with pytest.raises(actions.StaleCase, match="too late"):
        actions.reopen_unanswered(case, by=anna, at=LATER)


def test_nobody_undoes_what_another_did(process, anna):
    leader = make_colleague()
    process.levels.first().team.members.add(leader)
    case = make_claimed(process, anna)
    actions.decide(case, answer="", topic="", by=anna, at=LATER)

    with pytest.raises(actions.StaleCase):
        actions.reopen_unanswered(case, by=leader, at=LATER)


def test_undoing_a_merging_lowers_what_it_had_raised(process, anna):
    one, other = make_waiting(process), make_waiting(process, ANGRY)
    actions.merge(other, into=one, by=anna, at=LATER)

    actions.unmerge(other, by=anna, at=LATER)

    alone = Case.objects.get(pk=one.pk)
    assert (alone.risk, alone.due_at, alone.masked) == (one.risk, one.due_at, [])


def test_what_is_still_merged_keeps_a_case_as_pressing_as_it_is(process, anna):
    one, grave, mild = (make_waiting(process, text) for text in (ORDINARY, ANGRY, ORDINARY))
    actions.merge(mild, into=one, by=anna, at=LATER)
    actions.merge(grave, into=one, by=anna, at=LATER)

    actions.unmerge(mild, by=anna, at=LATER)
    still = Case.objects.get(pk=one.pk).risk
    actions.unmerge(grave, by=anna, at=LATER)

    assert still == pytest.approx(1.0)
    assert Case.objects.get(pk=one.pk).risk == one.risk


def test_a_case_that_became_graver_by_itself_stays_grave(process, anna):
    one, other = make_waiting(process), make_waiting(process)
    actions.merge(other, into=one, by=anna, at=LATER)
    actions.receive(actions.Arrival(text=ANGRY), case=one, at=LATER)
    actions.look_again([one.pk], at=LATER)

    actions.unmerge(other, by=anna, at=LATER)

    assert Case.objects.get(pk=one.pk).risk == pytest.approx(1.0)


def test_a_waiting_case_moves_to_another_team_at_once(process, anna):
    case, team = make_waiting(process), make_team()

    actions.move(case, to=team, by=anna, at=LATER)

    case.refresh_from_db()
    assert (case.team, case.stage) == (team, Stage.WAITING)
    assert events(case)[-1] == "handed_over"


def test_a_level_is_never_lowered(process, anna):
    case = make_waiting(process, ANGRY)

    with pytest.raises(actions.NotHigher):
        actions.raise_level(case, level=Level.SPECIALIST, by=anna, at=LATER)


def test_a_closed_case_is_neither_moved_nor_raised(process, anna):
    case = make_claimed(process, anna)
    actions.decide(case, answer="", topic="", by=anna, at=LATER)

    with pytest.raises(actions.StaleCase):
        actions.move(case, to=make_team(), by=anna, at=LATER)
    with pytest.raises(actions.StaleCase):
        actions.raise_level(case, level=Level.EXPERIENCED, by=anna, at=LATER)
