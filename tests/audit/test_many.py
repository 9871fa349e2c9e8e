"""A table of many people's answers: looked at, brought in, counted like sheets, taken out."""

import html
import re
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pytest
from django.test import Client

from samspil.adapters.tables import sheet as excel
from samspil.audit import actions
from samspil.audit.models import Answer, Audit, Bringing, Figures, Sheet, Task
from samspil.audit.queries import (
    answers_of,
    look_at_table,
    progress_of,
    read_table_of_many,
    still_silent,
)
from samspil.core.audit.parting import Person
from samspil.core.roles import NotAllowed, Role
from samspil.journal.models import Entry
from samspil.people.actions import make_token
from tests.audit.conftest import answered, listed, made_people
from tests.factories import MONDAY_9, make_colleague, make_team
from tests.pages import english, source, words

pytestmark = pytest.mark.either
HEAD = "person;team;address;task;times;per;minutes\n"


@pytest.fixture
def round_(lene):
    """A round that is open whenever these tests are run."""
    make_team(lene, name="Sales")
    return actions.open_audit(
        "Spring", opens=MONDAY_9.date(), closes=date(2126, 1, 1), teams=[], by=lene, at=MONDAY_9
    )


def table(n: int, *, task: str = "Answer mail", minutes: int = 60, address: str = "") -> str:
    """So many people of sales who say the same; the address is the first one's."""
    return HEAD + "".join(
        f"Label {one};Sales;{address if not one else ''};{task};1;week;{minutes}\n"
        for one in range(n)
    )


def people_in(audit: Audit, text: str) -> Sequence[Person]:
    rows = read_table_of_many(BytesIO(text.encode()))
    return look_at_table(rows, audit, chosen={}, language="en").people


def brought(audit: Audit, text: str, *, by) -> Bringing:
    return actions.bring_table(audit, people_in(audit, text), by=by, at=MONDAY_9)


def test_what_a_table_brings_in_is_counted_like_sheets_and_then_deleted(round_, lene):
    task = listed("Answer mail", by=lene)
    brought(round_, table(6), by=lene)
    for one in made_people(5):
        answered(round_, one, task)
    assert progress_of(round_).brought == 6
    assert progress_of(round_).handed_in == 5

    actions.close_audit(round_, by=lene, at=MONDAY_9)

    whole = Figures.objects.get(task=task, team=None)
    assert (whole.people, whole.hours) == (11, 11.0)
    assert Figures.objects.get(task=task, team__name="Sales").people == 6
    assert Sheet.objects.count() == 5
    assert Bringing.objects.get().people == 6


def test_no_label_and_no_address_is_kept_anywhere(round_, lene):
    brought(round_, table(5, address="ida@example.com"), by=lene)

    kept = [str(row) for model in (Sheet, Answer, Bringing, Task) for row in model.objects.values()]
    entries = [str(row) for row in Entry.objects.values()]
    assert "Answer mail" in "".join(kept)
    assert not [one for one in (*kept, *entries) if "Label" in one or "ida@" in one]


def test_whoever_hands_in_their_own_sheet_counts_once_whichever_came_first(round_, lene):
    task = listed("Answer mail", by=lene)
    ida = make_colleague(Role.EMPLOYEE, email="ida@example.com")
    bo = make_colleague(Role.EMPLOYEE, email="bo@example.com")
    answered(round_, bo, task)
    lines = table(7, address="IDA@example.com").replace(
        "Label 6;Sales;;", "B;Sales;bo@example.com;"
    )
    brought(round_, lines, by=lene)
    answered(round_, ida, task)
    for one in made_people(3):
        answered(round_, one, task)

    actions.close_audit(round_, by=lene, at=MONDAY_9)

    assert Figures.objects.get(task=task, team=None).people == 10


def test_whoever_only_began_a_sheet_is_counted_from_the_table(round_, lene):
    ida = make_colleague(Role.EMPLOYEE, email="ida@example.com")
    actions.begin_sheet(round_, by=ida, at=MONDAY_9)
    brought(round_, table(5, address="ida@example.com"), by=lene)

    actions.close_audit(round_, by=lene, at=MONDAY_9)

    assert Figures.objects.get(team=None).people == 5


