"""A person judges before seeing AI's answer: nothing shows it anywhere until then."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.evidence.autonomy import Autonomy
from samspil.core.judging import Judging
from samspil.core.lifecycle import Stage
from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.review.models import Batch
from samspil.work import actions
from samspil.work.actions.judging import judge_first
from samspil.work.models import Case, FirstJudgement, Process, Proposal
from tests.factories import (
    MONDAY_9,
    let_judge_first,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
)
from tests.judgements import ais
from tests.pages import source, words
from tests.review.test_queue import MOST_STATEMENTS

pytestmark = pytest.mark.either

TOPIC = "Delivery status"
DRAFT = "Thank you for your message about your delivery"
NOW = MONDAY_9 + timedelta(hours=1)


@pytest.fixture
def lea(organisation):
    return make_colleague(Role.LEADER, Role.OWNER, name="Lea Vang")


@pytest.fixture
def blind(process: Process, lea: Colleague) -> Process:
    let_judge_first(process, lea)
    return process


def judge(browser, case, topic):
    return browser.post(f"/work/{case.public_id}/judge/", {"topic": topic}, follow=True)


def gives_away(response, case: Case) -> list[str]:
    """What of AI's answer stands in the response, beside the list of all topics to choose from."""
    sent = b"".join(response) if response.streaming else response.content
    text = re.sub(r"<select.*?</select>", "", sent.decode(), flags=re.DOTALL)
    proposal = Proposal.objects.get(case=case)
    told = [TOPIC, ais(case), str(proposal.options[0]["confidence"]), "is-topic", "in 100"]
    told += [one for one in proposal.draft.splitlines() if len(one) > 20]
    return [one for one in told if one in text]


