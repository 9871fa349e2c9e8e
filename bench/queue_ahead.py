"""How well the queue of the coming days is foreseen, from real arrivals of a help desk.

3,804 tickets, 2010 to 2012. From every fifth day on, with the twelve weeks before known, seven days
are foreseen and then lived through: the tickets that really came, made-up minutes, and people's
hours a twentieth more than those twelve weeks asked for. Eight of ten days should end between the
low and the high figure. Baseline: the queue stays as long as it is.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import numpy as np

from bench.place import data
from bench.report import Row, at_least
from samspil.core.evidence.habits import Numbers, Places
from samspil.core.evidence.queue_ahead import Coming, Past, queue_ahead

KNOWN, AHEAD, EVERY = 84, 7, 5
SPARE = 1.05
MINUTES = 30.0
BEGIN = date(2010, 9, 1)
"""Before, the help desk was just starting: a ticket on some days only."""


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield every row; quick begins on every twentieth day."""
    path = data("process_logs", "helpdesk.csv")
    if path is None:
        return
    arrivals = arrivals_of(path)
    inside, off, flat = [], [], []
    for at in range(KNOWN, len(arrivals) - AHEAD, EVERY * 4 if quick else EVERY):
        low, middle, high, lived, before = _tried(arrivals, at)
        inside += ((low <= lived) & (lived <= high)).tolist()
        off += np.abs(middle - lived).tolist()
        flat += np.abs(before - lived).tolist()
    name = "days that ended between the low and the high figure"
    yield at_least(name, "share", float(np.mean(inside)), goal=0.75, baseline=None)
    name = "how far the middle figure was off"
    off_by, baseline = float(np.mean(off)), float(np.mean(flat))
    yield Row(name=name, unit="cases", value=off_by, baseline=baseline)


def arrivals_of(path: Path) -> Places:
    """Tickets that came on each day from `BEGIN` on."""
    with path.open(encoding="utf-8", newline="") as file:
        rows_of_file = list(csv.DictReader(file))
    first: dict[str, date] = {}
    for row in rows_of_file:
        day = datetime.fromisoformat(row["CompleteTimestamp"]).date()
        first[row["CaseID"]] = min(day, first.get(row["CaseID"], day))
    times = Counter(first.values())
    days = range(BEGIN.toordinal(), max(times).toordinal() + 1)
    return np.array([times[date.fromordinal(day)] for day in days], dtype=np.intp)


def _tried(arrivals: Places, at: int) -> tuple[Numbers, Numbers, Numbers, Numbers, int]:
    """Low, middle and high figures, what was lived through, and the queue before."""
    first = BEGIN.toordinal() + at
    chance = np.random.default_rng(at)
    seen = arrivals[at - KNOWN : at]
    past = Past(
        days=np.arange(first - KNOWN, first),
        arrivals=seen,
        minutes=chance.lognormal(np.log(MINUTES) - 0.18, 0.6, 200),
    )
    weekdays = (first + np.arange(-KNOWN, AHEAD)) % 7 >= 1
    working = weekdays & ((first + np.arange(-KNOWN, AHEAD)) % 7 <= 5)
    hours = SPARE * seen.sum() * MINUTES / 60 / working[:KNOWN].sum() * working
    before = _lived(seen, hours[:KNOWN], 0, chance)[-1]
    ahead = tuple(hours[KNOWN:])
    allowed, due = (2,) * len(ahead), (first,) * int(before)
    coming = Coming(first=first, hours=ahead, allowed=allowed, due=due)
    days = queue_ahead(past, coming, seed=at)
    lived = _lived(arrivals[at : at + AHEAD], hours[KNOWN:], int(before), chance)
    low, middle, high = (
        np.array([getattr(day.waiting, name) for day in days]) for name in ("low", "middle", "high")
    )
    return low, middle, high, lived, int(before)


def _lived(arrived: Places, hours: Numbers, waiting: int, chance: np.random.Generator) -> Numbers:
    """Cases that wait at the end of each day, done one by one as they came."""
    queue = list(chance.lognormal(np.log(MINUTES) - 0.18, 0.6, waiting))
    ends = []
    for many, time in zip(arrived, hours, strict=True):
        queue += list(chance.lognormal(np.log(MINUTES) - 0.18, 0.6, many))
        left = time * 60
        while queue and left > 0:
            done = min(left, queue[0])
            left, queue[0] = left - done, queue[0] - done
            if queue[0] <= 0:
                queue.pop(0)
        ends.append(len(queue))
    return np.array(ends, dtype=np.float64)
