"""A workshop as people live through it by page, without JavaScript."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from samspil.core.roles import Role
from samspil.core.workshops.phases import Phase
from samspil.pipeline.models import Initiative
from samspil.workshops import actions
from samspil.workshops.models import Ballot, Landing, Proposal, Table, Workshop
from tests.factories import make_colleague
from tests.pages import english, source, words
from tests.workshops.conftest import go, propose_two, seat_all

pytestmark = pytest.mark.either
ESTIMATE = {
    "times": 6, "minutes": "40", "persons": 3, "share_low": 20, "share_high": 50, "days": 10,
    "risk": 2, "used_for": "Visit customers.", "better": "",
}  # fmt: skip


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


@pytest.fixture
def phone(client_of, guests):
    return english(client_of(guests[0]))


def test_a_leader_opens_a_room_and_a_colleague_joins_by_its_code(browser, phone, organisation):
    assert "There was no workshop yet" in words(browser.get("/workshops/"))
    opened = {
        "name": "Time", "question": "What?", "day": "2126-01-01", "tables": "Sales\nService\n",
        "points": 5,
    }  # fmt: skip
    wrong = browser.post("/workshops/new/", {**opened, "points": 11, "tables": " "})
    assert wrong.status_code == 422
    assert "Each spreads 3 to 10 points." in words(
        browser.post("/workshops/new/", {**opened, "points": 11})
    )

    room = browser.post("/workshops/new/", opened)["Location"]
    shown = browser.get(room)
    code = Workshop.objects.get().code
    assert f"{code[:3]}-{code[3:]}" in words(shown)
    assert browser.get(f"{room}code.svg")["Content-Type"] == "image/svg+xml"

    assert phone.get(room)["Location"] == "/workshops/join/"
    polled = phone.get(room, headers={"HX-Request": "true", "HX-Target": "live"})
    assert (polled.status_code, polled["HX-Redirect"]) == (204, "/workshops/join/")
    assert phone.get(f"{room}code.svg").status_code == 403
    assert "No workshop goes on" in words(phone.get("/workshops/join/?code=ZZZ-ZZZ"))
    assert "Your table" in words(phone.get(f"/workshops/join/?code={code.lower()}"))
    table = Table.objects.get(name="Service")
    answer = phone.post("/workshops/join/", {"code": code, "table": table.pk, "hat": "expert"})
    assert answer["Location"] == room
    assert "Fewer than five have joined. You sit at Service." in words(phone.get(room))
    assert code not in source(phone.get(room))


def test_codes_are_not_to_be_guessed(phone, workshop):
    answers = [phone.get(f"/workshops/join/?code=ZZZZZ{n}") for n in range(2, 9)]
    answers += [phone.get(f"/workshops/join/?code=YYYYY{n}") for n in range(2, 7)]

    assert "Those were many codes" not in words(answers[9])
    assert "Those were many codes" in words(answers[10])
    assert "Those were many codes" in words(phone.get(f"/workshops/join/?code={workshop.code}"))


def test_a_room_proposes_and_estimates(browser, phone, workshop, client_of, lene, guests):
    seat_all(workshop, guests)
    room = f"/workshops/{workshop.public_id}/"
    assert "Say in a few words" in words(phone.post(f"{room}propose/", {"title": "??"}))
    long = phone.post(f"{room}propose/", {"title": "x" * 10_000})
    assert "This has 10000 signs; at most 120 fit" in words(long)
    phone.post(f"{room}propose/", {"title": "<b>Quotations</b>", "helps": "Sales"})
    others = english(client_of(guests[1]))
    others.post(f"{room}propose/", {"title": "Quotations"})

    mine, theirs = phone.get(room), others.get(room)
    assert "&lt;b&gt;Quotations&lt;/b&gt;" in source(mine)
    assert source(mine).count("yours; only you see that") == 1
    assert "These sound alike" in words(theirs)
    assert "yours; only you see that" not in words(browser.get(room))
    assert not any(one.name in source(browser.get(room)) for one in guests)
    first = Proposal.objects.earliest("pk")
    change = f"{room}proposals/{first.public_id}/change/"
    assert others.get(change).status_code == 403
    assert phone.post(change, {"title": "Write quotations"}).status_code == 302

    assert "The room has gone on" not in words(phone.get(f"{room}?shown=gather"))
    browser.post(f"{room}step/", {"to": "estimate"})
    live = phone.get(f"{room}?shown=gather", headers={"HX-Request": "true", "HX-Target": "live"})
    assert "The room has gone on: Estimate" in words(live)
    assert "<html" not in source(live)
    chain = f"{room}proposals/{first.public_id}/estimate/"
    wrong = phone.post(chain, {**ESTIMATE, "minutes": "3000", "times": 600})
    assert "hours a week for each person" in words(wrong)
    typed = phone.get(chain, ESTIMATE, headers={"HX-Request": "true", "HX-Target": "hours"})
    assert "It takes 12 hours a week now. AI could take 2.4 to 6 hours a week." in words(typed)
    assert phone.post(chain, ESTIMATE).status_code == 302
    assert "one table has said so" in words(browser.get(room))


def test_points_become_an_order_and_the_order_initiatives(
    browser, phone, voting, workshop, client_of, guests
):
    first, _second = voting
    room = f"/workshops/{workshop.public_id}/"
    key = f"points-{first.public_id}"
    refused = phone.post(f"{room}vote/", {key: "6"})
    assert "You have spread 6 points, and there are 5." in words(refused)
    assert 'value="6"' in source(refused)
    for bad in ("-1", "1.5", "many"):
        assert phone.post(f"{room}vote/", {key: bad}).status_code == 422
    phone.post(f"{room}vote/", {key: "5"})
    for one in guests[1:]:
        actions.vote(workshop, {first.pk: 3}, by=one)
    assert "At least 5 have voted." in words(browser.get(room))

    browser.post(f"{room}step/", {"to": "result"})
    result = words(browser.get(room))
    assert "6 have voted" in result
    assert "2.4 to 6 hours a week" in result
    assert "What AI could take, and the work to set it up Each dot has its rank." in result
    assert "Write quotations 10 4.2 (2.4–6)" in result
    browser.post(f"{room}proposals/{first.public_id}/move/", {"place": 2, "why": "Prices change"})
    assert "Place 1 by score; Lene Krogh put it here: Prices change" in words(phone.get(room))
    browser.post(f"{room}land/", {"proposal": str(first.public_id)})
    again = browser.post(f"{room}land/", {"proposal": str(first.public_id)}, follow=True)
    assert "They have landed before." in words(again)
    assert "Write quotations" in words(browser.get("/initiatives/"))
    assert Initiative.objects.count() == 1

    rows = browser.get(f"{room}minutes.csv").content.decode().splitlines()
    assert [row.split(";")[1] for row in rows[1:]] == ["Minutes of meetings", "Write quotations"]
    sheet = load_workbook(BytesIO(browser.get(f"{room}minutes.xlsx").content)).active
    assert sheet["B3"].value == "Write quotations"
    minutes = words(phone.get(f"{room}minutes/"))
    assert "The hours would be used for Visit customers." in minutes
    assert "the work to set it up" in minutes

    browser.post(f"{room}end/")
    stranger = english(client_of(make_colleague(Role.EMPLOYEE)))
    assert "6 have joined" in words(stranger.get(room))
    assert "Join with this code" not in words(browser.get(room))
    browser.post(f"{room}proposals/{first.public_id}/take-off/")
    assert (Landing.objects.count(), Initiative.objects.count()) == (0, 0)


def test_too_few_voters_are_told_why_and_what_to_do(browser, workshop, lene, guests):
    seat_all(workshop, guests[:3])
    first, _second = propose_two(workshop, guests)
    go(workshop, lene, Phase.ESTIMATE, Phase.VOTE)
    for one in guests[:3]:
        actions.vote(workshop, {first.pk: 5}, by=one)
    room = f"/workshops/{workshop.public_id}/"
    assert "Fewer than five have voted." in words(browser.get(room))

    browser.post(f"{room}step/", {"to": "result"})

    shown = words(browser.get(room))
    assert "Fewer than five voted, so no points are told" in shown
    assert re.search(r"\b15\b", shown) is None
    assert "the work to set it up" not in shown
    assert Ballot.objects.count() == 0
