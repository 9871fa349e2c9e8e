"""`samspil serve` as an administrator meets it: start, crash, restart, stop."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from samspil.adapters.models import Heartbeat
from tests.adapters.conftest import eventually

SAMSPIL = "import sys; from samspil.config.command_line import main; main()"
SUPERVISED = """
from samspil.adapters.serving import Child, Supervisor
sleep = ["sleep", "60"]
Supervisor(children=[Child(name=name, command=sleep) for name in "ab"], say=print).run()
"""
"""A supervisor whose children, once told, stop as fast as those of `serve` are seen to."""
Serving = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def serve(transactional_db: None) -> Iterator[Serving]:
    """`serve("--with-worker", …)`: the running command; no child of it outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", SAMSPIL, "serve", "--port", "0", *options],
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        family = [process.pid, *children_of(process.pid)]
        process.terminate()
        process.wait(20)
        assert process.stdout
        process.stdout.close()
        eventually(partial(all_gone, family))


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    return found[0]


def answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}accounts/login/", timeout=10).close()
    except OSError:  # refused, cut off, or too slow
        return False
    return True


def children_of(parent: int) -> list[int]:
    """The processes this one started, and theirs."""
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    direct = [int(child) for child in listed.read_text().split()] if listed.exists() else []
    return direct + [process for child in direct for process in children_of(child)]


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def all_gone(processes: list[int]) -> bool:
    return not any(is_alive(process) for process in processes)


def worker() -> int:
    """The process of the worker in slot 1, or 0."""
    return int(Heartbeat.objects.values_list("pid", flat=True).first() or 0)


@pytest.mark.slow
def test_the_web_answers_and_a_dead_worker_is_replaced_until_both_are_stopped(serve: Serving):
    process = serve("--with-worker")
    address = address_of(process)
    eventually(worker)
    died = worker()

    os.kill(died, signal.SIGKILL)
    eventually(lambda: answers(address))
    eventually(lambda: worker() not in (0, died))
    family = children_of(process.pid)
    process.send_signal(signal.SIGTERM)

    assert process.wait(20) == 0
    assert len(family) == 4
    assert all_gone(family)
    assert not answers(address)


def test_none_outlives_a_killed_supervisor():
    process = subprocess.Popen([sys.executable, "-c", SUPERVISED])
    eventually(lambda: len(children_of(process.pid)) == 2)
    family = children_of(process.pid)

    process.kill()
    process.wait()

    eventually(lambda: all_gone(family))


@pytest.mark.django_db
def test_a_port_in_use_is_one_clear_error():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"port {port}: Address already in use"):
            call_command("serve", port=port)


@pytest.mark.django_db
def test_a_database_that_is_behind_is_not_served():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'adapters'")

    with pytest.raises(CommandError, match="Run: samspil prepare"):
        call_command("serve", port=0)
