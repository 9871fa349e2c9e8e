"""Every address is walked by those whom a closed process hides its cases from: none shows any."""

import html
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samspil.core.bulk import BulkAction
from samspil.core.ids import new_id
from samspil.core.roles import Role
from samspil.inbox.actions import keep_upload
from samspil.likeness.models import Similar
from samspil.people.actions import form_team, make_token
from samspil.people.models import Colleague
from samspil.review import actions as marks
from samspil.review.models import Batch, Mention
from samspil.review.queries.batches import Asked
from samspil.teaching.models import Example, Lesson
from samspil.work import actions
from samspil.work.models import About, Attachment, Case, Decision, Process
from tests.config.test_addresses import filled, plain, with_ids
from tests.factories import (
    MONDAY_9,
    make_colleague,
    make_process,
    make_team,
    make_waiting,
    teach,
)
from tests.pages import english

pytestmark = pytest.mark.either

SECRET = "zebrafinch"
"""Stands in all that was written in the closed process."""
ASKED = "holiday"
"""Stands there too, and is what one searches for; a page may repeat what was typed."""
TEXT = f"{SECRET} {ASKED}: I am ill and do not know whether I can come back."
SENDER = f"{SECRET}@example.com"
LATER = MONDAY_9 + timedelta(hours=1)
NOBODYS = ("/accounts/", "/language/", "/help/", "/people/", "/events/", "/verify/")
"""Addresses that have nothing to do with any case."""


@dataclass(frozen=True, kw_only=True)
class Closed:
    """A closed process, its cases, and all that belongs to it and has an address."""

    process: Process
    cases: list[Case]
    things: dict[str, UUID]
    """By what the addresses of such a thing begin with."""
    batches: dict[Colleague, UUID]
    """What each outsider once did to one of the cases."""


@pytest.fixture
def outsiders(organisation) -> list[Colleague]:
    """An owner, who may do everything else, and a reviewer, both of another team."""
    owner = make_colleague(Role.OWNER, name="Otto Berg")
    reviewer = make_colleague(Role.REVIEWER, name="Rita Dahl")
    make_waiting(make_process(team=make_team(owner, reviewer, name="Service"), name="Customers"))
    return [owner, reviewer]


@pytest.fixture
def hanne(organisation) -> Colleague:
    return make_colleague(Role.LEADER, name="Hanne Lund")


@pytest.fixture
def closed(outsiders, hanne, home) -> Closed:
    process = make_process(team=form_team(name="Staff", members=[hanne]), name="HR", starter="hr")
    actions.open_process(process, by=hanne, at=MONDAY_9)  # as it was before anything was hidden
    cases = written(process, 4)
    waiting, held, decided, left_out = cases
    touched(held, by=hanne, told=outsiders)
    decision = actions.decide(taken(decided, hanne), answer=f"{SECRET}, yes", topic="", by=hanne,
                              at=LATER)  # fmt: skip
    alike(held, decision)
    batches = {
        by: tagged(case, by=by).public_id
        for by, case in zip(outsiders, (waiting, left_out), strict=True)
    }
    upload = keep_upload(
        [f"text,subject\n{TEXT},{SECRET}\n".encode()], name="a.csv", process=process, by=hanne,
        at=MONDAY_9,
    )  # fmt: skip
    version = teach(process, texts=[TEXT, f"{SECRET} pay"], topics=["leave", "pay"])
    example = Example.objects.earliest("pk")
    lesson = Lesson.objects.get()
    actions.close_process(process, by=hanne, at=LATER)
    things = {
        "messages/": upload.public_id,
        "skills/versions/": version.public_id,
        "skills/lessons/": lesson.public_id,
        "skills/examples/": example.public_id,
        "skills/": process.public_id,
        "processes/": process.public_id,
    }
    return Closed(process=process, cases=cases, things=things, batches=batches)


