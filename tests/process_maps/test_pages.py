"""Pages and the API of maps: begun in three ways, typed, refused in words, undone, taken along."""

import csv
import json
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from samspil.adapters.event_logs import Choices
from samspil.audit.models import Task
from samspil.eventlogs.actions import bring_log, read_one, start_log
from samspil.eventlogs.queries import kept_preview
from samspil.people.actions import make_token
from samspil.process_maps.models import Connection, ProcessMap, Step
from tests.factories import MONDAY_9, make_process, make_team
from tests.pages import english, source, words
from tests.process_maps.arranging import steps_by_name, ways_by_name

pytestmark = pytest.mark.either

LOG = "".join(
    f"{case},{step},2026-03-{day:02} 10:00\n"
    for case in range(20)
    for step, day in (("Received", 2), ("Checked", 9), ("Sent", 11 + case % 2))
).encode()


@pytest.fixture
def leader(client_of, lene):
    return english(client_of(lene))


def test_the_first_map_comes_from_an_outline_and_has_no_figures_yet(leader):
    make_team(name="HR")
    assert "No map yet" in words(leader.get("/maps/"))

    begun = leader.post("/maps/new/", {"begin": "advert_to_exit", "lines": "", "name": ""})

    made = ProcessMap.objects.get()
    assert (made.name, made.steps.count()) == ("From job advert to exit", 10)
    assert Step.objects.filter(team__name="HR").count() == 5
    shown = words(leader.get(begun["Location"]))
    assert "10 steps. Nobody has said yet how long they take." in shown
    assert "without 10 steps of which nobody knows" in shown
    assert "10 steps are not judged yet" in shown
    assert "From job advert to exit" in words(leader.get("/maps/"))


def test_a_log_s_map_brings_its_steps_shares_and_waiting(leader, lene):
    log = bring_log("orders.csv", LOG, by=lene, at=MONDAY_9)
    choices = Choices(zone=ZoneInfo("UTC"), chosen=kept_preview(log).guess)
    start_log(log, name="Orders", choices=choices, by=lene, at=MONDAY_9)
    read_one(log.pk, at=MONDAY_9)

    address = f"/maps/new/?begin=log:{log.public_id}"
    assert address.encode() in leader.get(f"/eventlogs/{log.public_id}/").content
    assert f'value="log:{log.public_id}" required id="id_begin_4" checked' in source(
        leader.get(address)
    )
    begun = leader.post("/maps/new/", {"begin": f"log:{log.public_id}", "name": ""})

    made = ProcessMap.objects.get()
    assert ways_by_name(made) == {("Received", "Checked"), ("Checked", "Sent")}
    shown = words(leader.get(f"{begun['Location']}?show=time"))
    assert "waits 7.0 days" in shown
    assert "measured, n = 20; estimated: 7.0 days" in shown
    step = steps_by_name(made)["Checked"]
    assert "20 events" in words(leader.get(f"/maps/steps/{step.public_id}/"))
    log.removed_at = MONDAY_9
    log.save()
    assert "7.0 days estimated" in words(leader.get(f"/maps/steps/{step.public_id}/"))


def test_own_steps_are_pasted_and_what_cannot_be_is_said_beside_them(leader):
    wrong = leader.post("/maps/new/", {"begin": "lines", "lines": "Ask\nask", "name": ""})
    assert wrong.status_code == 422
    assert "“ask” is on the map already" in words(wrong)
    assert "Give the map a name." in words(wrong)

    empty = leader.post("/maps/new/", {"begin": "lines", "lines": "", "name": "<b>Mine</b>"})
    page = leader.get(empty["Location"])

    assert "No step yet" in words(page)
    assert b"<b>Mine</b>" not in page.content
    assert leader.get(f"{empty['Location']}map.csv").status_code == 200


def test_a_table_is_looked_at_row_by_row_and_comes_back_as_it_went(leader, inquiries):
    table = "step;minutes;owner;next\nA;5;Service;B (60) | C (40)\nB;-2;;C\nC;1;;D\n"
    looked = leader.post("/maps/bring/", {"name": "Bad", "text": table})
    assert looked.status_code == 422
    assert "Row 3: A time is never less than 0." in words(looked)
    assert "Row 2: “B” is no step of this table." in words(looked)
    leader.post("/maps/bring/", {"name": "Bad", "text": table, "sure": "yes"})
    assert ProcessMap.objects.count() == 1

    good = table.replace("-2", "2").replace("C;1;;D", "C;1;;")
    assert "B (60) | C (40)" in words(leader.post("/maps/bring/", {"name": "Good", "text": good}))
    leader.post("/maps/bring/", {"name": "Good", "text": good, "sure": "yes"})
    made = ProcessMap.objects.get(name="Good")
    answer = leader.get(f"/maps/{made.public_id}/map.csv")
    text = b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode(
        "utf-8-sig"
    )
    rows = list(csv.reader(StringIO(text), delimiter=";" if ";" in text.split("\n")[0] else ","))
    assert [row[0] for row in rows] == ["step", "A", "B", "C"]
    assert rows[1][:7] == ["A", "5", "", "", "", "Service", "B (60) | C (40)"]
    leader.post("/maps/bring/", {"name": "Again", "text": text, "sure": "yes"})

    assert ways_by_name(ProcessMap.objects.get(name="Again")) == ways_by_name(made)


