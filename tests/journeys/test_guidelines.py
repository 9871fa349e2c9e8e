"""A leader publishes a guideline, an employee reads and confirms it."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from tests.factories import make_colleague


@pytest.mark.parametrize("width", [360])
def test_a_guideline_is_published_and_read(
    page: Page, sign_in, screenshot, axe, transactional_db, organisation, width: int
):
    lene = make_colleague(Role.LEADER, name="Lene Krogh")
    karl = make_colleague(Role.REVIEWER, name="Karl Friis")

    sign_in(lene)
    page.goto("/guidelines/")
    page.get_by_role("button", name="Begynd med vores udkast").click()
    page.get_by_role("link", name="Tjek, før du sender").click()
    screenshot(f"guideline-write-{width}")
    axe(page)
    page.get_by_role("button", name="Offentliggør").click()
    expect(page.get_by_text("Den gælder fra nu af")).to_be_visible()

    page.context.clear_cookies()
    sign_in(karl)
    page.goto("/")
    expect(page.locator("#guidelines")).to_contain_text(
        "1 retningslinje venter på, at du læser den"
    )
    screenshot(f"guidelines-today-{width}")
    page.get_by_role("link", name="Begynd", exact=True).click()
    screenshot(f"guideline-{width}")
    axe(page)
    page.get_by_role("button", name="Jeg har læst den").click()
    expect(page.get_by_text("Du har læst det hele")).to_be_visible()
    screenshot(f"guidelines-{width}")
    axe(page)
