"""The journal as people read it, check it and take it along."""

import csv
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from samspil.core.roles import Role
from samspil.journal.anchor import Anchor, drop_anchor
from samspil.journal.models import Entry
from samspil.people.actions import take_on_ai
from samspil.tenancy.actions import enter
from samspil.trust.queries import PAGE
from samspil.work import actions
from tests.factories import (
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_colleague,
    make_process,
    make_team,
)
from tests.pages import source, words

pytestmark = pytest.mark.either

JOURNAL = "/journal/"


@pytest.fixture
def anna(organisation):
    return make_colleague(name="Anna Holm")


@pytest.fixture
def process(anna):
    return make_process(team=make_team(anna), name="Customer service")


@pytest.fixture
def officers(browser_of, organisation):
    return browser_of(make_colleague(Role.DATA_PROTECTION))


def numbers(answer):
    """The numbers of the entries on the page, in order."""
    found = re.findall(r'<td class="number sequence">(\d+)</td>', source(answer))
    return [int(number) for number in found]


def rows(answer):
    """The lines of an exported file."""
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content), delimiter=";"))


def events(answer):
    """What the entries of an exported file are, newest first."""
    return [row["event"] for row in rows(answer)]


def make_entries(process, count):
    arrivals = [actions.Arrival(text=f"{ORDINARY} {n}") for n in range(count)]
    actions.open_cases(arrivals, process=process, at=MONDAY_9)


def test_what_happened_is_told_in_sentences_with_names(officers, process, anna):
    take_on_ai(name="Triage", skill="triage")
    make_claimed(process, anna)

    said = words(officers.get(JOURNAL))

    assert "Taken from the queue. AH Anna Holm case" in said
    assert "Sorted as “Delivery status”. AI proposes and a person decides. Triage case" in said
    assert "The message arrived. Samspil case" in said
    assert "The process was set up. Samspil Customer service" in said


def test_leafing_through_the_journal_shows_every_entry_once(officers, process):
    make_entries(process, 2 * PAGE + 7)
    seen, address = [], JOURNAL

    while address:
        answer = officers.get(address)
        seen += numbers(answer)
        further = re.search(r'href="(\?[^"]*before=\d+)"', source(answer))
        address = f"{JOURNAL}{further[1]}".replace("&amp;", "&") if further else ""

    last = Entry.objects.count()
    assert seen == list(range(last, 0, -1))


def test_the_journal_can_be_narrowed_to_one_case_and_one_event(officers, process, anna):
    case = make_claimed(process, anna)
    make_claimed(process, anna)

    about = officers.get(f"{JOURNAL}?subject={case.public_id}")
    taken = officers.get(f"{JOURNAL}?subject={case.public_id}&event=claimed")

    assert len(numbers(about)) == 3
    assert len(numbers(taken)) == 1
    assert "No entry matches" in words(officers.get(f"{JOURNAL}?event=skill_taught"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("taken", ["claimed"]),
        ("TAKEN anna", ["claimed"]),
        ("taken samspil", []),
        ("samspil", ["routed", "opened", "process_made"]),
        ("customer", ["process_made"]),
        ("M-7", ["claimed", "routed", "opened"]),
        ("m-7", []),
        ("nobody", []),
        ("100%", []),
    ],
)
def test_words_find_what_happened_who_did_it_and_about_what(officers, process, anna, typed, found):
    arrival = actions.Arrival(text=ORDINARY, external_id="M-7")
    [case] = actions.open_cases([arrival], process=process, at=MONDAY_9).cases
    actions.propose_and_route([case.pk], at=MONDAY_9)
    actions.claim(case, by=anna, at=MONDAY_9)

    assert events(officers.get(f"{JOURNAL}export/", {"q": typed})) == found


def test_the_journal_can_be_narrowed_to_who_did_it(officers, process, anna):
    make_claimed(process, anna)

    by = officers.get(f"{JOURNAL}export/", {"by": str(anna.public_id)})

    assert events(by) == ["claimed"]


def test_the_journal_can_be_narrowed_to_days_of_the_companys_zone(officers, process):
    late = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # half past midnight on the third
    make_case(process)
    actions.open_cases([actions.Arrival(text="x")], process=process, at=late)

    second = officers.get(f"{JOURNAL}export/?since=2026-03-02&until=2026-03-02")
    third = officers.get(f"{JOURNAL}export/?since=2026-03-03")

    assert events(second) == ["opened", "process_made"]
    assert events(third) == ["opened"]


