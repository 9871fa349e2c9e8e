"""A leader with a screen and two phones go from a question to initiatives."""

import pytest
from playwright.sync_api import Browser, Page, expect

from samspil.core.allocation.portfolio import Range
from samspil.core.workshops.estimating import Said
from samspil.people.models import Colleague
from samspil.workshops import actions
from samspil.workshops.models import Proposal, Workshop
from tests.workshops.conftest import guests, lene, seat_all, workshop

MINUTES = Said(times=3, minutes=30, persons=4, share=Range(low=0.4, high=0.6), days=3, risk=1)
__all__ = ["guests", "lene", "workshop"]


def open_phone(browser: Browser, live_server, client_of, colleague, problems: list[str]) -> Page:
    """A phone of 360 px whose owner has signed in."""
    context = browser.new_context(
        base_url=live_server.url, locale="da", viewport={"width": 360, "height": 740},
        reduced_motion="reduce",
    )  # fmt: skip
    key = client_of(colleague).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
    opened = context.new_page()
    opened.on("pageerror", lambda error: problems.append(str(error)))
    return opened


def picture(page: Page, name: str) -> None:
    page.screenshot(path=f"artifacts/screenshots/{name}.png", full_page=True)
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def join(phone: Page, code: str, *, table: str) -> None:
    phone.goto("/workshops/join/")
    phone.get_by_label("Kode").fill(code)
    phone.get_by_role("button", name="Videre").click()
    phone.get_by_label(table, exact=True).check()
    phone.get_by_label("Jeg kender arbejdet").check()
    phone.get_by_role("button", name="Tag pladsen").click()


def estimate(first: Page) -> None:
    """The chain from how often to so what, on a phone."""
    first.get_by_role("link", name="Anslå").first.click()
    for label, value in (
        ("Hvor tit om ugen gør en af jer det?", "6"),
        ("Hvor mange minutter tager det hver gang?", "40"),
        ("Hvor mange gør det?", "3"), ("Af 100 minutter kunne AI mindst tage", "20"),
        ("Af 100 minutter kunne AI højst tage", "50"),
    ):  # fmt: skip
        first.get_by_label(label).fill(value)
    expect(first.get_by_text("Det tager 12 timer om ugen nu.")).to_be_visible()
    first.get_by_label("Hvor mange dages arbejde").fill("10")
    picture(first, "workshop-estimate-360")
    first.get_by_role("button", name="Det siger vores bord").click()


def estimate_the_other(workshop: Workshop, guests: list[Colleague]) -> None:
    """All have come, and the other table has spoken too."""
    seat_all(workshop, guests)
    minutes = Proposal.objects.get(title="Referater af møder")
    actions.estimate_proposal(minutes, MINUTES, by=guests[1])


def vote(second: Page) -> None:
    """Four points on the first proposal, on a phone."""
    second.locator("input[type=number]").first.fill("4")
    expect(second.locator("[data-left]")).to_have_text("1")
    picture(second, "workshop-vote-360")
    second.get_by_role("button", name="Stem").click()
    expect(second.get_by_text("Gemt: Du har fordelt 4 point.")).to_be_visible()


def choose(page: Page) -> None:
    """Look at the picture, and tick the first."""
    best = "“Referater af møder” giver mest for det arbejde, det koster"
    expect(page.get_by_role("img", name=best)).to_be_visible()
    page.locator("input[name=proposal]").first.check()


@pytest.mark.parametrize("language", ["da"])
def test_a_workshop_goes_from_a_question_to_initiatives(
    page: Page, browser, live_server, client_of, sign_in, screenshot, axe, transactional_db,
    workshop, lene, guests, problems, language,
):  # fmt: skip
    sign_in(lene)
    first, second = (
        open_phone(browser, live_server, client_of, one, problems) for one in guests[:2]
    )
    page.goto(f"/workshops/{workshop.public_id}/")
    axe(page)
    code = page.locator(".way-in .code").inner_text()
    join(first, code, table="Sales")
    join(second, code, table="Service")

    for phone, title in ((first, "Skrive tilbud"), (second, "Tilbud skal skrives")):
        phone.get_by_label("Hvad AI kunne hjælpe med").fill(title)
        phone.get_by_role("button", name="Foreslå det").click()
    expect(page.get_by_text("Disse lyder ens")).to_be_visible()
    picture(first, "workshop-gather-360")
    screenshot("workshop-gather-1440")
    second.get_by_label("Hvad AI kunne hjælpe med").fill("Referater af møder")
    second.get_by_role("button", name="Foreslå det").click()
    page.get_by_role("button", name="Læg dem sammen").click()

    page.get_by_role("button", name="Videre: Anslå").click()
    expect(first.get_by_role("link", name="Anslå").first).to_be_visible()
    estimate(first)

    estimate_the_other(workshop, guests)
    page.get_by_role("button", name="Videre: Stem").click()
    expect(second.get_by_role("button", name="Stem")).to_be_visible()
    axe(second)
    vote(second)
    best = Proposal.objects.earliest("pk")
    for one in guests[2:]:
        actions.vote(workshop, {best.pk: 3}, by=one)
    page.reload()
    screenshot("workshop-vote-1440")

    page.get_by_role("button", name="Videre: Resultat").click()
    expect(page.get_by_text("5 har stemt.")).to_be_visible()
    choose(page)
    screenshot("workshop-result-1440")
    axe(page)
    page.get_by_role("button", name="Lav opgaver og initiativer").click()
    expect(page.get_by_role("link", name="Initiativ", exact=True)).to_be_visible()
    expect(first.get_by_text("5 har stemt.")).to_be_visible()
    picture(first, "workshop-result-360")
    page.get_by_role("button", name="Afslut workshoppen").click()
    assert Workshop.objects.get().ended_at is not None
