"""A dead program loses nothing and repeats nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_kills_of_server_and_worker_at_work_lose_nothing_and_double_nothing(tmp_path):
    written = tmp_path / "rows.json"
    command = [sys.executable, "-m", "bench.kills", "--quick", "--json", str(written)]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    rows = {row["name"]: row["value"] for row in json.loads(written.read_text())}
    assert rows["killed with -9: web server"] == 3
    assert rows["killed with -9: worker"] == 3
    assert rows["lost of 500 messages"] == 0
    assert rows["recorded twice"] == 0
    assert rows["journals that do not verify"] == 0
