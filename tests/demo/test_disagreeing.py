"""Two customers of the demonstration disagree with what AI answered alone."""

from datetime import timedelta

import pytest

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.lifecycle import Stage
from samspil.core.routing import Reason
from samspil.demo.actions import disagree_with_ai, found_company
from samspil.demo.actions.disagreeing import UPHELD
from samspil.demo.management import home
from samspil.demo.queries import SMALL, every_message_of_today, process_of, waiting_today
from samspil.demo.queries.cast import CARDS, LEADER
from samspil.demo.queries.company import colleague_playing
from samspil.demo.queries.samples import topics_of_line
from samspil.tenancy.actions import enter
from samspil.work import actions as work
from samspil.work.models import (
    Case,
    Certificate,
    Decision,
    LoneAnswer,
    Outgoing,
    Process,
    Proposal,
)
from samspil.work.queries.autonomy import autonomy_of, lone_figures
from samspil.work.queries.contesting import Disagreed, disagreed_with_ai
from samspil.work.queries.watched import watched_of
from tests.factories import MONDAY_9, make_verified

PROVED = MONDAY_9 + timedelta(minutes=1)
LATER = MONDAY_9 + timedelta(hours=1)
pytestmark = pytest.mark.either


def test_one_complaint_is_upheld_one_waits_and_ai_keeps_what_was_signed(db):
    with enter(found_company(password=home.new_password(), at=MONDAY_9)):
        assert not disagree_with_ai(at=MONDAY_9)  # AI has finished nothing
        certificate = signed()
        process = certificate.process
        answered_alone(certificate, ["age_limit", "pending_transfer", *["atm_support"] * 30])

        assert disagree_with_ai(at=LATER)
        assert not disagree_with_ai(at=LATER)

        assert disagreed_with_ai(process) == Disagreed(open=1, changed=1, stand=0)
        kept = autonomy_of(process)
        lone = lone_figures(kept)
        assert lone is not None
        assert (kept.level, sum(lone.overturned)) == (Autonomy.CAREFUL, 1)
        assert max(one.near for one in watched_of(kept, lone)) < 0.5
        decision = Decision.objects.get(topic="transfer_not_received_by_recipient")
        assert decision.simulated
        assert Outgoing.objects.get(case=decision.case).text.startswith("We have looked at it")
        assert waiting_today(SMALL) == []  # simulated people leave what is contested


def test_what_it_was_about_instead_is_a_topic_of_the_process():
    topics = {one.key for one in topics_of_line(CARDS)}

    assert {*UPHELD, *(one.topic for one in UPHELD.values())} <= topics


def signed() -> Certificate:
    """What was proved of the card questions, and signed."""
    Process.objects.filter(name=CARDS.name).update(organisation_model="supervised")
    process, leader = process_of(CARDS), colleague_playing(LEADER)
    work.change_terms(process, work.Terms(alpha=0.1, lane=0.0), by=leader, at=MONDAY_9)
    make_verified(process, n=250, wrong=0, at=PROVED)
    return work.climb(process, by=leader, at=PROVED)


def answered_alone(certificate: Certificate, topics: list[str]) -> None:
    """Messages of today that AI answered without a person, each of them closed."""
    numbers = list(every_message_of_today(SMALL))[: len(topics)]
    arrivals = [work.Arrival(text="Hello?", external_id=number) for number in numbers]
    cases = work.open_cases(arrivals, process=certificate.process, at=LATER).cases
    for case, topic in zip(cases, topics, strict=True):
        option = {"result": topic, "confidence": 0.99}
        proposal = Proposal.objects.create(
            case=case, options=[option], skill="triage", version="1", made_at=LATER
        )
        LoneAnswer.objects.create(
            process=certificate.process, case=case, proposal=proposal, certificate=certificate,
            sureness=0.99, chance=0.05, weight=1.0, drawn=False, alike=False, at=LATER,
        )  # fmt: skip
    Case.objects.update(
        stage=Stage.CLOSED, route="alone", level="1", reason=Reason.CERTIFIED, language="en",
        routed_at=LATER, closed_at=LATER,
    )  # fmt: skip
