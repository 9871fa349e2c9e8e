"""A company says where it stands, hears key people, and decides what is solved in a year."""

import pytest
from playwright.sync_api import Page, expect

from samspil.core.readiness.statements import STATEMENTS
from samspil.readiness.models import Interview, Round, Sheet, Version
from tests.factories import make_colleague
from tests.readiness.arranging import ANSWERS, hand_in, over
from tests.readiness.conftest import emil, lene, six

__all__ = ["emil", "lene", "six"]
FAR = "2126-01-01"


def answer(page: Page, screenshot) -> None:
    """Every statement with one press, kept as one goes, on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("link", name="Sig, hvor vi står").first.click()
    for number, one in enumerate(STATEMENTS):
        page.locator(f"input[name={one.key}][value='{number % 6}']").check()
    expect(page.locator("#kept")).to_contain_text("16 af 16")
    screenshot("readiness-mine-360")
    page.get_by_role("button", name="Aflevér").click()
    expect(page.get_by_text("Du har afleveret. Tak.").first).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})


def interview(page: Page, emil) -> None:
    """Arranged and noted by the one, read and agreed by the other."""
    page.goto("/readiness/interviews/new/")
    page.get_by_label("Hvem der spørges").select_option(label=emil.name)
    page.get_by_label("Dag", exact=True).fill(FAR)
    page.get_by_role("button", name="Aftal det").click()
    page.locator("textarea").first.fill("Serienumre tastes ind to gange.")
    page.get_by_role("button", name="Gem noterne").click()
    expect(page.get_by_text("Gemt.").first).to_be_visible()


def decide(page: Page) -> None:
    """One goal, decided."""
    page.goto("/readiness/vision/goals/new/")
    page.get_by_label("Hvad der er løst, i én sætning").fill("Kunder får svar samme dag.")
    page.get_by_label("Hvad alle kan se det på").fill("Besvaret inden for en arbejdsdag")
    page.locator("#id_now").fill("62")
    page.locator("#id_then").fill("90")
    page.get_by_label("Hvornår").fill(FAR)
    page.get_by_role("button", name="Gem", exact=True).click()
    page.get_by_role("button", name="Beslut disse mål").click()
    expect(page.get_by_text("Version 1", exact=False).first).to_be_visible()


@pytest.mark.parametrize(("width", "language"), [(1440, "da")])
def test_a_company_says_where_it_stands_and_decides_what_is_solved_in_a_year(
    page: Page, sign_in, screenshot, axe, transactional_db, lene, emil, six, width, language
):
    people = [*six, *(make_colleague() for _ in range(8))]
    over(lene, people, name="Foråret", value=2)
    sign_in(lene)
    page.goto("/readiness/rounds/new/")
    page.get_by_label("Navn").fill("Efteråret")
    page.get_by_label("Sidste dag").fill(FAR)
    page.get_by_role("button", name="Begynd", exact=True).click()
    round_ = Round.objects.latest("pk")
    answer(page, screenshot)
    for number, one in enumerate(people):
        hand_in(round_, one, **dict.fromkeys(ANSWERS, 3 + number % 3))

    page.goto(f"/readiness/rounds/{round_.public_id}/")
    page.get_by_role("button", name="Slut runden nu").click()
    expect(page.get_by_text("Udsagn for udsagn").first).to_be_visible()
    assert Sheet.objects.count() == 0
    screenshot("readiness-told-1440")
    axe(page)
    page.get_by_role("link", name="Runder ved siden af hinanden").first.click()
    screenshot("readiness-compare-1440")
    axe(page)

    interview(page, emil)
    screenshot("readiness-interview-1440")
    axe(page)
    decide(page)
    axe(page)
    screenshot("readiness-vision-1440")
    sign_in(emil)
    page.goto(f"/readiness/interviews/{Interview.objects.get().public_id}/")
    page.get_by_role("button", name="Jeg har læst det").click()
    expect(page.get_by_text("har læst noterne og siger god for dem").first).to_be_visible()
    page.goto(f"/readiness/vision/{Version.objects.get().public_id}/")
    expect(page.get_by_text("Kunder får svar samme dag.")).to_be_visible()
