"""The figures of trust: what is masked, what the gateway costs, what the journal notices, erasing.

Masking on the lines of bench.detecting, all sets together (the detectors were mended on them; what
each set showed at first sight stands in decision 0029), with plain regular expressions as baseline.
The gateway twice: its work on the text alone; and `ask_model` as a whole, with all that it reads
and writes, beside the same call without it, to a server on this machine that answers at once. The
journal (bench.tampering) and erasing (bench.forgotten) on SQLite and on PostgreSQL, among a million
entries and a million cases; `--rows N` for another size; with `--keep FOLDER` the SQLite home is
kept, and used again.

    python -m bench.trust [--quick] [--rows N] [--json FILE]
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench import detecting, place
from bench.forgotten import erased
from bench.lived import fill, found_company
from bench.report import Row, at_least, at_most, parser, show
from bench.tampering import tampered, write

MANY, QUICK = 1_000_000, 3_000
TRIES, QUICK_TRIES = 100, 5
CALLS, QUICK_CALLS = 100, 10
LONG, SHORT = 20_000, 1_000
"""Characters of a text that is asked about."""


def measure(*, quick: bool, rows: int | None, keep: Path | None) -> Iterator[Row]:
    """Yield every row; each database in a process of its own, for a process has one."""
    yield from _masking()
    yield from detecting.clean(quick=quick)
    yield from detecting.overhead([line.text for line in _lines()])
    spawn = multiprocessing.get_context("spawn")
    calls = QUICK_CALLS if quick else CALLS
    with ProcessPoolExecutor(1, mp_context=spawn) as apart:
        yield from apart.submit(gateway_rows, calls=calls).result()
    size, tries = rows or (QUICK if quick else MANY), QUICK_TRIES if quick else TRIES
    for database in ("sqlite", "postgresql"):
        with ProcessPoolExecutor(1, mp_context=spawn) as apart:
            kept = keep if database == "sqlite" else None
            work = apart.submit(rows_on, database, size=size, tries=tries, kept=kept)
            yield from work.result()


def rows_on(database: str, *, size: int, tries: int, kept: Path | None) -> list[Row]:
    """Everything measured on one database."""
    place.fresh_home(kept, database=database)
    from samspil.tenancy.actions import enter

    company = found_company("Trust")
    with enter(company.organisation):
        fill(company, cases=size)
        write(entries=size)
        return [*erased(database, company), *tampered(database, tries=tries)]


def gateway_rows(*, calls: int) -> list[Row]:
    """What `ask_model` adds to a call, for a long text and for a short one."""
    place.fresh_home()
    from samspil.tenancy.actions import enter

    company = found_company("Gateway")
    text = "\n".join(line.text for line in _lines())
    with enter(company.organisation):
        owner, now = company.people["owner"], datetime.now(UTC)
        long_s, alone_s = _asked(owner, text[:LONG], calls=calls, at=now)
        later = now + timedelta(minutes=calls + 1)  # no more calls a minute than may be
        short_s, short_alone_s = _asked(owner, text[:SHORT], calls=calls, at=later)
    kilobytes = len(text[:LONG].encode()) / 1000
    return [
        at_most(
            f"ask_model, a text of {kilobytes:.0f} kB (the call without it)", "ms more per kB",
            1000 * (long_s - alone_s) / kilobytes,
            goal=detecting.OVERHEAD_MS, baseline=1000 * alone_s / kilobytes,
        ),
        Row(
            name="ask_model, a text of 1 kB (the call without it)", unit="ms",
            value=1000 * short_s, baseline=1000 * short_alone_s,
        ),
    ]  # fmt: skip


def _asked(owner: Any, text: str, *, calls: int, at: datetime) -> tuple[float, float]:
    """Median seconds of `ask_model` and of the bare call, taking turns; the server is new."""
    from samspil.core.gateway.allowing import Verdict
    from samspil.core.gateway.prompting import messages
    from samspil.governance.actions import ask_model
    from samspil.governance.queries.servers import endpoint_of
    from tests.governance.serving import asking, make_server
    from tests.model_server import model_server

    wanted = asking(sources=[text])
    sent = messages(wanted.instruction, sources=[text], question=wanted.question)
    with model_server("25 days. [1]") as script:
        server = make_server(owner, script.url, verdict=Verdict.MASK, name=f"Of {len(text)}")
        endpoint = endpoint_of(server)
        taken: list[float] = []
        bare: list[float] = []
        for number in range(calls):
            later = at + timedelta(minutes=number)
            taken.append(_seconds(lambda later=later: ask_model(wanted, at=later)))  # type: ignore[misc]
            bare.append(_seconds(lambda: _complete(endpoint, sent)))
        assert len(script.asked) == 2 * calls
        server.delete()
    return sorted(taken)[calls // 2], sorted(bare)[calls // 2]


def _complete(endpoint: Any, sent: Any) -> object:
    from samspil.adapters.model_servers import complete

    return complete(endpoint, sent, most_tokens=600, seconds=20)


def _seconds(done: Callable[[], object]) -> float:
    began = time.perf_counter()
    done()
    return time.perf_counter() - began


def _lines() -> list[detecting.Line]:
    return [line for name in detecting.SETS for line in detecting.lines(name)]


def _masking() -> Iterator[Row]:
    """Recall and precision of what is promised."""
    chosen = _lines()
    yield Row(name="lines", unit="lines", value=len(chosen))
    for kind in detecting.PROMISED:
        own = detecting.counted(chosen, detecting.ours, kind)
        common = detecting.counted(chosen, detecting.commonly, kind)
        yield at_least(
            f"{kind.value}, recall (regular expressions)", f"of {own.marked} marked", own.recall,
            goal=detecting.RECALL, baseline=common.recall,
        )  # fmt: skip
        yield at_least(
            f"{kind.value}, precision (regular expressions)", f"of {own.reported} found",
            own.precision, goal=detecting.PRECISION, baseline=common.precision,
        )  # fmt: skip


if __name__ == "__main__":
    words = parser(__doc__)
    words.add_argument("--rows", type=int, help="cases and journal entries in each database")
    words.add_argument(
        "--keep", type=Path, help="a folder for the SQLite home, kept, and used again"
    )
    options = words.parse_args()
    show(
        lambda: measure(quick=options.quick, rows=options.rows, keep=options.keep),
        json_file=options.json,
    )
