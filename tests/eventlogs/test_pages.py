"""Event logs as people and programs bring them in, read them and take them away."""

import base64
import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from samspil.core.opening_hours import read_hours
from samspil.core.roles import NotAllowed, Role
from samspil.core.shares import Share
from samspil.eventlogs import actions, queries
from samspil.eventlogs.models import EventLog, State, StepLink
from samspil.journal.models import Entry
from samspil.people.actions import make_token
from samspil.tenancy.actions import enter
from samspil.work.actions import decide, set_hours
from samspil.work.models import Proposal
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team
from tests.pages import english, source, words

NEW = "/eventlogs/new/"
COLUMNS = {"name": "Orders", "case": "0", "activity": "1", "time": "2", "zone": "Europe/Berlin"}
ROWS = "".join(
    f"{n};{step};2026-03-{day:02} 10:00;{who}\n"
    for n in range(30)
    for step, day, who in (
        ("receive order", 2, "Bodil Nakskov"),
        ("check price", 9, "Bodil Nakskov"),
        ("check price", 10, "Ann"),
        ("send order", 11, "Ann"),
    )
)
LOG = "order;task;tidspunkt;medarbejder\n" + ROWS


@pytest.fixture
def lene(organisation):
    return make_colleague(Role.LEADER, name="Lene Krogh")


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def bring(browser, content: bytes = LOG.encode(), *, name: str = "orders.csv"):
    return browser.post(NEW, {"chosen": SimpleUploadedFile(name, content)})


def brought(browser, content: bytes = LOG.encode(), **changed: str) -> str:
    """The address of a log that was brought in and read."""
    address: str = bring(browser, content)["Location"]
    said = browser.post(f"{address}read/", COLUMNS | changed)
    assert said.status_code == 302, words(said)
    actions.read_one(EventLog.objects.latest("pk").pk, at=MONDAY_9)
    return address


def test_first_rows_are_shown_and_nothing_is_read_before_somebody_says_what_they_hold(browser):
    address = bring(browser)["Location"]

    shown = words(browser.get(address))
    assert "receive order 2026-03-02 10:00 Bodil Nakskov" in shown
    assert "120 of the first 120 times name no time zone" in shown
    assert actions.read_one(EventLog.objects.get().pk, at=MONDAY_9) is False


def test_a_read_log_shows_its_map_waiting_rework_and_candidates(browser):
    shown = browser.get(brought(browser))

    said = words(shown)
    assert "120 events of 30 cases" in said
    assert "Cases wait longest before “check price”" in said
    assert "It is done again in 100 in 100 of its cases." in said
    assert "receive order → check price → check price → send order" in said
    assert 'class="flow"' in source(shown)


def test_of_a_read_log_no_event_and_nobody_is_kept(browser, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        brought(browser, person="3")

    kept = EventLog.objects.get()
    everything = json.dumps([kept.facts, kept.preview, *Entry.objects.values_list("facts")])
    assert "Bodil" not in everything
    assert (kept.digest, kept.preview) == ("", {})
    assert not list(queries.store().older_than(MONDAY_9.timestamp() * 2))


def test_a_progressing_log_says_how_far_it_is(browser):
    address = bring(browser)["Location"]
    browser.post(f"{address}read/", COLUMNS)
    EventLog.objects.update(share=0.4)

    shown = source(browser.get(address))

    assert 'value="40"' in shown
    assert 'hx-trigger="every 2s"' in shown


def test_the_slider_shows_less_or_more_and_takes_anything(browser):
    address = brought(browser)

    for paths in ("10", "100", "x", "-5", "99999"):
        assert browser.get(f"{address}?paths={paths}").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"time": "1"}, "must be three different columns"),
        ({"case": "9"}, "Select a valid choice"),
        ({"zone": "Mars/Olympus"}, "Select a valid choice"),
        ({"name": ""}, "This field is required"),
    ],
)
def test_columns_that_do_not_do_are_refused_and_the_rows_stay(browser, changed, said):
    address = bring(browser)["Location"]

    answer = browser.post(f"{address}read/", COLUMNS | changed)

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Bodil Nakskov" in words(answer)
    assert EventLog.objects.get().state == State.WAITING


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"%PDF-1.7", "This is no event log"),
        (b"<!DOCTYPE log []><log/>", "declares a document type"),
    ],
)
def test_a_file_that_is_no_log_is_refused_with_a_sentence(browser, content, said):
    answer = bring(browser, content)

    assert answer.status_code == 422
    assert said in words(answer)
    assert not EventLog.objects.exists()


