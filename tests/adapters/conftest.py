"""Real worker processes, and numbered items for their jobs to mark."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from samspil.adapters import jobs
from samspil.config.management.commands.prepare import _as_owner
from tests.adapters import jobs_on_trial

Nursery = subprocess.Popen[str]


def eventually(condition: Callable[[], object], *, within_s: float = 60) -> None:
    """Wait until the condition holds; fail when it does not in time."""
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, f"Not within {within_s} s."
        time.sleep(0.02)


class Workers:
    """Worker processes that a test starts and ends as it likes."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._started: list[int] = []

    def start(self, slot: int) -> int:
        """Start `samspil worker --slot …`; returns its process id."""
        assert self._nursery.stdin
        assert self._nursery.stdout
        print(slot, file=self._nursery.stdin, flush=True)
        self._started.append(int(self._nursery.stdout.readline()))
        return self._started[-1]

    def kill(self, process: int) -> None:
        """End it as a power cut would, and wait until it is gone."""
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        eventually(lambda: not self.is_alive(process))

    def kill_all(self) -> None:
        """End every worker that is left."""
        for process in self._started:
            self.kill(process)

    @staticmethod
    def ask_to_stop(process: int) -> None:
        """Ask as the system does when it shuts down."""
        os.kill(process, signal.SIGTERM)

    @staticmethod
    def is_alive(process: int) -> bool:
        """Whether the process exists."""
        return Path(f"/proc/{process}").exists()


@pytest.fixture(scope="session")
def nursery(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    """A process that has loaded everything a worker needs, and forks workers."""
    with (
        (tmp_path_factory.mktemp("workers") / "output").open("w") as output,
        subprocess.Popen(
            [sys.executable, "-m", "tests.adapters.worker_nursery"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=output, text=True,
        ) as process,
    ):  # fmt: skip
        yield process
        assert process.stdin
        process.stdin.close()
        process.wait(10)


@pytest.fixture
def items(transactional_db: None, settings: Any) -> None:
    """A table of items, and jobs that mark them; all of it is gone after the test."""
    settings.JOB_HANDLERS = "tests.adapters.jobs_on_trial.HANDLERS"
    settings.PERIODIC_JOBS = ""
    with _as_owner():
        jobs_on_trial.lay_out()


@pytest.fixture
def workers(items: None, nursery: Nursery) -> Iterator[Workers]:
    """Start, kill and stop real workers; none outlives the test."""
    made = Workers(nursery)
    yield made
    made.kill_all()


@pytest.fixture
def put() -> Callable[..., None]:
    """`put(name, payload, …)`: enqueue in a transaction of its own."""

    @transaction.atomic
    def commit(name: str, payload: dict[str, jobs.JobValue], *, priority: int = 10) -> None:
        jobs.enqueue(name, payload, priority=priority)

    return commit