def test_an_export_speaks_the_readers_language(client_of, process):
    make_case(process)
    danes = client_of(make_colleague(Role.DATA_PROTECTION))

    exported = rows(danes.get(f"{JOURNAL}export/?event=opened"))

    assert exported[0]["sentence"] == "Beskeden kom ind."


def test_names_of_another_organisation_find_nothing(officers, process, other_organisation):
    make_case(process)
    with enter(other_organisation):
        stranger = make_colleague(name="Strange Stranger")
        make_claimed(make_process(team=make_team(stranger), name="Strange process"), stranger)

    assert events(officers.get(f"{JOURNAL}export/", {"q": "strange"})) == []
    assert "Strange" not in words(officers.get(JOURNAL))


def test_the_journal_leaves_as_an_excel_sheet_too(officers, process):
    make_case(process)

    answer = officers.get(f"{JOURNAL}export/?format=xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active

    assert [row[2] for row in sheet.values] == ["event", "opened", "process_made"]


@pytest.mark.parametrize(
    "nonsense",
    ["subject=x", "event=x", "before=x", "before=-3", "by=x", "since=x", f"q={'x' * 300}"],
)
def test_a_mistyped_address_shows_the_whole_journal(officers, process, nonsense):
    assert numbers(officers.get(f"{JOURNAL}?{nonsense}")) == [1]


def test_checking_a_sound_journal_says_so(officers, process):
    make_case(process)

    answer = officers.post(f"{JOURNAL}check/")

    assert "All is well: 2 entries checked, all as they were written." in words(answer)


def test_checking_a_journal_whose_end_was_cut_off_says_so(officers, organisation, process):
    gone = Anchor(sequence=3, seal="of an entry that is gone")
    drop_anchor(organisation.public_id, gone, follows=0)

    said = words(officers.post(f"{JOURNAL}check/"))

    assert "The journal is not as it was written: look at entry 2." in said
    assert "3 entries were anchored outside the database, 1 are left." in said


def test_the_verdict_is_sent_alone_to_htmx(officers, process):
    asked = {"HX-Request": "true", "HX-Target": "verdict"}

    answer = officers.post(f"{JOURNAL}check/", headers=asked)

    assert source(answer).strip().startswith('<div id="verdict"')


def test_the_export_holds_every_entry_with_its_seal(officers, process, anna):
    make_claimed(process, anna)

    exported = rows(officers.get(f"{JOURNAL}export/"))

    assert [int(row["sequence"]) for row in exported] == [4, 3, 2, 1]
    assert exported[0]["name"] == "Anna Holm"
    assert exported[0]["seal"] == Entry.objects.get(sequence=4).seal


def test_the_export_is_as_narrow_as_the_page(officers, process, anna):
    make_claimed(process, anna)

    exported = rows(officers.get(f"{JOURNAL}export/?event=claimed"))

    assert [row["event"] for row in exported] == ["claimed"]


def test_no_spreadsheet_calculates_what_a_name_says(officers, organisation):
    mallory = make_colleague(name="=HYPERLINK(A1)")
    make_claimed(make_process(team=make_team(mallory)), mallory)

    exported = rows(officers.get(f"{JOURNAL}export/?event=claimed"))

    assert exported[0]["name"] == "'=HYPERLINK(A1)"


def test_only_this_organisations_journal_is_shown(officers, process, other_organisation):
    with enter(other_organisation):
        make_case(make_process(name="Their process"))

    assert numbers(officers.get(JOURNAL)) == [1]
    assert len(rows(officers.get(f"{JOURNAL}export/"))) == 1


@pytest.mark.parametrize(
    ("role", "status"), [(Role.OWNER, 200), (Role.DATA_PROTECTION, 200), (Role.LEADER, 403)]
)
def test_the_journal_is_for_those_who_may_see_it(browser_of, process, role, status):
    reader = browser_of(make_colleague(role))

    assert reader.get(JOURNAL).status_code == status
    assert reader.post(f"{JOURNAL}check/").status_code == status
    assert reader.get(f"{JOURNAL}export/").status_code == status


def test_the_journal_costs_the_same_for_one_case_and_for_three(officers, process, anna):
    counts = []
    for more in (1, 2):
        for _ in range(more):
            make_claimed(process, anna)
        with CaptureQueriesContext(connection) as statements:
            officers.get(JOURNAL)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 12
