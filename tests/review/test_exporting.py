"""Lists of cases as files: whole, harmless, in the reader's words, and written down."""

import csv
import io
import json
import tracemalloc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from samspil.core.roles import Role
from samspil.journal.queries import newest
from samspil.review import actions as marks
from samspil.review.queries import paging
from samspil.tenancy.actions import enter
from samspil.work import actions
from samspil.work.models import Case
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_waiting,
)
from tests.pages import words

pytestmark = pytest.mark.either

CSV = "/work/export.csv"
XLSX = "/work/export.xlsx"


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def sheet_of(response):
    content = io.BytesIO(b"".join(response.streaming_content))
    return list(load_workbook(content).active.iter_rows(values_only=True))


def test_the_queue_is_saved_as_it_is_narrowed_and_ordered(annas, process):
    for text in (ORDINARY, ANGRY, f"{ORDINARY} Please."):
        make_waiting(process, text)

    everything = rows_of(annas.get(f"{CSV}?column=subject&column=level"))
    grave = rows_of(annas.get(f"{CSV}?level=3&column=subject"))

    assert everything == [
        ["Subject", "Level"],
        [ANGRY, "3"],
        [ORDINARY, "1"],
        [f"{ORDINARY} Please.", "1"],
    ]
    assert grave == [["Subject"], [ANGRY]]


def test_all_cases_are_saved_with_the_closed_ones(annas, anna, process):
    make_waiting(process)
    closed = make_claimed(process, anna, ANGRY)
    actions.decide(closed, answer="", topic="", by=anna, at=MONDAY_9)

    rows = rows_of(annas.get(f"{CSV}?list=all&column=subject&column=stage"))

    assert sorted(rows[1:]) == [[ORDINARY, "waits"], [ANGRY, "closed"]]


def test_times_are_the_organisations_and_words_the_readers(annas, process):
    Case.objects.filter(pk=make_waiting(process).pk).update(due_at=MONDAY_9)
    annas.defaults["HTTP_ACCEPT_LANGUAGE"] = "da"

    rows = rows_of(annas.get(f"{CSV}?column=stage&column=due"))

    assert rows == [["Tilstand", "Frist"], ["venter", "2026-03-02 09:00"]]


def test_an_excel_sheet_holds_real_times(annas, process):
    Case.objects.filter(pk=make_waiting(process).pk).update(due_at=MONDAY_9)

    rows = sheet_of(annas.get(f"{XLSX}?column=subject&column=due"))

    assert rows[0] == ("Subject", "Deadline")
    assert rows[1][0] == ORDINARY
    assert rows[1][1].isoformat() == "2026-03-02T09:00:00"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(annas, process, sign):
    make_case(process, f'{sign}HYPERLINK("http://example.com")')

    line = rows_of(annas.get(f"{CSV}?list=all&column=subject"))[1][0]
    cell = sheet_of(annas.get(f"{XLSX}?list=all&column=subject"))[1][0]

    assert line.startswith(f"'{sign}")
    assert cell.startswith(f"'{sign}")


def test_tags_and_topics_are_named(annas, anna, process):
    case = make_waiting(process)
    marks.tag(case, name="warranty", by=anna, at=MONDAY_9)

    rows = rows_of(annas.get(f"{CSV}?column=tags&column=topic"))

    assert rows[0] == ["Topic", "Tags"]
    assert rows[1][1] == "warranty"
    assert "_" not in rows[1][0]


def test_the_journal_says_who_took_what(annas, anna, process):
    make_waiting(process)

    annas.get(f"{CSV}?level=1&column=subject")

    entry = newest()[0]
    assert (entry.event, entry.actor) == ("cases_exported", str(anna.public_id))
    assert json.loads(entry.facts) == {
        "form": "csv",
        "cases": 1,
        "columns": ["subject"],
        "narrowed_to": {"whose": "teams", "level": "1"},
    }


@pytest.mark.parametrize("address", [CSV, XLSX, f"{CSV}?list=all"])
def test_whoever_may_not_see_cases_saves_none(browser_of, process, address):
    make_waiting(process)

    assert browser_of(make_colleague(Role.HR)).get(address).status_code == 403
    assert not newest().filter(event="cases_exported").exists()


def test_no_other_organisations_case_is_in_it(annas, process, other_organisation):
    make_waiting(process)
    with enter(other_organisation):
        make_waiting(make_process(), "Theirs")

    rows = rows_of(annas.get(f"{CSV}?list=all&column=subject"))

    assert rows == [["Subject"], [ORDINARY]]


def test_a_case_that_is_there_when_many_are_read_in_steps(annas, process, monkeypatch):
    monkeypatch.setattr(paging.in_steps, "__defaults__", (2,))
    arrivals = [actions.Arrival(text=f"{ORDINARY} {i}.") for i in range(5)]
    cases = actions.open_cases(arrivals, process=process, at=MONDAY_9).cases
    actions.propose_and_route([case.pk for case in cases], at=MONDAY_9)

    for address in (CSV, f"{CSV}?list=all", f"{CSV}?list=all&sort=due"):
        rows = rows_of(annas.get(f"{address}{'&' if '?' in address else '?'}column=subject"))
        assert sorted(row[0] for row in rows[1:]) == sorted(case.subject for case in cases)


