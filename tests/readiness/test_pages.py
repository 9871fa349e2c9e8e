"""Readiness as people meet it: by page, without JavaScript, and by program."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from samspil.core.readiness.statements import STATEMENTS
from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.readiness import actions
from samspil.readiness.models import Finding, Goal, Interview, Round, Settled, Sheet, Version
from tests.factories import MONDAY_9, make_colleague, make_team
from tests.pages import english, words
from tests.readiness.arranging import AGREED, ANSWERS, SAME_DAY, decided, hand_in, over

pytestmark = pytest.mark.either
LONG = "2126-01-01"
HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


@pytest.fixture
def phone(client_of, emil):
    return english(client_of(emil))


@pytest.fixture
def api(client, lene):
    key = make_token(colleague=lene, name="Readiness", at=MONDAY_9)

    def call(method: str, path: str, body: object = None):
        send = getattr(client, method.lower())
        head = {"Authorization": f"Bearer {key}"}
        return send(f"/api/v1{path}", body, content_type="application/json", headers=head)

    return call


def test_a_round_from_beginning_to_end(browser, phone, six):
    assert "Nobody was asked yet" in words(browser.get("/readiness/"))
    assert "Whoever shares out work can begin a round" in words(phone.get("/readiness/"))
    assert phone.get("/readiness/rounds/new/").status_code == 403
    few = make_team(*six[:2], name="Two")
    said = {"name": HOSTILE, "closes": LONG}
    wrong = browser.post("/readiness/rounds/new/", {**said, "teams": [str(few.public_id)]})
    assert (wrong.status_code, "fewer than five people" in words(wrong)) == (422, True)

    whole = browser.post("/readiness/rounds/new/", said)["Location"]
    page = browser.get(whole)
    assert "Fewer than five have handed in." in words(page)
    assert HOSTILE not in page.content.decode()
    assert "You may say where we stand with AI" in words(phone.get("/readiness/asked/"))
    assert "Letters are on their way" in words(browser.post(f"{whole}invite/", follow=True))
    assert "They were invited before." in words(browser.post(f"{whole}invite/", follow=True))
    moved = browser.post(f"{whole}day/", {"closes": "2126-02-01"}, follow=True)
    assert "The round ends on another day now." in words(moved)
    assert "lies in the past" in words(
        browser.post(f"{whole}day/", {"closes": "2020-01-01"}, follow=True)
    )

    answer(phone, f"{whole}mine/")
    hand_in(Round.objects.get(), *six)
    assert "at least 5 have handed in" in words(browser.get(whole))
    assert "its answers are deleted" in words(browser.post(f"{whole}close/", follow=True))
    assert "was over before" in words(browser.post(f"{whole}close/", follow=True))
    assert "every answer in it is deleted, yours too" in words(phone.get(f"{whole}mine/"))
    late = phone.post(f"{whole}mine/hand-in/", {STATEMENTS[0].key: 1}, follow=True)
    assert "This round is over." in words(late)
    told = words(phone.get(whole))
    assert "All areas stand alike, at 3.0 of 5" in told
    assert "What stands out" in told
    assert "One round alone shows no change" in words(phone.get("/readiness/compare/"))


def answer(phone, mine: str) -> None:
    """Some answers, one that is none, all of them, back, forth, and withdrawn."""
    first = STATEMENTS[0].key
    assert "about four minutes" in words(phone.get(mine))
    scripted = {"HX-Request": "true", "HX-Target": "kept"}
    kept = phone.post(f"{mine}keep/", {first: "4"}, headers=scripted)
    assert words(kept).split() == ["Kept:", "1", "of", "16"]
    wrong = phone.post(f"{mine}keep/", {first: "²"}, headers=scripted)
    assert "choose again" in words(wrong)
    assert "choose again" in words(phone.post(f"{mine}keep/", {first: "9"}, follow=True))
    missing = phone.post(f"{mine}hand-in/", {first: "0"})
    assert (missing.status_code, words(missing).count("No answer yet.")) == (422, 15)
    done = phone.post(f"{mine}hand-in/", ANSWERS, follow=True)
    assert "Handed in. Thank you." in words(done)
    assert "Nothing waits" in words(phone.get("/readiness/asked/"))
    assert "take it back to change it" in words(phone.post(f"{mine}keep/", {first: 1}, follow=True))
    assert "Hand in" in words(phone.post(f"{mine}take-back/", follow=True))
    assert "deleted at once" in words(phone.get(f"{mine}withdraw/"))
    phone.post(f"{mine}withdraw/")
    assert Sheet.objects.count() == 0


def test_a_round_of_four_says_why_it_tells_nothing(browser, lene, six):
    round_ = over(lene, six[:4], name="Small")

    page = words(browser.get(f"/readiness/rounds/{round_.public_id}/"))

    assert "It takes five people who hand in, and so many did not." in page
    assert "4" not in page.partition("It takes five")[2].partition("Begin a round")[0]


def test_figures_and_changes_as_pages_and_files(browser, phone, lene, six):
    people = [*six, *(make_colleague(Role.EMPLOYEE) for _ in range(14))]
    over(lene, people, name="First", value=2)
    last = over(lene, people, name="Second", value=4)

    compared = words(phone.get("/readiness/compare/"))
    assert "better: +2.0" in compared
    assert "no change can be told" not in compared.partition("Areas in all rounds")[2]
    whole = f"/readiness/rounds/{last.public_id}/figures"
    lines = phone.get(f"{whole}.csv").getvalue().decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 5 + len(STATEMENTS)
    assert "20" in lines[1]
    book = load_workbook(BytesIO(phone.get(f"{whole}.xlsx").getvalue()))
    assert book.active["A1"].value == "area"


def test_an_interview_from_appointment_to_finding(browser, phone, lene, emil, client_of):
    assert "Nobody was interviewed yet" in words(browser.get("/readiness/interviews/"))
    assert "Nobody asks you now" in words(phone.get("/readiness/interviews/"))
    said = {
        "seat": "employee", "person": str(emil.public_id), "interviewer": str(lene.public_id),
        "day": "2126-01-01", "place": "Room 2",
    }  # fmt: skip
    alone = {**said, "person": str(lene.public_id)}
    assert browser.post("/readiness/interviews/new/", alone).status_code == 422
    browser.post("/readiness/interviews/new/", said)
    interview = Interview.objects.get()
    whole = f"/readiness/interviews/{interview.public_id}/"
    stranger = client_of(make_colleague(Role.EMPLOYEE))
    assert stranger.get(whole).status_code == 404

    assert "Keep the notes" not in words(phone.get(whole))
    kept = browser.post(f"{whole}notes/", {"seen": 0, "note-0": HOSTILE}, follow=True)
    assert HOSTILE not in kept.content.decode()
    stale = browser.post(f"{whole}notes/", {"seen": 0, "note-0": "Mine."})
    assert (stale.status_code, "Mine." in stale.content.decode()) == (422, True)
    assert phone.post(f"{whole}notes/", {"seen": 1}).status_code == 403
    assert browser.post(f"{whole}question/", {"seen": 1, "question": "Why?"}).status_code == 302
    assert "changed while you had them open" in words(
        phone.post(f"{whole}agree/", {"seen": "x"}, follow=True)
    )
    assert "Emil Sand has read the notes" in words(
        phone.post(f"{whole}agree/", {"seen": 2}, follow=True)
    )
    assert "do not agree to the notes any more" in words(
        phone.post(f"{whole}disagree/", follow=True)
    )
    calendar = phone.get(f"{whole}day.ics").content.decode()
    assert "DTSTART;VALUE=DATE:21260101" in calendar
    assert browser.post(f"{whole}move/", {"day": "2000-01-01"}).status_code == 422
    browser.post(f"{whole}remove/")
    assert phone.get(whole).status_code == 404
    assert "This interview was left out." in words(browser.get(whole))
    browser.post(f"{whole}restore/")
    assert phone.get(whole).status_code == 200
    assert Interview.objects.get().removed_at is None


def test_findings_and_guides(browser, phone, emil):
    wrong = browser.post("/readiness/findings/", {"text": "Emil knows it.", "area": "work"})
    assert (wrong.status_code, "Say it without names" in words(wrong)) == (422, True)
    browser.post("/readiness/findings/", {"text": "Nobody knows where it is.", "area": "work"})
    one = f"/readiness/findings/{Finding.objects.get().public_id}/"
    assert "Nobody knows where it is." in words(browser.get("/readiness/vision/"))
    assert "Nobody knows where it is." not in words(phone.get("/readiness/vision/"))
    browser.post(f"{one}remove/")
    assert "Nobody knows where it is." not in words(browser.get("/readiness/vision/"))
    browser.post(f"{one}restore/")

    guide = "/readiness/guides/hr/"
    assert browser.get("/readiness/guides/nobody/").status_code == 404
    assert browser.post(guide, {"questions": " "}).status_code == 422
    browser.post(guide, {"questions": "What is slow?"})
    assert "adapted" in words(browser.get("/readiness/interviews/"))
    assert "Which skills will be missing" in words(browser.post(f"{guide}drop/", follow=True))


def test_a_vision_from_goal_to_look(browser, phone, lene):
    assert "No goal yet" in words(browser.get("/readiness/vision/"))
    assert "Nothing is decided yet" in words(phone.get("/readiness/vision/"))
    goal = {
        "sentence": HOSTILE, "measure": "of 100", "sort": "number", "now": "many",
        "then": "90", "owner": str(lene.public_id), "due": LONG,
    }  # fmt: skip
    assert browser.post("/readiness/vision/goals/new/", goal).status_code == 422
    goal["now"] = "12.5"
    assert browser.post("/readiness/vision/goals/new/", goal).status_code == 302
    made = Goal.objects.get()
    one = f"/readiness/vision/goals/{made.public_id}/"
    assert browser.post(one, {**goal, "then": "95", "seen": 0}).status_code == 302
    assert browser.post(one, {**goal, "seen": 0}).status_code == 422
    browser.post(f"{one}remove/")
    assert "No goal yet" in words(browser.get("/readiness/vision/"))
    browser.post(f"{one}restore/")

    stale = browser.post("/readiness/vision/decide/", {f"seen-{made.public_id}": "0"}, follow=True)
    assert "The goals changed while you had them open" in words(stale)
    done = browser.post("/readiness/vision/decide/", {f"seen-{made.public_id}": "1"}, follow=True)
    assert "Version 1 is decided." in words(done)
    assert HOSTILE not in done.content.decode()
    assert "12.5" in words(phone.get("/readiness/vision/"))
    look = f"/readiness/vision/{Version.objects.get().public_id}/look"
    assert browser.get(f"{look}/4/").status_code == 404
    assert phone.get(f"{look}/3/").status_code == 403
    early = browser.post(f"{look}/3/", {f"value-{Settled.objects.get().pk}": "95"})
    assert (early.status_code, "not time for this look" in words(early)) == (422, True)


def test_only_what_may_be_left_open_is_called_so(browser, lene):
    decided(lene, AGREED)
    Version.objects.update(day="2020-01-02")
    look = f"/readiness/vision/{Version.objects.get().public_id}/look/12/"

    assert "How far the goal is (if you like)" not in words(browser.get(look))
    assert "How far the goal is" in words(browser.get(look))
    state = f"state-{Settled.objects.get().pk}"
    assert "This field is required." in words(browser.post(look, {state: ""}))
    assert "reached" in words(browser.post(look, {state: "reached"}, follow=True))


def test_a_look_that_waits_is_told_and_taken_and_stands_in_the_file(browser, phone, lene):
    version = decided(lene, SAME_DAY)
    Version.objects.update(day="2020-01-02")
    whole = f"/readiness/vision/{version.public_id}/"
    assert "months on: how far is what we wanted?" in words(browser.get("/readiness/asked/"))
    goal, look = Settled.objects.get(), f"{whole}look/12/"
    assert look in browser.get(whole).content.decode()

    assert browser.post(look, {f"value-{goal.pk}": "many"}).status_code == 422
    empty = browser.post(look, {})
    assert "Say of each goal how far it is." in words(empty)
    taken = browser.post(look, {f"value-{goal.pk}": "95"}, follow=True)
    assert "reached" in words(taken)
    table = phone.get(f"{whole}vision.csv").getvalue().decode("utf-8-sig").splitlines()
    assert "reached" in table[1]
    assert phone.get(f"{whole}vision.xlsx").status_code == 200


def test_the_same_by_program(api, lene, emil, six):
    assert len(api("GET", "/readiness/statements").json()) == 16
    assert api("POST", "/readiness", {"name": "", "closes": LONG}).status_code == 422
    made = api("POST", "/readiness", {"name": "Spring", "closes": LONG}).json()
    whole = f"/readiness/{made['id']}"
    assert api("GET", f"{whole}/mine").json() == {"statements": {}, "handed_in": False}
    assert api("PUT", f"{whole}/mine", {"statements": {"x": 1}}).status_code == 422
    kept = api("PUT", f"{whole}/mine", {"statements": ANSWERS, "done": True}).json()
    assert kept == {"statements": ANSWERS, "handed_in": True}
    assert api("PUT", f"{whole}/mine", {"statements": ANSWERS}).status_code == 409
    hand_in(Round.objects.get(), emil, *six)
    assert api("GET", whole).json()["handed_in_at_least"] == 5
    told = api("POST", f"{whole}/close").json()
    assert (told["people"], told["figures"][0]["mean"]) == (8, 3.0)
    assert api("POST", f"{whole}/close").status_code == 409
    assert api("GET", "/readiness").json()[0]["over"]
    assert {one["since_last"] for one in api("GET", "/readiness/changes").json()} == {None}

    goal = {"sentence": "Done.", "measure": "yes", "sort": "yes_no", "by_day": LONG}
    owned = {**goal, "seen_to_by": str(emil.public_id)}
    assert api("POST", "/vision/goals", {**owned, "measure": ""}).status_code == 422
    added = api("POST", "/vision/goals", owned).json()
    assert api("POST", "/vision", {"goals": {}}).status_code == 409
    version = api("POST", "/vision", {"goals": {added["id"]: 0}}).json()
    assert api("GET", "/vision").json()[0]["number"] == 1
    early = {"after_months": 3, "marks": [{"goal": version["goals"][0]["id"], "state": "reached"}]}
    assert api("POST", f"/vision/{version['id']}/marks", early).status_code == 422
    Version.objects.update(day="2020-01-02")
    looked = api("POST", f"/vision/{version['id']}/marks", {**early, "after_months": 12}).json()
    assert looked["goals"][0]["marks"][0]["state"] == "reached"
    assert api("GET", f"/vision/{version['id']}").json() == looked


def test_the_front_page_costs_the_same_for_one_round_and_for_three(
    browser, lene, six, django_assert_max_num_queries
):
    over(lene, six, name="First")
    with django_assert_max_num_queries(40) as first:
        browser.get("/readiness/")
    for name in ("Second", "Third"):
        over(lene, six, name=name)

    with django_assert_max_num_queries(len(first.captured_queries)):
        assert "Third" in words(browser.get("/readiness/"))


def test_whoever_leaves_an_action_out_may_not_do_it(phone, lene, six):
    actions.open_round("Spring", closes=MONDAY_9.date(), teams=[], by=lene, at=MONDAY_9)
    whole = f"/readiness/rounds/{Round.objects.get().public_id}/"

    refused = [phone.post(f"{whole}{one}/").status_code for one in ("invite", "close", "day")]

    assert refused == [403, 403, 403]
