"""A leader draws how hiring runs, links a step, leaves one out, and plans it otherwise."""

from playwright.sync_api import Page, expect

from samspil.process_maps.models import ProcessMap
from tests.process_maps.conftest import lene

__all__ = ["lene"]


def test_a_leader_draws_a_map_and_plans_it_otherwise(
    page: Page, sign_in, screenshot, axe, transactional_db, lene
):
    sign_in(lene)
    page.goto("/maps/")
    page.get_by_role("link", name="Begynd et kort").click()
    page.get_by_role("radio", name="Fra stillingsopslag til farvel").check()
    page.get_by_role("button", name="Begynd kortet").click()
    expect(page.locator(".lead")).to_contain_text("10 trin")

    page.get_by_role("link", name="Holde samtaler").last.click()
    page.get_by_label("Minutters arbejde pr. sag").fill("75")
    page.get_by_label("Hvor mange af 100 sager går galt her").fill("4")
    page.locator("#say").get_by_role("button", name="Gem").click()
    page.get_by_role("button", name="Gør det til en opgave").click()
    expect(page.get_by_role("link", name="Skøn, hvad det ville spare")).to_be_visible()
    page.get_by_text("Tilføj en vej til et andet trin").click()
    page.locator("#join_target").select_option(label="Skrive stillingsopslaget og slå det op")
    page.locator("#join_share").fill("30")
    page.get_by_role("button", name="Forbind dem").click()
    expect(page.locator("#ways")).to_contain_text("Skrive stillingsopslaget")
    screenshot("map-step-1440")
    axe(page)
    page.get_by_role("button", name="Udelad den").click()
    expect(page.get_by_role("heading", name="Udeladt")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_role("heading", name="Udeladt")).to_have_count(0)

    made = ProcessMap.objects.get()
    page.goto(f"/maps/{made.public_id}/")
    screenshot("map-1440")
    axe(page)
    page.get_by_text("Kopiér det som en plan").click()
    page.get_by_role("button", name="Lav planen").click()
    page.get_by_role("link", name="Holde samtaler").last.click()
    page.get_by_label("Minutters arbejde pr. sag").fill("45")
    page.locator("#say").get_by_role("button", name="Gem").click()
    page.goto(f"/maps/{ProcessMap.objects.get(plan_of=made).public_id}/")
    page.get_by_role("link", name="Nu og så").click()
    expect(page.locator(".lead")).to_contain_text("Ét trin er anderledes")
    screenshot("map-beside-1440")
    axe(page)
