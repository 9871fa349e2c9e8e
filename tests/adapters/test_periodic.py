"""Some jobs come round by themselves, each time once."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now

from samspil.adapters import jobs
from samspil.adapters.jobs.periodic import enqueue_due, periodic
from samspil.adapters.models import Round
from samspil.config.jobs import HANDLERS, PERIODIC

LISTED = {"mark": timedelta(minutes=1)}
UNKNOWN = {"dance": timedelta(minutes=1)}


@pytest.fixture
def listed(settings):
    settings.JOB_HANDLERS = "tests.adapters.jobs_on_trial.HANDLERS"
    settings.PERIODIC_JOBS = f"{__name__}.LISTED"


def test_a_job_comes_round_when_its_time_is_up_and_not_before(db, listed):
    assert [enqueue_due(), enqueue_due()] == [["mark"], []]

    Round.objects.update(began_at=Now() - timedelta(seconds=61))

    assert [enqueue_due(), enqueue_due()] == [["mark"], []]
    assert jobs.waiting() == 2


@pytest.mark.django_db(transaction=True)
def test_eight_workers_looking_at_once_enqueue_it_once(listed):
    ready = threading.Barrier(8)
    begun: list[str] = []

    def look() -> None:
        ready.wait()
        begun.extend(enqueue_due())
        connection.close()

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert begun == ["mark"]
    assert jobs.waiting() == 1


def test_a_job_without_a_handler_is_refused_at_the_start(settings, listed):
    settings.PERIODIC_JOBS = f"{__name__}.UNKNOWN"

    with pytest.raises(jobs.UnknownJob, match="dance"):
        periodic()


def test_what_comes_round_has_a_handler():
    assert set(PERIODIC) <= set(HANDLERS)
    assert periodic() == PERIODIC
