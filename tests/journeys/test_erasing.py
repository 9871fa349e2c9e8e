"""A customer asks to be erased: taken down, looked at, done in part, answered, in Danish."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.core.retention.holds import HoldOn
from samspil.core.roles import Role
from samspil.governance.actions import put_hold
from samspil.trust import actions
from samspil.trust.models import Erasure
from tests.factories import make_colleague, make_process, make_team
from tests.trust.over import HERS, closed_in


@pytest.fixture
def dorte(transactional_db, organisation, settings, tmp_path):
    settings.SAMSPIL_HOME = tmp_path
    dorte, now = make_colleague(Role.DATA_PROTECTION, name="Dorte Vagt"), timezone.now()
    process = make_process(team=make_team(dorte), name="Kundeservice")
    kept, *_ = (closed_in(process, by=dorte, at=now) for _ in range(3))
    day = timezone.localdate() + timedelta(days=90)
    held = str(kept.public_id)
    put_hold(HoldOn.CASE, held, why="En ubetalt regning.", review_on=day, by=dorte, at=now)
    return dorte


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_person_is_erased_but_for_what_a_dispute_needs(
    page: Page, sign_in, screenshot, axe, dorte, language, width
):
    sign_in(dorte)
    page.goto("/rights/erasures/")
    screenshot(f"erasures-none-{width}")
    page.get_by_label("Personens adresse").fill(HERS)
    page.get_by_role("button", name="Notér den, og se efter").click()
    expect(page.get_by_text("Sager, der tømmes")).to_be_visible()
    screenshot(f"erasure-look-{width}")
    axe(page)

    page.get_by_label("Hvordan ved I").select_option("asked_back")
    page.get_by_role("button", name="Notér det").click()
    page.locator("#begin_ground").select_option("claims")
    page.locator("#begin_why").fill("En regning er ikke betalt.")
    page.get_by_label("Skriv adressen igen").fill(HERS)
    screenshot(f"erasure-begin-{width}")
    axe(page)
    page.get_by_role("button", name="Slet for altid").click()
    expect(page.locator("#progress progress")).to_be_visible()
    screenshot(f"erasure-running-{width}")
    actions.erase(Erasure.objects.get().public_id, at=timezone.now())

    expect(page.get_by_text("Hvad der er slettet her")).to_be_visible()
    answer = page.get_by_label("Svaret til dem")
    assert "En regning er ikke betalt." in answer.input_value()
    screenshot(f"erasure-done-{width}")
    axe(page)
    page.goto("/rights/erasures/")
    expect(page.get_by_text("en, der er slettet")).to_be_visible()
    screenshot(f"erasures-{width}")
    axe(page)
