"""Programs list skills and versions, keep examples, teach, and choose a version."""

import json

import pytest

from samspil.config.jobs import HANDLERS
from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.teaching.actions import TEACH
from samspil.teaching.models import Lesson, Version
from tests.factories import MONDAY_9, make_colleague
from tests.teaching.conftest import ROWS

API = "/api/v1"


@pytest.fixture
def program(organisation, client):
    client.defaults["HTTP_AUTHORIZATION"] = _bearer(Role.PROCESS_OWNER)
    return client


def _bearer(role):
    token = make_token(colleague=make_colleague(role), name="a program", at=MONDAY_9)
    return f"Bearer {token}"


def post(client, path, body=None):
    return client.post(f"{API}{path}", json.dumps(body or {}), content_type="application/json")


def test_from_examples_to_a_version_in_use(program, process, organisation):
    here = f"/processes/{process.public_id}"
    body = {"examples": [{"text": text, "topic": topic} for text, topic in ROWS]}

    assert post(program, f"{here}/lessons").status_code == 422
    kept = post(program, f"{here}/examples", body).json()
    started = post(program, f"{here}/lessons")
    Lesson.objects.update(words_only=True)
    lesson = started.json()["id"]
    HANDLERS[TEACH]({"organisation": str(organisation.public_id), "lesson": lesson})
    done = program.get(f"{API}/lessons/{lesson}").json()
    used = post(program, f"/versions/{done['version']}/use").json()
    listed = program.get(f"{API}{here}/versions").json()["versions"]
    skills = program.get(f"{API}/skills").json()["skills"]

    assert kept == {"added": 24, "changed": 0, "known": 0}
    assert (started.status_code, started.json()["stage"]) == (202, "running")
    assert (done["stage"], done["share"], done["problem"]) == ("done", 1.0, "")
    assert (used["in_use"], used["right"], used["tried"]) == (True, 24, 24)
    assert {one["origin"]: one["in_use"] for one in listed} == {"starter": False, "taught": True}
    assert skills[0]["processes"][0]["version"] == done["version"]


def test_a_topic_may_be_given_by_its_name(program, process):
    body = {"examples": [{"text": "Hvor er den?", "topic": "leveringsstatus"}]}

    post(program, f"/processes/{process.public_id}/examples", body)

    skills = program.get(f"{API}/skills").json()["skills"]
    assert skills[0]["processes"][0]["few"] == ["Delivery status"]


def test_a_reviewers_program_sees_skills_and_teaches_nothing(client, process):
    client.defaults["HTTP_AUTHORIZATION"] = _bearer(Role.REVIEWER)
    body = {"examples": [{"text": "Where?", "topic": "x"}]}

    assert client.get(f"{API}/skills").status_code == 200
    assert post(client, f"/processes/{process.public_id}/examples", body).status_code == 403
    assert post(client, f"/processes/{process.public_id}/lessons").status_code == 403
    assert not Version.objects.exists()
