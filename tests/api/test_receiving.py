"""Further messages by program."""

from samspil.core.roles import Role
from samspil.work import actions
from tests.factories import MONDAY_9, make_claimed, make_waiting


def test_a_further_message_opens_a_closed_case_again(program, process):
    case = make_claimed(process, program.colleague)
    actions.decide(case, answer="", topic="", by=program.colleague, at=MONDAY_9)
    body = {"text": "It leaks again", "id": "m-2"}

    status, said = program.post(f"/cases/{case.public_id}/messages", body)
    _, again = program.post(f"/cases/{case.public_id}/messages", body)

    assert (status, said["stage"]) == (200, "arrived")
    assert len(again["thread"]) == 2


def test_an_answer_joins_the_case_of_the_message_it_answers(program, process):
    first = {"text": "It leaks", "id": "a@shop"}
    answer = {"text": "It still leaks", "id": "b@shop", "in_reply_to": "<a@shop>"}

    _, said = program.post("/messages", {"messages": [first, answer]})

    assert said["joined"] == [said["opened"][0]["case"]]


def test_whoever_may_not_bring_messages_in_adds_none(program_of, process):
    case = make_waiting(process)

    status, _ = program_of(Role.REVIEWER).post(f"/cases/{case.public_id}/messages", {"text": "x"})

    assert status == 403
