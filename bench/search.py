"""How fast the search is when there is much: a million cases, on SQLite and on PostgreSQL.

Each search is a page asked for through the whole of Django, warm, signed in as a reviewer; the
parts of the index were joined before, as they are each day. The baselines are the same search at
1,000 cases and a comparison of every text with the word. Also how fast the index is built. Run
`python -m bench.search`; `--cases N` measures at another size.
"""

import multiprocessing
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any
from urllib.parse import quote

from bench import place
from bench.lived import Company, fill, found_company
from bench.report import Row, at_most, parser, show

P95_MS, STATEMENTS = 60, 12
FEW, MANY, QUICK = 1_000, 1_000_000, 3_000
TRIES, QUICK_TRIES = 60, 6
SEARCHES = {
    "in every case": ["parcel"],
    "common word": ["card", "account", "money"],
    "rare word": ["Apple", "fiat", "ATMs"],
    "one number": ["no:w77", "w512", "number 905"],
    "beginning": ["transf", "exch", "acc"],
    "phrase": ['"top up"', '"exchange rate"', '"my card"'],
    "two words": ["card payment", "transfer account", "parcel money"],
    "common and rare": ["parcel fiat", "card Apple", "my ATMs"],
    "without a word": ["card -payment", "parcel -card", "money -account"],
    "no hit": ["zebra", "zebra card", '"parcel zebra"'],
    "sender": ["from:kunde77@example.com", "from:kunde512", "from:kunde9"],
}
NARROWED = {"closed in one process": "status=closed&process={process}", "a tag": "tag={tag}"}


def measure(*, quick: bool, cases: int | None) -> Iterator[Row]:
    """Yield every row; each database in a process of its own, for a process has one."""
    spawn = multiprocessing.get_context("spawn")
    size = cases or (QUICK if quick else MANY)
    for database in ("sqlite", "postgresql"):
        with ProcessPoolExecutor(1, mp_context=spawn) as apart:
            tries = QUICK_TRIES if quick else TRIES
            yield from apart.submit(rows_on, database, cases=size, tries=tries).result()


def rows_on(database: str, *, cases: int, tries: int) -> list[Row]:
    """Everything measured on one database."""
    place.fresh_home(database=database)
    from samspil.config.freezing import freeze_loaded

    freeze_loaded()  # as web processes do
    company = found_company("Search")
    few = min(FEW, cases // 2)
    _filled(company, few)
    small = dict(_searches(company, tries=QUICK_TRIES))
    seconds = _filled(company, cases)
    rows = [
        Row(
            name=f"{database}: index built, {cases:,} cases",
            unit="cases/s",
            value=(cases - few) / seconds,
        )
    ]
    compared = _compared(company)
    for name, (p95, statements) in _searches(company, tries=tries):
        first = f"{database}: {name}"
        before, asked = small[name]
        rows.append(
            at_most(f"{first} (baseline {few:,})", "ms p95", p95, goal=P95_MS, baseline=before)
        )
        rows.append(at_most(first, "statements", statements, goal=STATEMENTS, baseline=asked))
    page = next(row.value for row in rows if "common word" in row.name and row.unit == "ms p95")
    name = f"{database}: common word (baseline: comparing every text)"
    return [*rows, Row(name=name, unit="ms p95", value=page, baseline=compared)]


def _filled(company: Company, cases: int) -> float:
    """Add cases, index them and join the parts; how many seconds the index took."""
    from samspil.review.queries import tag_names
    from samspil.tenancy.actions import enter
    from samspil.work.actions import build_index, merge_index

    with enter(company.organisation):
        fill(company, cases=cases)
        began = time.perf_counter()
        build_index(after=None, most=cases, labels=tag_names)
        merge_index()
        seconds = time.perf_counter() - began
        fill(company, cases=cases)  # adds nothing, but lets the database look its tables over
    return seconds


def _searches(company: Company, *, tries: int) -> Iterator[tuple[str, tuple[float, int]]]:
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(company.people["reviewer"].user)
    for name, typed in SEARCHES.items():
        yield name, _timed(client, [f"?q={quote(words)}" for words in typed], tries=tries)
    ids = {"process": company.processes[1].public_id, "tag": company.tag.public_id}
    for name, choice in NARROWED.items():
        yield name, _timed(client, [f"?q=parcel&{choice.format(**ids)}"], tries=tries)


def _timed(client: Any, addresses: list[str], *, tries: int) -> tuple[float, int]:
    """The 95th percentile in milliseconds, and the most statements."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    paths = [f"/work/search/{address}" for address in addresses]
    most = 0
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        most = max(most, len(captured))
    seconds = []
    for number in range(tries):
        began = time.perf_counter()
        answer = client.get(paths[number % len(paths)])
        seconds.append(time.perf_counter() - began)
        assert answer.status_code == 200, f"{paths[number % len(paths)]}: {answer.status_code}"
    return 1_000 * sorted(seconds)[int(tries * 0.95)], most


def _compared(company: Company) -> float:
    """Milliseconds to compare every text with a word, the better of two."""
    from samspil.tenancy.actions import enter
    from samspil.work.models import Message

    seconds = []
    with enter(company.organisation):
        for _ in range(2):
            began = time.perf_counter()
            found = Message.objects.filter(text__contains="card").order_by("-case")
            list(found.values_list("case", flat=True)[:20])
            list(Message.objects.filter(text__contains="zebra").values_list("case")[:20])
            seconds.append(time.perf_counter() - began)
    return 1_000 * min(seconds)


if __name__ == "__main__":
    words = parser(__doc__)
    words.add_argument("--cases", type=int, help="how many cases, by default a million")
    options = words.parse_args()
    show(lambda: measure(quick=options.quick, cases=options.cases), json_file=options.json)
