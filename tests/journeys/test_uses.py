"""Whoever answers for AI sees why it rests in HR, takes its class on, and it begins, in Danish."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.people.models import Colleague
from samspil.uses.models import Use
from tests.factories import make_colleague, make_process, make_team


@pytest.fixture
def birgit(transactional_db: None, organisation: object) -> Colleague:
    return make_colleague(Role.DATA_PROTECTION, name="Birgit Madsen")


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_class_is_taken_on_and_ai_begins(
    page: Page, sign_in, screenshot, axe, birgit, language, width
):
    make_process(team=make_team(birgit), starter="hr", name="HR-spørgsmål")
    Use.objects.all().delete()
    sign_in(birgit)

    page.goto("/")
    expect(page.locator("#uses")).to_contain_text("AI må ikke begynde i HR-spørgsmål endnu.")
    page.get_by_role("link", name="Se, hvad der mangler").click()
    expect(page.get_by_text("Annex III, 4(b)")).to_be_visible()
    screenshot(f"uses-waiting-{width}")
    axe(page)

    page.get_by_label("Afgør nogen ud fra det, AI fandt").select_option("no")
    page.get_by_role("button", name="Påtag dig denne klasse").click()
    expect(page.get_by_text("AI må arbejde her.")).to_be_visible()
    screenshot(f"uses-taken-on-{width}")
    page.get_by_role("link", name="Hvad AI bruges til").last.click()
    expect(page.get_by_role("heading", name="Hvad AI bruges til")).to_be_visible()
    screenshot(f"uses-register-{width}")
    axe(page)
