"""Jobs for tests: they mark numbered items, each by one conditional update."""

import os
import time
from collections.abc import Callable, Mapping
from typing import Any

from django.db import connection, transaction

from samspil.adapters import jobs
from samspil.adapters.jobs.state import on_the_queue
from samspil.tenancy import current

LAY_OUT = """
CREATE TABLE items_on_trial (
    item integer PRIMARY KEY, times integer NOT NULL DEFAULT 0,
    worker integer, started double precision)
"""
ATTEMPT = "UPDATE items_on_trial SET started = %s, worker = %s, times = times + 1 WHERE item = %s"
MARK = """
UPDATE items_on_trial SET started = %s, worker = %s, times = times + 1
WHERE item = %s AND times = 0
"""
UNTIL_S = 20


class BadDay(RuntimeError):
    """What the failing job raises."""


def mark(payload: Mapping[str, Any]) -> None:
    """Mark the items that nobody has marked."""
    for item in payload["items"]:
        _execute(MARK, item)


def fail(payload: Mapping[str, Any]) -> None:
    """Count the attempt and fail."""
    _execute(ATTEMPT, payload["item"])
    raise BadDay(f"Item {payload['item']} cannot be done.")


def fail_once(payload: Mapping[str, Any]) -> None:
    """Count the attempt; succeed from the second one on."""
    _execute(ATTEMPT, payload["item"])
    if times(payload["item"]) == 1:
        raise BadDay("Not today.")


def hold(payload: Mapping[str, Any]) -> None:
    """Note the start, and end when someone marks the item named as `until`."""
    _execute(MARK, payload["item"])
    deadline = time.monotonic() + UNTIL_S
    while times(payload["until"]) == 0 and time.monotonic() < deadline:
        time.sleep(0.02)
    _execute(MARK, payload["after"])


def pass_on(payload: Mapping[str, Any]) -> None:
    """Put another job in the queue."""
    with transaction.atomic():
        jobs.enqueue("mark", {"items": payload["items"]})


def stay_inside(payload: Mapping[str, Any]) -> None:
    """Mark the item if nobody is inside an organisation, and forget to leave one."""
    if current.current_id() is None:
        _execute(MARK, payload["item"])
    current._current.set(4711)


def lay_out() -> None:
    """Make the table of items."""
    with connection.cursor() as cursor:
        cursor.execute(LAY_OUT)


def add_items(numbers: range) -> None:
    """Add unmarked items."""
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO items_on_trial (item) VALUES (%s)", [(n,) for n in numbers])


def times(item: int) -> int:
    """How often this item was marked or attempted."""
    return int(_one("SELECT times FROM items_on_trial WHERE item = %s", item))


def marked() -> int:
    """Items marked at least once."""
    return int(_one("SELECT count(*) FROM items_on_trial WHERE times > 0"))


def are_marked(number: int) -> bool:
    """Whether at least so many items are marked."""
    return marked() >= number


def most_times() -> int:
    """How often the item was marked that was marked most often."""
    return int(_one("SELECT max(times) FROM items_on_trial"))


def worker_of(item: int) -> int:
    """The process that marked this item."""
    return int(_one("SELECT worker FROM items_on_trial WHERE item = %s", item))


def first_marked(number: int) -> list[int]:
    """The items that were marked first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT item FROM items_on_trial WHERE times > 0 ORDER BY started LIMIT %s", [number]
        )
        return [row[0] for row in cursor.fetchall()]


def workers_seen() -> set[int]:
    """The processes that marked something."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT worker FROM items_on_trial WHERE times > 0")
        return {row[0] for row in cursor.fetchall()}


def rewrite_jobs(column: str, value: int) -> None:
    """Change what the engine remembers of every job."""
    with connection.cursor() as cursor:
        cursor.execute(on_the_queue(f"UPDATE {{schema}}workflow_status SET {column} = %s"), [value])


def payloads_kept() -> int:
    """Jobs whose payload is still stored."""
    return int(_one(on_the_queue("SELECT count(*) FROM {schema}workflow_input")))


def _one(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


def _execute(statement: str, item: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [time.time(), os.getpid(), item])


HANDLERS: dict[str, Callable[[Mapping[str, Any]], None]] = {
    "mark": mark,
    "fail": fail,
    "fail_once": fail_once,
    "hold": hold,
    "pass_on": pass_on,
    "stay_inside": stay_inside,
}
