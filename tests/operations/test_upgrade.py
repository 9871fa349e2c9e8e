"""Homes of earlier versions are brought up to date and go on working."""

import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.databases import chosen
from tests.operations.schemas import schema_of
from tests.operations.versions import KEY, OWNER, VERSIONS

pytestmark = pytest.mark.skipif(chosen() != "sqlite", reason="the homes kept are SQLite")

LOOK_AROUND = f"""
import django
django.setup()
from django.core.management import call_command
from django.test import Client
from samspil.people.models import User
from samspil.tenancy.actions import enter
from samspil.tenancy.queries import every_organisation
from samspil.work.models import Case
call_command("prepare", verbosity=0)
call_command("migrate", "--check", verbosity=0)
call_command("journal", "verify")
call_command("tallies", "verify")
client = Client(HTTP_HOST="localhost")
client.force_login(User.objects.get(email="{OWNER}"))
with enter(every_organisation()[0]):
    cases = [f"/work/{{case.public_id}}/" for case in Case.objects.order_by("pk")]
for address in ["/", "/work/", "/processes/", "/journal/", *cases]:
    print(address if len(address) < 20 else "/work/case/", client.get(address).status_code)
"""


@pytest.fixture(params=VERSIONS, ids=lambda version: version.name)
def version(request):
    """One after the other."""
    return request.param


@pytest.fixture
def home(version, tmp_path: Path) -> Path:
    """As that version left it."""
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "journal.key").write_bytes(KEY)
    (tmp_path / "samspil.sqlite3").write_bytes(lzma.decompress(version.fixture.read_bytes()))
    return tmp_path


@pytest.mark.slow
def test_a_home_of_an_earlier_version_is_migrated_and_works(db, version, home):
    done = subprocess.run(
        [sys.executable, "-c", LOOK_AROUND],
        env=os.environ | {"SAMSPIL_HOME": str(home)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        f"Nordlys: {version.entries} entries, whole",
        "Nordlys: none wrong",
        *("/ 200", "/work/ 200", "/processes/ 200", "/journal/ 200"),
        *["/work/case/ 200"] * version.cases,
    ]
    assert schema_of(home / "samspil.sqlite3") == schema_of(
        Path(f"{settings.DATABASES['default']['NAME']}.empty")
    )
