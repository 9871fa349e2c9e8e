"""The processes beside the command: a real background worker, and in the end the web."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NoReturn

from django.core.management.base import CommandError

from samspil.adapters import jobs

LOOK_AGAIN_S = 0.1
PATIENCE_S = 300.0
GRACE_S = 30.0
PORTS = 50

Worker = subprocess.Popen[str]


@contextmanager
def background_worker(environment: Mapping[str, str]) -> Iterator[Worker]:
    """`samspil worker` in a process of its own, told to stop at the end of the block."""
    command = [sys.executable, "-m", "django", "worker", "--slot", "1"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_for(
    left: Callable[[], int], *, worker: Worker, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Wait until nothing is left for the worker, however slow the machine; it must move, though.

    Raises `CommandError` where the worker ended, gave up a job, or stood still for five minutes.
    More that is left is a move too: what is done may ask for more.
    """
    now = least = left()
    moved_at = time.monotonic()
    while now:
        if worker.poll() is not None:
            said = worker.stderr.read() if worker.stderr else ""
            raise CommandError(f"The background worker ended: {said.strip() or worker.returncode}")
        if given_up := jobs.failed():
            raise CommandError(f"The job {given_up[0].name} was given up: {given_up[0].why}")
        if time.monotonic() - moved_at > PATIENCE_S:
            raise CommandError(f"The background worker stands still; {now} are left.")
        time.sleep(LOOK_AGAIN_S)
        before, now = now, left()
        if now != before:
            moved_at = time.monotonic()
        if now < least:
            least = now
            progress(now)


def free_port(wanted: int, *, host: str) -> int:
    """The first free port from `wanted` on; raises `CommandError` where all are taken."""
    for port in range(wanted, min(wanted + PORTS, 65536)):
        try:
            socket.create_server((host, port)).close()
        except OSError:
            continue
        return port
    raise CommandError(f"No port from {wanted} on is free on {host}: choose with --port.")


def serve(*, host: str, port: int, environment: Mapping[str, str]) -> NoReturn:
    """Become `samspil serve --with-worker`."""
    words = ["serve", "--with-worker", "--host", host, "--port", str(port)]
    command = [sys.executable, "-m", "django", *words]
    sys.stdout.flush()
    os.execve(command[0], command, dict(environment))  # noqa: S606 - our own command
