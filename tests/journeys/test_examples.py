"""A leader keeps what people decided as examples, and looks after them."""

import pytest

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.teaching.models import Example
from samspil.work import actions
from samspil.work.models import VerifiedAnswer
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process

TEXTS = (
    "Hvornår kommer min varmepumpe? Jeg bestilte den i uge 12.",
    "Jeg mangler en kopi af faktura 20413. Kan I sende den igen?",
    "Kan I komme forbi og give mit anlæg et eftersyn i næste uge?",
)


@pytest.mark.parametrize("width", [360])
def test_decisions_become_examples_that_can_be_changed_and_removed(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    def shot(name):
        screenshot(f"{name}-{width}")
        axe(page)

    anna = make_colleague(Role.LEADER, name="Anna")
    process = make_process(team=form_team(name="Alle", members=[anna]), name="Kundeservice")
    for number, text in enumerate(TEXTS):
        case = make_claimed(process, anna, text)
        topic = "product_question" if number == 0 else case.topic
        actions.decide(case, answer="Vi ser på det.", topic=topic, by=anna, at=MONDAY_9)
    VerifiedAnswer.objects.update(drawn=False)  # whatever lots said
    sign_in(anna)
    page.goto(f"/skills/{process.public_id}/versions/")
    page.get_by_role("link", name="Fra det, mennesker har afgjort").click()
    shot("examples-decided")

    page.get_by_role("button", name="Gem de afkrydsede").click()
    page.get_by_text("3 eksempler blev gemt.").wait_for()
    page.get_by_text("Intet nyt at lære af").wait_for()
    page.goto(f"/skills/{process.public_id}/examples/")
    shot("examples-kept")
    row = page.get_by_role("row").filter(has_text="varmepumpe")
    row.get_by_text("Ret").or_(row.locator("summary")).first.click()
    row.get_by_role("button", name="Fjern").click()
    page.get_by_role("button", name="Fortryd").wait_for()
    assert Example.objects.filter(removed_at=None).count() == 2

    page.get_by_role("button", name="Fortryd").click()
    page.get_by_text("Eksemplet er tilbage.").wait_for()
    assert Example.objects.filter(removed_at=None).count() == 3
