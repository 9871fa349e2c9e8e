"""A person judges before AI's answer is seen; then both stand side by side, and are compared."""

import pytest

from samspil.core.roles import Role
from samspil.people.actions import form_team
from tests.factories import (
    let_judge_first,
    make_claimed,
    make_colleague,
    make_judged,
    make_process,
)


@pytest.mark.parametrize("width", [360])
def test_a_case_is_judged_shown_and_passed_to_a_second_person(
    transactional_db, organisation, page, sign_in, screenshot, axe, width
):
    anna = make_colleague(Role.LEADER, Role.REVIEWER, name="Anna Holm")
    team = form_team(name="Alle", members=[anna, make_colleague(name="Bo Lund")])
    process = make_process(team=team, name="Kundeservice")
    let_judge_first(process, anna)
    case = make_claimed(process, anna)
    sign_in(anna)

    page.goto(f"/work/{case.public_id}/")
    page.get_by_label("Hvad handler den om?").wait_for()
    screenshot(f"judging-first-{width}")
    axe(page)

    page.get_by_label("Hvad handler den om?").select_option("invoice_question")
    page.get_by_role("button", name="Gem den, og se AI's svar").click()
    page.get_by_role("heading", name="Vurderet, før AI's svar blev set").wait_for()
    screenshot(f"judging-differs-{width}")
    axe(page)

    let_judge_first(process, anna, second_look=True)
    another = make_claimed(process, anna)
    page.goto(f"/work/{another.public_id}/")
    page.get_by_label("Hvad handler den om?").select_option("invoice_question")
    page.get_by_role("button", name="Gem den, og se AI's svar").click()
    page.get_by_text("AI kom frem til et andet svar").wait_for()
    page.goto(f"/work/{another.public_id}/")
    page.get_by_text("Du har vurderet denne sag").wait_for()
    screenshot(f"judging-second-{width}")
    axe(page)

    make_judged(process, n=300)
    page.goto(f"/processes/{process.public_id}/evidence/")
    page.get_by_role("heading", name="Et menneske, AI og begge tilsammen").wait_for()
    screenshot(f"judging-beside-{width}")
    axe(page)
