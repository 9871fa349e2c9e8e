"""Bringing in messages through the pages."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.inbox import actions
from samspil.inbox.models import Import, Stage
from samspil.inbox.queries import uploads_folder
from samspil.people.models import Colleague
from samspil.tenancy.actions import enter
from samspil.work.models import Case, Process
from tests.factories import ANGRY, MONDAY_9, ORDINARY, make_colleague, make_process

CSV = "id;besked\n1;Hvor er min pakke?\n2;a;b;c\n3;\n"


@pytest.fixture
def leader(organisation) -> Colleague:
    return make_colleague(Role.LEADER)


@pytest.fixture
def process(organisation) -> Process:
    return make_process(name="Customers")


@pytest.fixture
def browser(leader: Colleague, client_of: Callable[[Colleague], Client]) -> Client:
    client = client_of(leader)
    client.cookies["django_language"] = "en"
    return client


def choose(client: Client, process: Process, content: bytes | str, name: str = "mails.csv"):
    raw = content.encode() if isinstance(content, str) else content
    body = {"process": str(process.public_id), "file": SimpleUploadedFile(name, raw)}
    return client.post("/messages/", body)


@pytest.fixture(autouse=True)
def nothing_lies_there_from_before():
    for path in files():
        path.unlink()


def files() -> list[Path]:
    return list(uploads_folder().glob("*"))


def work_on(upload: Import) -> None:
    payload = {
        "organisation": str(upload.organisation.public_id),
        "upload": str(upload.public_id),
    }
    HANDLERS[actions.BRING_IN](payload)


def test_a_file_is_looked_at_first_and_nothing_has_come_in(browser, process):
    answer = choose(browser, process, CSV)

    shown = browser.get(answer["Location"]).content.decode()
    assert answer.status_code == 302
    assert "Hvor er min pakke?" in shown
    assert "Row 3: The row has 4 cells, the header 2: put texts in quotation marks." in shown
    assert "No text: a person looks at it" in shown
    assert Case.objects.count() == 0


def test_nobody_else_on_the_machine_can_read_the_file_meanwhile(browser, process):
    choose(browser, process, CSV)

    (kept,) = files()
    assert (kept.stat().st_mode & 0o777, kept.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert kept.parent == Path(settings.SAMSPIL_HOME) / "uploads"


def test_after_yes_the_file_is_read_in_reported_and_deleted(browser, process):
    address = choose(browser, process, CSV)["Location"]

    browser.post(f"{address}start/")
    running = browser.get(address).content.decode()
    work_on(Import.objects.get())
    done = browser.get(address).content.decode()

    assert "The file is being read in." in running
    assert "2 cases opened" in done
    assert "1 row was left out." in done
    assert 'href="/work/"' in done
    assert files() == []
    assert sorted(Case.objects.values_list("external_id", flat=True)) == ["1", "3"]


def test_yes_twice_and_work_twice_change_nothing(browser, process):
    address = choose(browser, process, CSV)["Location"]

    for _ in range(2):
        browser.post(f"{address}start/")
        work_on(Import.objects.get())

    upload = Import.objects.get()
    assert (upload.stage, upload.opened, upload.duplicates) == (Stage.DONE, 2, 0)


def test_the_progress_fragment_is_sent_alone(browser, process):
    address = choose(browser, process, CSV)["Location"]
    browser.post(f"{address}start/")

    fragment = browser.get(
        address, headers={"HX-Request": "true", "HX-Target": "progress"}
    ).content.decode()

    assert fragment.lstrip().startswith('<div id="progress"')
    assert 'hx-trigger="every 2s"' in fragment


def test_a_file_that_is_not_wanted_is_deleted(browser, process):
    address = choose(browser, process, CSV)["Location"]

    with_commit = browser.post(f"{address}discard/")

    assert with_commit["Location"] == "/messages/"
    assert Import.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_discarded_file_leaves_the_disk(browser, process):
    address = choose(browser, process, CSV)["Location"]

    browser.post(f"{address}discard/")

    assert files() == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0", "This is not a file of text"),
        (b"a;b\n1;2\n", "No column holds the text"),
    ],
)
def test_a_file_of_no_use_is_refused_beside_its_field(browser, process, content, sentence):
    answer = choose(browser, process, content)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert (files(), Import.objects.count()) == ([], 0)


def test_a_file_that_is_gone_when_its_turn_comes_is_reported(browser, process):
    address = choose(browser, process, CSV)["Location"]
    browser.post(f"{address}start/")
    for path in files():
        path.unlink()

    work_on(Import.objects.get())

    assert "The file cannot be opened" in browser.get(address).content.decode()


def test_a_file_forgotten_for_a_day_is_swept_at_the_next_upload(browser, process):
    old = choose(browser, process, CSV)["Location"]
    (path,) = files()
    os.utime(path, (0, 0))

    choose(browser, process, CSV)

    assert not path.exists()
    assert "The file is no longer here" in browser.get(old).content.decode()


def test_one_message_can_be_tried_and_nothing_is_stored(browser, process):
    body = {"process": str(process.public_id), "text": ANGRY}

    shown = browser.post("/messages/try/", body).content.decode()

    assert "The customer is dissatisfied" in shown
    assert "Level 3" in shown
    assert 'class="lead-dissatisfied' in shown
    assert Case.objects.count() == 0


def test_a_tried_message_can_be_opened_as_a_case(browser, process):
    body = {"process": str(process.public_id), "text": ORDINARY}

    answer = browser.post("/messages/open/", body)

    case = Case.objects.get()
    assert answer["Location"] == f"/work/{case.public_id}/"


@pytest.mark.parametrize("text", ["", "x\0y", "x" * 100_001])
def test_a_message_that_cannot_be_tried_is_refused_beside_its_field(browser, process, text):
    answer = browser.post("/messages/try/", {"process": str(process.public_id), "text": text})

    assert answer.status_code == 422


def test_hostile_text_is_shown_as_text(browser, process):
    text = "<script>alert(1)</script> where is my order {{ settings }}"
    line = json.dumps({"text": text, "subject": "<b>", "sender": "<i>"})

    tried = browser.post("/messages/try/", {"process": str(process.public_id), "text": text})
    address = choose(browser, process, line, name="<u>.jsonl")["Location"]

    for shown in (tried.content.decode(), browser.get(address).content.decode()):
        assert "&lt;script&gt;alert(1)" in shown
        assert "<script>alert" not in shown
        assert "{{ settings }}" in shown


def test_roles_that_do_not_cover_it_see_nothing_of_this(organisation, process, client_of):
    reviewer = client_of(make_colleague(Role.REVIEWER))

    for address in ("/messages/", "/messages/try/", "/messages/open/"):
        assert reviewer.post(address).status_code == 403
    assert reviewer.get("/messages/").status_code == 403


def test_another_organisations_file_does_not_exist_here(browser, other_organisation):
    with enter(other_organisation):
        theirs = make_process()
        upload = actions.keep_upload(
            [CSV.encode()],
            name="theirs.csv",
            process=theirs,
            by=make_colleague(Role.LEADER),
            at=MONDAY_9,
        )

    assert browser.get(f"/messages/{upload.public_id}/").status_code == 404
    assert browser.post(f"/messages/{upload.public_id}/start/").status_code == 404
    assert choose(browser, theirs, CSV).status_code == 422


def test_without_a_process_the_page_says_what_is_missing(browser):
    assert "There is no process yet" in browser.get("/messages/").content.decode()


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_pages_cost_the_same_for_one_file_as_for_three(browser, process):
    address = choose(browser, process, CSV)["Location"]
    one = [statements(browser, each) for each in ("/messages/", address)]
    for _ in range(2):
        choose(browser, process, CSV)

    three = [statements(browser, each) for each in ("/messages/", address)]

    assert one == three
    assert max(one) <= 12


@pytest.fixture(autouse=True)
def _no_file_stays():
    yield
    for path in files():
        path.unlink()
