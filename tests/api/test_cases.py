"""Reading, claiming and deciding cases by program."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samspil.core.roles import Role
from samspil.work import actions as work
from samspil.work.models import Case
from tests.factories import (
    ANGRY,
    MONDAY_9,
    ORDINARY,
    make_case,
    make_claimed,
    make_process,
    make_team,
    make_waiting,
)


def ids(said) -> list[str]:
    return [one["id"] for one in said["cases"]]


def test_a_list_shows_where_each_case_stands(program, process):
    case = make_waiting(process, ANGRY)

    status, said = program.get("/cases")

    assert (status, said["next"]) == (200, None)
    line = said["cases"][0]
    assert (line["id"], line["process"]) == (str(case.public_id), str(process.public_id))
    assert (line["stage"], line["route"], line["level"], line["reason"]) == (
        "waiting",
        "person",
        "3",
        "dissatisfied",
    )


def test_pages_of_a_list_show_every_case_once(program, process):
    made = [str(make_case(process).public_id) for _ in range(5)]
    seen: list[str] = []
    after: dict[str, str | None] = {}

    for _ in range(3):
        _, said = program.get("/cases", size=2, **after)
        seen += ids(said)
        after = {"after": said["next"]}

    assert (seen, after) == (made, {"after": None})


def test_a_list_can_be_narrowed(program, process):
    other = make_process(name="Suppliers")
    angry, arrived = make_waiting(process, ANGRY), make_case(other)

    assert ids(program.get("/cases", process=other.public_id)[1]) == [str(arrived.public_id)]
    assert ids(program.get("/cases", stage="arrived")[1]) == [str(arrived.public_id)]
    assert ids(program.get("/cases", route="person")[1]) == [str(angry.public_id)]
    assert ids(program.get("/cases", level="3", stage="waiting")[1]) == [str(angry.public_id)]
    assert ids(program.get("/cases", level="1")[1]) == []


def test_one_case_comes_with_all_that_belongs_to_it(program, process):
    case = make_waiting(process)

    status, said = program.get(f"/cases/{case.public_id}")

    assert status == 200
    assert [(one["direction"], one["text"]) for one in said["thread"]] == [("in", ORDINARY)]
    assert said["proposal"]["options"][0]["result"] == "delivery_status"
    for passage in said["proposal"]["evidence"]:
        assert ORDINARY[passage["start"] : passage["end"]] == passage["quote"]
    assert [one["event"] for one in said["history"]] == ["opened", "routed"]
    assert said["decision"] is None


def test_a_case_is_taken_decided_and_closed(program, process):
    case = make_waiting(process)
    address = f"/cases/{case.public_id}"

    _, taken = program.post(f"{address}/claim")
    status, said = program.post(
        f"{address}/decide", {"answer": "It comes today.", "topic": "delivery_status"}
    )

    assert taken["stage"] == "claimed"
    assert (status, said["stage"]) == (200, "closed")
    assert said["decision"]["by"] == program.colleague.name
    assert said["thread"][-1]["direction"] == "out"
    assert said["thread"][-1]["text"].startswith("It comes today.")


def test_who_comes_second_is_told_so_and_changes_nothing(program, program_of, process):
    case = make_waiting(process)
    second = program_of(Role.LEADER)
    program.post(f"/cases/{case.public_id}/claim")

    answers = [
        second.post(f"/cases/{case.public_id}/{verb}", {"answer": "x", "team": team})
        for verb, team in (
            ("claim", None),
            ("release", None),
            ("decide", None),
            ("hand-over", str(make_team().public_id)),
        )
    ]

    assert [status for status, _ in answers] == [409] * 4
    assert all(
        "Nothing of yours" in said["detail"] or "hold" in said["detail"] for _, said in answers
    )
    assert Case.objects.get(pk=case.pk).claimed_by == program.colleague


def test_a_reviewer_of_another_team_is_refused(program_of, process):
    case = make_waiting(process)

    status, said = program_of(Role.REVIEWER).post(f"/cases/{case.public_id}/claim")

    assert (status, said) == (403, {"detail": "This case waits for another team."})


def test_a_case_is_given_back_and_handed_over_with_a_note(program, process):
    case = make_claimed(process, program.colleague)
    team = make_team(program.colleague, name="Technicians")
    address = f"/cases/{case.public_id}"

    released = program.post(f"{address}/release")
    program.post(f"{address}/claim")
    status, said = program.post(
        f"{address}/hand-over", {"team": str(team.public_id), "note": "Knows the pump."}
    )

    assert (released[0], released[1]["stage"]) == (200, "waiting")
    assert (status, said["stage"], said["thread"][-1]["text"]) == (
        200,
        "waiting",
        "Knows the pump.",
    )
    assert Case.objects.get(pk=case.pk).team == team


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "Write an answer, or say close_without_reply."),
        ({"answer": " \n"}, "Write an answer, or say close_without_reply."),
        ({"answer": "Hi", "topic": "moon"}, "This process knows no such topic."),
        ({"answer": 5}, "answer: Input should be a valid string"),
    ],
)
def test_a_decision_that_is_not_one_is_refused_with_a_sentence(program, process, body, sentence):
    case = make_claimed(process, program.colleague)

    status, said = program.post(f"/cases/{case.public_id}/decide", body)

    assert (status, said["detail"]) == (422, sentence)


def test_a_case_may_be_closed_without_a_reply(program, process):
    case = make_claimed(process, program.colleague)

    status, said = program.post(f"/cases/{case.public_id}/decide", {"close_without_reply": True})

    assert (status, said["stage"], len(said["thread"])) == (200, "closed", 1)


def test_ai_is_stopped_and_let_to_work_again(program, process):
    address = f"/processes/{process.public_id}/stop"

    _, stopped = program.post(address, {"why": "It errs."})
    listed = program.get("/processes")[1]["processes"]
    _, lifted = program.send("DELETE", address)

    assert (stopped["stop"]["why"], stopped["stop"]["everywhere"]) == ("It errs.", False)
    assert listed == [stopped]
    assert lifted["stop"] is None


def test_a_process_shows_that_ai_is_stopped_everywhere(program, process):
    work.stop(None, why="Fire", by=program.colleague, at=MONDAY_9)

    said = program.get("/processes")[1]["processes"]

    assert [one["stop"]["everywhere"] for one in said] == [True]


def test_the_journal_is_checked(program, process):
    make_waiting(process)

    status, said = program.get("/journal/verify")

    assert (status, said["whole"], said["broken_at"], said["why"]) == (200, True, None, "")
    assert said["entries"] > 0


def test_the_journal_is_read_page_by_page(program, process):
    case = make_waiting(process)

    first = program.get("/journal?size=2&by=system")[1]
    second = program.get(f"/journal?size=2&by=system&before={first['next']}")[1]
    about = program.get(f"/journal?subject={case.public_id}&q=arrived")[1]["entries"]

    assert [one["event"] for one in first["entries"]] == ["routed", "opened"]
    assert ([one["event"] for one in second["entries"]], second["next"]) == (["process_made"], None)
    assert [one["sentence"] for one in about] == ["The message arrived."]


def statements(program, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert program.get(address)[0] == 200
    return len(seen)


def test_lists_and_cases_cost_the_same_for_one_row_as_for_three(program, process):
    case = make_waiting(process)
    addresses = ("/cases", "/processes", f"/cases/{case.public_id}")
    one = [statements(program, address) for address in addresses]
    for number in range(2):
        make_waiting(make_process(name=f"More {number}"))
    work.claim(case, by=program.colleague, at=MONDAY_9)
    work.release(case, by=program.colleague, at=MONDAY_9)

    three = [statements(program, address) for address in addresses]

    assert one == three
    assert max(one) <= 12
