"""A leader reads on Today that AI hangs on an age, looks at the examples and says so, in Danish."""

import pytest
from playwright.sync_api import Page, expect

from tests.fairness.conftest import hr, lene, trial

__all__ = ["hr", "lene"]

TEXT = "Er der plads på førstehjælpskurset i næste måned? Jeg er {} år gammel."
EXAMPLE = {
    "kind": "age",
    "texts": [TEXT.format(28), TEXT.format(61)],
    "topics": ["training", "dismissal"],
    "sure": [97, 41],
    "routes": ["together", "person"],
}


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [1440])
def test_a_leader_looks_at_what_was_found(
    page: Page, sign_in, screenshot, axe, transactional_db, hr, lene, language, width
):
    changed = {"age": 20, "gap": 4, "disability": 3, "union": 1, "weekday": 1, "town": 2}
    counts = [{"kind": kind, "n": 120, "changed": n} for kind, n in changed.items()]
    trial(hr, counts=counts, examples=[EXAMPLE], real=84)
    sign_in(lene)

    page.goto("/")
    expect(page.locator("#unfair")).to_contain_text("lige sager ens i HR")
    page.get_by_role("link", name="Se, hvad der blev afprøvet").click()
    expect(page.get_by_role("heading", name="Er AI retfærdig i HR?")).to_be_visible()
    screenshot(f"fairness-{width}")
    axe(page)

    page.get_by_role("button", name="Jeg har set på det").click()
    expect(page.get_by_text("Lene Krogh så på det")).to_be_visible()
    page.goto("/fairness/")
    screenshot(f"fairness-overview-{width}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [1440])
def test_a_leader_types_counts_in_and_reads_what_they_show(
    page: Page, sign_in, screenshot, axe, transactional_db, lene, language, width
):
    sign_in(lene)
    page.goto("/fairness/groups/")
    page.get_by_role("link", name="Bring antal ind").click()
    page.get_by_label("Hvad der blev afgjort").fill("Inviteret til samtale, foråret 2026")
    page.get_by_label("Eller skrevet ind").fill("Kvinder; 12; 64\nMænd; 41; 90\nAndre; 1; 3")
    screenshot(f"outcomes-new-{width}")
    axe(page)
    page.get_by_role("button", name="Se, hvad det viser").click()

    expect(page.get_by_text("Nogle grupper er mere forskellige")).to_be_visible()
    expect(page.get_by_text("ved siden af Andre, Kvinder")).to_be_visible()
    screenshot(f"outcomes-{width}")
    axe(page)
