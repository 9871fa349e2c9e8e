"""Outcomes of groups: brought in, kept as counts, shown with their doubt, by page and program."""

import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from samspil.core.fairness.group_table import Counted
from samspil.core.roles import NotAllowed, Role
from samspil.core.shares import Share
from samspil.fairness import actions
from samspil.fairness.models import GroupOutcomes
from samspil.journal.models import Entry
from samspil.people.actions import make_token
from tests.factories import MONDAY_9, make_colleague
from tests.pages import english, source, words

NEW = "/fairness/groups/new/"
COUNTS = "Gruppe;Udvalgt;I alt\nKvinder;12;40\nMænd;30;60\n"


@pytest.fixture
def browser(client_of, lene):
    return english(client_of(lene))


def sheet(rows: list[list[object]]) -> bytes:
    book, made = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def bring(browser, content: bytes, *, name: str = "counts.csv", **said: str):
    file = SimpleUploadedFile(name, content)
    return browser.post(NEW, {"name": "Interviews", "file": file, **said})


@pytest.mark.parametrize(
    "content",
    [
        COUNTS.encode(),
        COUNTS.encode("cp1252"),
        COUNTS.encode("utf-16"),
        COUNTS.replace(";", ",").encode(),
        sheet([["Gruppe", "Udvalgt", "I alt"], ["Kvinder", 12, 40], ["Mænd", 30.0, 60]]),
    ],
    ids=["utf-8", "windows", "utf-16", "commas", "excel"],
)
def test_counts_come_in_from_any_usual_file(browser, content):
    shown = browser.get(bring(browser, content)["Location"])

    assert GroupOutcomes.objects.get().groups == [
        {"name": "Kvinder", "hits": 12, "n": 40}, {"name": "Mænd", "hits": 30, "n": 60},
    ]  # fmt: skip
    assert "0.6 (0.351 to 1.03)" in words(shown)
    assert "No conclusion possible: it takes about" in words(shown)
    assert "Below four fifths; about" in words(shown)


def test_lr14_of_single_decisions_nothing_is_kept_but_counts(browser):
    rows = "group;outcome;applicant\n" + "f;yes;Bodil Nakskov\n" * 9 + "m;no;Bodil Nakskov\n" * 9

    bring(browser, rows.encode())

    kept = GroupOutcomes.objects.get()
    assert [(one["name"], one["hits"], one["n"]) for one in kept.groups] == [
        ("f", 9, 9), ("m", 0, 9),
    ]  # fmt: skip
    everything = json.dumps([kept.groups, kept.rows, *Entry.objects.values_list("facts")])
    assert "Bodil" not in everything


def test_lr8_a_group_of_few_is_neither_shown_nor_stored_by_itself(browser):
    address = bring(browser, b"group;selected;all\nf;7;20\nm;9;30\nx;2;2\n;1;3\n")["Location"]

    shown = words(browser.get(address))

    kept = GroupOutcomes.objects.get()
    assert [one["name"] for one in kept.groups] == ["m", "f, x"]
    assert "Groups of fewer than five are put together" in shown
    assert "Fewer than five decisions named no group" in shown
    assert kept.unknown is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01\x02\x03abc", "This is not a table"),
        (b"PK\x03\x04nonsense", "no Excel sheet"),
        (b"group;selected;all\nf;-7;20\nm;9;30\n", "Row 2: selected and all must be whole"),
        (b"group;selected;all\nf;7;20\n", "There must be two groups at least"),
        (b"group;selected;all\nf;7;20\nm;1;2\n", "two groups of five decisions or more"),
        (b"a;b\n1;2\n", "The first row must name the columns"),
        (b'group;selected;all\n"f;7;20\n', "check its quotation marks"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence(browser, content, said):
    answer = bring(browser, content)

    assert answer.status_code == 422
    assert said in words(answer)
    assert not GroupOutcomes.objects.exists()


def test_hostile_names_stay_text(browser):
    hostile = "<script>alert(1)</script>"
    content = f"group;selected;all\n{hostile};7;20\n=1+1;9;30\n".encode()
    address = bring(browser, content)["Location"]

    shown, table = source(browser.get(address)), source(browser.get(f"{address}groups.csv"))

    assert hostile not in shown
    assert "&lt;script&gt;" in shown
    assert "\n=1+1" not in table


def test_counts_may_be_typed_in_and_not_both(browser):
    typed = "f; 12; 40\nm; 30; 60"

    assert browser.post(NEW, {"name": "x", "typed": typed}).status_code == 302
    assert browser.post(NEW, {"name": "x"}).status_code == 422
    assert bring(browser, COUNTS.encode(), typed=typed).status_code == 422


def test_the_files_hold_every_figure(browser):
    address = bring(browser, COUNTS.encode())["Location"]

    rows = source(browser.get(f"{address}groups.csv")).splitlines()
    book = load_workbook(io.BytesIO(browser.get(f"{address}groups.xlsx").content))

    assert rows[1].startswith("Kvinder;Mænd;12;40;30;60;0.6000;0.3508;1.0263;-0.2000;-0.3711;")
    assert "0.0629;0.0512;0.0526;no_conclusion;yes;" in rows[1]
    assert book.active.max_row == 2


def test_others_see_it_and_cannot_bring_or_delete(browser, client_of, lene):
    address = bring(browser, COUNTS.encode())["Location"]
    employee = make_colleague(Role.EMPLOYEE)
    theirs = english(client_of(employee))

    assert theirs.get(address).status_code == 200
    assert "Delete" not in words(theirs.get(address))
    assert theirs.get(NEW).status_code == theirs.post(f"{address}remove/").status_code == 403
    with pytest.raises(NotAllowed):
        actions.keep_outcomes("x", Counted(groups={}, unknown=0), by=employee, at=MONDAY_9)


def test_it_is_deleted_and_the_journal_says_only_that_it_was_there(browser):
    address = bring(browser, COUNTS.encode())["Location"]

    browser.post(f"{address}remove/")

    assert browser.get(address).status_code == 404
    events = list(Entry.objects.order_by("pk").values_list("event", "facts"))[-2:]
    assert [event for event, _facts in events] == ["outcomes_kept", "outcomes_removed"]
    assert "Kvinder" not in json.dumps(events)


def test_it_goes_after_two_years(lene):
    counts = Counted(groups={name: Share(hits=3, n=9) for name in "ab"}, unknown=0)
    actions.keep_outcomes("x", counts, by=lene, at=MONDAY_9)

    assert actions.sweep_outcomes(at=MONDAY_9 + timedelta(days=700)) == 0
    assert actions.sweep_outcomes(at=MONDAY_9 + timedelta(days=731)) == 1


def test_programs_bring_counts_and_read_what_they_show(client, lene):
    token = make_token(colleague=lene, name="t", at=MONDAY_9)
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    men = {"name": "Mænd", "selected": 30, "all": 60}
    women = {"name": "Kvinder", "selected": 12, "all": 40}
    body = {"name": "Interviews", "groups": [women, men]}

    made = client.post("/api/v1/fairness/groups", body, content_type="application/json")

    assert made.status_code == 201
    (row,) = made.json()["compared"]
    assert (row["group"], row["beside"], row["verdict"]) == ("Kvinder", "Mænd", "no_conclusion")
    assert client.get("/api/v1/fairness/groups").json() == [made.json()]
    body["groups"] = [women | {"selected": 50}, men]
    refused = client.post("/api/v1/fairness/groups", body, content_type="application/json")
    assert (refused.status_code, refused.json()["detail"]) == (
        422, "Row 2: more were selected than there are.",
    )  # fmt: skip
