"""How long a large event log takes, from its file to a laid-out map, and how much memory.

The log is `process_logs/helpdesk.csv` repeated with new case ids until it has 262,200 events, read
in a process of its own. The baseline is reading the same file alone, row by row, with nothing kept.
Beside it: whether the small logs give the counts that are known of them.
"""

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.place import data
from bench.report import Row, at_most

EVENTS, QUICK = 262_200, 27_420
MOST_S, MOST_MB = 10, 500
KNOWN = {
    "helpdesk.csv": (13_710, 3_804, 9),
    "receipt.csv": (8_577, 1_434, 27),
    "helpdesk.xes.gz": (21_348, 4_580, 14),
}
"""Events, cases and steps of each, as they are published."""
DRAW = """
import json, resource, sys, time
from pathlib import Path
from zoneinfo import ZoneInfo
from samspil.adapters.event_logs import Choices, looked_at, read_log
from samspil.core.eventlogs.choosing import shown_of
from samspil.core.eventlogs.layout import laid_out
from samspil.core.eventlogs.mining import facts_of
began = time.perf_counter()
path, zone = Path(sys.argv[1]), ZoneInfo("Europe/Rome")
with path.open("rb") as file:
    preview = looked_at(file, zone=zone)
    file.seek(0)
    choices = Choices(zone=zone, chosen=preview.guess, month_first=preview.month_first)
    log = read_log(file, choices, size=path.stat().st_size, progress=lambda share: None)
facts = facts_of(log)
shown = shown_of(facts, percent=100)
order = sorted(shown.steps, key=lambda one: facts.steps[one].place)
laid_out(order, [(one.source, one.target) for one in shown.arrows])
took = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([took, peak, facts.events, facts.cases, len(facts.steps)]))
"""


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row; nothing where the data is not there."""
    path = data("process_logs", "helpdesk.csv")
    if path is None:
        return
    yield from _counts(path.parent)
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.csv"
        events = _repeat(path, large, most=QUICK if quick else EVENTS)
        baseline = _read_alone(large)
        took, peak, *found = _drawn(large)
    assert found[0] == events, f"{found[0]} of {events} events were read"
    name = f"a map of {events:,} events (baseline: its file read alone)"
    yield at_most(name, "s", took, goal=MOST_S, baseline=baseline)
    yield at_most("memory for it at its highest", "MB", peak, goal=MOST_MB, baseline=None)


def _counts(folder: Path) -> Iterator[Row]:
    """How many of events, cases and steps are as they are known."""
    for name, known in KNOWN.items():
        if (folder / name).exists():
            _took, _peak, *found = _drawn(folder / name)
            right = sum(ours == theirs for ours, theirs in zip(found, known, strict=True))
            yield Row(
                name=f"{name}: {found[0]:,} events, {found[1]:,} cases, {found[2]} steps",
                unit="counts right", value=right, goal=len(known), holds=right == len(known),
            )  # fmt: skip


def _repeat(small: Path, large: Path, *, most: int) -> int:
    with small.open(newline="") as file:
        head, *rows = csv.reader(file)
    with large.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(head)
        for number in range(most):
            turn, place = divmod(number, len(rows))
            case, *others = rows[place]
            out.writerow([f"{turn}-{case}", *others])
    return most


def _read_alone(path: Path) -> float:
    began = time.perf_counter()
    with path.open(newline="") as file:
        for _row in csv.reader(file):
            pass
    return time.perf_counter() - began


def _drawn(path: Path) -> list[float]:
    """What a process of its own says: seconds, megabytes, events, cases, steps."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW, str(path)], capture_output=True, text=True, check=True
    )
    said: list[float] = json.loads(done.stdout)
    return said
