"""A leader sets when they are open and what happens to a case that waits; nobody is shut out."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.people.actions import plan_absence
from samspil.work import actions
from samspil.work.models import Process
from tests.factories import MONDAY_9, make_colleague, make_process, make_team, make_waiting


@pytest.fixture
def leader(transactional_db, organisation):
    """A leader whose team has a late case, and a colleague who is away."""
    leader = make_colleague(Role.LEADER, name="Lis Lund")
    process = make_process(team=make_team(leader, name="First line"), name="Customer service")
    make_waiting(process)
    actions.escalate_due(at=MONDAY_9 + timedelta(days=1))
    plan_absence(
        make_colleague(name="Anna Holm"),
        first_day=date(2026, 1, 1),
        last_day=date(2099, 1, 1),
        deputy=leader,
        by=leader,
        at=MONDAY_9,
    )
    return leader


@pytest.mark.parametrize("language", ["en"])
def test_a_leader_sets_hours_and_steps(page: Page, sign_in, leader):
    sign_in(leader)
    page.goto("/settings/hours/")
    page.get_by_label("Open around the clock").uncheck()
    for day in ("Monday", "Tuesday"):
        page.get_by_label(day).fill("9-17")
    page.get_by_label("Public holidays of").select_option("Denmark")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Monday")).to_have_value("09:00–17:00")
    expect(page.get_by_role("heading", name="Coming holidays")).to_be_visible()

    page.goto("/processes/")
    page.get_by_role("link", name="Customer service").click()
    page.get_by_role("link", name="Change the steps").click()
    page.get_by_label("When so many").fill("30")
    page.get_by_label("of these").select_option("working minutes before the deadline")
    page.get_by_role("button", name="Add", exact=True).click()

    expect(page.get_by_text("30 minutes before it is due").first).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
def test_from_today_the_late_cases_are_one_click_away(page: Page, sign_in, leader):
    sign_in(leader)
    page.goto("/")
    expect(page.get_by_role("region", name="For you")).to_be_visible()

    page.get_by_role("link", name="1 is late").click()

    expect(page.get_by_text("Narrowed by 1 choice")).to_be_visible()


@pytest.mark.parametrize("language", ["en"])
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark")])
def test_the_pages_of_deadlines_read_well(
    page: Page, sign_in, screenshot, axe, leader, width, scheme
):
    sign_in(leader)
    process = Process.objects.get().public_id
    for name, address in {
        "hours": "/settings/hours/",
        "absences": "/settings/absences/",
        "steps": f"/processes/{process}/steps/",
        "process-hours": f"/processes/{process}/hours/",
        "process-ladder": f"/processes/{process}/",
        "today-notices": "/",
        "late": "/work/?late=1",
    }.items():
        page.goto(address)

        screenshot(f"{name}-{width}-{scheme}")
        axe(page)
