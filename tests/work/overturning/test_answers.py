"""What AI answered counts as wrong once a later decision says so."""

from datetime import timedelta

from samspil.core.contesting import Outcome
from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.journal.queries import about, verify
from samspil.teaching.queries.decided import candidates
from samspil.work import actions
from samspil.work.models import (
    VerifiedAnswer,
)
from tests.factories import (
    make_claimed,
    make_colleague,
)
from tests.work.overturning.arranging import (
    AFTER,
    LATER,
    contested,
    decided,
    written_again,
    wrong_ones,
)


def test_what_people_approved_counts_as_wrong_once_it_is_contested_and_changed(process, anna, bo):
    case = decided(process, anna)
    assert wrong_ones(process) == 0

    contested(case, bo, Outcome.CHANGED, topic="invoice")

    kept = VerifiedAnswer.objects.get(decision__case=case)
    assert (kept.wrong, kept.overturned_at, kept.proves) == (True, AFTER, True)
    assert wrong_ones(process) == 1
    told = [one.event for one in about(str(case.public_id))]
    assert told[-3:] == ["answer_overturned", "decided", "decided_anew"]
    assert verify().whole


def test_what_stands_and_what_waits_stays_right(process, anna, bo):
    stands, waits = decided(process, anna), decided(process, anna)

    contested(stands, bo, Outcome.UPHELD, topic="invoice")
    actions.contest(waits, text="No.", at=AFTER)

    assert wrong_ones(process) == 0
    assert not Entry.objects.filter(event="answer_overturned").exists()


def test_ais_own_reply_that_does_not_stand_is_wrong_and_a_persons_words_say_nothing_of_ai(
    process, anna, bo
):
    ours = decided(process, anna)
    draft = make_claimed(process, anna)
    reply = draft.proposals.get().draft
    actions.decide(draft, answer=reply, topic=draft.topic, by=anna, at=LATER)

    contested(ours, bo, Outcome.CHANGED, topic=ours.topic)
    contested(draft, bo, Outcome.CHANGED, topic=draft.topic)

    assert reply
    assert not VerifiedAnswer.objects.get(decision__case=ours).wrong
    assert VerifiedAnswer.objects.get(decision__case=draft).wrong


def test_another_answer_on_another_topic_after_the_customer_wrote_again_says_so_too(process, anna):
    other, same, silent = (decided(process, anna) for _ in range(3))

    written_again(other, anna, topic="invoice")
    written_again(same, anna, topic=same.topic)
    written_again(silent, anna, topic="invoice", answer="")

    wrong = VerifiedAnswer.objects.filter(overturned_at__isnull=False, wrong=True)
    assert [one.decision.case for one in wrong] == [other]


def test_once_wrong_it_stays_wrong_and_nothing_is_ever_made_right(process, anna, bo):
    lis = make_colleague(Role.REVIEWER, Role.LEADER, name="Lis Bech")
    right, wrong = decided(process, anna), decided(process, anna, topic="invoice")
    topic = right.topic

    contested(right, bo, Outcome.CHANGED, topic="invoice")
    contested(right, lis, Outcome.CHANGED, topic=topic)
    contested(wrong, bo, Outcome.CHANGED, topic=topic)

    assert VerifiedAnswer.objects.filter(wrong=True).count() == 2
    assert VerifiedAnswer.objects.get(decision__case=wrong).overturned_at is None


def test_what_was_overturned_teaches_nothing(process, anna):
    case = decided(process, anna)
    far = AFTER + timedelta(days=400)
    assert [one.case for one in candidates(process, at=far)] == [case]

    written_again(case, anna, topic="invoice")

    assert not candidates(process, at=far).exists()
