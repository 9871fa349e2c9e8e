"""Who does which task, by program."""

import json

import pytest

from samspil.allocation.models import Move
from samspil.people.actions import make_token
from tests.factories import MONDAY_9


@pytest.fixture
def ask(client, lene):
    token = make_token(colleague=lene, name="x", at=MONDAY_9)

    def asked(method, path, body=None):
        answer = client.generic(
            method, f"/api/v1/allocation{path}", json.dumps(body), "application/json",
            headers={"Authorization": f"Bearer {token}"},
        )  # fmt: skip
        return answer.status_code, answer.json() if answer.content else None

    return asked


def test_a_program_reads_reasons_and_chooses_within_the_law(ask, invoices):
    here = f"/{invoices.public_id}"

    _ok, task = ask("GET", here)
    assert [one["source"] for one in task["reasons"]] == ["law", "evidence", "capability", "thumb"]
    said = {"criteria": {"rules": 4}, "about": "applicants", "decides": True}
    assert ask("PUT", f"{here}/judgement", said)[1]["division"] == "person_informed"
    assert ask("POST", f"{here}/choice", {"division": "ai_alone", "why": "x"})[0] == 422

    status, made = ask("POST", f"{here}/choice", {"division": "person_alone", "why": "x"})
    assert status == 201
    assert ask("POST", f"/moves/{made['id']}/undo")[0] == 204
    assert ask("POST", f"/moves/{made['id']}/undo")[0] == 409
    assert Move.objects.get().withdrawn_at is not None


def test_a_program_is_told_what_does_not_fit(ask, invoices):
    here = f"/{invoices.public_id}"

    assert ask("PUT", f"{here}/judgement", {"criteria": {"rules": 9}})[0] == 422
    assert ask("PUT", f"{here}/judgement", {"criteria": {"mood": 3}})[0] == 422
    assert ask("POST", f"{here}/place", {"creative": 2, "contact": 0, "why": "x"})[0] == 422
    assert ask("POST", f"{here}/place", {"creative": 0.9, "contact": 0.9})[0] == 422


def test_a_program_estimates_and_reads_what_to_start(ask, invoices):
    here = f"/{invoices.public_id}/estimate"
    said = {
        "saved_low": 0.2, "saved_high": 0.5, "days_low": 5, "days_high": 15, "risk": 2,
        "part": "automate",
    }  # fmt: skip

    for wrong in ({"saved_high": 1.2}, {"days_high": 1}, {"risk": 6}, {"part": "all"}):
        assert ask("PUT", here, said | wrong)[0] == 422
    assert ask("PUT", here, said)[0] == 204

    (found,) = ask("GET", "/portfolio")[1]
    assert (found["title"], found["advice"], found["ground"]) == (
        "Book invoices", "look", "unknown",
    )  # fmt: skip
