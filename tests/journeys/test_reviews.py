"""A use of AI is reviewed, what went wrong is judged, and strangers read what AI does."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.trust.models import Review
from samspil.work.actions import stop
from tests.factories import make_colleague, make_process


@pytest.mark.parametrize("width", [360])
def test_a_use_of_ai_is_reviewed_and_a_condition_waits_on_today(
    page: Page, sign_in, screenshot, axe, transactional_db, organisation, width: int
):
    lene = make_colleague(Role.LEADER, name="Lene Krogh")
    process = make_process(name="Kundeservice")

    sign_in(lene)
    page.goto("/reviews/")
    screenshot(f"reviews-{width}")
    axe(page)
    page.get_by_role("link", name="Kundeservice").click()
    for asked in ("purpose", "quality", "oversight", "told", "needed"):
        page.locator(f"[name={asked}][value=yes]").check()
    page.get_by_label("Det fortsætter på betingelser").check()
    page.locator("[name=what_1]").fill("Skriv til kunderne")
    page.locator("[name=owner_1]").select_option("Lene Krogh")
    page.locator("[name=due_1]").fill("2099-01-01")
    screenshot(f"review-begin-{width}")
    axe(page)
    page.get_by_role("button", name="Afslut gennemgangen").click()
    expect(page.get_by_text("Gennemgangen er gemt")).to_be_visible()
    screenshot(f"review-{width}")
    axe(page)

    page.goto("/")
    expect(page.locator("#uses")).to_contain_text("Skriv til kunderne")
    screenshot(f"review-today-{width}")
    assert Review.objects.get().thing == str(process.public_id)


@pytest.mark.parametrize("width", [360])
def test_an_incident_is_reported_judged_and_told(
    page: Page, sign_in, screenshot, axe, transactional_db, organisation, width: int
):
    dagny = make_colleague(Role.DATA_PROTECTION, name="Dagny Holm")
    process = make_process(name="Kundeservice")
    stop(process, why="", by=dagny, at=timezone.now())

    sign_in(dagny)
    page.goto("/incidents/")
    screenshot(f"incidents-{width}")
    axe(page)
    page.get_by_role("link", name="Ja, indberet den").click()
    page.get_by_label("Hvad der skete").fill("Et svar med en adresse gik til en anden kunde.")
    screenshot(f"incident-report-{width}")
    axe(page)
    page.get_by_role("button", name="Indberet den").click()
    page.get_by_label("Persondata, og en risiko").check()
    page.get_by_role("button", name="Gem vurderingen").click()
    expect(page.get_by_text("Giv besked til datatilsynet, inden")).to_be_visible()
    screenshot(f"incident-{width}")
    axe(page)
    page.goto("/")
    expect(page.locator("#uses")).to_contain_text("Giv besked til datatilsynet, inden")
    screenshot(f"incident-today-{width}")


@pytest.mark.parametrize("width", [360])
def test_a_notice_is_published_and_a_stranger_reads_it(
    page: Page, sign_in, screenshot, axe, transactional_db, organisation, width: int
):
    process = make_process(name="Kundeservice")

    sign_in(make_colleague(Role.LEADER, name="Lene Krogh"))
    page.goto(f"/uses/{process.public_id}/")
    page.get_by_role("link", name="Oplysning til dem, det angår").click()
    page.get_by_label("Navn i adressen").fill("kundeservice-ai")
    page.get_by_label("Hvem man kan spørge").fill("Databeskyttelse, dpo@nordlys.example")
    page.get_by_label("Hvor jeres privatlivspolitik står").fill("https://nordlys.example/p")
    page.get_by_role("button", name="Offentliggør den").click()
    expect(page.get_by_text("Den er offentliggjort")).to_be_visible()
    screenshot(f"notice-setting-up-{width}")
    axe(page)

    page.context.clear_cookies()
    page.goto("/notice/kundeservice-ai/")
    expect(page.get_by_text("AI deltager i det, der sker her")).to_be_visible()
    screenshot(f"notice-{width}")
    axe(page)
    assert page.context.cookies() == []
