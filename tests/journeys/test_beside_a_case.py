"""A reviewer tags a case, writes to a colleague, keeps a file, and puts the case aside."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.people.actions import form_team, take_on_ai
from samspil.review import actions as marks
from samspil.review.models import CaseTag, Mention
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Attachment, Case
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process

BILL = {"name": "bill.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 a bill"}


@pytest.fixture
def birgit(transactional_db, organisation):
    birgit = make_colleague(name="Birgit Madsen")
    make_colleague(name="Carl Bo")
    take_on_ai(name="Triage", skill="triage")
    return birgit


@pytest.fixture
def case(birgit, home):
    process = make_process(team=form_team(name="First line", members=[birgit]))
    case = make_claimed(process, birgit)
    said = actions.Arrival(text="And where is my invoice?")
    actions.receive(said, case=case, at=MONDAY_9 + timedelta(hours=1))
    marks.tag(case, name="warranty", by=birgit, at=MONDAY_9)
    marks.write_note(case, text="@Birgit look", by=make_colleague(name="Dorte"), at=MONDAY_9)
    return case


def open_case(page: Page, case: Case) -> None:
    page.goto(f"/work/{case.public_id}/")
    expect(page.locator("#more h2").first).to_be_visible()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", ["en"])
def test_what_stands_beside_a_case(page, sign_in, birgit, case, organisation):
    sign_in(birgit)
    open_case(page, case)
    expect(page.locator(".case-head")).to_contain_text("warranty")
    page.get_by_text("Add a file").click()
    page.locator("#more input[type=file]").set_input_files(BILL)
    page.get_by_role("button", name="Add the file").click()
    expect(page.locator("#more a", has_text="bill.pdf")).to_be_visible()
    page.get_by_text("Write a note").click()
    page.locator("textarea[name=note]").fill("@Carl do you know this customer?")
    page.get_by_role("button", name="Add the note").click()
    expect(page.locator(".message.is-note").last).to_contain_text("do you know")
    expect(page.locator("#more h2").first).to_be_visible()
    page.get_by_text("Let it wait until a day").click()
    page.locator("input[name=day]").fill((timezone.localdate() + timedelta(days=2)).isoformat())
    page.locator("#more").get_by_role("button", name="Put aside").click()
    expect(page.locator("#more")).to_contain_text("It comes back on")

    with enter(organisation):
        assert Attachment.objects.count() == CaseTag.objects.count() == 1
        assert Mention.objects.filter(colleague__name="Carl Bo").count() == 1


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark")])
def test_everybody_can_read_it(page, sign_in, screenshot, axe, birgit, case, width):
    sign_in(birgit)
    open_case(page, case)
    for each in page.locator("#more summary, .adding summary").all():
        each.click()
    screenshot(f"beside-{width}")
    axe(page)
    page.goto(f"/work/{case.public_id}/more/")
    axe(page)
    page.goto("/work/mentions/")
    expect(page.locator("#mentions .sheet")).to_be_visible()
    axe(page)