def many(process, count):
    organisation = process.organisation
    Case.objects.bulk_create(
        (
            Case(
                organisation=organisation,
                process=process,
                external_id=f"N-{i}",
                subject=f"Case {i} with a subject of a usual length",
                opened_at=MONDAY_9,
                due_at=MONDAY_9,
            )
            for i in range(count)
        ),
        batch_size=1000,
    )


def peak_of(browser):
    tracemalloc.start()
    answer = browser.get(f"{CSV}?list=all")
    lines = sum(piece.count(b"\n") for piece in answer.streaming_content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return lines, peak


def test_a_long_list_needs_no_more_memory_than_a_short_one(annas, process, monkeypatch):
    monkeypatch.setattr(paging.in_steps, "__defaults__", (100,))
    peak_of(annas)  # what the first page of all keeps in memory is not the list's
    many(process, 300)
    few, peak_of_few = peak_of(annas)
    Case.objects.all().delete()
    many(process, 4_500)

    lines, peak = peak_of(annas)

    assert (few, lines) == (301, 4_501)
    assert peak < peak_of_few * 1.5


def test_statements_grow_with_steps_and_not_with_cases(annas, process):
    def cost():
        with CaptureQueriesContext(connection) as seen:
            rows_of(annas.get(f"{CSV}?list=all&column=tags&column=subject"))
        return len(seen)

    make_waiting(process)
    one = cost()
    for _ in range(2):
        make_waiting(process)

    assert cost() == one


def test_one_case_is_saved_as_json_with_all_that_belongs_to_it(annas, anna, process):
    case = make_claimed(process, anna)
    actions.decide(case, answer="On Friday.", topic=case.topic, by=anna, at=MONDAY_9)

    answer = annas.get(f"/work/{case.public_id}/case.json")

    found = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith("attachment")
    assert [part["direction"] for part in found["thread"]] == ["in", "out"]
    assert found["decision"]["answer"] == "On Friday."
    assert found["proposal"]["skill"] == "triage"
    assert [one["event"] for one in found["history"]][-1] == "decided"
    assert newest()[0].event == "exported"


def test_one_case_is_saved_as_a_page_that_needs_nothing_else(annas, anna, process):
    case = make_claimed(process, anna)
    actions.decide(case, answer="On Friday.", topic=case.topic, by=anna, at=MONDAY_9)

    answer = annas.get(f"/work/{case.public_id}/case.html")

    said = words(answer)
    assert "On Friday." in said
    assert ORDINARY in said
    assert "AI's proposal" in said
    assert "Taken from Samspil by Anna Holm" in said
    assert b"<script" not in answer.content
    assert b"src=" not in answer.content


def test_the_paper_marks_evidence_without_colour(annas, process):
    case = make_waiting(process, ANGRY)

    answer = annas.get(f"/work/{case.public_id}/print/")

    assert "says that the customer is dissatisfied" in words(answer)
    assert b"<mark" in answer.content


@pytest.mark.parametrize("page", ["case.html", "case.json", "print/"])
def test_a_case_is_not_taken_away_by_whoever_may_not_see_it(browser_of, process, page):
    case = make_waiting(process)

    answer = browser_of(make_colleague(Role.HR)).get(f"/work/{case.public_id}/{page}")

    assert answer.status_code == 403


def test_a_printed_case_is_put_down_like_a_saved_one(annas, anna, process):
    case = make_waiting(process)

    annas.get(f"/work/{case.public_id}/print/")
    annas.post(f"/work/{case.public_id}/printed/")

    entries = newest().filter(event="exported")
    assert [(one.subject, one.actor) for one in entries] == [
        (str(case.public_id), str(anna.public_id))
    ] * 2
    assert [json.loads(one.facts) for one in entries] == [{"form": "paper", "round": 1}] * 2


def test_a_printed_list_is_put_down_with_how_many_cases(annas, anna, process):
    make_waiting(process)

    answer = annas.post("/work/printed/?level=1", {"cases": "1"})

    entry = newest()[0]
    assert answer.status_code == 204
    assert (entry.event, entry.actor) == ("cases_exported", str(anna.public_id))
    assert json.loads(entry.facts) == {
        "form": "paper",
        "cases": 1,
        "narrowed_to": {"whose": "teams", "level": "1"},
    }


@pytest.mark.parametrize("cases", ["", "0", "-1", "1001", "many"])
def test_a_printed_list_of_no_possible_length_is_not_put_down(annas, cases):
    answer = annas.post("/work/printed/", {"cases": cases})

    assert answer.status_code == 422
    assert not newest().filter(event="cases_exported").exists()


def test_whoever_may_not_see_cases_prints_none(browser_of, process):
    case = make_waiting(process)
    browser = browser_of(make_colleague(Role.HR))

    answers = [
        browser.post("/work/printed/", {"cases": "1"}),
        browser.post(f"/work/{case.public_id}/printed/"),
    ]

    assert [answer.status_code for answer in answers] == [403, 403]
    assert not newest().filter(event__in=["cases_exported", "exported"]).exists()
