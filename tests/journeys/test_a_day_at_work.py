"""A reviewer works through her cases by keyboard alone, stops AI, and reads it in the journal."""

import pytest
from playwright.sync_api import Locator, Page, expect

from samspil.core.roles import Role
from samspil.journal.models import Entry
from samspil.people.actions import form_team, take_on_ai
from samspil.tenancy.actions import enter
from samspil.work.models import Case, Decision, Message
from tests.factories import ANGRY, ORDINARY, PASSWORD, make_colleague, make_process, make_waiting

ADDRESS = "birgit@example.com"
NOTE = "He has called twice already."
MORE = "I have looked at your order myself. "


@pytest.fixture
def company(transactional_db, organisation):
    """Birgit's team waits for two ordinary cases and an angry one; specialists stand by."""
    birgit = make_colleague(
        Role.REVIEWER, Role.DATA_PROTECTION, name="Birgit Madsen", email=ADDRESS, password=PASSWORD
    )
    take_on_ai(name="Triage", skill="triage")
    team = form_team(name="First line", members=[birgit])
    form_team(name="Specialists", members=[])
    process = make_process(team=team, name="Customer service")
    for text in (ORDINARY, f"{ORDINARY} It is order two.", ANGRY):
        make_waiting(process, text)
    return birgit


def heading(page: Page) -> Locator:
    return page.locator("#case-main h1")


def sign_in_by_hand(page: Page) -> None:
    page.goto("/")
    page.locator("input[type=email], input[name=login]").fill(ADDRESS)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#live")).to_be_visible()


def hand_over_by_keys(page: Page) -> None:
    page.keyboard.press("h")
    expect(page.locator("select[name=team]")).to_be_focused()
    page.keyboard.type("Spec")
    page.keyboard.press("Tab")
    page.keyboard.type(NOTE)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast")).to_contain_text("Specialists")


def change_by_keys(page: Page) -> None:
    page.keyboard.press("c")
    expect(page.locator("textarea[name=answer]")).to_be_focused()
    page.keyboard.press("Control+Home")
    page.keyboard.type(MORE)
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(".toast")).to_be_visible()


def stop_everything(page: Page) -> None:
    page.locator("a.stop").click()
    page.locator("#main input[name=why]").fill("Wrong prices")
    page.keyboard.press("Enter")
    expect(page.locator(".alarm")).to_contain_text("Wrong prices")


def check_the_journal(page: Page) -> Locator:
    page.locator("body").press("g")
    page.keyboard.press("j")
    page.wait_for_url("**/journal/")
    page.locator("form[action='/journal/check/'] button").click()
    expect(page.locator("#verdict .is-done")).to_be_visible()
    return page.locator("tbody tr").first


def test_three_cases_a_stop_and_the_journal(page: Page, company, organisation):
    sign_in_by_hand(page)
    assert page.locator("html").get_attribute("lang") == "da"

    page.keyboard.press("n")
    expect(heading(page)).to_contain_text("dissatisfied")
    hand_over_by_keys(page)
    page.keyboard.press("n")
    expect(heading(page)).to_contain_text("4711")
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_be_visible()
    page.keyboard.press("n")
    expect(heading(page)).to_contain_text("4711")
    change_by_keys(page)
    stop_everything(page)
    newest = check_the_journal(page)

    with enter(organisation):
        verdicts = Decision.objects.order_by("pk").values_list("verdict", "answer")
        last = Entry.objects.order_by("-sequence")[0]
        angry = Case.objects.get(team__name="Specialists")
        assert [verdict for verdict, _ in verdicts] == ["agreed", "changed"]
        assert verdicts[1][1].startswith(MORE)
        assert Message.objects.get(case=angry, direction="note").text == NOTE
        assert last.event == "stopped"
    expect(newest).to_contain_text(str(last.sequence))
    expect(newest).to_contain_text("Birgit Madsen")


@pytest.mark.parametrize("language", ["en"])
def test_the_first_page_is_brought_up_to_date_by_itself(page: Page, sign_in, company, organisation):
    sign_in(company)
    page.goto("/")
    expect(page.locator("h1")).to_contain_text("3 wait for you")

    with enter(organisation):
        make_waiting(Case.objects.all()[0].process)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator("h1")).to_contain_text("4 wait for you")


@pytest.mark.parametrize("language", ["en"])
def test_keys_walk_through_the_list_and_the_list_follows(
    page: Page, sign_in, company, organisation
):
    with enter(organisation):
        process = Case.objects.all()[0].process
        for number in range(12):
            make_waiting(process, f"{ORDINARY} It is order number {number}.")
    sign_in(company)
    page.goto("/work/")

    seen = set()
    for _ in range(12):
        before = page.url
        page.keyboard.press("j")
        expect(page).not_to_have_url(before)
        expect(page.locator(".items a[aria-current=true]")).to_be_in_viewport()
        seen.add(page.url)
    page.keyboard.press("k")
    expect(page).not_to_have_url(before)

    assert len(seen) == 12
    assert page.url in seen
