"""From the roster to an AI colleague: its mandate, its absence and how good it is."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from samspil.core.roles import Role
from samspil.people.actions import form_team, take_on_ai
from samspil.work import actions
from samspil.work.models import Process, Proposal
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process

ANSWERED = ("Where is my parcel?", "When does my order 4712 arrive?", "Is my delivery on its way?")


@pytest.fixture
def lene(transactional_db, organisation):
    """A leader, with AI at work in one process, stopped in another, and never taught a third."""
    lene = make_colleague(Role.LEADER, Role.REVIEWER, name="Lene Leder")
    annika = make_colleague(Role.PROCESS_OWNER, name="Annika Jensen")
    take_on_ai(name="Vega (AI)", skill="triage")
    team = form_team(name="Kundeservice", members=[lene, annika])
    process = make_process(team=team, name="Kundemails", organisation_model="supervised")
    for number, text in enumerate(ANSWERED):
        case = make_claimed(process, lene, text)
        draft = Proposal.objects.get(case=case).draft
        answer = f"{draft}\n\nRing gerne." if number == 0 else draft
        actions.decide(case, answer=answer, topic=case.topic, by=lene, at=timezone.now())
    stopped = make_process(team=team, name="HR-spørgsmål", starter="hr")
    actions.stop(stopped, why="Ny aftale om barsel", by=lene, at=MONDAY_9)
    make_process(team=team, name="Reservedele")
    Process.objects.filter(name="Reservedele").update(starter="")
    return lene


@pytest.mark.parametrize(("width", "language"), [(360, "de")])
def test_the_roster_leads_to_the_mandate_of_an_ai_colleague(
    page, sign_in, screenshot, axe, lene, width, language
):
    sign_in(lene)
    page.goto("/roster/")
    page.get_by_role("link", name="Vega (AI)").focus()
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Vega (AI)")
    expect(page.get_by_text("Ny aftale om barsel")).to_be_visible()
    expect(page.locator("table tbody tr")).to_have_count(1)
    expect(page.get_by_text("Annika Jensen")).to_have_count(3)
    page.locator(".band details summary").first.click()
    screenshot(f"ai-colleague-{language}-{width}")
    axe(page)