def test_a_log_that_fails_under_way_says_why_and_keeps_nothing(browser):
    rows = "order;task;tidspunkt\n" + "".join(f"1;{n};2026-03-02\n" for n in range(600))

    shown = words(browser.get(brought(browser, rows.encode())))

    assert "There are more than 500 different steps by row 502." in shown
    assert EventLog.objects.get().digest == ""


def test_faults_are_named_with_their_rows(browser):
    shown = words(browser.get(brought(browser, f"{LOG}7;send order;soon;Ann\n".encode())))

    assert "1 row has a time that cannot be read; left out (row 122)" in shown


def test_hostile_names_stay_text(browser):
    hostile = "<script>alert(1)</script>"
    content = f"{LOG}7;{hostile};2026-03-20;Ann\n8;=1+1;2026-03-20;Ann\n".encode()
    address = brought(browser, content)

    table = source(browser.get(f"{address}log.csv"))
    assert hostile not in source(browser.get(f"{address}?paths=100"))
    assert ";=1+1;" not in table
    assert ";'=1+1;" in table


def test_the_files_hold_every_figure(browser):
    address = brought(browser)

    rows = source(browser.get(f"{address}log.csv")).splitlines()
    book = load_workbook(io.BytesIO(browser.get(f"{address}log.xlsx").content))

    assert rows[2].startswith("step;check price;;60;30;30;30;0;")
    assert "arrow;receive order;check price;30;;;;;604800;604800;;;" in rows
    assert book.active.max_row == len(rows)
    assert browser.get(f"{address}log.pdf").status_code == 404


def test_time_is_counted_in_opening_hours_too_where_there_are_some(browser, lene):
    hours = read_hours([[["08:00", "16:00"]]] * 5 + [[], []])
    owner = make_colleague(Role.OWNER)
    set_hours(None, hours=hours, zone="Europe/Berlin", country="DK", by=owner, at=MONDAY_9)
    address = brought(browser)

    passing, opened = browser.get(address), browser.get(f"{address}?clock=open")

    assert "Cases wait longest before “check price”: 4.0 days (median)" in words(passing)
    assert "Cases wait longest before “check price”: 24 h (median)" in words(opened)
    assert "Mon–Fri 08:00–16:00 (Europe/Berlin), without holidays in DK" in words(opened)
    rows = source(browser.get(f"{address}log.csv")).splitlines()
    assert "arrow;receive order;check price;30;;;;;604800;604800;;144000;144000" in rows
    assert rows[-1].startswith("opening hours;1-5 08:00–16:00, Europe/Berlin, DK;")


def test_a_removed_log_is_gone_and_can_be_brought_back_for_a_day(browser):
    address = brought(browser)

    browser.post(f"{address}remove/")
    assert browser.get(address).status_code == 404
    browser.post(f"{address}restore/")
    assert browser.get(address).status_code == 200
    browser.post(f"{address}remove/")
    EventLog.objects.update(removed_at=MONDAY_9)

    assert actions.sweep_removed_logs(at=MONDAY_9 + timedelta(hours=23)) == 0
    assert actions.sweep_removed_logs(at=MONDAY_9 + timedelta(hours=25)) == 1


def test_what_nobody_reads_goes_after_a_day_with_its_file(browser):
    bring(browser)
    at = EventLog.objects.get().brought_at

    assert actions.sweep_waiting_logs(at=at + timedelta(hours=23)) == 0
    assert actions.sweep_waiting_logs(at=at + timedelta(hours=25)) == 1
    assert actions.sweep_log_files(at=at + timedelta(hours=25)) == 1


def test_figures_go_after_two_years(browser):
    brought(browser)

    assert actions.sweep_logs(at=MONDAY_9 + timedelta(days=700)) == 0
    assert actions.sweep_logs(at=MONDAY_9 + timedelta(days=731)) == 1


