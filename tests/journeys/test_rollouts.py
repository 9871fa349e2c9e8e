"""A leader lays a rollout out, a colleague asks for help, and the next phase begins on facts."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.rollouts.phases import Need
from samspil.people.models import Colleague
from samspil.pipeline.models import Initiative
from samspil.rollouts import actions
from samspil.rollouts.models import Rollout, TeamRollout
from samspil.rollouts.queries import place_at
from tests.factories import MONDAY_9
from tests.rollouts.conftest import few, lene, many, piloted, process, service

__all__ = ["few", "lene", "many", "piloted", "process", "service"]


def lay_out(page: Page, piloted: Initiative) -> None:
    """The plan, from the initiative's page on."""
    page.goto(f"/initiatives/{piloted.public_id}/")
    page.get_by_role("link", name="Læg udbredelsen").click()
    page.get_by_label("Service", exact=True).check()
    page.get_by_label("Stock", exact=True).check()
    page.get_by_label("Første dag").fill("2026-01-05")


def get_going(place: TeamRollout, lene: Colleague, agent: Colleague) -> None:
    """The team is in its pilot, and some have tried it."""
    actions.ask_agent(place, agent, by=lene, at=MONDAY_9)
    actions.accept_part(place, by=agent, at=MONDAY_9)
    actions.begin_next(place_at(place.public_id), by=lene, at=MONDAY_9)
    actions.write_evidence(place, Need.TRIED, "To prøvede det.", by=lene, at=MONDAY_9)
    actions.watch_rollouts(at=MONDAY_9)


def ask(page: Page) -> None:
    """Ask for help, in one's own words."""
    page.goto("/rollouts/support/")
    page.get_by_label("Hvad du har brug for hjælp til").fill("Kladden er tom.")
    page.get_by_role("button", name="Spørg").click()
    expect(page.get_by_text("Kladden er tom.")).to_be_visible()


def answer(page: Page) -> None:
    """From Today to the answer."""
    page.goto("/")
    expect(page.locator("#rollouts")).to_contain_text("beder om hjælp")
    page.locator("#rollouts").get_by_role("link", name="Svar", exact=True).click()
    page.get_by_text("Kladden er tom.").click()
    page.get_by_label("Hvad der hjælper").fill("Genindlæs sagen.")
    page.get_by_role("button", name="Svar").click()
    expect(page.get_by_text("Genindlæs sagen.")).to_be_visible()


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [1440])
def test_a_team_takes_up_what_a_pilot_showed(
    page: Page, sign_in, screenshot, axe, transactional_db, piloted, lene, few, service, many,
    language, width,
):  # fmt: skip
    sign_in(lene)
    lay_out(page, piloted)
    screenshot(f"rollout-plan-{width}")
    axe(page)
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("heading", name="Teams og faser")).to_be_visible()
    made = Rollout.objects.get()
    place = place_at(made.teams.get(team=service).public_id)
    get_going(place, lene, many[0])

    page.goto(f"/rollouts/{made.public_id}/")
    screenshot(f"rollout-{width}")
    axe(page)
    page.get_by_role("link", name="Service", exact=True).first.click()
    page.get_by_role("button", name="Begynd Oplæring").click()
    expect(page.get_by_text("Teamet er i Oplæring nu.")).to_be_visible()
    expect(page.get_by_text("Initiativet må blive udrullet")).to_be_visible()
    screenshot(f"rollout-team-{width}")
    axe(page)
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_role("button", name="Begynd Oplæring")).to_be_visible()

    sign_in(many[5])
    ask(page)
    sign_in(many[0])
    answer(page)
    screenshot(f"support-answered-{width}")
    axe(page)
