"""Messages in by program."""

import pytest

from samspil.core.roles import Role
from samspil.work.models import Case, Message
from tests.factories import ANGRY, make_process


def test_messages_become_cases_and_their_numbers_come_back(program, process):
    body = {
        "messages": [
            {"id": "a", "text": "Hej", "sender": "k@example.com", "subject": "Ordre"},
            {"text": "Uden nummer"},
        ]
    }

    status, said = program.post("/messages", body)

    first, second = Case.objects.order_by("pk")
    assert status == 202
    assert said == {
        "opened": [
            {"id": "a", "case": str(first.public_id)},
            {"id": str(second.public_id), "case": str(second.public_id)},
        ],
        "joined": [],
        "duplicates": [],
        "errors": [],
    }
    assert (first.subject, Message.objects.get(case=first).sender) == ("Ordre", "k@example.com")


def test_the_same_number_again_opens_nothing_and_names_the_case(program, process):
    body = {"messages": [{"id": "a", "text": "Hej"}]}
    _, first = program.post("/messages", body)

    status, again = program.post("/messages", body)

    assert (status, again["opened"], again["duplicates"]) == (202, [], first["opened"])


def test_a_wrong_message_is_named_and_the_others_come_in(program, process):
    body = {"messages": [{"text": "Hej"}, {"body": "x"}, 5, {"text": "", "id": "empty"}]}

    status, said = program.post("/messages", body)

    assert status == 202
    assert len(said["opened"]) == 2
    assert said["errors"] == [
        {"place": 1, "detail": "There is no text: give the row a field named “text”."},
        {"place": 2, "detail": "A message is an object with a text."},
    ]


def test_what_stands_in_the_journal_is_who_sent_them(program, process):
    program.post("/messages", {"messages": [{"text": "Hej"}]})
    case = Case.objects.get()

    _, said = program.get(f"/cases/{case.public_id}")

    assert [(one["event"], one["actor"]) for one in said["history"]] == [
        ("opened", str(program.colleague.public_id))
    ]


def test_with_several_processes_one_must_be_named(program, process):
    other = make_process(name="Suppliers")
    body = {"messages": [{"text": "Hej"}]}

    assert program.post("/messages", body) == (
        422,
        {"detail": "Name the process: there is not exactly one."},
    )
    assert program.post("/messages", {**body, "process": str(other.public_id)})[0] == 202


def test_an_operator_may_send_messages_but_read_no_case(program_of, process):
    operator = program_of(Role.OPERATOR)

    assert operator.post("/messages", {"messages": [{"text": "Hej"}]})[0] == 202
    assert operator.get("/cases")[0] == 403


@pytest.mark.parametrize("named", [True, False])
def test_the_dry_look_tells_who_would_take_it_and_stores_nothing(program, process, named: bool):
    body = {"messages": [{"id": "m", "text": ANGRY}]}
    where = {"process": str(process.public_id)} if named else {}

    status, said = program.post("/triage", {**body, **where})

    look = said["looks"][0]
    assert (status, look["id"], look["route"], look["level"]) == (200, "m", "person", "3")
    assert look["cue"] == "dissatisfied"
    assert look["reason"].startswith("The customer is dissatisfied (“")
    assert all(ANGRY[one["start"] : one["end"]] == one["quote"] for one in look["evidence"])
    assert Case.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_sending_more_messages_costs_no_more_statements(
    program, process, django_assert_max_num_queries, count: int
):
    body = {"messages": [{"id": str(number), "text": "Hej"} for number in range(count)]}

    with django_assert_max_num_queries(26):
        assert program.post("/messages", body)[0] == 202