ADDRESSES = [
    "/work/{id}/",
    "/work/{id}/?change",
    "/work/{id}/?draft",
    "/work/{id}/history/",
    "/work/{id}/more/",
    "/work/{id}/print/",
    "/work/{id}/case.html",
    "/work/{id}/case.json",
    "/work/",
    "/work/all/",
    "/work/search/?q=heat",
    "/work/search/?q=status:open",
    "/work/export.csv?column=subject&column=topic&column=route",
    "/journal/",
    "/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_tells_ais_answer_before_the_case_is_judged(browser_of, lea, anna, blind, address):
    case = make_claimed(blind, anna)
    assert DRAFT[:5] in Proposal.objects.get(case=case).draft
    where = address.format(id=case.public_id)

    for colleague in (anna, lea):
        answer = browser_of(colleague).get(where, follow=True)
        assert answer.status_code == 200 or (colleague, address) == (anna, "/journal/")
        assert gives_away(answer, case) == [], address


def test_what_is_looked_for_is_there_once_the_case_is_judged(annas, anna, blind):
    case = make_claimed(blind, anna)

    judge(annas, case, ais(case))

    page = annas.get(f"/work/{case.public_id}/")
    assert gives_away(page, case) != []
    assert TOPIC in words(page)


def test_no_list_or_search_by_topic_finds_a_case_that_is_not_judged(annas, anna, blind):
    case = make_waiting(blind, "A subject nobody else has")
    topic = ais(case)

    for address in (
        f"/work/?topic={topic}",
        f"/work/all/?topic={topic}",
        f"/work/search/?topic={topic}",
        f'/work/search/?q=topic:"{TOPIC}"',
        f"/work/search/?q={TOPIC}",
    ):
        assert "A subject nobody else has" not in words(annas.get(address)), address


def test_the_page_asks_first_and_then_shows_both(annas, anna, blind):
    case = make_claimed(blind, anna)
    asked = words(annas.get(f"/work/{case.public_id}/"))
    assert "What is it about?" in asked
    assert "You judge first; AI's answer comes after." in asked
    assert "Agree and send" not in asked
    assert 'data-key="a"' not in source(annas.get(f"/work/{case.public_id}/"))

    shown = words(judge(annas, case, ais(case)))

    assert "Judged before AI's answer was seen You Delivery status AI Delivery status" in shown
    assert "30 more cases have to be judged like this and decided" in shown
    assert "Both together" not in shown
    assert "Agree and send" in shown


def test_who_found_something_else_begins_with_an_empty_reply_about_that(annas, anna, blind):
    case = make_claimed(blind, anna)

    shown = judge(annas, case, "invoice_question")

    assert 'value="invoice_question" selected' in source(shown)
    assert "It is about “Delivery status” after all: take AI's draft" in words(shown)
    assert "Agree and send" not in words(shown)
    draft = annas.get(f"/work/{case.public_id}/?draft")
    assert 'value="delivery_status" selected' in source(draft)
    assert Proposal.objects.get(case=case).draft.splitlines()[0] in words(draft)


def test_agreeing_by_hand_with_what_one_has_not_seen_sends_nothing(annas, anna, blind):
    case = make_claimed(blind, anna)

    annas.post(f"/work/{case.public_id}/agree/", {"seen": 1})
    typed = {"answer": "Tomorrow.", "topic": "", "seen": 1}
    refused = annas.post(f"/work/{case.public_id}/decide/", typed)

    assert refused.status_code == 409
    assert "Say first what the case is about" in words(refused)
    assert "Tomorrow." in words(refused)
    case.refresh_from_db()
    assert case.stage == Stage.CLAIMED


@pytest.mark.parametrize("topic", ["", "nothing like it", "<script>", "x" * 9_000])
def test_a_judgement_that_is_none_is_asked_for_again(annas, anna, blind, topic):
    case = make_claimed(blind, anna)

    answer = judge(annas, case, topic)

    assert answer.status_code == 422
    assert not FirstJudgement.objects.exists()
    assert gives_away(answer, case) == []


def test_the_second_of_two_judgements_gets_a_clear_message(annas, anna, blind):
    case = make_claimed(blind, anna)
    judge(annas, case, ais(case))

    said = words(judge(annas, case, "invoice_question"))

    assert "This case was judged already: the first judgement stands." in said
    assert FirstJudgement.objects.get().topic == ais(case)


def test_somebody_who_does_not_hold_it_cannot_judge(browser_of, anna, lea, blind):
    case = make_claimed(blind, anna)

    said = words(judge(browser_of(lea), case, ais(case)))

    assert "You no longer hold this case" in said
    assert not FirstJudgement.objects.exists()


def test_where_both_disagree_the_first_person_learns_only_that(
    annas, browser_of, anna, team, lea, process
):
    bo = make_colleague(name="Bo Lund")
    both = make_process(team=make_team(anna, bo))
    let_judge_first(both, lea, second_look=True)
    case = make_claimed(both, anna)

    said = judge(annas, case, "invoice_question")

    assert "AI came to another answer, so a second person looks at it." in words(said)
    assert gives_away(annas.get(f"/work/{case.public_id}/"), case) == []
    assert "You have judged this case" in words(annas.get(f"/work/{case.public_id}/"))
    refused = annas.post(f"/work/{case.public_id}/take/", follow=True)
    assert "a second person looks at it now" in words(refused)

    bos = browser_of(bo)
    waiting = bos.get(f"/work/{case.public_id}/")
    assert "A colleague and AI disagree; a second person decides." in words(waiting)
    assert "Anna" not in words(waiting) + words(bos.get(f"/work/{case.public_id}/history/"))
    bos.post(f"/work/{case.public_id}/take/")
    shown = words(judge(bos, case, "delivery_status"))
    assert "A colleague Invoice question You Delivery status AI Delivery status" in shown


def test_a_team_of_one_is_told_that_nobody_else_is_here(annas, anna, lea, process):
    let_judge_first(process, lea, second_look=True)
    case = make_claimed(process, anna)

    said = words(judge(annas, case, "invoice_question"))

    assert "nobody else of the team is here: so you decide" in said


def test_what_ai_stepped_back_from_is_shown_once_it_is_decided(annas, anna, lea, blind):
    actions.lower(blind, to=Autonomy.PERSON, by=lea, at=MONDAY_9)
    case = make_claimed(blind, anna)
    page = annas.get(f"/work/{case.public_id}/")
    assert gives_away(page, case) == []
    assert "It is shown once the case is decided." in words(page)
    assert "Your reply" in words(page)

    typed = {"answer": "Tomorrow.", "topic": ais(case), "seen": 1}
    annas.post(f"/work/{case.public_id}/decide/", typed)

    assert TOPIC in words(annas.get(f"/work/{case.public_id}/"))


def test_a_case_that_is_not_judged_cannot_be_closed_with_others(annas, anna, blind):
    case = make_waiting(blind)
    chosen = {"cases": str(case.public_id), "action": "close", "why": "spam"}

    page = annas.post("/work/chosen/do/", chosen, follow=True)

    case.refresh_from_db()
    assert case.stage == Stage.WAITING
    assert "a person has to judge it before AI's answer is seen" in words(page)
    assert not Batch.objects.filter(lines__outcome="done").exists()


@pytest.mark.parametrize("judged", [False, True])
def test_a_case_to_be_judged_costs_no_more_than_others(annas, anna, blind, judged):
    case = make_claimed(blind, anna)
    if judged:
        judge_first(case, topic="invoice_question", by=anna, at=NOW)
        assert case.judging == Judging.JUDGED

    with CaptureQueriesContext(connection) as statements:
        assert annas.get(f"/work/{case.public_id}/").status_code == 200

    assert len(statements) <= MOST_STATEMENTS
