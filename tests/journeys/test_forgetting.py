"""Somebody asks to be erased: the owner looks what AI was taught, and lets it forget that."""

import pytest

from samspil.core.roles import Role
from samspil.teaching.models import Example
from tests.factories import make_case, make_colleague, make_process, make_team, teach

PUMPS = [f"Hvornår kommer min varmepumpe nummer {n}?" for n in range(12)]
BILLS = [f"Jeg mangler en kopi af faktura {n}." for n in range(12)]
ANE = "ane@example.com"


@pytest.mark.parametrize("width", [360])
def test_a_person_is_forgotten_from_their_case(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    def shot(name):
        screenshot(f"{name}-{width}")
        axe(page)

    olga = make_colleague(Role.OWNER, name="Olga")
    process = make_process(team=make_team(olga), name="Kundeservice")
    topics = ["delivery_status"] * 12 + ["invoice_copy"] * 12
    teach(process, texts=[*PUMPS, *BILLS], topics=topics)
    case = make_case(process, PUMPS[3], sender=ANE)
    sign_in(olga)
    page.goto(f"/work/{case.public_id}/")
    page.get_by_role("link", name="Glem denne persons eksempler…").click()
    page.get_by_role("button", name="Se, hvad AI har lært").click()
    page.get_by_role("heading", name="Hvad der ville blive glemt").wait_for()
    shot("forget-looked-at")
    assert ANE not in page.url

    page.get_by_role("button", name="Glem dem for altid").click()
    page.get_by_text("1 eksempel blev slettet for altid.").wait_for()
    assert Example.objects.count() == 23

    page.goto(f"/skills/{process.public_id}/versions/")
    page.get_by_text("En anden skal tages i brug i tide").wait_for()
    shot("forget-versions")
