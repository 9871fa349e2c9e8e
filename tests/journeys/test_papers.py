"""Whoever answers for data protection reads a paper, says what is missing, and takes it out."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.people.models import Colleague
from tests.factories import make_colleague, make_process, make_team


@pytest.fixture
def dorte(transactional_db: None, organisation: object) -> Colleague:
    dorte = make_colleague(Role.DATA_PROTECTION, name="Dorte Vagt")
    make_process(team=make_team(dorte, name="Første linje"), name="Kundeservice")
    return dorte


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_paper_is_read_filled_in_and_taken_out(
    page: Page, sign_in, screenshot, axe, dorte, language, width
):
    sign_in(dorte)
    page.goto("/uses/")
    page.get_by_role("link", name="Papirer").click()
    screenshot(f"papers-{width}")
    axe(page)

    page.get_by_role("link", name="Fortegnelse over behandlingsaktiviteter").click()
    screenshot(f"papers-record-{width}")
    axe(page)
    page.get_by_role("link", name="Gør det her").first.click()
    page.get_by_label("Hvem der er dataansvarlig, og hvordan man når dem").fill("Nordlys A/S")
    screenshot(f"papers-say-{width}")
    axe(page)
    page.get_by_role("button", name="Sig det").click()

    page.get_by_role("link", name="Fortegnelse over behandlingsaktiviteter").click()
    expect(page.locator("article.sheet")).to_contain_text("Nordlys A/S")
    with page.expect_download() as download:
        page.get_by_role("button", name="Gem filen").click()
    assert download.value.suggested_filename.endswith("-da.pdf")
