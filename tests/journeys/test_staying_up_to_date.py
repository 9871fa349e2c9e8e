"""An open page learns by itself what others did meanwhile, through the event stream."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
import uvicorn
from django.utils import timezone
from playwright.sync_api import Page, expect

from samspil.config.events.stream import EventStream
from samspil.core.roles import Role
from samspil.people.actions import form_team
from samspil.review.actions import write_note
from samspil.work import actions
from tests.factories import make_colleague, make_process, make_waiting

SOON_MS = 12_000
"""Far sooner than a page that only polls would ask."""


@pytest.fixture
def stream(settings) -> Iterator[EventStream]:
    """The event stream, served on a port of its own beside the pages."""
    opened = socket.create_server(("localhost", 0))
    settings.EVENTS_URL = f":{opened.getsockname()[1]}/events/"
    served = EventStream()
    server = uvicorn.Server(uvicorn.Config(served, log_level="warning"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[opened])))
    thread.start()
    yield served
    server.should_exit = server.force_exit = True
    thread.join()
    opened.close()


@pytest.fixture
def company(transactional_db, organisation):
    """Two reviewers of one team, a case that waits."""
    anna = make_colleague(Role.REVIEWER, name="Anna Holm")
    bo = make_colleague(Role.REVIEWER, name="Bo Dahl")
    process = make_process(team=form_team(name="First line", members=[anna, bo]))
    return anna, bo, process, make_waiting(process)


def listens(page: Page, stream: EventStream) -> None:
    """Wait until the open page has its stream."""
    for _ in range(100):
        if stream.pulse.listening:
            return
        page.wait_for_timeout(50)
    raise AssertionError("The page does not listen.")


def test_a_list_says_that_it_has_changed_and_shows_it_when_asked(
    page: Page, sign_in, stream, company, screenshot
):
    anna, bo, _, case = company
    sign_in(anna)
    page.goto("/work/")
    listens(page, stream)
    expect(page.get_by_text("Listen er ændret")).to_have_count(0)

    actions.claim(case, by=bo, at=timezone.now())
    expect(page.get_by_text("Listen er ændret")).to_be_visible(timeout=SOON_MS)
    screenshot("queue-changed-da")
    page.keyboard.press("r")

    expect(page.get_by_text("Listen er ændret")).to_have_count(0)
    expect(page.get_by_text("Intet venter")).to_be_visible()


def test_an_open_case_says_that_somebody_else_was_there_and_keeps_what_is_typed(
    page: Page, sign_in, stream, company, screenshot
):
    anna, bo, _, case = company
    actions.claim(case, by=anna, at=timezone.now() - timedelta(minutes=1))
    sign_in(anna)
    page.goto(f"/work/{case.public_id}/?change")
    page.locator("textarea[name=answer]").fill("Jeg er ved at svare")
    listens(page, stream)

    write_note(case, text="The lorry has left", by=bo, at=timezone.now())
    expect(page.get_by_text("Nogen har arbejdet på sagen imens")).to_be_visible(timeout=SOON_MS)

    screenshot("case-changed-da")
    expect(page.locator("textarea[name=answer]")).to_have_value("Jeg er ved at svare")


def test_today_counts_anew_when_a_case_comes_in(page: Page, sign_in, stream, company):
    anna, _, process, _ = company
    sign_in(anna)
    page.goto("/")
    listens(page, stream)
    expect(page.locator("#live h1")).to_contain_text("1 venter på dig")

    make_waiting(process)

    expect(page.locator("#live h1")).to_contain_text("2 venter på dig", timeout=SOON_MS)
