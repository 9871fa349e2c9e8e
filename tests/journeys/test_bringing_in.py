"""A leader brings in a file, and tries one message."""

import pytest

from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.inbox import actions
from samspil.inbox.models import Import
from tests.factories import ANGRY, make_colleague, make_process

CSV = "id;besked\n1;Hvor er min pakke?\n2;a;b;c\n3;Jeg er meget utilfreds\n"


def work_on(upload: Import) -> None:
    payload = {
        "organisation": str(upload.organisation.public_id),
        "upload": str(upload.public_id),
    }
    HANDLERS[actions.BRING_IN](payload)


@pytest.fixture
def language() -> str:
    return "en"


@pytest.mark.parametrize("width", [1440, 390])
def test_a_file_is_looked_at_brought_in_and_reported(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    sign_in(make_colleague(Role.LEADER, name="Anna"))
    make_process(name="Customer mail")
    page.goto("/messages/")

    page.get_by_label("File").set_input_files(
        {"name": "mails.csv", "mimeType": "text/csv", "buffer": CSV.encode()}
    )
    axe(page)
    page.get_by_role("button", name="Look at the first rows").click()
    page.get_by_text("Row 3: The row has 4 cells").wait_for()
    axe(page)
    screenshot(f"import-rows-{width}")
    page.get_by_role("button", name="Bring them in").click()
    page.get_by_text("The file is being read in.").wait_for()
    work_on(Import.objects.get())
    page.get_by_text("2 cases opened", exact=True).wait_for()

    axe(page)
    screenshot(f"import-done-{width}")
    assert page.get_by_text("1 row was left out.").is_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_one_message_is_tried_without_leaving_the_page(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    sign_in(make_colleague(Role.LEADER, name="Anna"))
    make_process(name="Customer mail")
    page.goto("/messages/")

    page.get_by_label("Message").fill(ANGRY)
    page.get_by_role("button", name="Try it").click()
    page.get_by_text("an experienced person answers").wait_for()

    axe(page)
    screenshot(f"import-try-{width}")
    page.get_by_role("button", name="Open it as a case").click()
    page.get_by_text("The message is a case now.").wait_for()
