"""A map as a table to take along, and to bring in again."""

from collections.abc import Iterator

from samspil.core.process_maps.table import COLUMNS, PARTED
from samspil.process_maps.queries.charted import Charted, Row, Way

HUNDRED = 100
MEASURED = (
    "minutes_measured", "minutes_n", "waiting_measured", "waiting_n", "errors_measured_in_100",
    "errors_n", "ai_measured_in_100", "ai_n", "who", "division", "saved_low_in_100",
    "saved_high_in_100", "visits", "times", "per", "process", "topic", "task", "activity",
)  # fmt: skip


def map_rows(found: Charted) -> Iterator[list[str]]:
    """A row for each step, numbers with a point: first what can be brought in, then what is known
    beside it."""
    yield [*(names[0] for names in COLUMNS.values()), *MEASURED]
    for row in found.rows:
        yield [*_said(row), *_known(row)]


def next_words(ways: list[Way]) -> str:
    """The ways out of a step, as a table names them."""
    named = [
        one.target.name if one.share > 0.9995 else f"{one.target.name} ({_plain(100 * one.share)})"
        for one in ways
    ]
    return f" {PARTED} ".join(named)


def _said(row: Row) -> list[str]:
    step = row.step
    return [
        step.name, _plain(step.minutes), _plain(step.waiting), _in_100(step.errors),
        _in_100(step.ai_share), row.owner, next_words(list(row.ways)),
    ]  # fmt: skip


def _known(row: Row) -> list[str]:
    step = row.step
    return [
        _plain(row.minutes.measured), str(row.minutes.n or ""),
        _plain(row.waiting.measured), str(row.waiting.n or ""),
        _in_100(row.errors.measured), str(row.errors.n or ""),
        _in_100(row.ai_share.measured), str(row.ai_share.n or ""),
        row.who.route.value, row.task.division.value if row.task else "",
        _in_100(row.saved.low if row.saved else None),
        _in_100(row.saved.high if row.saved else None),
        _plain(row.visits), _plain(step.times), step.per if step.times is not None else "",
        step.process.name if step.process else "", step.topic,
        step.task.title if step.task else "", step.activity,
    ]  # fmt: skip


def _in_100(share: float | None) -> str:
    return "" if share is None else _plain(HUNDRED * share)


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.6g}"