def test_the_look_does_not_tell_who_handed_in(round_, lene):
    ida = make_colleague(Role.EMPLOYEE, email="ida@example.com")
    answered(round_, ida, listed("Answer mail", by=lene))
    rows = read_table_of_many(BytesIO(table(5, address="ida@example.com").encode()))

    looked = look_at_table(rows, round_, chosen={}, language="en")

    assert (len(looked.people), looked.wrong) == (5, [])
    assert progress_of(round_).handed_in == 0


def test_a_person_may_have_their_answers_in_a_table_withdrawn_told_and_erased(round_, lene):
    ida = make_colleague(Role.EMPLOYEE, email="ida@example.com")
    brought(round_, table(5, address="ida@example.com"), by=lene)
    assert answers_of("Ida@example.com").count() == 1

    assert actions.forget_sheets("ida@example.com") == 1
    assert Sheet.objects.count() == 4

    brought(round_, table(6, address="ida@example.com"), by=lene)
    actions.withdraw(actions.begin_sheet(round_, by=ida, at=MONDAY_9))
    assert Sheet.objects.count() == 9


def test_the_whole_table_is_taken_out_until_the_round_is_over(round_, lene):
    made = brought(round_, table(5, task="Own words"), by=lene)

    assert actions.take_table_out(made, by=lene, at=MONDAY_9)

    assert not Sheet.objects.exists()
    assert not Task.objects.exists()
    assert not actions.take_table_out(made, by=lene, at=MONDAY_9)
    again = brought(round_, table(5), by=lene)
    actions.close_audit(round_, by=lene, at=MONDAY_9)
    with pytest.raises(actions.NotNow, match="counted and deleted"):
        actions.take_table_out(again, by=lene, at=MONDAY_9)
    events = list(Entry.objects.values_list("event", flat=True))
    assert events.count("audit_brought") == 2
    assert events.count("audit_taken_out") == 1


def test_the_same_table_comes_in_once_and_nobody_is_no_table(round_, lene):
    people = people_in(round_, table(5))
    actions.bring_table(round_, people, by=lene, at=MONDAY_9)

    with pytest.raises(actions.UnfitBringing, match="brought in before"):
        actions.bring_table(round_, people, by=lene, at=MONDAY_9)
    with pytest.raises(actions.UnfitBringing, match="nobody"):
        actions.bring_table(round_, [], by=lene, at=MONDAY_9)
    assert Sheet.objects.count() == 5


def test_only_who_shares_out_work_brings_tables_in_and_only_while_it_is_open(round_, lene, emil):
    with pytest.raises(NotAllowed):
        brought(round_, table(5), by=emil)
    people = people_in(round_, table(5))
    actions.close_audit(round_, by=lene, at=MONDAY_9)

    with pytest.raises(actions.NotNow, match="while it is open"):
        actions.bring_table(round_, people, by=lene, at=MONDAY_9)


def test_those_who_are_silent_are_still_reminded(round_, lene, emil):
    brought(round_, table(5), by=lene)

    assert set(still_silent(round_)) == {lene, emil}


def test_a_file_is_looked_at_its_tasks_placed_and_brought_in_with_a_way_back(
    round_, lene, client_of
):
    leader = english(client_of(lene))
    address = f"/audits/{round_.public_id}/tables/new/"
    mail = listed("Answer mail", by=lene)
    lines = table(5, task="Answer mails") + "Label 9;;;Reports;1;week;10\n"
    rows = [line.split(";") for line in lines.splitlines()]
    file = BytesIO(excel(rows))
    file.name = "asked.xlsx"

    looked = leader.post(address, {"file": file})

    shown = words(looked)
    assert "5 people, 5 answers" in shown
    assert "Row 7: the team is empty." in shown
    assert "Label 0" not in source(looked)
    assert not Sheet.objects.exists()
    page = source(looked)
    text = re.search(r'name="text" value="([^"]+)"', page)
    field = re.search(r'name="(task-[0-9a-f]+)"', page)
    assert text is not None
    assert field is not None
    assert f"task:{mail.public_id}" in page
    said = {"text": html.unescape(text[1]), "seen": "1", "sure": "yes"}
    done = leader.post(address, said | {field[1]: f"task:{mail.public_id}"}, follow=True)

    assert "Answers of 5 people came in." in words(done)
    assert set(Answer.objects.values_list("task", flat=True)) == {mail.pk}
    undo = re.search(r"/audits/[^/]+/tables/[^/]+/undo/", source(done))
    assert undo is not None
    assert "The table is out again" in words(leader.post(undo[0], follow=True))
    assert not Sheet.objects.exists()