def test_everybody_sees_what_it_shows_and_few_bring_or_remove(browser, client_of):
    address, waiting = brought(browser), bring(browser)["Location"]
    employee = make_colleague(Role.EMPLOYEE)
    theirs = english(client_of(employee))

    assert theirs.get(address).status_code == 200
    assert "Bodil" not in words(theirs.get(waiting))
    assert theirs.get(NEW).status_code == theirs.post(f"{address}remove/").status_code == 403
    with pytest.raises(NotAllowed):
        actions.bring_log("a.csv", LOG.encode(), by=employee, at=MONDAY_9)


def test_programs_bring_a_log_and_read_what_it_shows(client, lene):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    body = {"name": "orders.csv", "content": base64.b64encode(LOG.encode()).decode()}

    made = client.post("/api/v1/eventlogs", body, content_type="application/json")
    actions.read_one(EventLog.objects.get().pk, at=MONDAY_9)
    whole = client.get(f"/api/v1/eventlogs/{made.json()['id']}").json()

    assert (made.status_code, made.json()["state"]) == (201, "reading")
    assert (whole["facts"]["events"], whole["candidates"][0]["step"]) == (120, "check price")
    wrong = body | {"columns": {"time": "task"}}
    refused = client.post("/api/v1/eventlogs", wrong, content_type="application/json")
    assert (refused.status_code, len(client.get("/api/v1/eventlogs").json()["logs"])) == (422, 1)
    client.delete(f"/api/v1/eventlogs/{made.json()['id']}")
    assert client.get("/api/v1/eventlogs").json() == {"logs": [], "after": None}


def test_a_step_shows_who_has_it_how_much_ai_does_and_how_often_it_was_changed(browser, lene):
    process = make_process(name="Prices", team=make_team(lene, name="Sales"))
    address = brought(browser)
    agreed, changed = make_claimed(process, lene), make_claimed(process, lene)
    draft = Proposal.objects.get(case=agreed).draft
    decide(agreed, answer=draft, topic=agreed.topic, by=lene, at=MONDAY_9)
    decide(changed, answer="No.", topic="warranty_claim", by=lene, at=MONDAY_9)

    form = browser.get(f"{address}links/")
    browser.post(f"{address}links/", {"step-1": str(process.public_id)})

    assert "check price" in words(form)
    live = queries.live_steps(EventLog.objects.get(), now=MONDAY_9 + timedelta(days=1))[
        "check price"
    ]
    assert (live.teams, live.alone, live.wrong) == (
        ["Sales"], Share(hits=0, n=2), Share(hits=1, n=2),
    )  # fmt: skip
    assert "check price Prices Sales" in words(browser.get(address))
    assert 'class="flow-box is-live"' in source(browser.get(address))
    browser.post(f"{address}links/", {})
    assert not StepLink.objects.exists()


def test_a_step_or_process_that_there_is_none_of_is_not_linked(browser, lene, other_organisation):
    address = brought(browser)
    log = EventLog.objects.get()
    with enter(other_organisation):
        theirs = make_process()

    assert browser.post(f"{address}links/", {"step-1": str(theirs.public_id)}).status_code == 422
    with pytest.raises(actions.RefusedLog, match="There is no step “nope”"):
        actions.link_steps(log, {"nope": make_process()}, by=lene, at=MONDAY_9)


def test_programs_link_steps(client, lene, browser):
    address = brought(browser).replace("/eventlogs/", "/api/v1/eventlogs/").rstrip("/")
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    process = str(make_process().public_id)

    def put(links: dict[str, str]):
        return client.put(f"{address}/links", {"links": links}, content_type="application/json")

    assert put({"check price": process}).json()[0]["process"] == process
    assert client.get(address).json()["live"][0]["step"] == "check price"
    assert put({"nope": process}).status_code == 422
    assert put({"check price": str(lene.public_id)}).status_code == 422


def test_the_command_says_the_same_and_stores_nothing(db, tmp_path, capsys):
    file = tmp_path / "orders.csv"
    file.write_text(LOG)

    call_command("eventlog", str(file))
    call_command("eventlog", str(file), "--table")

    said = capsys.readouterr().out
    assert "120 events, 30 cases, 3 steps, 1 ways through" in said
    assert "- check price: It happens in 100 in 100 of cases: 60 times." in said
    assert "arrow\treceive order\tcheck price\t30" in said
    with pytest.raises(CommandError, match="There is no column nope"):
        call_command("eventlog", str(file), "--case", "nope")
