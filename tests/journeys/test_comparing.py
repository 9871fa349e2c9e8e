"""A leader compares two tools, sees on what it hangs, and decides in writing."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.scenarios.actions import Wanted, add_option, begin_comparison
from samspil.scenarios.models import Budget, Choice
from tests.factories import MONDAY_9
from tests.scenarios.conftest import a_budget, lene, said

__all__ = ["lene"]
TYPED = (
    ("one_off", ("5.000", "10.000", "20.000")),
    ("running", ("2.000", "2.500", "3.000")),
    ("hours", ("20", "45", "70")),
    ("months", ("2", "3", "8")),
    ("share", ("30", "60", "80")),
)


def look_at_the_budget(page: Page, made: Budget, *, screenshot, axe) -> None:
    """What others report stands there as theirs, and what is typed is added up."""
    page.goto(f"/scenarios/budgets/{made.public_id}/")
    expect(page.get_by_role("heading", name="Hvad andre beretter")).to_be_visible()
    screenshot("budget-1440")
    axe(page)
    page.get_by_role("link", name="Licences").click()
    page.get_by_label("februar 2026").fill("6.250,50")
    page.get_by_role("button", name="Gem, hvad der er brugt").click()
    expect(page.locator(".lead")).to_contain_text("Brugt indtil nu: 12.351 DKK")


@pytest.mark.parametrize("language", ["da"])
def test_a_leader_compares_two_tools_and_decides(
    page: Page, sign_in, screenshot, axe, transactional_db, lene, language
):
    wanted = Wanted(name="Chatværktøj A eller B", currency="DKK", hour_cost=Decimal(425))
    made = begin_comparison(wanted, by=lene, at=MONDAY_9)
    add_option(made, said("Værktøj A"), by=lene, at=MONDAY_9)
    sign_in(lene)

    page.goto("/scenarios/")
    page.get_by_role("link", name="Chatværktøj A eller B").click()
    expect(page.get_by_text("Værktøj A").first).to_be_visible()
    page.keyboard.press("o")
    page.get_by_label("Navn").fill("Værktøj B")
    for name, three in TYPED:
        for end, text in zip(("low", "likely", "high"), three, strict=True):
            page.locator(f"#id_{name}_{end}").fill(text)
    screenshot("option-1440")
    axe(page)
    page.get_by_role("button", name="Gem").click()

    expect(page.locator(".lead")).to_contain_text("Efter 24 måneder")
    page.get_by_role("link", name="36 måneder").click()
    expect(page.locator("#hinges .plot-swing")).to_have_count(6)
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        screenshot(f"comparison-{width}")
        axe(page)
    page.get_by_role("radio", name="Værktøj B").check()
    page.get_by_label("Begrundelse").fill("Vi kan begynde i næste måned og sige op igen.")
    page.get_by_label("Hvad der ville få os til at beslutte anderledes").fill(
        "Færre end halvdelen bruger det."
    )
    day = timezone.now().date() + timedelta(days=90)
    page.get_by_label("Se på det igen den").fill(day.isoformat())
    page.get_by_role("button", name="Beslut, og gem tallene").click()
    expect(page.locator("#decided")).to_contain_text("Lene Krogh")
    screenshot("comparison-decided-360")

    Choice.objects.update(look_again_on=timezone.now().date())
    page.goto("/")
    expect(page.locator("#decisions")).to_contain_text("Færre end halvdelen bruger det.")
    look_at_the_budget(page, a_budget(lene)[0], screenshot=screenshot, axe=axe)