def written(process: Process, number: int) -> list[Case]:
    arrival = actions.Arrival(text=TEXT, sender=SENDER, subject=f"{SECRET} {ASKED}")
    cases = actions.open_cases([arrival] * number, process=process, at=timezone.now()).cases
    actions.propose_and_route([case.pk for case in cases], at=timezone.now())
    return list(Case.objects.filter(process=process).order_by("pk"))


def taken(case: Case, by: Colleague) -> Case:
    actions.claim(case, by=by, at=LATER)
    return case


def touched(case: Case, *, by: Colleague, told: list[Colleague]) -> Attachment:
    """All that a case can carry, and colleagues who were told of it."""
    taken(case, by)
    names = " ".join(f"@{one.name}" for one in told)
    marks.write_note(case, text=f"{names} {SECRET}?", by=by, at=LATER)
    actions.tell([one.pk for one in told], case, About.WAITS, at=LATER)
    content = f"%PDF-1.7 {SECRET}".encode()
    return actions.attach(case, name=f"{SECRET}.pdf", content=content, by=by, at=LATER)


def alike(case: Case, decision: Decision) -> None:
    Similar.objects.create(case=case, decision=decision, place=1)


def tagged(case: Case, *, by: Colleague) -> Batch:
    asked = Asked(action=BulkAction.CLOSE)
    return marks.do_to_many([case], asked, by=by, at=timezone.now(), why="spam")


@pytest.fixture
def browsers(outsiders, client_of) -> dict[Colleague, Client]:
    """Each outsider's own, signed in for pages and for the API."""
    made = {}
    for outsider in outsiders:
        token = make_token(colleague=outsider, name="theirs", at=MONDAY_9)
        made[outsider] = english(client_of(outsider))
        made[outsider].defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return made


def told(answer) -> str:
    """All that an answer says, also as a file."""
    content = answer.getvalue() if not answer.streaming else b"".join(answer.streaming_content)
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as sheet:
        return "".join(sheet.read(name).decode("utf-8", "replace") for name in sheet.namelist())


def of_cases() -> list[str]:
    """Addresses of one case: what an address of a case begins with, for people and programs."""
    return [one for one in with_ids() if "/cases/<" in one or one.startswith("/work/<")]


BODY = json.dumps(
    {"text": "x", "name": "x", "content": "SGVq", "until": None, "topic": "x", "answer": "x",
     "team": str(new_id()), "outcome": "upheld", "reasons": "x"}
)  # fmt: skip


def test_no_address_of_a_case_tells_that_there_is_one(browsers, closed):
    held = closed.cases[1].public_id
    for browser, route in product(browsers.values(), of_cases()):
        of_it, of_nobody = filled(route, held), filled(route, new_id())

        asked = [browser.get(path).status_code for path in (of_it, of_nobody)]
        sent = [
            browser.post(path, data=BODY, content_type="application/json").status_code
            for path in (of_it, of_nobody)
        ]

        assert asked in ([404, 404], [405, 405]), of_it
        assert sent[0] == sent[1] in (403, 404, 405), of_it


def test_no_file_of_a_case_is_given_away(browsers, closed):
    case = closed.cases[1]
    file = Attachment.objects.get(case=case).public_id

    for browser in browsers.values():
        assert browser.get(f"/work/{case.public_id}/files/{file}/").status_code == 404
        assert browser.get(f"/api/v1/cases/{case.public_id}/files/{file}").status_code == 404


def test_no_page_of_a_thing_shows_what_was_written(browsers, closed):
    for outsider, browser in browsers.items():
        things = {"batches/": closed.batches[outsider], **closed.things}
        for (begin, public_id), route in product(things.items(), with_ids()):
            if f"/{begin}<" in route:
                path = filled(route, public_id)

                assert SECRET not in told(browser.get(path)), path


def test_a_notice_and_a_mention_of_a_case_that_is_hidden_now_tell_only_the_process(
    browsers, closed
):
    for outsider, browser in browsers.items():
        today = told(browser.get("/"))

        assert "HR, which is closed" in html.unescape(today)
        mention = Mention.objects.get(colleague=outsider).public_id
        assert browser.post(f"/work/mentions/{mention}/seen/").status_code == 404


