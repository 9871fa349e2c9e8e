"""Organisations with work in them, and someone who goes on writing meanwhile."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from samspil.config.backup.taking import last_backup
from samspil.core.roles import Role
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from samspil.work import actions as work
from samspil.work.models import Process
from tests.factories import make_case, make_claimed, make_colleague, make_process, make_team


def quiet(_: str) -> None:
    """For whoever need not hear how far it is."""


@pytest.fixture
def process(transactional_db: None, organisation: Organisation) -> Process:
    """A process with a case that has come all the way, and one that has just arrived."""
    owner = make_colleague(Role.OWNER)
    made = make_process(team=make_team(owner))
    case = make_claimed(made, owner)
    work.decide(case, topic="delivery_status", answer="On Friday.", by=owner, at=timezone.now())
    make_case(made)
    return made


@contextmanager
def somebody_writing(process: Process) -> Iterator[None]:
    """Messages come in, one after the other, for as long as the block runs."""
    stop, began = threading.Event(), threading.Event()

    def write() -> None:
        with enter(process.organisation):
            while not stop.is_set():
                make_case(process)
                began.set()
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    assert began.wait(20)
    try:
        yield
    finally:
        stop.set()
        writer.join()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where something may be restored; it is not there yet."""
    return tmp_path / "restored"


@pytest.fixture
def safe() -> Path:
    """The folder with the keys of this installation."""
    return Path(settings.SAMSPIL_HOME) / "keys"


@pytest.fixture(autouse=True)
def _no_backup_is_remembered() -> Iterator[None]:
    yield
    if last_backup():
        (Path(settings.SAMSPIL_HOME) / "last-backup").unlink()
