"""A leader drags a task, moves another with the keys, says why, and undoes it, in Danish."""

import pytest
from playwright.sync_api import Page, expect

from samspil.allocation.actions import Expected, Said, choose, estimate, judge
from samspil.allocation.models import Move
from samspil.audit.models import Audit, Figures, Task
from samspil.core.allocation.criteria import Criterion
from samspil.core.allocation.divisions import Division
from samspil.core.allocation.law import About, Touch
from samspil.core.allocation.portfolio import Part, Range
from samspil.core.roles import Role
from samspil.people.models import Colleague
from tests.allocation.conftest import FREE, listed
from tests.factories import MONDAY_9, make_colleague

TITLES = {
    "Bogføre fakturaer": (5, 5, 1, 1), "Besvare klager": (2, 2, 5, 5),
    "Skrive tilbud": (3, 3, 2, 2), "Planlægge næste års strategi": (1, 1, 2, 2),
    "Sortere post": (5, 5, 1, 2), "Udvælge ansøgere": (3, 2, 4, 4),
}  # fmt: skip
ASKED = (Criterion.REPETITION, Criterion.RULES, Criterion.COMMUNICATION, Criterion.EMPATHY)
HIRES = Touch(about=About.APPLICANTS, decides=True, feels=False)


@pytest.fixture
def lene(transactional_db: None, organisation: object) -> Colleague:
    found = make_colleague(Role.LEADER, name="Lene Krogh")
    for title, said in TITLES.items():
        task = listed(title, by=found)
        touch = HIRES if "ansøgere" in title else FREE
        given = Said(criteria=dict(zip(ASKED, said, strict=True)), touch=touch)
        judge(task, given, by=found, at=MONDAY_9)
    listed("Rydde op på lageret", by=found)
    choose(task, Division.PERSON_INFORMED, why="Vi vil se dem alle.", by=found, at=MONDAY_9)
    return found


def test_tasks_are_dragged_and_moved_with_the_keys(page: Page, sign_in, screenshot, axe, lene):
    sign_in(lene)
    page.goto("/allocation/")
    axe(page)
    screenshot("allocation-1440")

    dot = page.get_by_label("Bogføre fakturaer")
    box, frame = dot.bounding_box(), page.locator(".matrix-plot").bounding_box()
    assert box
    assert frame
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(frame["x"] + frame["width"] * 0.8, frame["y"] + frame["height"] * 0.8, steps=5)
    page.mouse.up()
    page.get_by_label("Begrundelse").fill("Hver faktura er et forlig.")
    page.get_by_role("button", name="Behold den dér").click()
    expect(page.get_by_text("Flyttet: Bogføre fakturaer.")).to_be_visible()
    moved = Move.objects.get(why="Hver faktura er et forlig.")
    assert 0.7 < (moved.creative or 0) < 0.9
    assert 0.1 < (moved.contact or 0) < 0.3
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text("Den står igen, hvor den stod før.")).to_be_visible()

    page.get_by_label("Skrive tilbud").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Flyttet: Skrive tilbud.")).to_be_visible()


@pytest.mark.parametrize("width", [1440])
def test_what_to_start_with_is_told_in_ranges(page: Page, sign_in, screenshot, axe, lene, width):
    tasks = list(Task.objects.order_by("pk"))
    audit = Audit.objects.create(
        name="Forår", opens=MONDAY_9.date(), closes=MONDAY_9.date(), by=lene, at=MONDAY_9,
        settled_at=MONDAY_9,
    )  # fmt: skip
    for number, task in enumerate(tasks[:5]):
        told = {"people": 5, "times": 9, "minutes": 12, "hours": 40 / (number + 1)}
        Figures.objects.create(audit=audit, task=task, **told)
        part = (Part.AUTOMATE, Part.ASSIST, Part.TRY)[number % 3]
        saved, days = Range(low=0.2, high=0.5), Range(low=3, high=20)
        given = Expected(
            saved=saved, days=days, money=Range(low=0, high=9000), risk=1 + number, part=part
        )
        estimate(task, given, by=lene, at=MONDAY_9)
    sign_in(lene)

    page.goto("/allocation/portfolio/?hour=450")

    expect(page.get_by_text("Hvis det går godt")).to_be_visible()
    axe(page)
    screenshot(f"portfolio-{width}")


@pytest.mark.parametrize("width", [360])
def test_on_a_phone_the_lists_lead_to_the_reasons(page: Page, sign_in, screenshot, axe, lene):
    sign_in(lene)
    page.goto("/allocation/")
    screenshot("allocation-360")

    page.get_by_role("link", name="Udvælge ansøgere", exact=True).click()
    expect(page.get_by_text("Et menneske har valgt dette.")).to_be_visible()
    expect(page.get_by_text("AI viser højst oplysninger")).to_be_visible()
    axe(page)
    screenshot("allocation-task-360")
