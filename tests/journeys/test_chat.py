"""Somebody asks in a chat, in Danish, with and without programs, and is handed over to a person."""

from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page, expect

from samspil.chat.models import Chat
from samspil.core.chat.plan import Audience
from samspil.core.gateway.allowing import Purpose
from samspil.core.masking import DataClass
from samspil.core.roles import Role
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.knowledge.models import Secrecy
from samspil.people.models import Colleague
from tests.chat.arranging import make_chat
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import make_server
from tests.model_server import model_server

DELIVERY = """# Levering

## Leveringstid

En varmepumpe leveres inden for ti arbejdsdage. Levering til øer tager tre dage mere.
"""
QUESTION = "Hvornår leveres en varmepumpe?"


@pytest.fixture
def lene(transactional_db: None, organisation: object, home) -> Colleague:
    cache.clear()
    leader = make_colleague(Role.LEADER, name="Lene Leder")
    ((document, _),) = add_documents(
        [Given(name="levering.md", content=DELIVERY.encode())],
        terms=Terms(secrecy=Secrecy.PUBLIC),
        by=leader,
        at=MONDAY_9,
    )
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    return leader


@pytest.fixture
def outside(lene: Colleague) -> Chat:
    return make_chat(Audience.CUSTOMERS, by=lene, slug="nordlys")


@pytest.mark.parametrize("width", [360])
def test_a_stranger_asks_and_is_handed_over(page: Page, screenshot, axe, outside, width):
    page.goto("/c/nordlys/")
    axe(page)
    box = page.get_by_label("Dit spørgsmål")
    box.fill("Er du et menneske?")
    box.press("Enter")
    expect(page.locator("#turn-1")).to_contain_text("Jeg er AI, ikke et menneske.")
    expect(box).to_have_value("")
    expect(box).to_be_focused()

    box.press_sequentially(QUESTION[:8])
    box.press("Shift+Enter")
    box.press_sequentially(QUESTION[8:])
    box.press("Enter")
    expect(page.locator("#turn-2 blockquote").first).to_contain_text("ti arbejdsdage")
    page.locator("#turn-2").get_by_role("button", name="Ja").press("Enter")
    expect(page.locator("#turn-2")).to_contain_text("Tak, det er gemt.")
    box.fill("Og til øer?")
    box.press("Enter")
    expect(page.locator("#turn-3 .quotes")).to_contain_text("Levering til øer")
    axe(page)
    screenshot(f"chat-{width}")

    page.get_by_role("button", name="Giv videre til et menneske").press("Enter")
    expect(page.get_by_role("heading", name="Givet videre til et menneske")).to_be_focused()
    expect(page.get_by_text("Dit nummer er")).to_be_visible()
    axe(page)
    screenshot(f"chat-handed-over-{width}")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_phrased_answer_names_where_each_sentence_is_from(page: Page, screenshot, axe, lene):
    owner = make_colleague(Role.OWNER, name="Olga Ejer")
    make_chat(Audience.CUSTOMERS, by=lene, slug="nordlys", phrased=True)
    page.goto("/c/nordlys/")
    with model_server("En varmepumpe leveres inden for ti arbejdsdage [1].") as script:
        make_server(owner, script.url, of=DataClass.PERSONAL, purposes=frozenset({Purpose.CHATS}))
        page.get_by_label("Dit spørgsmål").fill(QUESTION)
        page.get_by_role("button", name="Send").click()
        turn = page.locator("#turn-1")
        expect(turn).to_contain_text("En varmepumpe leveres inden for ti arbejdsdage. [1]")

    expect(turn.locator("blockquote").first).to_be_hidden()
    turn.get_by_text("Ord for ord").press("Enter")
    expect(turn.locator("blockquote").first).to_be_visible()
    turn.get_by_role("link", name="[1]").click()
    expect(page.locator("#from-1-1")).to_be_in_viewport()
    axe(page)
    screenshot("chat-phrased-1440")


def test_everything_works_without_programs(browser: Browser, live_server, outside):
    context = browser.new_context(base_url=live_server.url, locale="da", java_script_enabled=False)
    page = context.new_page()
    page.goto("/c/nordlys/")
    page.get_by_label("Dit spørgsmål").fill(QUESTION)
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#turn-1 blockquote").first).to_contain_text("ti arbejdsdage")
    page.get_by_label("Dit spørgsmål").fill("Jeg vil tale med et menneske om min ordre")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#turn-2")).to_contain_text("Du beder om et menneske.")
    page.get_by_role("button", name="Giv videre til et menneske").click()
    expect(page.get_by_text("Dit nummer er")).to_be_visible()
    page.get_by_label("Få også svaret på mail").fill("anne@example.com")
    page.get_by_role("button", name="Brug denne adresse").click()
    expect(page.get_by_text("Svaret sendes også til anne@example.com.")).to_be_visible()
    context.close()


class Website(BaseHTTPRequestHandler):
    """Another company website, with the one line in it."""

    def __init__(self, *args: object, line: str) -> None:
        self.line = line
        super().__init__(*args)  # type: ignore[arg-type]  # what the server gives

    def do_GET(self) -> None:
        body = f"<!doctype html><html lang=da><title>Nordlys</title><h1>Nordlys</h1>{self.line}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_args: object) -> None:
        """Nothing is told."""


@pytest.fixture
def website(live_server) -> Iterator[str]:
    line = f'<script src="{live_server.url}/c/nordlys/widget.js" defer></script>'
    server = ThreadingHTTPServer(("localhost", 0), partial(Website, line=line))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()


def test_the_chat_stands_on_another_website_and_is_used_by_keys(
    page: Page, screenshot, lene, website
):
    make_chat(Audience.CUSTOMERS, by=lene, slug="nordlys", sites=(website,))
    page.goto(website)
    button = page.get_by_role("button", name="Spørg AI eller et menneske")
    expect(page.locator("iframe")).to_have_count(0)

    button.press("Enter")
    inside = page.frame_locator("iframe")
    expect(inside.locator("html.scripted")).to_have_count(1)  # until then Enter begins a line
    box = inside.get_by_label("Dit spørgsmål")
    box.fill(QUESTION)
    box.press("Enter")
    expect(inside.locator("#turn-1 blockquote").first).to_contain_text("ti arbejdsdage")
    screenshot("chat-widget-1440")
    box.press("Escape")

    expect(page.locator("iframe")).to_be_hidden()
    expect(page.get_by_role("button", name="Spørg AI eller et menneske")).to_be_focused()
    assert page.context.cookies() == []


def test_a_website_that_is_not_listed_cannot_show_it(page: Page, outside, website, problems):
    page.goto(website)
    expect(page.get_by_role("button")).to_have_count(0)
    problems.clear()  # the widget is a 404 there


@pytest.mark.parametrize("width", [360])
def test_a_chat_for_colleagues_is_set_up_and_used(
    page: Page, sign_in, screenshot, axe, lene, width
):
    chat = make_chat(by=lene)
    sign_in(lene)
    page.goto(f"/chat/{chat.public_id}/")
    box = page.get_by_label("Dit spørgsmål")
    box.fill("Min chef chikanerer mig")
    box.press("Enter")
    expect(page.locator("#turn-1")).to_contain_text("Du skriver “chikanerer”.")
    axe(page)
    screenshot(f"chat-room-{width}")
    page.goto(f"/settings/chats/{chat.public_id}/")
    axe(page)
    screenshot(f"chat-set-up-{width}")
