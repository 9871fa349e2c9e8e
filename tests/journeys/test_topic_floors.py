"""Whoever owns a process says that a person always decides a topic's cases."""

import pytest

from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.work.models import Topic
from tests.factories import make_colleague, make_process


@pytest.mark.parametrize("width", [360])
def test_an_owner_puts_a_topic_on_a_floor(
    transactional_db, organisation, page, sign_in, screenshot, axe, width
):
    anna = make_colleague(Role.OWNER, name="Anna")
    process = make_process(team=form_team(name="Alle", members=[anna]), name="Kundeservice")
    sign_in(anna)
    page.goto(f"/processes/{process.public_id}/topics/one/?key=delivery_status")

    page.get_by_label("Hvem afgør").select_option("irreversible")
    screenshot(f"topic-floor-{width}")
    axe(page)
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("Emnet er ændret").wait_for()
    page.goto(f"/processes/{process.public_id}/topics/")

    page.get_by_text("Altid et menneske: det kan ikke gøres om").first.wait_for()
    screenshot(f"topics-floors-{width}")
    axe(page)
    assert Topic.objects.get(key="delivery_status").floor == "irreversible"
