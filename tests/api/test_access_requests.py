"""Requests for access by program, from being taken down to being answered."""

import io
import zipfile

import pytest
from django.test import Client
from django.utils import timezone

from samspil.core.roles import Role
from samspil.journal.queries import newest
from samspil.trust.actions import make_pack
from samspil.trust.models import AccessRequest
from tests.factories import make_process, make_waiting

ASKED = {"address": " kunde@example.com ", "received_on": "2026-03-02", "language": "da"}

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def officer(program_of):
    return program_of(Role.DATA_PROTECTION)


def test_a_request_is_taken_down_its_pack_fetched_and_the_answer_noted(officer):
    make_waiting(make_process())
    status, asked = officer.post("/access-requests", ASKED)
    here = f"/access-requests/{asked['id']}"
    assert (status, asked["address"], asked["due_on"]) == (201, "kunde@example.com", "2026-04-02")
    assert officer.get(f"{here}/pack")[0] == 409

    make_pack(asked["id"], at=timezone.now())
    pack = Client().get(f"/api/v1{here}/pack", headers={"Authorization": f"Bearer {officer.token}"})
    status, said = officer.post(f"{here}/answer", {"result": "sent", "note": "By letter."})

    assert zipfile.is_zipfile(io.BytesIO(pack.content))
    assert (status, said["answer"], said["note"], said["share"]) == (200, "sent", "By letter.", 1.0)
    assert said["held"]["cases"] == 1
    assert officer.get("/access-requests") == (200, [said])
    assert [entry.event for entry in newest()][:2] == ["access_answered", "access_pack_fetched"]

    assert officer.post(f"{here}/anew")[1]["stage"] == "making"
    assert officer.get(f"{here}/pack")[0] == 409


@pytest.mark.parametrize("wrong", [{"address": " "}, {"received_on": "2999-01-01"}])
def test_a_request_of_nobody_or_of_a_day_to_come_is_refused(officer, wrong):
    assert officer.post("/access-requests", ASKED | wrong)[0] == 422
    assert not AccessRequest.objects.exists()


def test_whoever_does_not_answer_for_data_sees_no_request_and_fetches_no_pack(officer, program_of):
    asked = officer.post("/access-requests", ASKED)[1]
    make_pack(asked["id"], at=timezone.now())
    leader = program_of(Role.LEADER)

    for address in ("", f"/{asked['id']}", f"/{asked['id']}/pack"):
        assert leader.get(f"/access-requests{address}")[0] == 403
