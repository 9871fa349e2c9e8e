"""A case goes the old way and the new way in a browser, and somebody settles what differs."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.parallel_runs.actions import follow_all
from samspil.parallel_runs.models import Pair, ParallelRun
from samspil.people.models import Colleague
from samspil.work.models import Process
from tests.factories import MONDAY_9, PASSWORD, make_colleague, make_process, make_team
from tests.parallel_runs.conftest import arrive, lene, old_way
from tests.parallel_runs.test_runs import many

__all__ = ["lene"]


@pytest.fixture
def olga(organisation: object) -> Colleague:
    return make_colleague(name="Olga Gammel", email="olga@example.com", password=PASSWORD)


@pytest.fixture
def process(olga: Colleague) -> Process:
    return make_process(team=make_team(olga), name="Returvarer")


def start(page: Page, process: Process) -> None:
    """Fill in how many go both ways, and who does what."""
    page.goto(f"/parallel-runs/new/?process={process.public_id}")
    page.get_by_label("Af 100 sager, der kommer ind, går så mange begge veje").fill("100")
    page.get_by_role("group", name="Hvem tager den nye vej").get_by_label("Nils Ny").check()
    settles = page.get_by_role("group", name="Hvem afgør det, der er forskelligt")
    settles.get_by_label("Sara Sander").check()


def do_the_new_way(page: Page) -> None:
    """Take what waits on Today."""
    page.goto("/")
    page.locator("#both_ways").get_by_role("button", name="Tag 1 sag den nye vej").click()
    expect(page.get_by_role("heading", name="En sag den nye vej")).to_be_visible()
    expect(page.get_by_text("Her er din regning.")).to_have_count(0)


def settle(page: Page) -> None:
    """Say that both are right."""
    page.get_by_label("Begge er rigtige").check()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Afgjort.")).to_be_visible()
    assert Pair.objects.get().right == "both"


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_case_goes_both_ways(
    page: Page, sign_in, screenshot, axe, transactional_db, process, lene, olga, language, width
):
    def look(name: str) -> None:
        screenshot(f"{name}-{width}")
        axe(page)

    nils, sara = make_colleague(name="Nils Ny"), make_colleague(name="Sara Sander")
    sign_in(lene)
    start(page, process)
    look("parallel-run-new")
    page.get_by_role("button", name="Begynd").click()
    expect(page.get_by_text("Ingen sag er gået begge veje endnu.")).to_be_visible()

    now = timezone.now()
    case = arrive(process)
    old_way(case, olga, topic="invoice_question", answer="Her er din regning.", at=now)
    follow_all(at=now)
    sign_in(nils)
    do_the_new_way(page)
    look("parallel-run-new-way")
    page.get_by_role("button", name="Gem og sammenlign").click()
    expect(page.get_by_text("Gemt og sammenlignet. Intet blev sendt.")).to_be_visible()

    sign_in(sara)
    page.goto("/parallel-runs/")
    page.get_by_role("button", name="Afgør 1 sag, der er forskellig").click()
    expect(page.get_by_text("Her er din regning.")).to_be_visible()
    look("parallel-run-settling")
    settle(page)

    run = ParallelRun.objects.get()
    many(run, people=5)
    ParallelRun.objects.update(ended_at=MONDAY_9, ended_why="person", over_at=MONDAY_9, drawn=25)
    sign_in(lene)
    page.goto(f"/parallel-runs/{run.public_id}/")
    expect(page.get_by_text("Den nye vej tager kortere tid for de samme sager")).to_be_visible()
    look("parallel-run-over")
    page.goto("/parallel-runs/")
    screenshot(f"parallel-runs-{width}")
