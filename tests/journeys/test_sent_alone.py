"""A leader lets a standard answer go alone, and sees on a case that it did."""

import pytest
from playwright.sync_api import expect

from samspil.core.roles import Role
from samspil.knowledge import actions
from samspil.knowledge.models import StandardAnswer
from samspil.people.actions import form_team, take_on_ai
from samspil.tenancy.actions import enter
from samspil.work.models import Topic
from tests.factories import (
    MONDAY_9,
    make_claimed,
    make_colleague,
    make_process,
    make_signed,
    make_uses,
    make_waiting,
)
from tests.knowledge.standing import ANSWER, QUESTION, said


@pytest.fixture
def lene(transactional_db, organisation):
    take_on_ai(name="Triage", skill="triage")
    return make_colleague(Role.LEADER, Role.REVIEWER, name="Lene Leder")


@pytest.fixture
def answer(lene):
    texts = {"en": ANSWER, "da": "Inden for ti arbejdsdage."}
    return actions.make_standard(said(texts=texts), by=lene, at=MONDAY_9)


@pytest.fixture
def process(lene, answer):
    team = form_team(name="First line", members=[lene])
    process = make_process(team=team, organisation_model="supervised", name="Kundeservice")
    Topic.objects.filter(process=process).update(replies={})
    make_signed(process, lene, alpha=0.1, topics=[["delivery_status", "en"]])
    make_uses(answer.public_id, process, right=35)
    return process


@pytest.mark.parametrize("language", ["en"])
def test_one_more_use_and_it_goes_alone(page, sign_in, lene, answer, process, organisation):
    sign_in(lene)
    page.goto(f"/knowledge/answers/{answer.public_id}/")
    page.get_by_role("button", name="It may be sent without a look").click()
    expect(page.locator("#alone")).to_contain_text("Lene Leder agreed on")
    expect(page.locator("#alone")).to_contain_text("1 more use without a change")

    with enter(organisation):
        before = make_waiting(process, QUESTION)
        make_uses(answer.public_id, process, right=1)
        after = make_waiting(process, f"Hello! {QUESTION}")
        assert StandardAnswer.objects.get().alone

    assert before.route == "together"
    page.goto(f"/work/{after.public_id}/")
    expect(page.locator("main")).to_contain_text("verified by people 36 times")


@pytest.mark.parametrize("width", [360])
def test_everybody_can_read_it(page, sign_in, screenshot, axe, width, lene, answer, process):
    held = make_claimed(process, lene, QUESTION)
    actions.agree_to_alone(answer, seen=1, by=lene, at=MONDAY_9)
    make_uses(answer.public_id, process, right=1)
    sent = make_waiting(process, QUESTION)
    sign_in(lene)
    page.goto(f"/knowledge/answers/{answer.public_id}/")
    screenshot(f"sent-alone-answer-{width}")
    axe(page)
    page.goto(f"/work/{sent.public_id}/")
    screenshot(f"sent-alone-case-{width}")
    axe(page)
    actions.remove_standards([answer.pk], by=lene, at=MONDAY_9)
    page.goto(f"/work/{held.public_id}/")
    expect(page.locator("#reply .notice")).to_be_visible()
    screenshot(f"sent-alone-withdrawn-{width}")
    axe(page)
