"""A real browser against a real server: what the journeys of people through the pages need.

A test chooses its reader by parametrising `language` ("da", "de", "en"), `width` (in CSS pixels)
or `scheme` ("light", "dark").
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from samspil.people.models import Colleague
from tests import chromium

SCREENSHOTS = Path(__file__).parents[2] / "artifacts" / "screenshots"
HEIGHT = 900
WIDE, BETWEEN, NARROW = 1440, 900, 360
"""Widths of the two kinds of screens, in CSS pixels, and what parts them."""
PATIENCE_MS = 10_000
GRAVE = ("serious", "critical")
ASK_AXE = """() => axe.run({resultTypes: ["violations"], preload: false})
    .then(found => found.violations)"""
"""Every rule that needs no second look at the style sheets; what passed stays in the browser."""
AT_HOME = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once; it knows no host but this one."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    # Playwright keeps an event loop in this thread, where Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.found(), args=[AT_HOME, *sandbox]
        )
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def language() -> str:
    """The reader's language."""
    return "da"


@pytest.fixture
def width() -> int:
    """The width of the window."""
    return 1440


@pytest.fixture
def scheme() -> Literal["light", "dark"]:
    """Whether the reader likes dark pages."""
    return "light"


@pytest.fixture
def context(
    browser: Browser,
    live_server: LiveServer,
    language: str,
    width: int,
    scheme: Literal["light", "dark"],
) -> Iterator[BrowserContext]:
    """A browser that remembers nothing."""
    fresh = browser.new_context(
        base_url=live_server.url,
        locale=language,
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        reduced_motion="reduce",
        timezone_id="Europe/Copenhagen",
    )
    fresh.set_default_timeout(PATIENCE_MS)
    yield fresh
    fresh.close()


@pytest.fixture
def problems() -> list[str]:
    """What the browser complained of; a test that wants a complaint looks at it and clears it."""
    return []


@pytest.fixture
def page(context: BrowserContext, problems: list[str]) -> Iterator[Page]:
    """A page of one's own; an error in the console, the content policy's too, fails the test."""

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            problems.append(f"{message.text} ({message.location['url']})")

    opened = context.new_page()
    opened.on("console", note)
    opened.on("pageerror", lambda error: problems.append(str(error)))
    yield opened
    assert problems == []


@pytest.fixture
def sign_in(
    context: BrowserContext, live_server: LiveServer, client_of: Callable[[Colleague], Client]
) -> Callable[[Colleague], None]:
    """`sign_in(colleague)`: from now on the browser is this person's."""

    def enter(colleague: Colleague) -> None:
        key = client_of(colleague).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])

    return enter


def check_fits(page: Page) -> None:
    """Fail where the page scrolls sideways."""
    too_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert not too_wide, f"{page.url} scrolls sideways at {page.viewport_size}"


@pytest.fixture
def screenshot(page: Page, width: int) -> Callable[[str], None]:
    """`screenshot("queue-360")`: keep a picture for people, and one of the other kind of screen
    under its own width; the page must fit into both.
    """
    other = WIDE if width < BETWEEN else NARROW

    def take(name: str) -> None:
        page.wait_for_load_state()
        picture(page, name)
        page.set_viewport_size({"width": other, "height": HEIGHT})
        picture(page, name.replace(f"-{width}", "") + f"-{other}")
        page.set_viewport_size({"width": width, "height": HEIGHT})

    return take


def picture(page: Page, name: str) -> None:
    """Keep one of all that stands on this page, which must fit in width."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    check_fits(page)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


ENDED = """() => Promise.all(document.getAnimations()
    .filter(one => Number.isFinite(one.effect.getComputedTiming().endTime))
    .map(one => one.finished.catch(() => null))).then(() => null)"""
"""Waits until nothing fades any more: what is waited for is paler, and is not what people read."""


@pytest.fixture
def axe(problems: list[str]) -> Callable[[Page], None]:
    """`axe(page)`: fail where somebody could not read or use this page."""

    def check(page: Page) -> None:
        page.wait_for_load_state()
        expect(page.locator(".htmx-request")).to_have_count(0)
        page.evaluate(ENDED)
        before = list(problems)
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate(ASK_AXE)
        problems[:] = before  # axe tries inline styles, which the content policy rightly refuses
        assert [_barrier(one) for one in found if one["impact"] in GRAVE] == []

    return check


def _barrier(violation: dict[str, object]) -> str:
    nodes = violation["nodes"]
    assert isinstance(nodes, list)
    places = "; ".join(str(node["html"]) for node in nodes[:5])
    return f"{violation['id']}: {violation['help']}: {places}"
