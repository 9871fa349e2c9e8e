"""Back up a busy SQLite installation and restore it: how long, how much memory, what others wait.

A writer in a process of its own opens one case after another all the while. Run
`python -m bench.backup`.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bench import place
from bench.lived import Company, fill, found_company
from bench.report import Row, at_least, at_most, main

BATCH = 5_000
MEMORY_MB = 300
WAIT_MS = 1_000
WRITER = """
import signal, sys, time
import django
django.setup()
from django.utils import timezone
from samspil.tenancy.actions import enter
from samspil.tenancy.queries import every_organisation
from samspil.work.actions import Arrival, open_cases
from samspil.work.models import Process
stop = []
signal.signal(signal.SIGTERM, lambda *_: stop.append(1))
waits = []
with enter(every_organisation()[0]):
    process = Process.objects.order_by("pk")[0]
    while not stop:
        began = time.time()
        open_cases([Arrival(text="Where is my parcel?")], process=process, at=timezone.now())
        waits.append((began, time.time() - began))
        if len(waits) == 1:
            print("warm", flush=True)  # the first one loads half of the program
for began, waited in waits[1:]:
    print(began, waited)
"""
QUIET_S = 15
AFTER_S = 3
"""What others wrote meanwhile is moved into the database after the copy; that counts as well."""


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    cases = 100_000 if quick else 1_000_000
    home = place.fresh_home()
    _lived(found_company("Backup"), cases=cases)
    file, again = home / "backups" / "bench.tar", home / "backups" / "again"
    copied_s = _copied(home / "samspil.sqlite3")
    writer = subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(QUIET_S)
    began = time.time()
    taken = _run("backup", str(file))
    time.sleep(AFTER_S)
    writer.send_signal(signal.SIGTERM)
    quiet, meanwhile = _waits(writer.communicate()[0], began=began)
    restored = _run("restore", str(file), "--into", str(again), "--keys", str(home / "keys"))
    size_mb = file.stat().st_size / 2**20
    yield Row(name=f"size of a backup of {cases:,} cases", unit="MB", value=size_mb)
    yield Row(name="backup while writing (plain copy)", unit="s", value=taken[0], baseline=copied_s)
    yield at_most("backup, memory", "MB", taken[1], goal=MEMORY_MB, baseline=None)
    yield at_least("cases opened meanwhile", "cases", len(meanwhile), goal=1, baseline=None)
    name = f"longest wait of who opened one ({QUIET_S} s without a backup)"
    yield at_most(name, "ms", 1000 * max(meanwhile), goal=WAIT_MS, baseline=1000 * max(quiet))
    yield Row(name="restore, with every journal entry verified", unit="s", value=restored[0])
    yield at_most("restore, memory", "MB", restored[1], goal=MEMORY_MB, baseline=None)
    yield at_least("cases restored", "cases", _cases_in(again), goal=cases, baseline=None)


def _waits(written: str, *, began: float) -> tuple[list[float], list[float]]:
    """How long the writer waited each time, before the backup began and since."""
    rows = [(float(at), float(s)) for at, s in (line.split() for line in written.splitlines())]
    quiet = [waited for at, waited in rows if at + waited < began]
    return quiet, [waited for at, waited in rows if at + waited >= began]


def _lived(company: Company, *, cases: int) -> None:
    """Cases as work leaves them, each with an entry in the journal."""
    from django.db import transaction

    from samspil.journal.actions import Happening, record
    from samspil.tenancy.actions import enter

    with enter(company.organisation):
        fill(company, cases=cases)
        for start in range(0, cases, BATCH):
            with transaction.atomic():
                happenings = [
                    Happening(
                        event="case_opened", subject_kind="case", subject=f"w{number}",
                        actor="", actor_kind="system", facts={"route": "together"},
                    )
                    for number in range(start, min(start + BATCH, cases))
                ]  # fmt: skip
                record(happenings, at=datetime.now(UTC))


def _copied(database: Path) -> float:
    """Seconds to copy the bare file: what no backup can be faster than."""
    target = database.with_suffix(".copy")
    began = time.perf_counter()
    shutil.copyfile(database, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())
    seconds = time.perf_counter() - began
    target.unlink()
    return seconds


def _run(*words: str) -> tuple[float, float]:
    """Seconds and greatest memory, in MB, of one `samspil …` and of what it starts."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run([sys.executable, '-m', 'django', *sys.argv[1:]], check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *words], check=True, stdout=subprocess.PIPE, text=True
    )
    seconds = time.perf_counter() - began
    return seconds, int(done.stdout.splitlines()[-1]) / 1024


def _cases_in(home: Path) -> float:
    import sqlite3

    with sqlite3.connect(home / "samspil.sqlite3") as opened:
        return float(opened.execute("SELECT count(*) FROM work_case").fetchone()[0])


if __name__ == "__main__":
    main(measure, description=__doc__)
