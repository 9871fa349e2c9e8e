"""Workers that die, share, fail, stop and restart: nothing is lost and nothing done twice."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import transaction
from django.db.models.functions import Now

from samspil.adapters import jobs
from samspil.adapters.jobs import reaper
from samspil.adapters.jobs.worker import DEATHS
from samspil.adapters.models import Heartbeat
from tests.adapters import jobs_on_trial
from tests.adapters.conftest import Workers, eventually

BATCH = 20


def put_batches(items: int) -> None:
    """Add this many items and jobs that mark `BATCH` of them each, in one transaction."""
    with transaction.atomic():
        jobs_on_trial.add_items(range(items))
        for start in range(0, items, BATCH):
            jobs.enqueue("mark", {"items": list(range(start, start + BATCH))})


@pytest.mark.slow
def test_ten_power_cuts_lose_nothing_and_repeat_nothing(workers: Workers):
    put_batches(4000)
    chance = random.Random(7)
    alive = [workers.start(slot=1), workers.start(slot=2)]

    for cut in range(10):
        wanted = min(jobs_on_trial.marked() + chance.randint(1, 200), 4000)
        eventually(partial(jobs_on_trial.are_marked, wanted))
        slot = cut % 2
        workers.kill(alive[slot])
        alive[slot] = workers.start(slot=slot + 1)
    eventually(lambda: jobs.waiting() == 0, within_s=30)

    assert jobs_on_trial.marked() == 4000
    assert jobs_on_trial.most_times() == 1
    assert jobs.failed() == []


@pytest.mark.slow
def test_two_workers_share_the_work(workers: Workers):
    put_batches(2000)

    both = {workers.start(slot=1), workers.start(slot=2)}
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.workers_seen() == both
    assert jobs_on_trial.marked() == 2000
    assert jobs_on_trial.most_times() == 1


def test_a_living_worker_takes_over_the_jobs_of_a_silent_one(
    workers: Workers, put: Callable[..., None]
):
    jobs_on_trial.add_items(range(3))
    put("hold", {"item": 0, "until": 1, "after": 2})
    gone = workers.start(slot=1)
    eventually(lambda: jobs_on_trial.times(0) == 1)

    workers.kill(gone)
    put("mark", {"items": [1]})
    Heartbeat.objects.filter(slot="worker-1").update(beat_at=Now() - timedelta(minutes=1))
    workers.start(slot=2)
    eventually(lambda: jobs.waiting() == 0)

    assert [jobs_on_trial.times(item) for item in range(3)] == [1, 1, 1]


def test_a_living_worker_leaves_the_jobs_of_the_living_alone(
    workers: Workers, put: Callable[..., None]
):
    jobs_on_trial.add_items(range(4))
    put("hold", {"item": 0, "until": 1, "after": 2})
    first = workers.start(slot=1)
    eventually(lambda: jobs_on_trial.times(0) == 1)

    workers.start(slot=2)
    eventually(lambda: Heartbeat.objects.filter(slot="worker-2").exists())
    put("mark", {"items": [3, 1]})
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.worker_of(0) == jobs_on_trial.worker_of(2) == first


def test_a_restarted_worker_goes_on_where_it_died(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(3))
    put("hold", {"item": 0, "until": 1, "after": 2})
    gone = workers.start(slot=1)
    eventually(lambda: jobs_on_trial.times(0) == 1)

    workers.kill(gone)
    put("mark", {"items": [1]})
    again = workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.worker_of(2) == again


def test_a_worker_told_to_stop_finishes_its_job_and_begins_no_other(
    workers: Workers, put: Callable[..., None]
):
    jobs_on_trial.add_items(range(4))
    for _ in range(2):
        put("hold", {"item": 0, "until": 1, "after": 2})
    worker = workers.start(slot=1)
    eventually(lambda: jobs_on_trial.times(0) == 1)

    workers.ask_to_stop(worker)
    put("mark", {"items": [3]})
    jobs_on_trial.mark({"items": [1]})
    eventually(lambda: not workers.is_alive(worker))

    assert jobs_on_trial.times(2) == 1
    assert jobs_on_trial.times(3) == 0
    assert jobs.waiting() == 1
    assert not Heartbeat.objects.exists()


def test_a_job_that_fails_is_tried_again(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(1))
    put("fail_once", {"item": 0})

    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.times(0) == 2
    assert jobs.failed() == []


@pytest.mark.slow
def test_a_job_that_always_fails_is_given_up_and_shown(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(2))
    put("fail", {"item": 0})

    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.times(0) == 3
    [given_up] = jobs.failed()
    assert given_up.name == "fail"
    assert given_up.why == "BadDay: Item 0 cannot be done."


def test_a_job_that_kills_every_worker_is_given_up_and_shown(
    workers: Workers, put: Callable[..., None]
):
    jobs_on_trial.add_items(range(1))
    put("mark", {"items": [0]})
    jobs_on_trial.rewrite_jobs("recovery_attempts", DEATHS + 1)

    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.marked() == 0
    [given_up] = jobs.failed()
    assert (given_up.name, given_up.why) == ("mark", "The worker died every time.")


def test_jobs_done_long_ago_are_forgotten(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(1))
    put("mark", {"items": [0]})
    first = workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)
    long_ago = datetime.now(UTC) - reaper.KEEP_DONE - timedelta(minutes=1)

    workers.kill(first)
    jobs_on_trial.rewrite_jobs("completed_at", int(long_ago.timestamp() * 1000))
    workers.start(slot=1)

    eventually(lambda: jobs_on_trial.payloads_kept() == 0)


def test_a_failing_job_keeps_nobody_waiting(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(10))
    for item in range(5):
        put("fail", {"item": item})
    put("mark", {"items": [9]})

    workers.start(slot=1)
    eventually(lambda: jobs_on_trial.times(9) == 1)

    assert jobs.failed() == []


def test_what_a_job_sets_for_itself_ends_with_it(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(8))
    for item in range(8):
        put("stay_inside", {"item": item})

    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.marked() == 8
