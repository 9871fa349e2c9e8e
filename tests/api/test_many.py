"""Many cases by program: do one thing to them, undo it, take the list away."""

import csv
import io

import pytest
from django.test import Client

from samspil.core.roles import Role
from samspil.journal.queries import newest
from samspil.work.models import Case
from tests.factories import ANGRY, ORDINARY, make_team, make_waiting


@pytest.fixture
def cases(process):
    return [make_waiting(process, f"{ORDINARY} {i}.") for i in range(2)]


def ids(cases):
    return [str(case.public_id) for case in cases]


def test_cases_are_moved_and_moved_back(program, process, cases):
    angry = make_waiting(process, ANGRY)
    team = make_team(program.colleague)
    body = {"action": "move", "cases": ids([*cases, angry]), "team": str(team.public_id)}

    status, said = program.post("/batches", body)
    moved = {case.team for case in Case.objects.filter(pk__in=[case.pk for case in cases])}
    undone = program.post(f"/batches/{said['id']}/undo")[1]

    assert (status, said["progress"], said["done"], said["left"]) == (200, "done", 2, 1)
    assert said["left_out"] == [
        {
            "id": str(angry.public_id),
            "why": "it is an experienced person's matter (level 3), to be judged by itself",
        }
    ]
    assert moved == {team}
    assert (undone["progress"], undone["undone"]) == ("undone", 2)
    assert program.post(f"/batches/{said['id']}/undo")[0] == 409
    assert program.get(f"/batches/{said['id']}")[1]["progress"] == "undone"


@pytest.mark.parametrize(
    "said",
    [
        {"action": "move"},
        {"action": "agree"},
        {"action": "decide"},
        {"action": "put_aside", "until": "2020-01-01T00:00:00Z"},
        {"action": "untag", "tag": "nobody wears it"},
        {"action": "move", "team": "0192a7f4-0000-7000-8000-000000000000"},
        {"action": "close"},
    ],
)
def test_what_is_not_whole_or_not_lawful_is_refused(program, cases, said):
    assert program.post("/batches", {"cases": ids(cases), **said})[0] == 422
    assert {case.stage for case in Case.objects.all()} == {"waiting"}


def test_at_most_a_thousand_cases_are_named(program, cases):
    body = {"action": "tag", "tag": "x", "cases": ids(cases) * 501}

    assert program.post("/batches", body)[0] == 422


def test_whoever_decides_no_cases_changes_none(program_of, cases):
    body = {"action": "tag", "tag": "x", "cases": ids(cases)}

    assert program_of(Role.HR).post("/batches", body)[0] == 403


def export(program, **query):
    headers = {"Authorization": f"Bearer {program.token}"}
    return Client().get("/api/v1/cases", query, headers=headers)


def test_the_list_comes_as_csv_with_the_columns_asked_for(program, process, cases):
    make_waiting(process, ANGRY)

    answer = export(program, format="csv", level="3", column=["subject", "level"])

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";")) == [
        ["Subject", "Level"],
        [ANGRY, "3"],
    ]
    assert newest()[0].event == "cases_exported"


def test_the_list_comes_as_a_sheet(program, cases):
    answer = export(program, format="xlsx")

    assert b"".join(answer.streaming_content).startswith(b"PK")


def test_a_list_is_taken_away_only_by_whoever_may_see_it(program_of, cases):
    assert export(program_of(Role.HR), format="csv").status_code == 403
