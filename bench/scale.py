"""How fast the pages are when there is much: a million cases, one in ten of them waiting.

On SQLite and on PostgreSQL. Each page is asked for through the whole of Django (middleware,
session, templates), warm, signed in as a reviewer, a leader and an owner; the network is left out.
A hundred thousand of the cases were routed, and most of them decided, since yesterday. Before the
pages a piece of work that is always the same is timed as often: how much longer than its median its
95th percentile is, this machine adds to every page. Run
`python -m bench.scale`; with `--keep FOLDER` the SQLite home can be looked at afterwards.
"""

import multiprocessing
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from bench import place
from bench.claims import claims
from bench.lived import Company, fill, found_company
from bench.report import Row, at_most, parser, show

Address = Callable[[int], str]

STATEMENTS = 12
P95_MS = 60
FEW, MANY, QUICK = 1_000, 1_000_000, 10_000
TRIES, QUICK_TRIES = 60, 6
UNCHANGING = 75_000
"""Steps of the work that is always the same: about as long as a page."""
PAGE_10 = 9
"""How many pages one leafs on to be at the tenth."""


def measure(*, quick: bool, keep: Path | None) -> Iterator[Row]:
    """Yield every row; each database in a process of its own, for a process has one."""
    spawn = multiprocessing.get_context("spawn")
    for database in ("sqlite", "postgresql"):
        with ProcessPoolExecutor(1, mp_context=spawn) as apart:
            yield from apart.submit(rows_on, database, quick=quick, keep=keep).result()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """How a page did: seconds until the answer (95th percentile), processor seconds, statements.

    The processor's time counts the database server's too; a busy machine does not lengthen it.
    """

    p95_s: float
    processor_s: float
    statements: int


def rows_on(database: str, *, quick: bool, keep: Path | None) -> list[Row]:
    """Everything measured on one database."""
    kept = keep if database == "sqlite" else None
    place.fresh_home(kept, database=database)
    from samspil.config.freezing import freeze_loaded
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case

    freeze_loaded()  # as web processes do
    company = found_company("Scale")
    cases, tries = (QUICK, QUICK_TRIES) if quick else (MANY, TRIES)
    small: dict[str, Timed] = {}
    with enter(company.organisation):
        if not Case.objects.exists():
            fill(company, cases=FEW)
            small = dict(_pages(company, tries=tries))
        began = time.perf_counter()
        fill(company, cases=cases)
        seconds = time.perf_counter() - began
    rows = [Row(name=f"{database}: fill {cases:,} cases", unit="s", value=seconds)]
    rows.append(_unchanging(database, tries=tries))
    for name, timed in _pages(company, tries=tries):
        rows += _rows(f"{database}: {name}", timed, small.get(name))
    return rows + list(claims(database, count=200 if quick else 2_000))


def _unchanging(database: str, *, tries: int) -> Row:
    """How long the same work takes, again and again: its 95th percentile beside its median."""
    seconds = []
    for _ in range(tries):
        began = time.perf_counter()
        {str(number % 997): f"x{number}".upper() for number in range(UNCHANGING)}
        seconds.append(time.perf_counter() - began)
    seconds.sort()
    return Row(
        name=f"{database}: the same work each time (baseline: its median)", unit="ms p95",
        value=1000 * seconds[int(tries * 0.95)], baseline=1000 * seconds[tries // 2],
    )  # fmt: skip


def _rows(name: str, timed: Timed, small: Timed | None) -> Iterable[Row]:
    yield at_most(
        name, "ms p95", 1000 * timed.p95_s, goal=P95_MS,
        baseline=1000 * small.p95_s if small else None,
    )  # fmt: skip
    yield Row(
        name=name, unit="ms processor", value=1000 * timed.processor_s,
        baseline=1000 * small.processor_s if small else None,
    )  # fmt: skip
    yield at_most(
        name, "statements", timed.statements, goal=STATEMENTS,
        baseline=small.statements if small else None,
    )  # fmt: skip


def _pages(company: Company, *, tries: int) -> Iterator[tuple[str, Timed]]:
    """Every page for each role, signed in and warm."""
    from django.test import Client

    for role, person in company.people.items():
        client = Client(SERVER_NAME="localhost")
        client.force_login(person.user)
        for name, address in _asked(company, role, client).items():
            yield f"{name}, {role}", _timed(client, address, tries=tries)


def _asked(company: Company, role: str, client: Any) -> Mapping[str, Address]:
    cases = _case_addresses(company, role)
    asked: dict[str, Address] = {
        "Today": lambda _: "/",
        "queue": lambda _: "/work/",
        "case": lambda number: cases[number % len(cases)],
    }
    if role == "owner":
        return asked
    tenth = _leafed(client, "/work/")
    asked["queue page 10"] = lambda _: tenth
    queries = {
        **{f"whose={whose}": f"whose={whose}" for whose in ("mine", "teams", "all", "later")},
        **{f"process {p.name}": f"process={p.public_id}" for p in company.processes},
        **{f"route={route}": f"route={route}" for route in ("alone", "together", "person")},
        **{f"level={level}": f"level={level}" for level in "123"},
        "topic nobody waits for": "topic=invoice_question",
        "language nobody waits in": "language=da",
        "tag": f"tag={company.tag.public_id}",
        "late": "late=1",
        "late level=3 person": "late=1&level=3&route=person",
    }
    return asked | {f"queue {name}": _always(f"/work/?{q}") for name, q in queries.items()}


def _always(address: str) -> Address:
    return lambda _: address


def _case_addresses(company: Company, role: str) -> list[str]:
    """Some that wait, some closed."""
    from samspil.tenancy.actions import enter
    from samspil.work.models import Case
    from samspil.work.queries import queue_of

    with enter(company.organisation):
        waiting = list(queue_of(company.people[role])[:20])
        closed = list(Case.objects.filter(stage="closed").order_by("-opened_at")[:20])
    return [f"/work/{case.public_id}/" for case in (*waiting, *closed)]


def _leafed(client: Any, address: str) -> str:
    """The address of the tenth page, by the link at the end of each."""
    for _ in range(PAGE_10):
        further = re.search(r"after=[0-9a-f-]{36}", client.get(address).content.decode())
        address = f"/work/?{further[0]}" if further else address
    return address


def _timed(client: Any, address: Address, *, tries: int) -> Timed:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for number in range(3):
        client.get(address(number))
    seconds, busy = [], _processor_s()
    for number in range(tries):
        began = time.perf_counter()
        answer = client.get(address(number))
        seconds.append(time.perf_counter() - began)
        assert answer.status_code == 200, f"{address(number)}: {answer.status_code}"
    busy = (_processor_s() - busy) / tries
    with CaptureQueriesContext(connection) as captured:
        client.get(address(1))
    p95_s = sorted(seconds)[int(tries * 0.95)]
    return Timed(p95_s=p95_s, processor_s=busy, statements=len(captured))


def _processor_s() -> float:
    """Processor seconds of this process and of the server's that serves it."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return time.process_time()
    connection.ensure_connection()
    served = psutil.Process(connection.connection.info.backend_pid).cpu_times()
    return float(time.process_time() + served.user + served.system)


if __name__ == "__main__":
    words = parser(__doc__)
    words.add_argument(
        "--keep", type=Path, help="a folder for the SQLite home, kept, and used again"
    )
    options = words.parse_args()
    show(lambda: measure(quick=options.quick, keep=options.keep), json_file=options.json)
