"""Every address is walked by those whom a closed process hides its cases from: none shows any."""

import html
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import timedelta
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


@pytest.fixture(params=[Role.OWNER, Role.REVIEWER])
def outsider(request, organisation) -> Colleague:
    """Somebody of another team; an owner may do everything else."""
    outsider = make_colleague(request.param, name="Otto Berg")
    make_waiting(make_process(team=make_team(outsider, name="Service"), name="Customers"))
    return outsider


@pytest.fixture
def hanne(organisation) -> Colleague:
    return make_colleague(Role.LEADER, name="Hanne Lund")


@pytest.fixture
def closed(outsider, hanne, home) -> Closed:
    process = make_process(team=form_team(name="Staff", members=[hanne]), name="HR", starter="hr")
    actions.open_process(process, by=hanne, at=MONDAY_9)  # as it was before anything was hidden
    cases = [written(process) for _ in range(4)]
    waiting, held, decided, left_out = cases
    touched(held, by=hanne, told=outsider)
    decision = actions.decide(taken(decided, hanne), answer=f"{SECRET}, yes", topic="", by=hanne,
                              at=LATER)  # fmt: skip
    alike(held, decision)
    batch = tagged([waiting, left_out], by=outsider)
    upload = keep_upload(
        [f"text,subject\n{TEXT},{SECRET}\n".encode()], name="a.csv", process=process, by=hanne,
        at=MONDAY_9,
    )  # fmt: skip
    version = teach(process, texts=[TEXT, f"{SECRET} pay"], topics=["leave", "pay"])
    example = Example.objects.earliest("pk")
    lesson = Lesson.objects.get()
    actions.close_process(process, by=hanne, at=LATER)
    things = {
        "batches/": batch.public_id,
        "messages/": upload.public_id,
        "skills/versions/": version.public_id,
        "skills/lessons/": lesson.public_id,
        "skills/examples/": example.public_id,
        "skills/": process.public_id,
        "processes/": process.public_id,
    }
    return Closed(process=process, cases=cases, things=things)


def written(process: Process) -> Case:
    arrival = actions.Arrival(text=TEXT, sender=SENDER, subject=f"{SECRET} {ASKED}")
    case = actions.open_cases([arrival], process=process, at=timezone.now()).cases[0]
    actions.propose_and_route([case.pk], at=timezone.now())
    case.refresh_from_db()
    return case


def taken(case: Case, by: Colleague) -> Case:
    actions.claim(case, by=by, at=LATER)
    return case


def touched(case: Case, *, by: Colleague, told: Colleague) -> Attachment:
    """All that a case can carry, and a colleague who was told of it."""
    taken(case, by)
    marks.write_note(case, text=f"@{told.name} {SECRET}?", by=by, at=LATER)
    actions.tell([told.pk], case, About.WAITS, at=LATER)
    content = f"%PDF-1.7 {SECRET}".encode()
    return actions.attach(case, name=f"{SECRET}.pdf", content=content, by=by, at=LATER)


def alike(case: Case, decision: Decision) -> None:
    Similar.objects.create(case=case, decision=decision, place=1)


def tagged(cases: list[Case], *, by: Colleague) -> Batch:
    asked = Asked(action=BulkAction.CLOSE)
    return marks.do_to_many(cases, asked, by=by, at=timezone.now(), why="spam")


@pytest.fixture
def browser(outsider, client_of) -> Client:
    token = make_token(colleague=outsider, name="theirs", at=MONDAY_9)
    signed_in: Client = english(client_of(outsider))
    signed_in.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return signed_in


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


def test_no_address_of_a_case_tells_that_there_is_one(browser, closed):
    held = closed.cases[1].public_id
    for route in of_cases():
        of_it, of_nobody = filled(route, held), filled(route, new_id())

        asked = [browser.get(path).status_code for path in (of_it, of_nobody)]
        sent = [
            browser.post(path, data=BODY, content_type="application/json").status_code
            for path in (of_it, of_nobody)
        ]

        assert asked in ([404, 404], [405, 405]), of_it
        assert sent[0] == sent[1] in (403, 404, 405), of_it


def test_no_file_of_a_case_is_given_away(browser, closed):
    case = closed.cases[1]
    file = Attachment.objects.get(case=case).public_id

    assert browser.get(f"/work/{case.public_id}/files/{file}/").status_code == 404
    assert browser.get(f"/api/v1/cases/{case.public_id}/files/{file}").status_code == 404


def test_no_page_of_a_thing_shows_what_was_written(browser, closed):
    for begin, public_id in closed.things.items():
        for route in with_ids():
            if f"/{begin}<" in route:
                path = filled(route, public_id)

                assert SECRET not in told(browser.get(path)), path


def test_a_notice_and_a_mention_of_a_case_that_is_hidden_now_tell_only_the_process(browser, closed):
    today = told(browser.get("/"))

    assert "HR, which is closed" in html.unescape(today)
    assert Mention.objects.count() == 1
    seen = browser.post(f"/work/mentions/{Mention.objects.get().public_id}/seen/")
    assert seen.status_code == 404


def test_no_list_search_file_or_event_shows_or_counts_what_was_written(browser, closed):
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


def test_what_is_found_is_not_counted_either(browser, closed):
    found = browser.get("/api/v1/cases/search", {"q": ASKED}).json()
    listed = browser.get("/api/v1/cases").json()

    assert (found["cases"], found["total"], found["more"]) == ([], 0, False)
    assert [case["process"] for case in listed["cases"]] == [
        str(Process.objects.get(name="Customers").public_id)
    ]
    assert browser.get("/api/v1/cases", {"process": closed.process.public_id}).json()["cases"] == []


def test_nothing_is_done_to_such_cases_by_naming_them(browser, closed):
    named = [str(case.public_id) for case in closed.cases]
    body = json.dumps({"action": "tag", "tag": "vip", "cases": named})

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


def test_messages_can_be_brought_in_from_outside_without_seeing_more(browser, closed, outsider):
    named = {"process": str(closed.process.public_id), "messages": [{"text": TEXT, "id": "7"}]}
    answer = browser.post(
        "/api/v1/messages", data=json.dumps(named), content_type="application/json"
    )

    if Role.OWNER not in outsider.role_set:
        assert answer.status_code == 403
        return
    assert answer.status_code == 202
    opened = answer.json()["opened"][0]["case"]
    assert browser.get(f"/api/v1/cases/{opened}").status_code == 404


@pytest.mark.parametrize("path", ["/", "/work/", "/work/all/", f"/work/search/?q={ASKED}"])
def test_what_is_hidden_costs_no_statement_more(browser, closed, hanne, path):
    def cost():
        with CaptureQueriesContext(connection) as statements:
            assert browser.get(path).status_code == 200
        return len(statements)

    cost()
    hidden = cost()
    actions.open_process(closed.process, by=hanne, at=LATER)

    assert hidden <= cost() + ("search" in path)
