"""AI earns the right to finish cases; people sign, check, and take it away again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.models import Case, Certificate, LoneAnswer
from samspil.work.queries.processes import skill_of
from tests.factories import ORDINARY, make_colleague, make_process, make_verified


@pytest.mark.parametrize("width", [1440])
def test_from_drafts_to_lone_work_and_back(
    transactional_db, organisation, page, sign_in, screenshot, axe, width
):
    anna = make_colleague(Role.LEADER, Role.REVIEWER, name="Anna")
    process = make_process(
        team=form_team(name="Alle", members=[anna]),
        name="Kundeservice",
        organisation_model="supervised",
    )
    skill_of(process)  # learned before anybody looks, as everywhere
    address = f"/processes/{process.public_id}/autonomy/"
    sign_in(anna)
    page.goto(f"/processes/{process.public_id}/")
    page.get_by_role("link", name="AI's selvstændighed").click()
    page.get_by_role("heading", name="Mangler endnu").wait_for()
    screenshot(f"autonomy-drafts-{width}")
    axe(page)

    page.get_by_label("Højst forkerte").select_option("10")
    page.get_by_label("Sager alene højst").fill("20")
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Vilkårene er gemt").wait_for()
    make_verified(process, n=250, wrong=0, at=timezone.now())
    page.goto(address)
    page.get_by_label("Jeg har læst, hvad der er bevist").check()
    page.get_by_role("button", name="Underskriv dette trin").click()
    page.get_by_role("heading", name="Certifikatet").wait_for()
    screenshot(f"autonomy-signed-{width}")
    axe(page)

    Certificate.objects.update(threshold=0.0)
    case = _drawn(process)
    page.goto(f"/work/{case.public_id}/")
    page.get_by_role("button", name="Tag sagen").click()
    page.get_by_role("heading", name="Havde AI ret?").wait_for()
    screenshot(f"check-{width}")
    axe(page)
    page.get_by_role("button", name="Rigtigt").click()
    page.get_by_text("Kontrolleret. Tak").wait_for()

    page.goto(address)
    page.get_by_text("er kontrolleret af mennesker").wait_for()
    page.get_by_role("button", name="Sænk til “AI laver udkast”").click()
    page.get_by_role("heading", name="Næste trin: AI afslutter lidt").wait_for()
    page.goto("/")
    page.get_by_text("AI har mistet terræn i Kundeservice").wait_for()
    screenshot(f"today-fallen-{width}")
    axe(page)
    page.get_by_role("button", name="Jeg er klar over det").click()
    page.get_by_text("Noteret").wait_for()


def _drawn(process) -> Case:
    """A case that AI answered alone and lots drew for a check."""
    now = timezone.now() + timedelta(minutes=1)
    while True:
        arrival = actions.Arrival(text=ORDINARY, sender="kunde@example.com")
        case = actions.open_cases([arrival], process=process, at=now).cases[0]
        actions.propose_and_route([case.pk], at=now)
        if LoneAnswer.objects.filter(case=case, drawn=True).exists():
            return case
