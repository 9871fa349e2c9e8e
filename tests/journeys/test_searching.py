"""A reviewer looks for what she remembers, and the results follow while she types."""

import re

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.people.actions import form_team, take_on_ai
from samspil.review import actions as marks
from samspil.work import actions
from samspil.work.models import Case
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_waiting


@pytest.fixture
def birgit(transactional_db, organisation):
    birgit = make_colleague(Role.OWNER, name="Birgit Madsen")
    take_on_ai(name="Triage", skill="triage")
    return birgit


@pytest.fixture
def case(birgit):
    process = make_process(team=form_team(name="Pumper", members=[birgit]), name="Pumper og varme")
    case = make_claimed(process, birgit, "Hej. Min varmepumpe larmer om natten, hvad gør jeg?")
    marks.tag(case, name="pumpestøj", by=birgit, at=MONDAY_9)
    make_waiting(
        process, "Jeg venter stadig på min varmepumpe. Ordren er 4711. Hvornår kommer den?"
    )
    long = "Vi har boet i huset i mange år. " * 12
    arrival = actions.Arrival(text=f"{long} Nu vil vi have en varmepumpe.", external_id="M-4711")
    actions.open_cases([arrival], process=process, at=MONDAY_9)
    return case


def found(page: Page, case: Case):
    return page.locator(f'.hits a[href="/work/{case.public_id}/"]')


def test_results_follow_while_one_types(page, sign_in, birgit, case):
    sign_in(birgit)
    page.goto("/work/search/")
    page.locator("#search-words").press_sequentially("larm")
    expect(found(page, case)).to_be_visible()
    expect(page.locator(".hits mark")).to_have_text(["larmer"])
    expect(page).to_have_url(re.compile(r"q=larm"))

    page.locator("#search-words").fill("larm zebra")
    expect(found(page, case)).to_have_count(0)

    found_again = page.locator("#search-words")
    found_again.fill("pumpestøj")
    found_again.press("Enter")
    found(page, case).click()
    expect(page).to_have_url(re.compile(rf"/work/{case.public_id}/$"))


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark")])
def test_everybody_can_read_it(
    page, sign_in, axe, screenshot, birgit, case, width, scheme, language
):
    sign_in(birgit)
    for name, address in (
        ("found", "?q=varmep"),
        ("named", "?q=pumpe&status=open"),
        ("nothing", "?q=zebra"),
        ("empty", ""),
    ):
        page.goto(f"/work/search/{address}")
        screenshot(f"search-{name}-{width}-{scheme}")
        axe(page)
