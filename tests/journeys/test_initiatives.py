"""A leader sees what a gate waits for, opens the pilot, tests its stop, and takes over a change."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.allocation.actions import Said, choose, judge
from samspil.audit.actions import Wanted, add_task
from samspil.audit.models import Task
from samspil.core.allocation.divisions import Division
from samspil.people.models import Colleague
from samspil.pipeline.actions import make_initiative, watch_stops
from samspil.pipeline.models import Initiative
from samspil.work.models import Process
from tests.allocation.conftest import FREE, ROUTINE
from tests.factories import MONDAY_9, make_verified
from tests.pipeline.conftest import a_plan, emil, lene, process, settle

__all__ = ["emil", "lene", "process"]


def fill_in(page: Page) -> None:
    """What was measured before AI."""
    for label, value in (
        ("Fra", "2026-01-05"), ("Til og med", "2026-01-16"), ("Antal sager", "40"),
        ("Minutter for en sag, i midten", "12"), ("Halvdelen af sagerne tog mindst", "8"),
        ("og højst", "20"),
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(value)


def divided_anew(process: Process, *, by: Colleague) -> Task:
    """The task of the initiative, which a person leads now."""
    task = add_task(Wanted(title="Sortér returret", process=process), by=by, at=MONDAY_9)
    judge(task, Said(criteria=ROUTINE, touch=FREE), by=by, at=MONDAY_9)
    choose(task, Division.PERSON_LEADS, why="Kunderne spørger.", by=by, at=timezone.now())
    Initiative.objects.update(task=task, division=Division.TOGETHER)
    return task


def take_it_over_and_back(page: Page, task: Task) -> None:
    """From the page of the task to what differs, taken over at one press and undone at another."""
    page.goto(f"/allocation/tasks/{task.public_id}/")
    page.get_by_role("link", name="Se, hvad der er anderledes").click()
    expect(page.locator("#differs")).to_contain_text("“Kunderne spørger.”")
    page.get_by_role("button", name="Overtag den nye fordeling").click()
    expect(page.get_by_text("Ingen sag bliver behandlet anderledes endnu.")).to_be_visible()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.locator("#differs")).to_contain_text("Planen går ud fra")


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_leader_leads_an_initiative_into_its_pilot(
    page: Page, sign_in, screenshot, axe, transactional_db, process, lene, emil, language, width
):
    settle(process, lene)
    one = make_initiative(a_plan(process, lene, emil), by=lene, at=MONDAY_9)
    Initiative.objects.update(ends_on=timezone.now().date() + timedelta(days=90))
    sign_in(lene)

    page.goto(f"/initiatives/{one.public_id}/")
    expect(page.get_by_text("Der er intet udgangspunkt med mindst 20 sager")).to_be_visible()
    screenshot(f"initiative-waits-{width}")
    axe(page)
    page.get_by_role("link", name="Notér et udgangspunkt").click()
    page.get_by_role("link", name="Indtast et udgangspunkt").click()
    page.get_by_label("Hvad præcis der blev målt").fill("Fem af os tog tid i to uger.")
    fill_in(page)
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("halvdelen af dem fra 8,0 til 20,0")).to_be_visible()
    screenshot(f"baseline-{width}")

    page.goto("/initiatives/")
    screenshot(f"initiatives-{width}")
    axe(page)
    card = page.locator("[data-card]")
    if width == 1440:
        card.drag_to(page.locator('[data-stage="pilot"]'))
    else:
        card.get_by_role("button", name="Pilot").click()
    expect(page.get_by_role("heading", name="Port til Udrulning")).to_be_visible()
    page.get_by_role("button", name="Prøv stop").click()
    expect(page.get_by_text("bestået")).to_be_visible()
    screenshot(f"initiative-pilot-{width}")
    axe(page)

    now = timezone.now()
    make_verified(process, n=20, wrong=14, at=now)
    watch_stops(at=now)
    page.goto("/")
    expect(page.locator("#initiatives")).to_contain_text("blev stoppet af sig selv")
    page.get_by_role("link", name="Se, hvorfor det blev stoppet").click()
    expect(page.locator("#halt")).to_contain_text("grænsen er 60 af 100")
    screenshot(f"initiative-stopped-{width}")
    hand_out(page, screenshot, axe, width)
    task = divided_anew(process, by=lene)
    take_it_over_and_back(page, task)
    screenshot(f"initiative-differs-{width}")
    axe(page)


def hand_out(page, screenshot, axe, width):
    """Two things of the plan are given to somebody, and that is undone."""
    page.goto("/initiatives/plan/")
    expect(page.get_by_role("heading", name="Dag 31 til 60: pilotforløb")).to_be_visible()
    page.get_by_label("Vælg “Få nok sager efterprøvet”").check()
    page.get_by_label("Vælg “Tag stilling til udrulning”").check()
    page.get_by_label("Giv de valgte til").select_option("Emil Holm")
    screenshot(f"initiatives-plan-{width}")
    page.get_by_role("button", name="Giv 2").click()
    expect(page.get_by_text("2 opgaver er givet til Emil Holm.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text("Det ligger igen, hvor det lå før.")).to_be_visible()
