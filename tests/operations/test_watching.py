"""What a program that watches may ask: is it well, and how much is there to do."""

import os
import re
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from samspil.adapters.models import Heartbeat
from samspil.config.monitoring.tally import Tally
from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from tests.factories import make_case, make_claimed, make_colleague, make_process, make_team

TOKEN = "a long token for the scraper"


@pytest.fixture
def worker(db: None) -> Heartbeat:
    """A worker that has just given a sign of life."""
    return Heartbeat.objects.create(slot="worker-1", host="here", pid=1, beat_at=timezone.now())


def values(page: str) -> dict[str, float]:
    lines = [line for line in page.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_all_is_well_where_the_database_answers_and_a_worker_lives(client, worker):
    answer = client.get("/health/")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]


def test_it_is_not_well_without_a_worker_and_says_no_more(client, db):
    answer = client.get("/health/")

    assert (answer.status_code, answer.content) == (503, b"unwell\n")


def test_it_is_not_well_with_a_worker_that_fell_silent(client, worker):
    Heartbeat.objects.update(beat_at=timezone.now() - timedelta(minutes=1))

    assert client.get("/health/").status_code == 503


def test_it_is_not_well_where_the_database_refuses(client, worker):
    with transaction.atomic():
        transaction.set_rollback(True)

        assert client.get("/health/").status_code == 503


def test_the_figures_add_up_over_all_organisations(
    client, worker, organisation, other_organisation
):
    owner = make_colleague(Role.OWNER)
    process = make_process(team=make_team(owner))
    make_case(process)
    make_claimed(process, owner)
    with enter(other_organisation):
        make_case(make_process())

    answer = client.get("/metrics/")

    found = values(answer.content.decode())
    assert answer["Content-Type"].startswith("application/openmetrics-text; version=1.0.0")
    assert found['samspil_cases{stage="arrived"}'] == 2
    assert found['samspil_cases{stage="claimed"}'] == 1
    assert found['samspil_cases{stage="closed"}'] == 0
    assert found['samspil_jobs{state="waiting"}'] == 3
    assert found["samspil_workers_alive"] == 1
    assert found["samspil_oldest_unrouted_case_age_seconds"] > 0


def test_figures_name_nobody(client, worker, organisation):
    owner = make_colleague(Role.OWNER, name="Anna Berg", email="anna@nordlys.example")
    case = make_case(make_process(team=make_team(owner), name="Customer mail"))

    page = client.get("/metrics/").content.decode()

    for secret in ("Nordlys", "Anna", "anna@", "Customer mail", "kunde@", str(case.public_id)):
        assert secret not in page


def test_every_answered_request_is_counted_once(client, worker):
    before = values(client.get("/metrics/").content.decode())

    for path in ("/health/", "/health/", "/accounts/login/", "/nowhere/"):
        client.get(path)

    after = values(client.get("/metrics/").content.decode())
    name = "samspil_request_duration_seconds"
    assert after[f"{name}_count"] - before[f"{name}_count"] == 5
    assert after[f'{name}_bucket{{le="+Inf"}}'] == after[f"{name}_count"]
    assert after[f"{name}_sum"] > before[f"{name}_sum"]
    ok = 'samspil_requests_total{status="200"}'
    assert after[ok] - before.get(ok, 0) == 4


def test_the_text_is_well_formed(client, worker, organisation):
    lines = client.get("/metrics/").content.decode().split("\n")

    assert lines[-2:] == ["# EOF", ""]
    families = [line.split(" ")[2] for line in lines if line.startswith("# TYPE")]
    assert len(families) == len(set(families))
    sample = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"\})? -?[0-9.]+')
    assert [line for line in lines if line and line[0] != "#" and not sample.fullmatch(line)] == []


def test_who_comes_from_elsewhere_needs_the_token(client, worker, settings):
    settings.METRICS_TOKEN = TOKEN
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")

    assert elsewhere.get("/metrics/").status_code == 403
    assert elsewhere.get("/metrics/", HTTP_AUTHORIZATION="Bearer wrong").status_code == 403
    assert elsewhere.get("/metrics/", HTTP_AUTHORIZATION=f"Bearer {TOKEN}").status_code == 200


def test_without_a_token_set_none_opens_the_door(worker):
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")

    assert elsewhere.get("/metrics/", HTTP_AUTHORIZATION="Bearer ").status_code == 403


def test_a_visitor_through_a_proxy_on_this_machine_does_not_count_as_this_machine(client, worker):
    answer = client.get("/metrics/", HTTP_X_FORWARDED_FOR="127.0.0.1")

    assert answer.status_code == 403


def _count(path: Path, times: int) -> None:
    tally = Tally(path)
    for _ in range(times):
        tally.count(status=200, seconds=0.03)


def test_several_processes_count_together_and_lose_nothing(tmp_path):
    path = tmp_path / "metrics" / "requests.bin"
    mine = Tally(path)
    mine.count(status=404, seconds=20)
    several = [get_context("fork").Process(target=_count, args=(path, 2_000)) for _ in range(3)]

    for one in several:
        one.start()
    for one in several:
        one.join()

    counted = mine.read()
    assert counted.statuses == {200: 6_000, 404: 1}
    assert counted.buckets == (0, 0, 0, 6_000, 0, 0, 0, 0, 0, 0, 0, 1)
    assert counted.seconds == pytest.approx(200)


def test_a_process_that_forks_counts_on_in_both(tmp_path):
    tally = Tally(tmp_path / "requests.bin")
    tally.count(status=200, seconds=0.001)

    child = os.fork()
    tally.count(status=200, seconds=0.001)
    if not child:
        os._exit(0)
    os.waitpid(child, 0)

    assert tally.read().statuses == {200: 3}
