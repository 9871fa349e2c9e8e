"""Whether everybody can use the pages: each page, in each language, on a phone and a wide screen.

Lets the demonstration run, signs in as its managing director, follows every link there is (three
pages of each kind), and then reads each page with axe, in three languages at 360 and 1440 pixels;
also whether it scrolls sideways, and whether the browser complains. Pages for strangers are read
signed out. Run `python -m bench.barriers`; `--quick` is Danish at 360 pixels, one page of a kind.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from bench.report import Row, at_most, main
from tests import chromium

LANGUAGES = ("da", "de", "en")
WIDTHS = (360, 1440)
GRAVE = ("serious", "critical")
OF_A_KIND = 3
STRANGERS = ("/accounts/login/", "/verify/", "/no-such-page/")
NOT_PAGES = re.compile(r"^/(api|metrics|health|events|static)/|/(export|files?|download)/|logout")
STATES = ("change", "hand")
"""Pages in another state have one of these for a query; other queries show the same kind."""
SPOKEN = re.compile(r"([\w.+-]+@[\w.-]+\.example)")
SERVER_S = 240


@dataclass(slots=True)
class Found:
    """What was wrong, as sentences, by what it is."""

    looked: int = 0
    barriers: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row, after saying every fault in words."""
    with company() as (address, mail, password), started_browser() as browser:
        cookies = signed_in(browser, address, mail, password)
        places = _places(browser, address, cookies, of_a_kind=1 if quick else OF_A_KIND)
        found = Found()
        for language in ("da",) if quick else LANGUAGES:
            for width in (360,) if quick else WIDTHS:
                context = context_of(browser, address, language, width)
                _look(context, STRANGERS, found, f"{language} {width}")
                context.add_cookies(cookies)
                _look(context, places, found, f"{language} {width}")
                context.close()
    for one in (*found.barriers, *found.sideways, *found.complaints):
        print(f"  {one}")
    yield Row(name="kinds of pages", unit="kinds", value=len({_kind(one) for one in places}))
    yield Row(name="pages read, in all languages and widths", unit="pages", value=found.looked)
    yield _none("serious barriers (axe)", found.barriers)
    yield _none("pages that scroll sideways", found.sideways)
    yield _none("complaints of the browser", found.complaints)


def _none(name: str, faults: list[str]) -> Row:
    return at_most(name, "faults", len(faults), goal=0, baseline=None)


@contextmanager
def company() -> Iterator[tuple[str, str, str]]:
    """The demonstration, served: its address, and how its managing director signs in."""
    home = Path(tempfile.mkdtemp(prefix="samspil-bench-"))
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "SAMSPIL_HOME": str(home / "home"), "SAMSPIL_DEMO": "true"}
    words = ["demo", "--small", "--language", "en", "--port", str(port)]
    run = "import sys; from samspil.config.command_line import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", run, *words], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        yield _told(process)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        process.kill()
        shutil.rmtree(home, ignore_errors=True)


def _told(process: "subprocess.Popen[str]") -> tuple[str, str, str]:
    """Read what the demonstration says until it serves."""
    mail = password = ""
    assert process.stdout is not None
    for line in process.stdout:
        if not mail and (who := SPOKEN.search(line)):
            mail = who[1]
        if "assword" in line:
            password = line.split()[-1].strip(".")
        if serves := re.search(r"Samspil is at (http://\S+?)/?$", line.strip()):
            return serves[1].replace("127.0.0.1", "localhost"), mail, password
    raise RuntimeError("The demonstration ended before it served.")


@contextmanager
def started_browser() -> Iterator[Browser]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.found(), args=sandbox)
        yield started
        started.close()


def context_of(browser: Browser, address: str, language: str, width: int) -> BrowserContext:
    return browser.new_context(
        base_url=address,
        locale=language,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    )


def signed_in(browser: Browser, address: str, mail: str, password: str):
    context = context_of(browser, address, "en", 1440)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(mail)
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(f"{address}/")
    cookies = [one for one in context.cookies() if one.get("name") == "sessionid"]
    context.close()
    return cookies


def _places(browser: Browser, address: str, cookies, *, of_a_kind: int) -> list[str]:
    """Every page that links lead to from the first, so many of each kind."""
    context = context_of(browser, address, "en", 1440)
    context.add_cookies(cookies)
    page = context.new_page()
    waiting, found, seen = ["/"], [], {"/"}
    kinds: dict[str, int] = defaultdict(int)
    while waiting:
        place = waiting.pop(0)
        kind = _kind(place)
        if kinds[kind] >= of_a_kind:
            continue
        answer = page.goto(place)
        if answer is None or not answer.ok or "text/html" not in answer.headers["content-type"]:
            continue
        kinds[kind] += 1
        found.append(place)
        _settle(page)
        for link in page.eval_on_selector_all(
            "a[href]:not([download])", "all => all.map(a => a.href)"
        ):
            place = _place(link, address=address)
            if place and place not in seen:
                seen.add(place)
                waiting.append(place)
    context.close()
    return found


def _place(link: str, *, address: str) -> str:
    """A link as an address to look at; empty for what is no page of ours."""
    parts = urlsplit(urljoin(address, link))
    if f"{parts.scheme}://{parts.netloc}" != address or NOT_PAGES.search(parts.path):
        return ""
    state = next((one for one in STATES if re.search(rf"(^|&){one}(=|&|$)", parts.query)), "")
    return f"{parts.path}?{state}" if state else parts.path


def _kind(place: str) -> str:
    """The address without what names a single thing."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "…", place)


def _look(context: BrowserContext, places: Iterable[str], found: Found, where: str) -> None:
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    for place in places:
        said.clear()
        page.goto(place)
        _settle(page)
        found.complaints += [f"{where} {place}: {one}" for one in said if "404" not in one]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.sideways.append(f"{where} {place} scrolls sideways")
        for one in Axe().run(page).response["violations"]:
            if one["impact"] in GRAVE:
                nodes = "; ".join(node["html"][:120] for node in one["nodes"][:2])
                found.barriers.append(f"{where} {place}: {one['id']}: {nodes}")
        found.looked += 1
    page.close()


def _settle(page: Page) -> None:
    """Wait until the parts that load by themselves are there."""
    expect(page.locator("[hx-trigger=load]")).to_have_count(0)


if __name__ == "__main__":
    main(measure, description=__doc__)
