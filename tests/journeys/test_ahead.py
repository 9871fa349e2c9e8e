"""What lies ahead, and what would be if: too little known, then enough, as people see it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.core.opening_hours import read_hours
from samspil.core.roles import Role
from samspil.work import actions
from tests.factories import make_colleague, make_open, make_past, make_process, make_team
from tests.prices import make_looks

ABOVE_THE_RAIL = """
button => button.getBoundingClientRect().bottom
    <= document.querySelector(".rail").getBoundingClientRect().top
"""
OPEN_DAILY = read_hours([[["00:00", "24:00"]]] * 7)


@pytest.mark.parametrize(("width", "language"), [(360, "da")])
def test_what_lies_ahead_is_told_from_the_past(
    transactional_db, organisation, page, sign_in, screenshot, axe, width, language
):
    anna = make_colleague(Role.LEADER, Role.REVIEWER, name="Anna")
    bo = make_colleague(Role.REVIEWER, name="Bo")
    process = make_process(team=make_team(anna, bo), name="Kundeservice")
    now = timezone.now()
    actions.set_hours(None, hours=OPEN_DAILY, country="", zone="Europe/Copenhagen", by=anna, at=now)
    sign_in(anna)
    page.goto(f"/processes/{process.public_id}/")
    page.get_by_role("link", name="Hvad der venter forude").click()
    page.get_by_text("Der vides endnu for lidt").wait_for()
    screenshot(f"ahead-none-{width}-{language}")
    axe(page)

    make_past(process, until=now, days=40, a_day=30, urgent=6, seconds=1_000)
    make_open(process, n=12, due=now + timedelta(hours=8), sureness=0.9)
    make_open(process, n=9, due=now - timedelta(hours=1), sureness=0.5)
    page.get_by_label("Af 100, som AI klarer alene, højst forkerte").select_option("5")
    page.get_by_label("Syge mennesker").fill("1")
    page.get_by_role("button", name="Hvad nu hvis?").click()
    page.get_by_role("heading", name="Hvad nu hvis", exact=True).wait_for()
    assert "wrong=5" in page.url
    assert "ill=1" in page.url
    screenshot(f"ahead-{width}-{language}")
    axe(page)

    page.get_by_label("Minutter om dagen, som alle mennesker tilsammen har").fill("600")
    page.get_by_role("button", name="Gem").click()
    page.get_by_text("som nogen har angivet dem her").wait_for()
    axe(page)

    dear_days(process, by=[anna, bo, *(make_colleague(Role.REVIEWER) for _ in range(3))], now=now)
    page.get_by_label("Valuta").select_option("DKK")
    page.get_by_label("Hvad en forkert sag koster i gennemsnit").fill("300")
    save = page.get_by_role("button", name="Gem")
    save.evaluate("button => button.scrollIntoView({block: 'end'})")
    assert save.evaluate(ABOVE_THE_RAIL), "what is scrolled to the foot lies above the rail"
    save.press("Enter")
    page.get_by_text("En fejl koster 300 DKK her").wait_for()
    page.get_by_text("Hvad et minut skulle spare").wait_for()
    page.get_by_text("åbne sager er for tiden ikke et kig værd").wait_for()
    screenshot(f"ahead-price-{width}-{language}")
    axe(page)


def dear_days(process, *, by, now):
    """Three days on which these people were asked for more than they have minutes for."""
    today = now.replace(minute=0, second=0, microsecond=0)
    actions.move_prices(at=today - timedelta(days=3))
    for day, many in ((3, 5), (2, 40), (1, 10)):
        at = today - timedelta(days=day) + timedelta(minutes=30)
        make_looks(process, n=many, at=at, by=by, seconds=1_000, sureness=0.2)
        actions.move_prices(at=at + timedelta(hours=1))
    actions.move_prices(at=today)