@pytest.mark.parametrize("whose", [0, 1], ids=["owner", "reviewer"])
def test_no_list_search_file_or_event_shows_or_counts_what_was_written(browsers, closed, whose):
    browser = [*browsers.values()][whose]
    case = closed.cases[1]
    asked = {
        "q": ASKED,
        "case": str(case.public_id),
        "since": MONDAY_9.isoformat(),
        "after": str(closed.cases[0].public_id),
        "process": str(closed.process.public_id),
    }
    lists = [one for one in plain() if "<" not in one and not one.startswith(NOBODYS)]
    narrowed = [{"whose": "all"}, {"whose": "later"}, {"list": "all"}]
    for route in lists:
        for query in ({}, asked, *(narrowed if route.startswith("/work/") else [])):
            said = told(browser.get(route, query))

            assert SECRET not in said, (route, query)
            assert f"/work/{case.public_id}" not in said, (route, query)


def test_what_is_found_is_not_counted_either(browsers, closed):
    customers = str(Process.objects.get(name="Customers").public_id)
    for browser in browsers.values():
        found = browser.get("/api/v1/cases/search", {"q": ASKED}).json()
        listed = browser.get("/api/v1/cases").json()
        of_it = browser.get("/api/v1/cases", {"process": closed.process.public_id}).json()

        assert (found["cases"], found["total"], found["more"]) == ([], 0, False)
        assert [case["process"] for case in listed["cases"]] == [customers]
        assert of_it["cases"] == []


def test_nothing_is_done_to_such_cases_by_naming_them(browsers, closed):
    named = [str(case.public_id) for case in closed.cases]
    body = json.dumps({"action": "tag", "tag": "vip", "cases": named})

    for browser in browsers.values():
        answer = browser.post("/api/v1/batches", data=body, content_type="application/json")
        chosen = browser.post("/work/chosen/", {"case": named})

        assert answer.status_code == 404
        assert chosen.status_code == 302


def test_whoever_is_in_its_team_finds_all_of_it(closed, hanne, client_of):
    browser = client_of(hanne)
    case = closed.cases[1]

    for path in (
        f"/work/{case.public_id}/",
        f"/work/search/?q={ASKED}",
        "/work/",
        "/work/all/",
        "/work/export.csv?list=all",
        f"/skills/{closed.process.public_id}/examples/",
    ):
        assert SECRET in told(browser.get(path)), path
    token = make_token(colleague=hanne, name="hers", at=MONDAY_9)
    found = Client().get(
        "/api/v1/cases/search", {"q": ASKED}, headers={"Authorization": f"Bearer {token}"}
    ).json()  # fmt: skip
    assert found["total"] == 4


def test_messages_can_be_brought_in_from_outside_without_seeing_more(browsers, closed):
    named = {"process": str(closed.process.public_id), "messages": [{"text": TEXT, "id": "7"}]}
    owner, reviewer = browsers.values()

    answer, refused = (
        one.post("/api/v1/messages", data=json.dumps(named), content_type="application/json")
        for one in (owner, reviewer)
    )

    assert refused.status_code == 403
    assert answer.status_code == 202
    opened = answer.json()["opened"][0]["case"]
    assert owner.get(f"/api/v1/cases/{opened}").status_code == 404


def test_what_is_hidden_costs_no_statement_more(browsers, closed, hanne):
    pages = ("/", "/work/", "/work/all/", f"/work/search/?q={ASKED}")
    walk = list(product(browsers.values(), pages))

    def cost(browser, path):
        with CaptureQueriesContext(connection) as statements:
            assert browser.get(path).status_code == 200
        return len(statements)

    hidden = [min(cost(*one) for _ in range(2)) for one in walk]
    actions.open_process(closed.process, by=hanne, at=LATER)
    shown = [cost(*one) + ("search" in one[1]) for one in walk]

    assert [
        one for one, *costs in zip(walk, hidden, shown, strict=True) if costs[0] > costs[1]
    ] == []
