"""A colleague finds what was answered before, beside the case on the desk."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from samspil.likeness.actions import remember
from samspil.people.actions import form_team
from samspil.work import actions
from samspil.work.models import Case
from tests.embedders import CountsWords
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark")])
def test_an_earlier_answer_is_one_click_away(
    page: Page, sign_in, screenshot, axe, transactional_db, organisation, width, scheme
):
    anna = make_colleague(name="Anna Holm")
    process = make_process(team=form_team(name="First line", members=[anna]), name="Service")
    earlier = make_claimed(process, anna, "Where is my parcel? I ordered a pump in March.")
    actions.decide(
        earlier,
        answer="It left our house on Friday.",
        topic="delivery_status",
        by=anna,
        at=MONDAY_9 + timedelta(hours=1),
    )
    case = make_claimed(process, anna, "Where is my parcel? I ordered a pump in April.")
    for pk in Case.objects.order_by("pk").values_list("pk", flat=True):
        remember([pk], embedder=CountsWords())

    sign_in(anna)
    page.goto(f"/work/{case.public_id}/")
    expect(page.locator("[hx-trigger=load]")).to_have_count(0)
    found = page.get_by_role("link", name="It left our house on Friday.")
    found.scroll_into_view_if_needed()
    axe(page)
    screenshot(f"similar-{width}-{scheme}")
    found.click()

    expect(page).to_have_url(f"http://{page.url.split('/')[2]}/work/{earlier.public_id}/")
