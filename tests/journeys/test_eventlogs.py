"""Bringing in an event log and reading what it shows, in a real browser."""

import pytest
from playwright.sync_api import FilePayload, Page, expect

from samspil.core.roles import Role
from samspil.eventlogs.actions import read_one
from samspil.eventlogs.models import EventLog
from tests.factories import MONDAY_9, make_colleague, make_process, make_team

WAYS = (
    (40, ("Ordre modtaget", "Pris kontrolleret", "Ordre bekræftet", "Vare sendt", "Faktura sendt")),
    (25, ("Ordre modtaget", "Pris kontrolleret", "Kunden spurgt", "Pris kontrolleret",
          "Ordre bekræftet", "Vare sendt", "Faktura sendt")),
    (12, ("Ordre modtaget", "Ordre bekræftet", "Vare sendt", "Vare sendt", "Faktura sendt")),
    (4, ("Ordre modtaget", "Kunden spurgt", "Ordre annulleret")),
)  # fmt: skip
LOG = "Sagsnummer;Aktivitet;Tidspunkt\n" + "".join(
    f"{way}-{case};{step};{1 + case % 5 + 2 * place:02}.03.2026 {8 + place}:00\n"
    for way, (many, steps) in enumerate(WAYS)
    for case in range(many)
    for place, step in enumerate(steps)
)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [1440])
def test_a_leader_brings_in_a_log_and_sees_where_cases_wait(
    page: Page, sign_in, screenshot, axe, transactional_db, organisation, language, width
):
    lene = make_colleague(Role.LEADER, name="Lene Krogh")
    make_process(name="Ordrespørgsmål", team=make_team(lene, name="Salg"))
    sign_in(lene)
    page.goto("/eventlogs/")
    page.get_by_role("link", name="Bring en hændelseslog ind").first.click()
    log: FilePayload = {"name": "ordrer.csv", "mimeType": "text/csv", "buffer": LOG.encode()}
    page.get_by_label("Hændelsesloggen").set_input_files(files=[log])
    page.get_by_role("button", name="Se på den").click()
    expect(page.get_by_label("Trinet")).to_have_value("1")
    screenshot(f"eventlog-columns-{width}")
    axe(page)
    page.get_by_role("button", name="Læs loggen").click()
    expect(page.get_by_text("Loggen læses.")).to_be_visible()
    read_one(EventLog.objects.get().pk, at=MONDAY_9)

    expect(page.get_by_text("Sager venter længst før")).to_be_visible()
    screenshot(f"eventlog-{width}")
    axe(page)
    page.get_by_label("Hvor meget kortet viser").fill("100")
    expect(page.get_by_text("7 af 7 trin")).to_be_visible()
    page.get_by_text("Som tabel").click()
    expect(page.get_by_role("rowheader", name="Vare sendt → Vare sendt")).to_be_visible()
    screenshot(f"eventlog-all-{width}")
    page.get_by_role("link", name="Knyt trin til processer").click()
    page.get_by_label("Kunden spurgt").select_option("Ordrespørgsmål")
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("row", name="Kunden spurgt Ordrespørgsmål Salg")).to_be_visible()
    screenshot(f"eventlog-live-{width}")
    page.goto("/eventlogs/")
    screenshot(f"eventlogs-{width}")
