"""A job counts when, and only when, the transaction that put it in the queue counts."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import transaction

from samspil.adapters import jobs
from tests.adapters import jobs_on_trial
from tests.adapters.conftest import Workers, eventually


class ChangeOfMind(Exception):
    """Rolls a transaction back."""


def put_and_change_ones_mind(item: int) -> None:
    with suppress(ChangeOfMind), transaction.atomic():
        jobs.enqueue("mark", {"items": [item]})
        raise ChangeOfMind


def test_a_job_outside_of_a_transaction_is_refused(items: None):
    with pytest.raises(jobs.OutsideTransaction):
        jobs.enqueue("mark", {"items": [1]})

    assert jobs.waiting() == 0


@pytest.mark.django_db
def test_a_job_nobody_listed_is_refused():
    with transaction.atomic(), pytest.raises(jobs.UnknownJob, match="'dance'"):
        jobs.enqueue("dance", {})


def test_a_job_of_a_transaction_rolled_back_never_runs(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(2))
    put_and_change_ones_mind(0)
    put("mark", {"items": [1]})

    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert [jobs_on_trial.times(0), jobs_on_trial.times(1)] == [0, 1]


def test_a_job_of_a_savepoint_rolled_back_never_waits(items: None):
    with transaction.atomic():
        jobs.enqueue("mark", {"items": [0]})
        put_and_change_ones_mind(1)

    assert jobs.waiting() == 1


def test_the_caller_can_go_on_after_putting_a_job_in_the_queue(items: None):
    with transaction.atomic():
        jobs.enqueue("mark", {"items": [0]})
        jobs_on_trial.add_items(range(3))
        jobs.enqueue("mark", {"items": [1, 2]})

    assert jobs.waiting() == 2


def test_the_payload_arrives_as_it_was_put(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(5))

    put("pass_on", {"items": [0, 3], "text": "Æble, Öl 'ø' %s", "nothing": None})
    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert jobs_on_trial.marked() == 2
    assert jobs_on_trial.times(3) == 1


def test_urgent_jobs_go_first(workers: Workers, put: Callable[..., None]):
    jobs_on_trial.add_items(range(30))
    for item in range(29):
        put("mark", {"items": [item]})
    put("mark", {"items": [29]}, priority=1)

    workers.start(slot=1)
    eventually(lambda: jobs.waiting() == 0)

    assert 29 in jobs_on_trial.first_marked(2)


def test_preparing_again_keeps_what_waits(items: None, put: Callable[..., None]):
    put("mark", {"items": [1]})

    jobs.prepare()

    assert jobs.waiting() == 1
