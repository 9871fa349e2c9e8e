"""Two live processes never work in the same slot."""

import os
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models.functions import Now

from samspil.adapters import jobs
from samspil.adapters.jobs import reaper, slots
from samspil.adapters.models import Heartbeat
from tests.adapters.conftest import Workers, eventually

ELSEWHERE = "another-machine"


def beat_from_elsewhere(*, ago: timedelta) -> None:
    Heartbeat.objects.create(slot="worker-1", host=ELSEWHERE, pid=os.getpid(), beat_at=Now() - ago)


def test_a_second_worker_on_this_machine_is_refused(workers: Workers):
    workers.start(slot=1)
    eventually(Heartbeat.objects.filter(slot="worker-1").exists)

    with pytest.raises(jobs.SlotTaken, match="already at work on this machine"):
        jobs.work(1, threading.Event())


@pytest.mark.django_db
def test_a_second_worker_on_another_machine_is_refused():
    beat_from_elsewhere(ago=timedelta(seconds=2))

    with pytest.raises(jobs.SlotTaken, match="already at work on another-machine"):
        jobs.work(1, threading.Event())

    assert Heartbeat.objects.get().host == ELSEWHERE


@pytest.mark.django_db
def test_the_slot_of_a_silent_machine_is_free():
    beat_from_elsewhere(ago=slots.SILENT_AFTER + timedelta(seconds=1))

    with slots.hold(1) as held:
        assert Heartbeat.objects.get().host == held.host

    assert not Heartbeat.objects.exists()


@pytest.mark.django_db
def test_a_worker_that_lost_its_slot_stops_instead_of_beating_on():
    with slots.hold(1) as held:
        Heartbeat.objects.update(host=ELSEWHERE)

        with pytest.raises(jobs.SlotTaken, match="another process has it now"):
            slots.beat(held)

    assert Heartbeat.objects.get().host == ELSEWHERE


def test_a_killed_worker_can_restart_at_once(workers: Workers):
    first = workers.start(slot=1)
    eventually(Heartbeat.objects.filter(pid=first).exists)

    workers.kill(first)
    second = workers.start(slot=1)

    eventually(Heartbeat.objects.filter(pid=second).exists)


def test_different_slots_work_side_by_side(workers: Workers, put: Callable[..., None]):
    for slot in (1, 2, 3):
        workers.start(slot=slot)

    eventually(lambda: slots.live_slots() == {"worker-1", "worker-2", "worker-3"})


@pytest.mark.django_db
def test_slots_nobody_used_for_a_day_are_forgotten():
    beat_from_elsewhere(ago=timedelta(days=2))
    Heartbeat.objects.create(slot="worker-2", host=ELSEWHERE, pid=1, beat_at=Now())

    reaper.forget_slots()

    assert Heartbeat.objects.get().slot == "worker-2"
