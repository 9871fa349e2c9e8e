"""A person says what takes their time, and a leader reads what may be told, in Danish."""

from datetime import date
from time import sleep

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from samspil.audit import actions
from samspil.audit.models import Audit
from tests.audit.conftest import answered, emil, lene, listed, made_people
from tests.factories import MONDAY_9

__all__ = ["emil", "lene"]
SLOW_S = 0.3
TABLE = "person;task;times;per;minutes\n" + "".join(
    f"Svar {n};Bestille reservedele;2;week;30\n" for n in range(5)
) + "Svar 5;Svare på mails;25;day;60\n"  # fmt: skip


@pytest.fixture
def round_(transactional_db: None, organisation: object, lene) -> Audit:
    return actions.open_audit(
        "Foråret", opens=MONDAY_9.date(), closes=date(2126, 1, 1), teams=[], by=lene, at=MONDAY_9
    )


def slowly(route: Route) -> None:
    """As a far server answers."""
    sleep(SLOW_S)
    route.continue_()


def bring_table(page: Page, round_: Audit) -> None:
    """Look at a table of many people's answers, up to its confirmation."""
    page.goto(f"/audits/{round_.public_id}/")
    page.get_by_role("link", name="Hent mange personers svar ind").click()
    page.get_by_label("Eller skrevet ind").fill(TABLE)
    page.get_by_role("button", name="Se på den").click()
    expect(page.get_by_text("Række 7: Det ville være 25 timer om dagen")).to_be_visible()
    page.get_by_label("Bestille reservedele").select_option("en opgave for sig")


def offer_systems(first: Locator, second: Locator) -> None:
    """What was named at one task is taken over at another by one press."""
    first.get_by_label("Systemer").fill("Outlook, Navision")
    second.get_by_label("Systemer").focus()
    second.get_by_role("button", name="Navision").press("Enter")
    expect(second.get_by_label("Systemer")).to_have_value("Navision")
    expect(second.get_by_role("button", name="Navision")).to_have_count(0)
    expect(second.get_by_role("button", name="Outlook")).to_be_visible()


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_somebody_says_what_takes_their_time_and_hands_it_in(
    page: Page, sign_in, screenshot, axe, round_, emil, lene, language, width
):
    tasks = [listed(title, by=lene) for title in ("Svare på mails", "Skrive tilbud")]
    for one in made_people(6, team="Salg"):
        answered(round_, one, *tasks, wish=2, frustration=4, systems=("Outlook", "Navision"))
    sign_in(lene)
    bring_table(page, round_)
    screenshot(f"audit-table-{width}")
    axe(page)
    page.get_by_role("button", name="Hent dem ind").click()
    expect(page.get_by_text("Svar fra 5 personer er kommet ind.")).to_be_visible()
    sign_in(emil)

    page.goto(f"/audits/{round_.public_id}/mine/")
    screenshot(f"audit-purpose-{width}")
    page.get_by_role("button", name="Begynd").click()
    page.locator("#words").fill("bogholder")
    page.get_by_role("link", name="Bogholder", exact=True).click()
    page.get_by_label("Kontere bilag").check()
    page.get_by_label("Afstemme konti").check()
    screenshot(f"audit-found-{width}")
    page.get_by_role("button", name="Tilføj det afkrydsede").click()
    rows = page.locator("li.sheet")
    expect(rows).to_have_count(2)
    for row, minutes in ((rows.nth(0), "20"), (rows.nth(1), "1500")):
        row.get_by_label("Hvor mange gange").fill("6")
        row.get_by_label("om", exact=True).select_option("om dagen")
        row.get_by_label("Minutter hver gang").fill(minutes)
        row.get_by_label("Minutter hver gang").press("Tab")
    expect(rows.nth(1).get_by_text("en dag har 24")).to_be_visible()
    offer_systems(rows.nth(0), rows.nth(1))
    expect(rows.nth(0).get_by_text("Gemt.")).to_be_visible()
    screenshot(f"audit-mine-{width}")
    axe(page)
    page.route("**/answers/**", slowly)
    rows.nth(1).get_by_label("Minutter hver gang").fill("15")
    rows.nth(1).get_by_label("Hvor mange gange").fill("5")
    page.get_by_role("button", name="Aflevér").click()  # nothing typed last is lost
    expect(page.get_by_text("Du har afleveret")).to_be_visible()
    expect(page.get_by_role("row", name="Afstemme konti")).to_contain_text("5 om dagen")

    actions.close_audit(round_, by=lene, at=MONDAY_9)
    page.goto(f"/audits/{round_.public_id}/")
    screenshot(f"audit-round-{width}")
    axe(page)
    page.get_by_role("link", name="Salg").click()
    expect(page.get_by_role("heading", name="Salg", exact=True)).to_be_visible()
    screenshot(f"audit-team-{width}")
    axe(page)
