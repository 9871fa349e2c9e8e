"""What lies ahead, and what would be if: too little known, then enough, as people see it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from samspil.core.opening_hours import read_hours
from samspil.core.roles import Role
from samspil.work import actions
from tests.factories import make_colleague, make_open, make_past, make_process, make_team

OPEN_DAILY = read_hours([[["00:00", "24:00"]]] * 7)


@pytest.mark.parametrize(("width", "language"), [(360, "da"), (768, "de"), (1440, "en")])
def test_what_lies_ahead_is_told_from_the_past(
    transactional_db, organisation, page, sign_in, screenshot, axe, width, language
):
    words = WORDS[language]
    anna = make_colleague(Role.LEADER, Role.REVIEWER, name="Anna")
    bo = make_colleague(Role.REVIEWER, name="Bo")
    process = make_process(team=make_team(anna, bo), name="Kundeservice")
    now = timezone.now()
    actions.set_hours(None, hours=OPEN_DAILY, country="", zone="Europe/Copenhagen", by=anna, at=now)
    sign_in(anna)
    page.goto(f"/processes/{process.public_id}/")
    page.get_by_role("link", name=words["title"]).click()
    page.get_by_text(words["too little"]).wait_for()
    screenshot(f"ahead-none-{width}-{language}")
    axe(page)

    make_past(process, until=now, days=40, a_day=30, urgent=6, seconds=1_000)
    make_open(process, n=12, due=now + timedelta(hours=8), sureness=0.9)
    make_open(process, n=9, due=now - timedelta(hours=1), sureness=0.5)
    page.get_by_label(words["wrong"]).select_option("5")
    page.get_by_label(words["ill"]).fill("1")
    page.get_by_role("button", name=words["what if"]).click()
    page.get_by_role("heading", name=words["then"], exact=True).wait_for()
    assert "wrong=5" in page.url
    assert "ill=1" in page.url
    screenshot(f"ahead-{width}-{language}")
    axe(page)

    page.get_by_label(words["minutes"]).fill("240")
    page.get_by_role("button", name=words["save"]).click()
    page.get_by_text(words["as stated"]).wait_for()
    axe(page)


WORDS = {
    "en": {
        "title": "What lies ahead",
        "too little": "Too little is known yet",
        "wrong": "Of 100 that AI finishes alone, wrong at most",
        "ill": "People who are ill",
        "what if": "What if?",
        "then": "What if",
        "minutes": "Minutes a day that all people together have",
        "save": "Save",
        "as stated": "as somebody stated them here",
    },
    "da": {
        "title": "Hvad der venter forude",
        "too little": "Der vides endnu for lidt",
        "wrong": "Af 100, som AI klarer alene, højst forkerte",
        "ill": "Syge mennesker",
        "what if": "Hvad nu hvis?",
        "then": "Hvad nu hvis",
        "minutes": "Minutter om dagen, som alle mennesker tilsammen har",
        "save": "Gem",
        "as stated": "som nogen har angivet dem her",
    },
    "de": {
        "title": "Was bevorsteht",
        "too little": "Es ist noch zu wenig bekannt",
        "wrong": "Von 100, die die KI allein erledigt, höchstens falsch",
        "ill": "Kranke Menschen",
        "what if": "Was wäre, wenn?",
        "then": "Was wäre, wenn",
        "minutes": "Minuten am Tag, die alle Menschen zusammen",
        "save": "Speichern",
        "as stated": "wie jemand sie hier angegeben hat",
    },
}
