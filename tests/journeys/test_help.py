"""Help opens beside the page it is about, and the page stays as it was."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from tests.factories import make_colleague


@pytest.fixture
def anna(transactional_db, organisation):
    return make_colleague(Role.REVIEWER, name="Anna Holm")


@pytest.mark.parametrize("width", [360])
def test_help_opens_in_a_drawer_and_closes_again(page: Page, sign_in, screenshot, axe, anna, width):
    sign_in(anna)
    page.goto("/work/")

    page.get_by_role("link", name="Hjælp til denne side").click()

    drawer = page.get_by_role("dialog", name="Køen og en sag")
    expect(drawer).to_be_visible()
    expect(drawer).to_contain_text("Godkend")
    axe(page)
    screenshot(f"help-drawer-{width}-da")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(page).to_have_url(page.url.partition("/work")[0] + "/work/")


def test_help_is_searched_while_one_types(page: Page, sign_in, screenshot, axe, anna):
    sign_in(anna)
    page.goto("/help/")

    page.get_by_label("Hvad leder du efter?").fill("forseglet")

    expect(page.locator("#topics li")).to_have_count(1)
    expect(page.locator("#topics")).to_contain_text("Journal")
    axe(page)
    screenshot("help-1440-da")
