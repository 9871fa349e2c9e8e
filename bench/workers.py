"""Whether a second worker does its share: messages routed and compared, embedding on, PostgreSQL.

One worker and two take turns with as many messages each, so that whatever else the machine does
meanwhile weighs on both. Then two work and one is killed with -9 midway: the other takes over.
Run `python -m bench.workers`.
"""

import signal
import statistics
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import psutil

from bench import place
from bench.report import Row, at_least, at_most, main
from bench.triage import found, worker

BATCH = 100
PAIRS, QUICK_PAIRS = 3, 1
MESSAGES, QUICK_MESSAGES = 2_500, 200
"""So many that the end, when one worker has nothing left to do, weighs little: half a minute."""
GOAL = 1.7
PATIENCE_S = 300


def measure(quick: bool) -> Iterable[Row]:  # noqa: FBT001 - the command line's one switch
    """Yield every row."""
    pairs, count = (QUICK_PAIRS, QUICK_MESSAGES) if quick else (PAIRS, MESSAGES)
    place.fresh_home(database="postgresql", embedding="on")
    company, process = found(organisation_model="supervised")
    rates: dict[int, list[float]] = {1: [], 2: []}
    thrift: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(pairs):
        for workers in rates:
            with ExitStack() as running:
                numbers = range(1, workers + 1)
                pids = [running.enter_context(worker(slot)).pid for slot in numbers]
                _warm(company, process, workers=workers)
                spent = _processor_s(pids)
                rates[workers].append(count / _routed_in(company, process, count=count))
                thrift[workers].append(count / (_processor_s(pids) - spent))
    one, two = (statistics.median(rates[workers]) for workers in (1, 2))
    ratios = [b / a for a, b in zip(rates[1], rates[2], strict=True)]
    yield Row(name="messages routed and compared, one worker", unit="messages/s", value=one)
    name = "messages routed and compared, two workers"
    yield Row(name=name, unit="messages/s", value=two, baseline=one)
    yield at_least(
        f"two workers instead of one, median of {pairs} pairs",
        "times",
        statistics.median(ratios),
        goal=GOAL,
        baseline=1.0,
    )
    for workers, each in thrift.items():
        yield Row(
            name=f"of {workers}, in a second of the workers' processor time",
            unit="messages/s",
            value=statistics.median(each),
            baseline=statistics.median(thrift[1]) if workers > 1 else None,
        )
    yield from _killed(company, process, count=count)


def _processor_s(pids: Iterable[int]) -> float:
    """What these workers have used so far, in seconds; a busy machine does not lengthen it."""
    times = [psutil.Process(pid).cpu_times() for pid in pids]
    return float(sum(each.user + each.system for each in times))


def _warm(company: Any, process: Any, *, workers: int) -> None:
    """Until every worker has loaded what it needs."""
    _routed_in(company, process, count=workers * 2 * BATCH)


def _routed_in(company: Any, process: Any, *, count: int) -> float:
    """Seconds from the first message until all are routed and compared with earlier ones."""
    _open(company, process, count=count)
    began = time.perf_counter()
    _wait()
    return time.perf_counter() - began


def _open(company: Any, process: Any, *, count: int) -> None:
    from samspil.tenancy.actions import enter
    from samspil.work.actions import Arrival, open_cases

    texts = place.messages(count)
    stamp = time.time_ns()
    arrivals = [
        Arrival(text=f"{text} ({stamp} {number})", external_id=f"{stamp}-{number}")
        for number, text in enumerate(texts)
    ]
    with enter(company):
        for start in range(0, count, BATCH):
            batch = arrivals[start : start + BATCH]
            open_cases(batch, process=process, at=datetime.now(UTC))


def _wait() -> None:
    """Until no job is left, those that find similar cases included."""
    from samspil.adapters import jobs

    give_up = time.monotonic() + PATIENCE_S
    while jobs.waiting():
        if time.monotonic() > give_up:
            return
        time.sleep(0.05)


def _killed(company: Any, process: Any, *, count: int) -> Iterator[Row]:
    """Two work, one dies; count what is lost and what was done twice."""
    from samspil.core.lifecycle import Stage
    from samspil.journal.models import Entry
    from samspil.journal.queries import verify
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case, Proposal

    with ExitStack() as running:
        victim = running.enter_context(worker(1))
        running.enter_context(worker(2))
        _warm(company, process, workers=2)
        with enter(company):
            before = Case.objects.count()
        _open(company, process, count=count)
        _kill_midway(company, victim, before=before, count=count)
        _wait()
    with enter(company):
        lost = Case.objects.filter(stage=Stage.ARRIVED).count()
        doubled = Proposal.objects.count() - Proposal.objects.values("case").distinct().count()
        routed = Entry.objects.filter(event="routed")
        doubled += routed.count() - routed.values("subject").distinct().count()
        whole = verify().whole
    yield at_most(f"lost of {count:,}, a worker killed", "messages", lost, goal=0, baseline=None)
    yield at_most("recorded twice", "records", doubled, goal=0, baseline=None)
    yield at_most("journals that do not verify", "journals", int(not whole), goal=0, baseline=None)


def _kill_midway(
    company: Any, victim: "subprocess.Popen[bytes]", *, before: int, count: int
) -> None:
    from samspil.core.lifecycle import Stage
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case

    with enter(company):
        while Case.objects.exclude(stage=Stage.ARRIVED).count() < before + count // 3:
            time.sleep(0.02)
    victim.send_signal(signal.SIGKILL)


if __name__ == "__main__":
    main(measure, description=__doc__)
