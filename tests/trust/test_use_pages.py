"""The register of uses at the browser, by program, as a file and on the command line."""

import json
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.uses.models import LawLook, Overseer, Use
from tests.factories import MONDAY_9, make_colleague, make_process, make_team
from tests.pages import words

pytestmark = pytest.mark.either


@pytest.fixture
def anna(organisation):
    return make_colleague(Role.DATA_PROTECTION, name="Anna")


@pytest.fixture
def hr(anna):
    process = make_process(team=make_team(anna), starter="hr", name="HR")
    Use.objects.all().delete()
    return process


def at(process, end=""):
    return f"/uses/{process.public_id}/{end}"


def test_everybody_reads_what_ai_is_used_for(hr, browser_of):
    emil = browser_of(make_colleague(Role.STAFF_REPRESENTATIVE))

    read = words(emil.get("/uses/"))
    one = words(emil.get(at(hr)))

    assert "HR Says what a message is about" in read
    assert "high risk" in read
    assert "Annex III, 4(b)" in one
    assert "by a guideline that is still a draft" in one
    assert "Take this class on" not in one


def test_a_person_takes_a_class_on(hr, anna, browser_of):
    browser = browser_of(anna)

    again = browser.post(at(hr, "settle/"), {})
    done = browser.post(
        at(hr, "settle/"), {"about_terms": "no", "profiles": "no", "other_area": "no"}, follow=True
    )

    assert again.status_code == 422
    assert "Answer the open questions first" in words(again)
    assert "AI may work here." in words(done)
    assert "Anna" in words(done)


def test_what_was_done_is_recorded(hr, anna, browser_of):
    browser = browser_of(anna)

    browser.post(at(hr, "oversee/"), {"people": [str(anna.public_id)]})
    browser.post(
        at(hr, "train/"),
        {"colleague": str(anna.public_id), "what": "Overseeing AI", "day": "2026-03-01"},
    )
    done = browser.post(at(hr, "record/"), {"stop_plan": "Anna stops it"}, follow=True)
    wrong = browser.post(at(hr, "record/"), {"assessed": "2026-03-01"})

    assert "Anna stops it" in done.content.decode()
    assert Overseer.objects.filter(training__what="Overseeing AI").count() == 1
    assert (wrong.status_code, "what the assessment found" in words(wrong)) == (422, True)


def test_nobody_is_trained_who_is_not_named(hr, anna, browser_of):
    answer = browser_of(anna).post(
        at(hr, "train/"), {"colleague": str(anna.public_id), "what": "x", "day": "2026-03-01"},
        follow=True,
    )  # fmt: skip

    assert "Please fill in every field." in words(answer)
    assert not Overseer.objects.exists()


@pytest.mark.parametrize("end", ["settle/", "record/", "oversee/", "train/"])
def test_others_change_nothing(hr, browser_of, end):
    answer = browser_of(make_colleague(Role.PROCESS_OWNER)).post(at(hr, end), {})

    assert answer.status_code == 403
    assert not Use.objects.exists()


def test_whoever_answers_for_it_is_reminded_on_today_and_nobody_else(hr, anna, browser_of):
    ours = words(browser_of(anna).get("/uses/reminders/"))
    others = words(browser_of(make_colleague(Role.REVIEWER)).get("/uses/reminders/"))

    assert "AI may not begin in HR yet." in ours
    assert "AI may not begin in HR yet." not in others


def test_a_process_says_why_ai_does_not_work_there(hr, anna, browser_of):
    read = words(browser_of(anna).get(f"/processes/{hr.public_id}/"))

    assert "AI may not begin here yet" in read


def test_a_look_at_the_law_is_noted(anna, browser_of):
    browser = browser_of(anna)

    assert browser.post("/uses/law/", {"provision": "high_risk"}).status_code == 302
    assert browser.post("/uses/law/", {"provision": "none"}).status_code == 404
    assert LawLook.objects.get().by == anna


def test_the_register_is_taken_along(hr, anna, browser_of):
    browser = browser_of(anna)

    lines = b"".join(browser.get("/uses/uses.csv")).decode("utf-8-sig")
    sheet = load_workbook(BytesIO(browser.get("/uses/uses.csv?format=xlsx").content)).active

    assert "Annex III, 4(b)" in lines
    assert sheet.max_row == len(lines.strip().splitlines())


def test_programs_read_the_register(hr, anna, client):
    door = {"HTTP_AUTHORIZATION": f"Bearer {make_token(colleague=anna, name='x', at=MONDAY_9)}"}

    read = json.loads(client.get("/api/v1/uses", **door).content)
    law = json.loads(client.get("/api/v1/uses/law", **door).content)

    (one,) = [one for one in read if one["id"] == str(hr.public_id)]
    assert (one["risk"], one["may_begin"], one["open"]) == ("high", False, ["about_terms"])
    assert {row["provision"] for row in law} >= {"bans", "high_risk"}


def test_the_command_lists_uses_and_law(hr):
    told = StringIO()

    call_command("uses", "--law", stdout=told)

    assert "HR: high risk (Annex III, 4(b), Art. 50(2)), closed" in told.getvalue()
    assert "applies from 2027-12-02" in told.getvalue()
