"""A home and a database of its own for every test process.

A pytest plugin rather than a part of conftest.py: it must set the environment before Django's
settings are read. SAMSPIL_TEST_DATABASE chooses: sqlite (the default) or postgresql.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import postgresql

CHOICE = "SAMSPIL_TEST_DATABASE"
KEPT = (CHOICE, "SAMSPIL_DATA")


def chosen() -> str:
    """The kind of database this run is for."""
    return os.environ.get(CHOICE, "sqlite")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None]:
    """Forget the settings of whoever starts the tests, and take those of the test run."""
    if chosen() not in ("sqlite", "postgresql"):
        raise pytest.UsageError(f"{CHOICE} must be sqlite or postgresql, not {chosen()}.")
    for name in [name for name in os.environ if name.startswith("SAMSPIL_") and name not in KEPT]:
        del os.environ[name]
    os.environ |= _environment("main")
    yield


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(specs: list[Any]) -> None:
    """Give each parallel process its own home and database."""
    for spec in specs:
        spec.env |= _environment(spec.id)


def _environment(name: str) -> dict[str, str]:
    home = _homes() / name
    (home / "static").mkdir(parents=True)
    if chosen() == "sqlite":
        return {"SAMSPIL_HOME": str(home), "SAMSPIL_EMBEDDING": "on"}
    server = _server()
    server.create_database(name)
    return {
        "SAMSPIL_HOME": str(home),
        "SAMSPIL_EMBEDDING": "on",
        "SAMSPIL_DATABASE_URL": server.address(role=postgresql.APPLICATION, database=name),
        "SAMSPIL_OWNER_DATABASE_URL": server.address(role=postgresql.OWNER, database=name),
    }


@cache
def _homes() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="samspil-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _server() -> postgresql.Server:
    return postgresql.start()
