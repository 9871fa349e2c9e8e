"""A leader sees what is missing and asks a colleague, who finds it on Today, in Danish."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.gaps.actions import draw_map
from samspil.people.models import Colleague
from tests.factories import MONDAY_9, make_colleague
from tests.gaps.conftest import ask, bring, emil, lene

__all__ = ["ask", "bring", "emil", "lene"]


@pytest.fixture
def sofie(transactional_db: None, organisation: object) -> Colleague:
    return make_colleague(Role.EMPLOYEE, name="Sofie Sørensen")


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_gap_is_seen_and_a_colleague_asked_to_close_it(
    page: Page, sign_in, screenshot, axe, sofie, lene, ask, bring, language, width
):
    ask(near=bring(owner=lene))
    draw_map(embedder=None, at=MONDAY_9 + timedelta(hours=1))
    sign_in(lene)

    page.goto("/knowledge/gaps/")
    expect(page.locator("h3").filter(has_text="parkering")).to_have_count(1)
    screenshot(f"gaps-map-{width}")
    axe(page)

    page.get_by_role("link", name="Bestil et dokument").click()
    page.get_by_label("Hvem der spørges").select_option("Sofie Sørensen")
    screenshot(f"gaps-ask-{width}")
    axe(page)
    page.get_by_role("button", name="Spørg", exact=True).click()
    expect(page.get_by_text("Sofie Sørensen blev spurgt")).to_be_visible()

    page.context.clear_cookies()
    sign_in(sofie)
    page.goto("/")
    expect(page.locator("#asked")).to_contain_text("Skriv ned, hvad der gælder for")
    screenshot(f"gaps-today-{width}")
    page.goto("/knowledge/gaps/known/")
    page.get_by_role("button", name="Det ved jeg også").click()
    expect(page.get_by_role("button", name="Det ved jeg ikke længere")).to_be_visible()
    screenshot(f"gaps-known-{width}")
    axe(page)
    page.get_by_role("button", name="Gjort").click()
    expect(page.get_by_text("Gjort, tak.")).to_be_visible()
