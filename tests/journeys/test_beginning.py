"""From nothing to the first routed message of one's own, in a browser."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from samspil.core.lifecycle import Stage
from samspil.founding.queries import start_code
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.work.actions import propose_and_route, warm_up
from samspil.work.models import Case
from tests.factories import MONDAY_9

MOST_STEPS = 6
"""What a person presses between the link and the first routed message."""
OWN = "Hej, jeg mangler min lønseddel for maj. Hvor kan jeg finde den?"


@dataclass
class Journey:
    """A person at a browser: what they press is counted, what they see is kept."""

    page: Page
    screenshot: Any
    axe: Any
    width: int
    pressed: list[str] = field(default_factory=list)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()
        self.pressed.append(name)

    def heads(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)

    def seen(self, name: str) -> None:
        self.screenshot(f"begin-{len(self.pressed)}-{name}-{self.width}")
        self.axe(self.page)


@pytest.fixture
def journey(transactional_db, page: Page, screenshot, axe, width) -> Journey:
    return Journey(page=page, screenshot=screenshot, axe=axe, width=width)


def found(journey: Journey) -> None:
    page = journey.page
    page.goto("/")
    expect(page.get_by_text("ingen er begyndt endnu").first).to_be_visible()
    journey.seen("empty")
    page.goto(f"/start/{start_code()}/")
    page.get_by_label("Navnet på din organisation").fill("Havgaard Ventilation")
    page.get_by_label("Dit navn").fill("Mette Havgaard")
    page.get_by_label("Din mailadresse").fill("mette@example.com")
    page.get_by_label("Vælg en adgangskode").fill("correct horse battery")
    journey.seen("start")
    journey.press("Begynd")


def choose_hr(journey: Journey) -> None:
    with enter(Organisation.objects.get()):
        warm_up()  # as a worker does meanwhile
    journey.heads("Hvilke beskeder")
    expect(journey.page.get_by_text("Nej: mennesker ser")).to_be_hidden()
    journey.page.get_by_text("HR-spørgsmål", exact=True).click()
    journey.page.get_by_text("Nej: mennesker ser").click()
    journey.seen("kinds")
    journey.press("Opret den")


def try_and_open(journey: Journey) -> None:
    journey.heads("Prøv den første besked")
    journey.page.get_by_label("Besked").fill(OWN)
    journey.seen("message")
    journey.press("Se, hvor den havner")
    expect(journey.page.locator("#trying .sheet")).to_contain_text("Løn og lønseddel")
    journey.seen("look")
    journey.press("Opret den som sag")
    journey.page.wait_for_url("**/work/**")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "width"), [("da", 360)])
def test_an_hr_lead_gets_from_nothing_to_the_first_routed_message(journey, language):
    found(journey)
    choose_hr(journey)
    try_and_open(journey)

    with enter(Organisation.objects.get()):
        case = Case.objects.get()
        propose_and_route([case.pk], at=MONDAY_9)
        case.refresh_from_db()
        assert (case.stage, case.topic, case.route) == (Stage.WAITING, "payslip", "together")
    journey.page.reload()
    expect(journey.page.locator("#case-side")).to_contain_text("Løn og lønseddel")
    journey.seen("case")
    journey.page.goto("/")
    expect(journey.page.locator(".first-steps")).to_contain_text("1 af 6")
    journey.seen("today")
    assert len(journey.pressed) <= MOST_STEPS
