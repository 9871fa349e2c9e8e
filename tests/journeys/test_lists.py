"""A reviewer chooses cases with keys, moves them, takes it back; keeps a filter; prints."""

import json

import pytest
from playwright.sync_api import expect

from samspil.journal.queries import newest
from samspil.people.actions import form_team, take_on_ai
from samspil.review import actions as marks
from samspil.tenancy.actions import enter
from samspil.work.models import Case
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_claimed,
    make_colleague,
    make_process,
    make_waiting,
)


@pytest.fixture
def birgit(transactional_db, organisation):
    birgit = make_colleague(name="Birgit Madsen")
    take_on_ai(name="Triage", skill="triage")
    return birgit


@pytest.fixture
def cases(birgit):
    team = form_team(name="First line", members=[birgit])
    form_team(name="Second line", members=[birgit])
    process = make_process(team=team, name="Customer service")
    made = [make_waiting(process, f"{ORDINARY} Number {i}.") for i in range(4)]
    made.append(make_waiting(process, ANGRY))
    made.append(make_claimed(process, birgit, "Please send me a copy of invoice 20413."))
    marks.tag(made[0], name="warranty", by=birgit, at=MONDAY_9)
    marks.save_filter("Grave", {"whose": "teams", "level": "3"}, team=team, by=birgit)
    marks.save_filter("Guarantee", {"whose": "teams", "level": "1"}, team=None, by=birgit)
    return made


@pytest.mark.parametrize("language", ["en"])
def test_cases_are_chosen_by_key_and_shift_and_moved_and_moved_back(
    page, sign_in, birgit, cases, organisation
):
    sign_in(birgit)
    page.goto("/work/")
    boxes = page.locator("[data-choice]")
    expect(page.locator("[data-with-chosen]")).to_be_disabled()
    boxes.nth(2).click()
    boxes.nth(4).click(modifiers=["Shift"])
    expect(page.locator("[data-count]")).to_have_text("3")
    boxes.nth(5).focus()
    page.keyboard.press("x")
    expect(page.locator("[data-count]")).to_have_text("4")
    page.keyboard.press("x")
    page.keyboard.press("e")
    expect(page.locator("h1")).to_have_text("With 3 cases")
    page.locator("select[name=team]").select_option(label="Second line")
    page.locator("button[value=move]").click()
    expect(page.locator(".toast").last).to_contain_text("3 cases moved.")
    with enter(organisation):
        assert Case.objects.filter(team__name="Second line").count() == 3
    page.keyboard.press("z")
    expect(page.locator("h1")).to_contain_text("moved")
    expect(page.locator(".notice.is-done")).to_contain_text("3 are as they were.")

    with enter(organisation):
        assert not Case.objects.filter(team__name="Second line").exists()


@pytest.mark.parametrize(("width", "language"), [(360, "de")])
def test_everybody_can_read_the_lists(
    page, sign_in, screenshot, axe, birgit, cases, width, language
):
    sign_in(birgit)
    for name, address in (
        ("queue", "/work/?whose=teams"),
        ("all", "/work/all/?stage=open"),
        ("filters", "/work/filters/"),
        ("print", f"/work/{cases[4].public_id}/print/"),
    ):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        screenshot(f"lists-{name}-{width}-{language}")
        axe(page)
    page.goto("/work/all/")
    page.locator("[data-choose-all]").check()
    page.locator("[data-with-chosen]").click()
    expect(page.locator(".deeds")).to_be_visible()
    screenshot(f"lists-chosen-{width}-{language}")
    axe(page)
    page.locator("select[name=level]").select_option("2")
    page.locator("button[value=raise]").click()
    expect(page.locator("#progress")).to_be_visible()
    screenshot(f"lists-batch-{width}-{language}")
    axe(page)


@pytest.mark.parametrize("language", ["da"])
def test_paper_shows_the_case_and_none_of_the_machinery(page, sign_in, screenshot, birgit, cases):
    sign_in(birgit)
    page.emulate_media(media="print")
    page.goto(f"/work/{cases[4].public_id}/print/")
    screenshot("paper-case")
    for hidden in (".rail", ".top", ".not-on-paper"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".paper")).to_contain_text("Birgit Madsen")
    expect(page.locator(".paper mark").first).to_have_css("text-decoration-style", "wavy")
    expect(page.locator(".paper mark").nth(1)).to_have_css("text-decoration-style", "dotted")
    page.goto("/work/?whose=teams")
    screenshot("paper-queue")
    for hidden in (".list-tools", ".narrow", "[data-choice]", ".pane-main"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".queue .title").first).to_be_visible()


def test_a_list_on_its_way_to_paper_is_put_down(page, sign_in, organisation, birgit, cases):
    sign_in(birgit)
    page.goto("/work/?whose=teams")
    shown = page.locator("[data-choice]").count()

    with page.expect_response("**/work/printed/**") as said:
        page.pdf()

    assert said.value.status == 204
    with enter(organisation):
        entry = newest().filter(event="cases_exported")[0]
    assert (entry.actor, json.loads(entry.facts)["cases"]) == (str(birgit.public_id), shown)


@pytest.mark.parametrize("width", [360])
def test_a_file_is_put_to_a_reply_and_nothing_typed_is_lost(
    page, sign_in, screenshot, axe, birgit, cases, home, width
):
    bill = {"name": "Årets faktura.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 x"}
    sign_in(birgit)
    page.goto(f"/work/{cases[5].public_id}/?change")
    page.locator("textarea[name=answer]").fill("Kære kunde, her er fakturaen")
    page.locator(".enclosing summary").click()
    page.locator(".enclosing input[type=file]").set_input_files(bill)
    screenshot(f"enclosing-open-{width}")
    page.locator(".enclosing details button").last.click()
    expect(page.locator(".enclosing li")).to_contain_text("Årets faktura.pdf")
    expect(page.locator("textarea[name=answer]")).to_have_value("Kære kunde, her er fakturaen")
    screenshot(f"enclosing-{width}")
    axe(page)
