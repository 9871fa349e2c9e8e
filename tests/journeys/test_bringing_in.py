"""A leader brings in a file, and tries one message."""

import pytest

from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.inbox import actions
from samspil.inbox.models import Import
from samspil.work.models import Case
from tests.factories import ANGRY, make_colleague, make_process
from tests.inbox.test_mails import MIXED, attached, mail

CSV = "id;besked\n1;Hvor er min pakke?\n2;a;b;c\n3;Jeg er meget utilfreds\n"

FIRST = mail("Where is it?\n", Message_ID="<1@x>")
ANSWER = mail("Here it is.\n", Message_ID="<2@us>", From="info@us.example", In_Reply_To="<1@x>")
LAST = mail(
    "--b\n\nThank you!\n\nKind regards\nAnne Holm\n\nOn 2 Mar 2026, We wrote:\n> Here it is.\n"
    f"--b\n{attached('plan.txt', b'Monday at nine')}\n"
    f"--b\n{attached('bill.pdf.exe', b'MZ')}\n--b--\n",
    Message_ID="<3@x>",
    References="<1@x> <2@us>",
    Content_Type=MIXED,
)


def work_on(upload: Import) -> None:
    payload = {
        "organisation": str(upload.organisation.public_id),
        "upload": str(upload.public_id),
    }
    HANDLERS[actions.BRING_IN](payload)


@pytest.fixture
def language() -> str:
    return "en"


@pytest.mark.parametrize("width", [360])
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


@pytest.mark.parametrize("width", [360])
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


@pytest.mark.parametrize("width", [360])
def test_mails_become_a_thread_with_folded_quotations(
    transactional_db, organisation, sign_in, page, axe, screenshot, width
):
    anna = make_colleague(Role.LEADER, name="Anna")
    sign_in(anna)
    make_process(name="Customer mail")
    page.goto("/messages/")

    page.get_by_label("File").set_input_files(
        [
            {"name": "1.eml", "mimeType": "message/rfc822", "buffer": FIRST},
            {"name": "3.eml", "mimeType": "message/rfc822", "buffer": LAST},
            {"name": "2.eml", "mimeType": "message/rfc822", "buffer": ANSWER},
        ]
    )
    page.get_by_label("Our own addresses").fill("@us.example")
    axe(page)
    page.get_by_role("button", name="Look at the first rows").click()
    page.get_by_role("button", name="Bring them in").click()
    work_on(Import.objects.get())
    page.reload()
    page.get_by_text("1 mail of our own joined its case.").wait_for()
    page.get_by_text("“bill.pdf.exe” is a program").wait_for()
    axe(page)
    screenshot(f"mails-brought-in-{width}")

    page.goto(f"/work/{Case.objects.get().public_id}/")
    page.get_by_text("Sent by us: info@us.example").wait_for()
    page.locator(".original", has_text="Thank you!").wait_for()
    page.get_by_text("Earlier mail in this thread").first.click()
    page.get_by_text("> Here it is.").wait_for()
    axe(page)
    screenshot(f"mail-thread-{width}")
