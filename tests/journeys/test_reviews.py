"""A use of AI is reviewed, and what was found is seen to."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.trust.models import Review
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