def test_a_step_is_said_otherwise_once_and_who_comes_second_loses_nothing(leader, inquiries):
    step = steps_by_name(inquiries)["Decide"]
    address = f"/maps/steps/{step.public_id}/"
    page = leader.get(address).content.decode()
    assert 'name="minutes" value="10"' in page

    typed = {"name": "Decide", "minutes": "7.5", "wrong": "4", "per": "week", "times": "20"}
    assert leader.post(address, {**typed, "seen": "1"}).status_code == 302
    second = leader.post(address, {**typed, "name": "Judge", "seen": "1"})
    assert second.status_code == 409 or second.status_code == 422
    assert "Somebody else changed this meanwhile" in words(second)
    assert 'value="Judge"' in second.content.decode()
    assert 'name="seen" value="2"' in second.content.decode()

    shown = words(leader.get(address))
    assert "450 s" in shown or "8 min" in shown
    assert "Hours a week 2.5" in shown
    leader.post(f"{address}back/?seen=2")
    step.refresh_from_db()
    assert (step.minutes, step.errors, step.times) == (10, None, None)


def test_what_cannot_be_is_told_beside_its_field(leader, inquiries):
    step = steps_by_name(inquiries)["Decide"]
    typed = {
        "name": "receive", "per": "month", "seen": "1", "minutes": "-5", "wrong": "101",
        "waiting": "soon", "route": "robot",
    }  # fmt: skip

    answer = leader.post(f"/maps/steps/{step.public_id}/", typed)
    same = leader.post(f"/maps/steps/{step.public_id}/", {"name": "receive", "seen": "1"})

    assert answer.status_code == 422
    told = words(answer)
    assert "“-5” is less than 0." in told
    assert "This is more than 100." in told
    assert "“soon” is no number" in told
    assert "Select a valid choice." in told
    assert "“receive” is on the map already" in words(same)
    assert Step.objects.get(pk=step.pk).version == 1


def test_steps_and_ways_are_changed_by_forms_alone_and_undone(leader, inquiries):
    there = steps_by_name(inquiries)
    decide = f"/maps/steps/{there['Decide'].public_id}/"
    whole = f"/maps/{inquiries.public_id}/"
    way = Connection.objects.get(source=there["Decide"])

    leader.post(f"{whole}steps/", {"name": "Ask back", "where": f"between:{way.public_id}"})
    assert ("Decide", "Ask back") in ways_by_name(inquiries)
    assert "between “Decide” and" in words(leader.get(f"{whole}steps/?between={way.public_id}"))
    target = str(there["Receive"].public_id)
    refused = leader.post(f"{decide}ways/", {"target": target, "share": "120"})
    assert "This is more than 100." in words(refused)
    leader.post(f"{decide}ways/", {"target": target, "share": "20"})
    back = Connection.objects.get(source=there["Decide"], target=there["Receive"])
    leader.post(f"/maps/ways/{back.public_id}/share/", {"share": "30"})
    undo = "20"
    leader.post(f"/maps/ways/{back.public_id}/share/?share={undo}")
    back.refresh_from_db()
    assert back.share == 0.2
    leader.post(f"/maps/ways/{back.public_id}/remove/")
    leader.post(f"/maps/ways/{back.public_id}/restore/")
    leader.post(f"{decide}move/", {"to": "1"})
    assert "Place 1 of 4" in words(leader.get(decide))
    leader.post(f"{decide}move/?to=2")
    leader.post(f"{decide}remove/")
    assert "This step is left out of the map." in words(leader.get(decide))
    assert "past a step that is left out" in words(
        leader.get(f"/maps/steps/{there['Receive'].public_id}/")
    )
    leader.post(f"{decide}restore/")

    assert ways_by_name(inquiries) == {
        ("Receive", "Decide"), ("Decide", "Ask back"), ("Ask back", "Answer"),
        ("Decide", "Receive"),
    }  # fmt: skip


def test_a_step_is_linked_made_a_task_and_kept_apart_from_what_is_not_there(leader, inquiries):
    address = f"/maps/steps/{steps_by_name(inquiries)['Decide'].public_id}/"
    assert "not judged yet" in words(leader.get(address))

    leader.post(f"{address}task/")
    shown = words(leader.get(address))
    assert "Estimate what it would save" in shown
    assert "Nobody has said yet whether it decides about people." in shown
    bad = leader.post(f"{address}link/", {"seen": "2", "process": "x"})
    assert bad.status_code == 422
    leader.post(f"{address}link/", {"seen": "2"})

    assert "not judged yet" in words(leader.get(address))
    process, task = make_process(name="Returns"), Task.objects.get()
    assert "On no map yet." in words(leader.get(f"/maps/of/task/{task.public_id}/"))
    kept = leader.post(
        f"{address}link/", {"seen": "3", "process": f"{process.public_id}/delivery_status"}
    )
    assert kept.status_code == 302
    assert "Decide Inquiries" in words(leader.get(f"/maps/of/process/{process.public_id}/"))


