"""Somebody asks the documents, in Danish, and reads the marked place."""

import re

import pytest
from playwright.sync_api import Page, expect

from samspil.core.roles import Role
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.people.models import Colleague
from tests.factories import MONDAY_9, make_colleague
from tests.governance.serving import make_server
from tests.model_server import model_server

HANDBOOK = """# Personalehåndbog

## Ferie

Alle har 25 feriedage om året. Ferie søges senest seks uger før den første dag.

## Sygdom

Ring til din leder inden klokken 8, når du er syg.

## Cykel

Virksomheden betaler halvdelen af en cykel, højst 3.000 kroner.
"""


@pytest.fixture
def lene(transactional_db: None, organisation: object) -> Colleague:
    leader = make_colleague(Role.LEADER, name="Lene Leder")
    given = Given(name="personalehåndbog.md", content=HANDBOOK.encode())
    ((document, _),) = add_documents([given], terms=Terms(), by=leader, at=MONDAY_9)
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    return leader


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_an_answer_leads_to_its_marked_place(
    page: Page, sign_in, screenshot, axe, lene, language, width
):
    sign_in(lene)
    page.goto("/knowledge/")
    page.get_by_label("Dit spørgsmål").fill("Hvor mange feriedage har jeg om året?")
    page.keyboard.press("Enter")

    quote = page.locator(".quotes blockquote").first
    expect(quote).to_contain_text("25 feriedage")
    screenshot(f"ask-{width}")
    axe(page)

    page.locator(".quotes a").first.click()
    expect(page.locator(".passage mark").first).to_contain_text("25 feriedage")
    expect(page).to_have_url(re.compile(r"/knowledge/documents/"))
    screenshot(f"ask-place-{width}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_what_the_documents_do_not_say_is_said_so(
    page: Page, sign_in, screenshot, axe, lene, language, width
):
    sign_in(lene)
    page.goto("/knowledge/")
    page.get_by_label("Dit spørgsmål").fill("Hvem reparerer taget på garagen?")
    page.keyboard.press("Enter")

    expect(page.locator("#answer")).to_contain_text("svarer ikke på dette")
    screenshot(f"ask-declined-{width}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_quotations_stand_while_a_model_phrases_an_answer(
    page: Page, sign_in, screenshot, axe, lene, language, width
):
    said = "Alle har 25 feriedage om året [1]. Man får også en firmabil [1]."
    with model_server(said, pause_s=1.0) as script:
        make_server(make_colleague(Role.OWNER, name="Olga Ejer"), script.url)
        sign_in(lene)
        page.goto("/knowledge/")
        page.get_by_label("Dit spørgsmål").fill("Hvor mange feriedage har jeg om året?")
        page.keyboard.press("Enter")

        expect(page.locator(".quotes blockquote").first).to_contain_text("25 feriedage")
        expect(page.locator("form#phrased")).to_be_visible()
        phrased = page.locator("section#phrased")
        expect(phrased).to_contain_text("Alle har 25 feriedage om året. [1]")

    expect(phrased).not_to_contain_text("firmabil")
    expect(phrased).to_contain_text("1 sætning blev udeladt, fordi intet dokument siger det.")
    screenshot(f"ask-phrased-{width}")
    axe(page)
    phrased.get_by_role("link", name="[1]").click()
    expect(page.locator(".passage mark").first).to_contain_text("25 feriedage")
