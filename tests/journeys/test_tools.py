"""An employee says what is used, an owner approves it, and both see what may go there."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.governance.models import SCORES, Tool
from samspil.people.models import Colleague
from tests.factories import make_colleague


@pytest.fixture
def karl(transactional_db: None, organisation: object) -> Colleague:
    return make_colleague(Role.EMPLOYEE, name="Karl Friis")


@pytest.mark.parametrize("width", [1440])
def test_a_tool_is_asked_for_and_approved(
    page: Page, sign_in, screenshot, axe, karl: Colleague, width: int
):
    lene = make_colleague(Role.OWNER, name="Lene Krogh")
    sign_in(karl)
    page.goto("/tools/")
    page.get_by_role("link", name="Det bruger vi").first.click()
    page.get_by_label("Hvad hedder det?").fill("Oversætteren")
    page.get_by_label("Hvad bruger du det til?").fill("Tilbud på tysk")
    page.get_by_label("intern").check()
    screenshot(f"tools-use-{width}")
    axe(page)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Det er i registret")).to_be_visible()
    expect(page.get_by_text("Intet værktøj er godkendt endnu")).to_be_visible()

    page.context.clear_cookies()
    sign_in(lene)
    page.goto("/tools/")
    page.get_by_role("link", name="Oversætteren").click()
    expect(page.get_by_text("Før det kan godkendes, mangler:")).to_be_visible()
    page.get_by_label("Hvor data sendes hen").select_option("eu")
    page.get_by_label("Hvem har ansvaret").select_option("Lene Krogh")
    page.locator("[name=contract]").fill("Databehandleraftale, i arkivet")
    page.locator("[name=tested]").fill("ISO 27001, set af IT")
    page.locator("[name=valid_until]").fill("2099-01-01")
    for name in SCORES:
        page.locator(f"[name={name}]").select_option("4")
    page.get_by_role("button", name="Gem").last.click()
    page.locator("[name=status]").select_option("approved")
    page.get_by_role("button", name="Gem").first.click()
    expect(page.get_by_text("Det er godkendt.")).to_be_visible()
    screenshot(f"tool-{width}")
    axe(page)

    Tool.objects.update(valid_until="2026-01-01")
    page.goto("/")
    expect(page.locator("#due")).to_contain_text("udløb den 01.01.2026")
    screenshot(f"tools-today-{width}")
    page.goto("/tools/")
    expect(page.get_by_text("er udløbet")).to_be_visible()
    screenshot(f"tools-{width}")
    axe(page)
