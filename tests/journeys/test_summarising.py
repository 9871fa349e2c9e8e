"""Somebody has a document and a meeting said in few words, in Danish."""

import re

import pytest
from playwright.sync_api import Page, expect

from samspil.core.gateway.allowing import Purpose
from samspil.core.roles import Role
from samspil.knowledge.actions import Given, Terms, add_documents, read_documents
from samspil.knowledge.models import Document
from samspil.people.models import Colleague
from samspil.summaries import actions
from samspil.summaries.models import Phrasing, Summary
from tests.factories import MONDAY_9, make_colleague, make_process
from tests.governance.serving import make_server
from tests.model_server import model_server

SPECIFICATION = """# Pumpestation

## 1 Pumper

Stationen forsyner byen med vand hele døgnet. K-1: Pumpen skal
levere mindst 40 liter vand i minuttet.

## 2 Ventiler

K-2: Hver ventil skal lukke inden for 3 sekunder, når trykket falder under grænsen.

## 3 Pris

Hele stationen koster højst 250.000 kroner og afleveres senest den 1. maj 2027.
"""
MEETING = """[00:00:05] Mette Skov: Vi har besluttet at flytte lanceringen til uge 6.
[00:00:12] Jens Lund: Jeg skriver til alle kunder inden fredag.
[00:00:20] Mette Skov: Det er stadig uklart, hvem der godkender prislisten.
[00:00:30] Jens Lund: Betalingssiden fejlede to gange på testserveren i løbet af ugen.
"""


@pytest.fixture
def lene(transactional_db: None, organisation: object) -> Colleague:
    leader = make_colleague(Role.LEADER, name="Lene Leder")
    make_process(name="Kundeservice")
    given = Given(name="pumpestation.md", content=SPECIFICATION.encode())
    ((document, _),) = add_documents([given], terms=Terms(), by=leader, at=MONDAY_9)
    read_documents([document.pk], embedder=None, at=MONDAY_9)
    return leader


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_document_is_summarised_and_its_sentences_lead_to_their_places(
    page: Page, sign_in, screenshot, axe, lene, language, width
):
    sign_in(lene)
    page.goto("/summaries/new/")
    page.get_by_label("Et dokument, som er her").select_option(label="Pumpestation")
    screenshot(f"summary-new-{width}")
    axe(page)
    page.get_by_role("button", name="Lav resumé").click()
    expect(page.locator("#progress")).to_contain_text("Teksten læses")
    screenshot(f"summary-waiting-{width}")

    actions.make(Summary.objects.get().pk, at=MONDAY_9)

    expect(page.locator("article.read")).to_contain_text("inden for 3 sekunder")
    expect(page.locator(".page-head")).to_contain_text("Lavet af AI")
    screenshot(f"summary-{width}")
    axe(page)
    page.locator("article.read a").first.click()
    expect(page).to_have_url(re.compile(r"/knowledge/documents/"))
    expect(page.locator(".passage mark").first).to_contain_text("vand")
    page.go_back()
    page.get_by_role("link", name="Hvad det kræver og tæller").click()
    expect(page.locator("table")).to_contain_text("K-2")
    screenshot(f"summary-facts-{width}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_minutes_are_corrected_and_an_action_becomes_a_case(
    page: Page, sign_in, screenshot, axe, lene, language, width
):
    given = actions.Given(name="lancering.txt", content=MEETING.encode())
    made = actions.order_minutes(given, met_on=MONDAY_9.date(), by=lene, at=MONDAY_9)
    actions.make(made.pk, at=MONDAY_9)
    sign_in(lene)
    page.goto(f"/summaries/{made.public_id}/")
    screenshot(f"minutes-{width}")
    axe(page)

    page.locator("#action").get_by_role("link", name="Ret dette punkt").click()
    page.get_by_label("Hvem").fill("Mette Skov")
    screenshot(f"minutes-change-{width}")
    axe(page)
    page.get_by_role("button", name="Gem").click()
    expect(page.locator("#action")).to_contain_text("Mette Skov")
    page.get_by_role("button", name="Gør til en sag").click()
    expect(page.locator("#action")).to_contain_text("er en sag")
    page.get_by_role("button", name="Jeg har set det efter").click()
    expect(page.locator(".page-head")).to_contain_text("set efter af Lene Leder")
    page.locator("#decision a.note").first.click()
    expect(page.locator(".passage mark")).to_contain_text("flytte lanceringen")
    screenshot(f"minutes-text-{width}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
@pytest.mark.parametrize("width", [360])
def test_a_summary_is_put_into_ais_words_and_both_stand_side_by_side(
    page: Page, sign_in, screenshot, axe, lene, language, width
):
    document = Document.objects.get()
    made = actions.order_of_document(document, by=lene, at=MONDAY_9)
    actions.make(made.pk, at=MONDAY_9)
    owner = make_colleague(Role.OWNER)
    with model_server(
        "Stationen forsyner byen med vand [1]. Den er malet grøn [1].",
        "Hver ventil skal lukke inden for 3 sekunder [1].", "NONE",
    ) as script:  # fmt: skip
        make_server(owner, script.url, purposes=frozenset({Purpose.SUMMARIES}))
        sign_in(lene)
        page.goto(f"/summaries/{made.public_id}/")
        page.get_by_role("button", name="Lad AI formulere det").click()
        expect(page.locator("#progress")).to_contain_text("0 af 3 dele")
        screenshot(f"summary-phrasing-{width}")
        for part in range(3):
            actions.phrase_part(Phrasing.objects.get().pk, part, at=MONDAY_9)

    article = page.locator("article.read")
    expect(article).to_contain_text("Hver ventil skal lukke inden for 3 sekunder.")
    expect(page.locator("#progress")).to_contain_text("1 sætning er udeladt")
    expect(article).not_to_contain_text("grøn")
    screenshot(f"summary-phrased-{width}")
    axe(page)
    page.get_by_role("link", name="Tekstens egne sætninger").click()
    expect(article).to_contain_text("når trykket falder under grænsen")
    axe(page)