def test_a_map_gets_an_owner_a_plan_and_goes_and_comes_back(leader, inquiries, lene):
    whole = f"/maps/{inquiries.public_id}/"
    named = {"name": "Mails", "owner": f"person:{lene.public_id}", "role": "", "seen": "1"}
    leader.post(f"{whole}change/", named)
    assert "Owner: Lene Krogh" in words(leader.get(whole))
    stale = leader.post(f"{whole}change/", {**named, "name": "Mine"})
    assert "It is called “Mails” now." in words(stale)
    leader.post(f"{whole}back/?seen=2")
    assert "Inquiries" in words(leader.get(whole))

    planned = leader.post(f"{whole}plan/", {"name": "Later"})
    shown = words(leader.get(f"{planned['Location']}beside/"))
    assert "0 steps are otherwise." in shown
    assert leader.get(f"{whole}beside/").status_code == 404
    assert leader.post(f"{whole}plan/", {"name": ""}).status_code == 422

    leader.post(f"{whole}remove/")
    assert leader.get(whole).status_code == 404
    assert "Later" in words(leader.get("/maps/"))
    leader.post(f"{whole}restore/")
    assert leader.get(f"{whole}?show=nonsense").status_code == 200


def test_findings_are_named_and_the_map_is_drawn_all_the_same(leader, inquiries):
    there = steps_by_name(inquiries)
    leader.post(f"/maps/{inquiries.public_id}/steps/", {"name": "Lost <i>", "where": "apart"})
    answer = f"/maps/steps/{there['Answer'].public_id}/ways/"
    leader.post(answer, {"target": str(there["Decide"].public_id), "share": ""})
    leader.post(f"/maps/steps/{there['Receive'].public_id}/", {
        "name": "Receive", "begins": "100", "seen": "1", "per": "month",
    })  # fmt: skip

    page = leader.get(f"/maps/{inquiries.public_id}/?show=errors")

    assert b"No way leads to: \xe2\x80\x9cLost &lt;i&gt;\xe2\x80\x9d." in page.content
    assert "From here there is no way to an end: “Receive”, “Decide”, “Answer”." in words(page)
    assert "without end" in words(page)
    assert b"Lost <i>" not in page.content
    assert page.content.count(b'class="flow-box') == 6
    assert page.content.count(b'class="flow-who is-person"') == 4
    link = f'<a href="/maps/steps/{there["Answer"].public_id}/"><g><title>Answer'
    assert link.encode() in page.content


def test_employees_look_and_change_nothing(client_of, emil, inquiries):
    browser = english(client_of(emil))
    step = steps_by_name(inquiries)["Decide"]

    shown = words(browser.get(f"/maps/steps/{step.public_id}/"))

    assert "Say it otherwise" not in shown
    assert browser.post(f"/maps/steps/{step.public_id}/", {"name": "x"}).status_code == 403
    assert browser.get("/maps/new/").status_code == 403
    assert "Add a step" not in words(browser.get(f"/maps/{inquiries.public_id}/"))


def test_programs_begin_read_and_change_maps(client, lene, emil):
    head = {"HTTP_AUTHORIZATION": f"Bearer {make_token(colleague=lene, name='p', at=MONDAY_9)}"}

    def call(method: str, path: str, body: object = None) -> tuple[int, Any]:
        answer = client.generic(
            method, f"/api/v1/process-maps{path}", json.dumps(body) if body else "",
            content_type="application/json", **head,
        )  # fmt: skip
        return answer.status_code, answer.json()

    steps = [
        {"name": "Receive", "minutes": 5, "next": [{"to": "Decide", "share": 0.8}]},
        {"name": "Decide", "minutes": 10, "next": []},
    ]
    status, made = call("POST", "", {"name": "Mails", "steps": steps})
    assert status == 201
    first, second = made["chart"]
    assert (first["next"], first["ends"], second["visits"]) == (
        [{"to": second["id"], "share": 0.8}], pytest.approx(0.2), pytest.approx(0.8),
    )  # fmt: skip
    assert made["totals"]["minutes"] == pytest.approx(13)

    address = f"/{made['id']}/steps/{second['id']}"
    assert call("PUT", address, {"name": "Decide", "minutes": 20, "seen": 1})[0] == 200
    assert call("PUT", address, {"name": "Decide", "seen": 1})[0] == 409
    assert call("PUT", address, {"name": "Decide", "errors": 1.01, "seen": 2})[0] == 422
    assert call("POST", "", {"name": "x", "steps": [{"name": "a"}, {"name": "A"}]})[0] == 422
    half = [{"name": name, "begins": 0.6} for name in "ab"]
    assert "120" in call("POST", "", {"name": "x", "steps": half})[1]["detail"]
    assert call("POST", "", {"outline": "ticket"})[1]["steps"] == 7

    status, whole = call("GET", f"/{made['id']}")
    assert (status, whole["totals"]["minutes"]) == (200, pytest.approx(21))
    assert [one["name"] for one in call("GET", "")[1]][1] == "Mails"
