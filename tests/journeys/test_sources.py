"""A leader lets documents come by themselves from a folder, in Danish, and is asked about them."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, Source
from samspil.people.models import Colleague
from tests.factories import MONDAY_9, make_colleague


@pytest.fixture
def lene(transactional_db: None, organisation: object, settings, tmp_path) -> Colleague:
    settings.WATCHED_FOLDERS = str(tmp_path)
    shelf = tmp_path / "håndbøger"
    shelf.mkdir()
    for name in ("ferie.md", "sygdom.md", "cykler.md"):
        (shelf / name).write_text(f"# {name}\n\nHer står, hvad der gælder om {name}.")
    (shelf / "tom.txt").touch()
    return make_colleague(Role.LEADER, name="Lene Leder")


def look(source: Source) -> None:
    actions.begin_round(source, by=None, at=timezone.now())
    run = queries.run_at(source.runs.get(ended_at=None).public_id)
    actions.work_on(run, now=timezone.now)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [1440])
def test_a_folder_is_named_looked_through_and_answered_for(
    page: Page, sign_in, screenshot, axe, lene, tmp_path, language, width
):
    sign_in(lene)
    page.goto("/knowledge/sources/")
    screenshot(f"sources-none-{width}")
    page.get_by_role("link", name="Tilføj en kilde").first.click()
    screenshot(f"sources-kinds-{width}")
    axe(page)
    page.get_by_role("link", name="I en mappe").click()
    page.get_by_label("Navn").fill("Håndbøger")
    page.get_by_label("Mappe", exact=True).fill(str(tmp_path / "håndbøger"))
    screenshot(f"sources-add-{width}")
    axe(page)
    page.get_by_role("button", name="Tilføj den").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Håndbøger")

    source = Source.objects.get()
    look(source)
    page.reload()
    expect(page.get_by_text("Det er tomt.")).to_be_visible()
    screenshot(f"source-{width}")
    axe(page)
    page.goto("/knowledge/sources/")
    expect(page.get_by_role("cell", name="3", exact=True)).to_be_visible()
    screenshot(f"sources-{width}")
    axe(page)

    Document.objects.update(review_on=MONDAY_9.date())
    for path in (tmp_path / "håndbøger").glob("*.md"):
        path.unlink()
    look(source)
    page.goto("/")
    yours = page.locator("#yours")
    expect(yours).to_contain_text("3 af 3 dokumenter fra Håndbøger er der ikke længere.")
    screenshot(f"sources-today-{width}")
    axe(page)
    yours.get_by_role("button", name="Det gælder stadig").first.click()
    expect(yours).to_contain_text("2 af dine dokumenter")
    yours.get_by_role("link", name="Se kilden").click()
    page.get_by_role("button", name="Fjern dem også her").click()
    expect(page.get_by_role("button", name="Hent tilbage")).to_be_visible()
    screenshot(f"source-gone-{width}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [1440])
def test_a_password_is_typed_unseen(page: Page, sign_in, screenshot, axe, lene, language, width):
    sign_in(lene)
    page.goto("/knowledge/sources/add/?kind=mail")

    expect(page.get_by_label("Adgangskode")).to_have_attribute("type", "password")
    screenshot(f"sources-mailbox-{width}")
    axe(page)
