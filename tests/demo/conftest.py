"""A small demonstration, played once for all tests that only look at it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from samspil.demo.actions import found_company
from samspil.demo.management import home, playing
from samspil.demo.management.playing import play
from samspil.demo.queries import SMALL, Report, Sizes, report
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from tests import fresh_database

SIZES = SMALL
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
FOUNDED = datetime(2026, 1, 5, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A demonstration that was stopped, went on to its end, and was begun once more with --keep.

    What was told at its end and after that, and all that was said then.
    """

    company: Organisation
    password: str
    first: Report
    again: Report
    said: str


@pytest.fixture(scope="session")
def played_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the database of a demonstration that was played is kept."""
    return str(tmp_path_factory.mktemp("demonstration") / "played.sqlite3")


@pytest.fixture(scope="session")
def played_once(django_db_setup: None, django_db_blocker: Any, played_file: str) -> Played:
    """Founded, lived through and worked through, with a real worker beside it."""
    password, said = home.new_password(), StringIO()
    quick = override_settings(
        PASSWORD_HASHERS=QUICK, BASE_URL=settings.BASE_URL, WATCHED_FOLDERS=home.watched()
    )
    with django_db_blocker.unblock(), quick:
        company = found_company(password=password, at=FOUNDED)
        made = home.Mark(organisation=str(company.public_id), password=password, small=True)
        home.leave_mark(made)
        with enter(company):
            _stop_where_people_decide()
            play(sizes=SIZES, environment=_environment())
            first = _told()
        call_command("demo", "--once", "--keep", stdout=said)
        with enter(company):
            again = _told()
        fresh_database.keep(played_file)
        fresh_database.restore()
    Path(settings.SAMSPIL_HOME, "demonstration.json").unlink()
    return Played(
        company=company, password=password, first=first, again=again, said=said.getvalue()
    )


@pytest.fixture(scope="module")
def there(played_once: Played, played_file: str, django_db_blocker: Any) -> Iterator[Played]:
    """It, in the database."""
    with django_db_blocker.unblock():
        fresh_database.load(played_file)
    yield played_once
    with django_db_blocker.unblock():
        fresh_database.restore()


def _stop_where_people_decide() -> None:
    """As by Ctrl-C: AI has looked at all of today, and nobody has decided yet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(playing, "_let_people_decide", _press_ctrl_c)
        with pytest.raises(KeyboardInterrupt):
            play(sizes=SIZES, environment=_environment())


def _environment() -> dict[str, str]:
    return {**os.environ, "SAMSPIL_WATCHED_FOLDERS": settings.WATCHED_FOLDERS}


def _press_ctrl_c(_sizes: Sizes) -> None:
    raise KeyboardInterrupt


def _told() -> Report:
    return report(sizes=SIZES, now=timezone.now())


@pytest.fixture
def played(there: Played, db: None) -> Iterator[Played]:
    """The demonstration, with its company entered."""
    with enter(there.company):
        yield there
