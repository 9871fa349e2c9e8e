"""People see how near AI is to learning anew, and say whether it does so by itself."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from samspil.core.roles import Role
from samspil.people.actions import make_token
from samspil.work import actions as work
from samspil.work.models import Decision, VerifiedAnswer
from tests.factories import MONDAY_9, make_claimed, make_colleague, make_process, make_team
from tests.teaching.test_anew import keep


@pytest.fixture
def client(leader, client_of):
    client = client_of(leader)
    client.cookies["django_language"] = "en"
    return client


def test_the_page_of_versions_says_how_many_examples_are_new(process, client):
    keep(process, n=3)

    told = client.get(reverse("teaching:versions", args=[process.public_id])).content.decode()

    assert "once 200 examples are new. 3 are." in " ".join(told.split())


def test_a_leader_turns_learning_by_itself_off_and_on_again(process, client):
    address = reverse("teaching:learning", args=[process.public_id])

    off = client.post(address, {"by_itself": "no"}, follow=True).content.decode()
    assert "AI learns anew only when somebody teaches it." in off

    on = client.post(address, {"by_itself": "yes"}, follow=True).content.decode()
    assert "Learn only when somebody teaches" in on


def test_a_reviewer_sees_it_and_changes_nothing(process, client_of):
    client = client_of(make_colleague(Role.REVIEWER))
    client.cookies["django_language"] = "en"

    told = client.get(reverse("teaching:versions", args=[process.public_id])).content.decode()
    refused = client.post(reverse("teaching:learning", args=[process.public_id]), {})

    assert "Learn only when somebody teaches" not in told
    assert refused.status_code == 403
    process.refresh_from_db()
    assert process.learns_by_itself is True


def test_skills_say_how_many_decided_cases_wait_to_be_looked_at(organisation, client_of):
    owner = make_colleague(Role.OWNER)
    process = make_process(name="Decided", team=make_team(owner))
    case = make_claimed(process, owner)
    work.decide(case, answer="Soon.", topic="invoice_copy", by=owner, at=timezone.now())
    VerifiedAnswer.objects.update(drawn=False)  # whatever lots said
    client = client_of(owner)
    client.cookies["django_language"] = "en"
    sentence = "1 decided case of the last 90 days waits to be looked at"

    before = client.get(reverse("teaching:skills")).content.decode()
    Decision.objects.update(at=timezone.now() - timedelta(days=91))
    long_ago = client.get(reverse("teaching:skills")).content.decode()

    assert sentence in before
    assert sentence not in long_ago


def test_a_program_reads_and_changes_it(process, leader, client):
    keep(process, n=3)
    token = make_token(colleague=leader, name="a program", at=MONDAY_9)
    headers = {"Authorization": f"Bearer {token}"}
    address = f"/api/v1/processes/{process.public_id}/learning"
    body = json.dumps({"by_itself": False})

    before = client.get(address, headers=headers).json()
    after = client.put(address, body, content_type="application/json", headers=headers).json()

    assert (before["by_itself"], before["new"], before["wanted"]) == (True, 3, 200)
    assert (before["to_look_at"], before["lesson"]) == (0, None)
    assert after["by_itself"] is False