def test_what_placing_a_task_makes_wrong_is_shown_before_anything_is_kept(round_, lene, client_of):
    leader = english(client_of(lene))
    listed("Answer mail", by=lene)
    address = f"/audits/{round_.public_id}/tables/new/"
    lines = table(5) + "Label 0;Sales;;Mails answered;1;week;5\n"
    mail = Task.objects.get()
    field = re.search(r'name="(task-[0-9a-f]+)"', source(leader.post(address, {"text": lines})))
    assert field is not None

    chosen = {field[1]: f"task:{mail.public_id}"}
    shown = leader.post(address, {"text": lines, "seen": "0", "sure": "yes"} | chosen)

    assert "one person says different things of one task" in words(shown)
    assert not Sheet.objects.exists()


@pytest.mark.parametrize("text", ["Hello", HEAD, "task;times\nMail;1\n"])
def test_what_is_no_table_of_many_is_refused_in_words(text, round_, lene, client_of):
    shown = english(client_of(lene)).post(f"/audits/{round_.public_id}/tables/new/", {"text": text})

    assert shown.status_code == 422
    assert not Sheet.objects.exists()


def test_whose_answers_a_table_holds_is_told_so_on_their_own_page(round_, lene, client_of):
    ida = make_colleague(Role.EMPLOYEE, email="ida@example.com")
    mine = f"/audits/{round_.public_id}/mine/"
    assert "A table that was brought in" not in words(english(client_of(ida)).get(mine))
    brought(round_, table(5, address="ida@example.com"), by=lene)

    assert "A table that was brought in holds answers of yours" in words(
        english(client_of(ida)).get(mine)
    )


def test_by_program_a_table_is_looked_at_brought_in_and_taken_out(round_, lene, emil):
    address = f"/api/v1/audits/{round_.public_id}/tables"
    program = _program(lene)
    rows = [{"person": f"L{n}", "task": "Order parts", "times": 1, "minutes": 30} for n in range(5)]
    body = {"rows": [*rows, rows[0] | {"minutes": -1, "task": "X"}]}

    looked = program.post(address, body, content_type="application/json")

    assert (looked.status_code, looked.json()["id"], looked.json()["people"]) == (200, None, 5)
    assert looked.json()["left_out"] == ["Row 7: The minutes must be more than 0."]
    assert not Sheet.objects.exists()
    sure = body | {"sure": True, "stands_for": {"Order parts": "library:2493"}}
    made = program.post(address, sure, content_type="application/json")
    assert made.status_code == 201
    assert Task.objects.get().library == 2493
    assert [one["people"] for one in program.get(address).json()] == [5]
    assert program.delete(f"{address}/{made.json()['id']}").status_code == 204
    assert not Sheet.objects.exists()
    refused = _program(emil).post(address, sure, content_type="application/json")
    assert refused.status_code == 403


@pytest.mark.parametrize("n", [1, 3])
def test_a_look_costs_the_same_for_one_person_as_for_many(
    n, round_, lene, django_assert_num_queries
):
    rows = read_table_of_many(BytesIO(table(n, address="a@x.dk").encode()))

    with django_assert_num_queries(4):
        assert len(look_at_table(rows, round_, chosen={}, language="en").people) == n


def _program(colleague) -> Client:
    token = make_token(colleague=colleague, name="x", at=MONDAY_9)
    return Client(headers={"Authorization": f"Bearer {token}"})
