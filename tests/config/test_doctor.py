"""The doctor names what is wrong and what mends it."""

import os
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from samspil.adapters.models import Heartbeat
from samspil.config.health import examine
from samspil.config.proxies import read_proxies


def mends() -> dict[str, str]:
    return {finding.what: finding.mend for finding in examine()}


@pytest.fixture
def working(organisation):
    Heartbeat.objects.create(slot="worker-1", host="here", pid=1, beat_at=timezone.now())


def test_a_well_installation_has_nothing_to_mend(working):
    assert {what: mend for what, mend in mends().items() if mend} == {}


def test_without_a_worker_it_says_how_to_start_one(organisation):
    assert mends()["workers"] == "Start one: samspil worker, or samspil serve --with-worker"


def test_a_key_that_others_may_read_is_named(working):
    path = Path(settings.SAMSPIL_HOME) / "keys" / "journal.key"
    path.chmod(0o644)

    mend = mends()["key journal"]

    path.chmod(0o600)
    assert mend == f"Run: chmod 600 {path}"


def test_a_backup_older_than_a_week_is_named(working):
    noted = Path(settings.SAMSPIL_HOME) / "last-backup"
    noted.touch()
    fresh = mends()["backup"]
    os.utime(noted, (0, timezone.now().timestamp() - 8 * 86_400))

    old = mends()["backup"]

    noted.unlink()
    assert (fresh, old) == ("", "Run: samspil backup FILE.tar (docs/guides/operations.md)")


def test_https_without_a_trusted_proxy_is_named(working, settings):
    settings.SECURE_BROWSER = True

    untrusted = mends()["proxies"]
    settings.TRUSTED_PROXIES = read_proxies("127.0.0.1")

    assert "Set SAMSPIL_TRUSTED_PROXIES" in untrusted
    assert mends()["proxies"] == ""


def test_a_missing_update_is_named(working):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'work'")

    assert mends()["database"] == "Run: samspil prepare"


def test_the_command_fails_where_something_is_wrong(organisation):
    said = StringIO()

    with pytest.raises(CommandError, match="1 to mend"):
        call_command("doctor", stdout=said)

    assert "!!  workers: 0 alive" in said.getvalue()
