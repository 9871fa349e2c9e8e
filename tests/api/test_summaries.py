"""Programs have documents and meetings summarised."""

import base64

import pytest

from samspil.core.gateway.allowing import Purpose
from samspil.core.masking import DataClass
from samspil.summaries import actions
from samspil.summaries.models import Phrasing, Summary
from tests.factories import MONDAY_9
from tests.governance.serving import make_server
from tests.model_server import model_server
from tests.summaries.conftest import SPECIFICATION, TRANSCRIPT


def test_a_program_asks_for_a_summary_and_fetches_it(program):
    body = {"name": "launch.vtt", "kind": "meeting", "met_on": "2027-01-13"}
    content = base64.b64encode(TRANSCRIPT.encode()).decode()

    status, made = program.post("/summaries", {**body, "content": content})
    assert (status, made["state"]) == (201, "waiting")
    actions.make(Summary.objects.get().pk, at=MONDAY_9)
    status, found = program.get(f"/summaries/{made['id']}")

    assert (status, found["summary"]["state"]) == (200, "made")
    action = next(one for one in found["points"] if one["sort"] == "action")
    assert (action["owner"], action["due"], action["seconds"]) == ("Bo Lind", "2027-01-15", 7)
    assert program.get("/summaries")[1]["summaries"][0]["id"] == made["id"]


def test_a_program_takes_a_summary_away(program):
    _, made = program.post("/summaries", {"name": "a.md", "content": "SGVq"})

    actions.remove_summary(Summary.objects.get(), by=program.colleague, at=MONDAY_9)

    assert program.get(f"/summaries/{made['id']}")[0] == 404


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": "a.md", "content": ""},
        {"kind": "meeting", "name": "a.vtt", "content": "SGVq"},
        {"document": "01a20000-0000-7000-8000-000000000000"},
    ],
)
def test_a_program_is_told_what_is_missing(program, body):
    assert program.post("/summaries", body)[0] == 422


def test_a_program_has_a_summary_phrased_and_reads_it(program):
    content = base64.b64encode(SPECIFICATION.encode()).decode()
    _, made = program.post("/summaries", {"name": "station.md", "content": content})
    actions.make(Summary.objects.get().pk, at=MONDAY_9)
    there = f"/summaries/{made['id']}"
    refused = program.post(f"{there}/phrasing")[0]
    before = program.get(there)[1]["phrasing"]

    with model_server("The pump station supplies the town with water [1].", "NONE") as script:
        make_server(
            program.colleague, script.url, of=DataClass.CONFIDENTIAL,
            purposes=frozenset({Purpose.SUMMARIES}),
        )  # fmt: skip
        status = program.post(f"{there}/phrasing")[0]
        for part in range(2):
            actions.phrase_part(Phrasing.objects.get().pk, part, at=MONDAY_9)

    assert (refused, before, status) == (409, None, 202)
    found = program.get(there)[1]
    assert (found["phrasing"]["over"], found["phrasing"]["done"]) == (True, 2)
    assert [one["sort"] for one in found["phrasing"]["points"]][:2] == ["phrased", "sentence"]
    assert {one["sort"] for one in found["points"]} == {"sentence"}
