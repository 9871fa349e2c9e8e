"""What AI may do alone: nothing to go by, too little, and enough, as people see it."""

import pytest

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work.queries.processes import skill_of
from tests.factories import make_colleague, make_process, make_verified


@pytest.mark.parametrize("width", [1440])
def test_the_evidence_grows_until_it_carries_something(
    transactional_db, organisation, page, sign_in, screenshot, axe, width
):
    anna = make_colleague(Role.LEADER, Role.REVIEWER, name="Anna")
    process = make_process(team=form_team(name="Alle", members=[anna]), name="Kundeservice")
    skill_of(process)  # learned before anybody looks, as everywhere
    sign_in(anna)
    page.goto(f"/processes/{process.public_id}/")
    page.get_by_role("link", name="Hvad AI må klare alene").click()
    page.get_by_text("Ingen har efterprøvet et svar").wait_for()
    screenshot(f"evidence-none-{width}")
    axe(page)

    make_verified(process, n=90, wrong=3)
    page.reload()
    page.get_by_role("heading", name="Intet endnu").wait_for()
    screenshot(f"evidence-little-{width}")
    axe(page)

    make_verified(process, n=1_000, wrong=60)
    page.get_by_label("Højst forkerte").select_option("5")
    page.get_by_role("button", name="Regn det ud").click()
    page.get_by_role("heading", name="Så meget kunne AI klare").wait_for()
    screenshot(f"evidence-enough-{width}")
    axe(page)

    make_verified(process, n=60, wrong=30, language="da")
    page.reload()
    page.get_by_text("mere end lovet").wait_for()
    screenshot(f"evidence-groups-{width}")
    axe(page)
