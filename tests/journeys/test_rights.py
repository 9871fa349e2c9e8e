"""A stranger reads how it was decided, disagrees, and a second person decides anew, in Danish."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.inbox.models import StatusLink
from samspil.inbox.queries import status_address
from samspil.people.models import Colleague
from samspil.web.marks import began
from samspil.work import actions as work
from samspil.work.models import Case, Proposal
from tests.factories import make_colleague, make_process, make_team
from tests.inbox.forms import make_form, write


@pytest.fixture
def anna(transactional_db: None, organisation: object) -> Colleague:
    cache.clear()
    return make_colleague(Role.PROCESS_OWNER, Role.REVIEWER, name="Anna Lund")


@pytest.fixture
def bo(anna: Colleague) -> Colleague:
    return make_colleague(Role.REVIEWER, Role.STAFF_REPRESENTATIVE, name="Bo Dahl")


@pytest.fixture
def secret(anna: Colleague, bo: Colleague) -> str:
    """The page of a stranger whom Anna has answered."""
    form = make_form(make_process(team=make_team(anna, bo), name="Service"), by=anna, slug="nord")
    write(form, mail="kunde@example.com")
    case, now = Case.objects.get(), timezone.now()
    work.propose_and_route([case.pk], at=now)
    case.refresh_from_db()
    work.claim(case, by=anna, at=now)
    draft = Proposal.objects.get().draft
    work.decide(case, answer=draft or "On Friday.", topic=case.topic, by=anna, at=now)
    return status_address(StatusLink.objects.get())


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_decision_is_explained_contested_and_made_anew(
    page: Page, sign_in, screenshot, axe, bo, secret, language, width
):
    page.goto(f"/f/status/{secret}/?lang=da")
    page.get_by_text("Sådan blev det afgjort").click()
    expect(page.get_by_text("af et menneske her (Sagsbehandler)")).to_be_visible()
    page.get_by_text("Jeg er uenig i denne afgørelse").click()
    screenshot(f"rights-status-{width}")
    axe(page)
    page.get_by_label("Hvad er du uenig i?").fill("Det er ikke den pumpe, jeg bestilte.")
    link = StatusLink.objects.get()
    aged = began(str(link.public_id), at=timezone.now() - timedelta(minutes=1))
    page.locator("#disagree input[name=mark]").evaluate("(e, m) => { e.value = m }", aged)
    page.get_by_role("button", name="Få det set på igen").click()
    expect(page.get_by_text("AI deltager ikke.")).to_be_visible()
    screenshot(f"rights-contested-{width}")

    sign_in(bo)
    page.goto(f"/work/{Case.objects.get().public_id}/")
    screenshot(f"rights-case-{width}")
    axe(page)
    page.get_by_role("button", name="Tag sagen").click()
    page.locator("#reply").get_by_role("link", name="Afgør på ny").click()
    page.get_by_label("Den ændres").check()
    page.get_by_label("Dit svar med dine grunde").fill("Du har ret. Den rigtige kommer fredag.")
    screenshot(f"rights-anew-{width}")
    axe(page)
    page.get_by_role("button", name="Afgør og svar").click()
    expect(page.get_by_text("Afgjort på ny og besvaret.")).to_be_visible()
    page.goto(f"/work/{Case.objects.get().public_id}/explanation/")
    expect(page.get_by_text("Den, det angår, var uenig").first).to_be_visible()
    screenshot(f"rights-explanation-{width}")
    axe(page)
    page.goto("/rights/ai/")
    screenshot(f"rights-what-ai-decides-{width}")
    axe(page)
    page.goto(f"/f/status/{secret}/?lang=da")
    expect(page.get_by_text("Den rigtige kommer fredag.")).to_be_visible()
