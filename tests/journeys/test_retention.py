"""Who answers for data protection is told what is over, says yes, and holds a case, in Danish."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.trust.actions import purge
from samspil.work.models import Emptied
from tests.factories import make_colleague, make_process, make_team
from tests.trust.over import HERS, closed_in


@pytest.fixture
def dorte(transactional_db, organisation, home):
    dorte = make_colleague(Role.DATA_PROTECTION, name="Dorte Vagt")
    process = make_process(team=make_team(dorte), name="Kundeservice")
    for n in range(3):
        closed_in(process, by=dorte, at=timezone.now() - timedelta(days=900 + n))
    closed_in(process, by=dorte, at=timezone.now() - timedelta(days=900), sender="ida@example.com")
    return dorte


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_what_is_over_is_seen_held_and_agreed_to(
    page: Page, sign_in, screenshot, axe, dorte, language, width
):
    sign_in(dorte)
    page.goto("/")
    expect(page.locator("#kept")).to_contain_text("Tiden er gået for 4 ting")
    screenshot(f"retention-today-{width}")

    page.goto("/retention/holds/")
    page.get_by_label("Personens adresse").fill(HERS)
    page.get_by_label("Hvorfor det bevares").fill("En tvist om en regning.")
    page.get_by_label("Ses efter igen den").fill("2099-01-01")
    page.get_by_role("button", name="Bevar det").click()
    expect(page.get_by_role("link", name=HERS)).to_be_visible()
    screenshot(f"retention-holds-{width}")
    axe(page)

    page.goto("/retention/")
    expect(page.get_by_text("Kunders lukkede sager: 1 er forældet")).to_be_visible()
    screenshot(f"retention-dry-run-{width}")
    axe(page)
    page.get_by_role("button", name="Ja, lad det begynde").click()
    expect(page.get_by_text("Det begynder i nat.")).to_be_visible()
    purge(at=timezone.now())
    assert Emptied.objects.count() == 1

    page.goto("/retention/")
    expect(page.get_by_text("Kunders lukkede sager: 1", exact=True)).to_be_visible()
    screenshot(f"retention-report-{width}")
    page.get_by_role("link", name="Chats", exact=True).last.click()
    screenshot(f"retention-period-{width}")
    axe(page)
    page.get_by_label("Dage").fill("20")
    page.get_by_role("button", name="Gem det så længe").click()
    expect(page.get_by_text("Det gælder fra i nat.")).to_be_visible()
