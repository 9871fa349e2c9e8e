"""A small demonstration, played once for all tests that only look at it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone

from samspil.demo.actions import found_company
from samspil.demo.management import home
from samspil.demo.management.playing import play
from samspil.demo.queries import SMALL, Report, report
from samspil.tenancy.actions import enter
from samspil.tenancy.models import Organisation
from tests import fresh_database

SIZES = SMALL
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
FOUNDED = datetime(2026, 1, 5, 8, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A demonstration that was played, and played once more; what was told each time."""

    company: Organisation
    first: Report
    again: Report


@pytest.fixture(scope="module")
def played_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Played]:
    """Founded, lived through and worked through, with a real worker beside it."""
    with django_db_blocker.unblock():
        with override_settings(PASSWORD_HASHERS=QUICK):
            company = found_company(password=home.new_password(), at=FOUNDED)
        with enter(company):
            first, again = _played(), _played()
    yield Played(company=company, first=first, again=again)
    with django_db_blocker.unblock():
        fresh_database.restore()


def _played() -> Report:
    play(sizes=SIZES, environment=os.environ)
    return report(sizes=SIZES, now=timezone.now())


@pytest.fixture
def played(played_once: Played, db: None) -> Iterator[Played]:
    """The demonstration, with its company entered."""
    with enter(played_once.company):
        yield played_once
