"""Standard answers as replies to customers: drafted where they fit, never more than that alone."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.knowing import Message
from samspil.core.knowledge.messages import Asks, asks
from samspil.core.skill import Ground
from samspil.knowledge import actions
from samspil.knowledge.models import Secrecy
from samspil.knowledge.queries import ready_replies
from samspil.work.actions import (
    Terms,
    change_terms,
    claim,
    climb,
    decide,
    propose_and_route,
)
from samspil.work.models import Certificate, Proposal, Topic, VerifiedAnswer
from tests.factories import (
    MONDAY_9,
    let_judge_first,
    make_case,
    make_process,
    make_team,
    make_verified,
    make_waiting,
)
from tests.pages import english, words

QUESTION = "When will my heat pump be delivered?"
ANSWER = "Within ten working days."


@pytest.fixture
def standard(lene):
    def make(**terms):
        said = actions.Standard(
            wordings=[QUESTION],
            texts={"en": ANSWER},
            terms=actions.Terms(
                **{"secrecy": Secrecy.PUBLIC, "review_on": date(2099, 1, 1), **terms}
            ),
        )
        return actions.make_standard(said, by=lene, at=MONDAY_9)

    return make


def replied(text, *, language="en"):
    return ready_replies({1: Message(text=text, language=language)}, at=MONDAY_9).get(1)


OPEN = "When do you open?"


@pytest.mark.parametrize(
    ("text", "question", "whole"),
    [
        (f"Hello,\n\n{OPEN}\n\nKind regards\nAnna Berg", OPEN, True),
        ("Hej!\nHvornår åbner I?\nMvh Anna", "Hvornår åbner I?", True),
        (f"Hi Anna, {OPEN[0].lower()}{OPEN[1:]}", "when do you open?", True),
        ("Guten Tag,\nwann öffnen Sie?\nViele Grüße", "wann öffnen Sie?", True),
        ("It is broken. Can I return it?", "Can I return it?", False),
        (f"{OPEN} Thanks. By the way, my heat pump leaks on the floor.", OPEN, False),
    ],
)
def test_a_message_asks_one_thing(text, question, whole):
    assert asks(text) == Asks(question=question, whole=whole)


@pytest.mark.parametrize("text", [f"Can I return it? {OPEN}", f"{OPEN} Thanks. Why?", "No.", ""])
def test_a_message_that_asks_nothing_or_two_things_gets_no_answer(text):
    assert asks(text) is None


def test_a_standard_answer_is_the_draft_and_is_named(standard):
    made = standard()

    case = make_waiting(make_process(), f"Hello,\n\n{QUESTION}")

    proposal = Proposal.objects.get(case=case)
    assert proposal.draft == ANSWER
    assert proposal.sources == [f"“{QUESTION}” · v{made.version} · 2099-01-01"]
    assert case.route == "together"


def test_only_what_is_for_everybody_holds_and_is_in_their_language_goes_out(standard):
    assert replied(QUESTION) is None
    made = standard(secrecy=Secrecy.INTERNAL)
    assert replied(QUESTION) is None
    terms = actions.Terms(secrecy=Secrecy.PUBLIC, review_on=date(2020, 1, 1), owner=made.owner)
    said = actions.Standard(wordings=[QUESTION], texts={"en": ANSWER}, terms=terms)
    actions.change_standard(made, said, seen=1, by=made.owner, at=MONDAY_9)
    assert replied(QUESTION) is None

    standard()

    assert replied(QUESTION).text == ANSWER
    assert replied(QUESTION, language="da") is None
    assert replied("When will my heat pump be repaired?") is None


def test_two_that_fit_are_none(standard):
    standard()
    standard()

    assert replied(QUESTION) is None


def test_with_more_said_the_topics_own_reply_stays_the_draft(standard):
    standard()
    process = make_process()
    with_more = make_waiting(process, f"My old one leaks on the floor. {QUESTION}")

    proposal = Proposal.objects.get(case=with_more)
    assert proposal.draft != ANSWER
    assert not proposal.sources


def test_an_angry_customer_gets_no_prepared_reply(standard):
    standard()

    case = make_waiting(make_process(), f"I am very dissatisfied with you. {QUESTION}")

    proposal = Proposal.objects.get(case=case)
    assert any(one["ground"] == Ground.DISSATISFIED for one in proposal.evidence)
    assert proposal.draft == ""


def test_without_a_reply_of_the_topics_own_ai_never_sends_it_alone(standard):
    standard()
    process = make_process(organisation_model="supervised")
    Topic.objects.filter(process=process).update(replies={})

    case = make_waiting(process, QUESTION)

    assert Proposal.objects.get(case=case).draft == ANSWER
    assert (case.route, case.reason) == ("together", "no_reply_ready")


@pytest.mark.parametrize("own", [True, False])
def test_it_proves_of_the_topic_what_the_topics_own_reply_would(standard, lene, own):
    process = make_process(team=make_team(lene), organisation_model="collaborative")
    if not own:
        Topic.objects.filter(process=process).update(replies={})

    def proves():
        case = make_waiting(process, QUESTION)
        claim(case, by=lene, at=MONDAY_9)
        draft = Proposal.objects.get(case=case).draft
        made = decide(case, answer=draft or "Soon.", topic=case.topic, by=lene, at=MONDAY_9)
        return draft, VerifiedAnswer.objects.get(decision=made).proves

    before, proved_before = proves()
    standard()
    after, proved_after = proves()

    assert (before != ANSWER, after == ANSWER) == (True, True)
    assert proved_before is proved_after is own


def test_ai_alone_sends_the_topics_own_reply_and_never_a_standard_answer(standard, lene):
    process = make_process(team=make_team(lene), organisation_model="supervised")
    change_terms(process, Terms(alpha=0.1, lane=0.0), by=lene, at=MONDAY_9)
    for hours in (1, 2):
        at = MONDAY_9 + timedelta(hours=hours)
        make_verified(process, n=250, wrong=0, at=at)
        climb(process, by=lene, at=at)
    Certificate.objects.update(threshold=0.0)
    standard()

    routes = []
    for text in (QUESTION, f"Hi, {QUESTION}", f"Hello!\n{QUESTION}"):
        case = make_case(process, text)
        propose_and_route([case.pk], at=MONDAY_9 + timedelta(days=1))
        case.refresh_from_db()
        proposal = Proposal.objects.get(case=case)
        routes.append(case.route)
        if case.route == "alone":
            assert proposal.draft
            assert ANSWER not in proposal.draft
            assert ANSWER not in case.messages.get(direction="out").text
            assert proposal.sources == []

    assert "alone" in routes


def test_what_employees_ask_is_drafted_and_looked_up_for_nobody(standard, lene, client_of):
    standard()
    case = make_waiting(make_process(starter="it", team=make_team(lene)), QUESTION)

    assert ANSWER not in [one.draft for one in Proposal.objects.all()]
    assert ANSWER not in words(english(client_of(lene)).get(f"/knowledge/cases/{case.public_id}/"))


def test_nothing_is_told_where_a_person_judges_first(standard, lene, client_of):
    standard()
    process = make_process(team=make_team(lene))
    let_judge_first(process, lene)
    case = make_waiting(process, QUESTION)

    assert case.hides_answer
    assert ANSWER not in words(english(client_of(lene)).get(f"/knowledge/cases/{case.public_id}/"))


def test_looking_costs_the_same_for_one_message_and_for_three(standard):
    def cost(count):
        asked = {one: Message(text=QUESTION, language="en") for one in range(count)}
        with CaptureQueriesContext(connection) as seen:
            assert len(ready_replies(asked, at=MONDAY_9)) == count
        return len(seen)

    standard()

    assert cost(1) == cost(3)


def test_what_we_know_stands_beside_a_customers_case_and_nothing_internal(
    standard, bring, lene, client_of
):
    bring(name="inside.md", text="# Pumps\n\nA heat pump is delivered when the baker pays us.")
    standard(secrecy=Secrecy.INTERNAL)
    case = make_waiting(make_process(), QUESTION)
    address = f"/knowledge/cases/{case.public_id}/"

    hidden = words(english(client_of(lene)).get(address))
    standard()
    shown = words(english(client_of(lene)).get(address))

    assert "baker" not in hidden
    assert ANSWER not in hidden
    assert ANSWER in shown
