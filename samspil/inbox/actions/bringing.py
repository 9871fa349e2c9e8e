"""Bring in a file of messages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError

from samspil.inbox.access import check_may_bring_in
from samspil.inbox.files import RowError, digest_of, open_file, read_messages
from samspil.people.models import Colleague
from samspil.work.actions import Arrival, TakenIn, take_in
from samspil.work.models import Process

BATCH = 500
MOST_CHARACTERS = 10_000_000
"""In one batch: long messages come in fewer at a time."""
ERRORS_KEPT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What became of a file's rows; answers `joined` their case.

    `errors` are the first hundred of `wrong`.
    """

    opened: int = 0
    joined: int = 0
    duplicates: int = 0
    wrong: int = 0
    errors: tuple[RowError, ...] = ()

    def __add__(self, other: "BroughtIn") -> "BroughtIn":
        return BroughtIn(
            opened=self.opened + other.opened,
            joined=self.joined + other.joined,
            duplicates=self.duplicates + other.duplicates,
            wrong=self.wrong + other.wrong,
            errors=(*self.errors, *other.errors)[:ERRORS_KEPT],
        )

    @property
    def rows(self) -> int:
        """How many rows were read."""
        return self.opened + self.joined + self.duplicates + self.wrong


Progress = Callable[[BroughtIn, float], None]
"""Told after each batch what was done so far, and which share (0 to 1) of the file was read."""


def bring_in(
    path: Path,
    *,
    name: str = "",
    process: Process,
    at: datetime,
    by: Colleague | None,
    progress: Progress = lambda _done, _share: None,
) -> BroughtIn:
    """Open a case for each message of a file, 500 at a time, each batch a transaction of its own.

    An import that was cut off can be run again: what is here already opens nothing. A message
    without an id is known by the content of the whole file and its row. `by` is None on the
    command line only. Raises `UnreadableFile`.
    """
    if by is not None:
        check_may_bring_in(by)
    done = BroughtIn()
    with open_file(path) as stream:
        size = path.stat().st_size or 1
        digest = digest_of(path)
        rows = read_messages(
            stream, name=name or path.name, id_of_row=lambda row: f"{digest}-{row}"
        )
        for batch in _batches(rows):
            done += _bring_batch(batch, process=process, at=at, by=by)
            progress(done, min(1.0, stream.tell() / size))
    return done


def _bring_batch(
    batch: list[Arrival | RowError], *, process: Process, at: datetime, by: Colleague | None
) -> BroughtIn:
    errors = tuple(row for row in batch if isinstance(row, RowError))
    arrivals = [row for row in batch if isinstance(row, Arrival)]
    opened = open_once(arrivals, process=process, at=at, by=by)
    return BroughtIn(
        opened=len(opened.cases),
        joined=len(opened.joined),
        duplicates=len(opened.duplicates),
        wrong=len(errors),
        errors=errors[:ERRORS_KEPT],
    )


def open_once(
    arrivals: list[Arrival], *, process: Process, at: datetime, by: Colleague | None
) -> TakenIn:
    """Take messages in even where somebody brings in the same ones at the same moment."""
    try:
        return take_in(arrivals, process=process, at=at, by=by)
    except IntegrityError:  # the other's are here now, and count as duplicates
        return take_in(arrivals, process=process, at=at, by=by)


def _batches(rows: Iterable[Arrival | RowError]) -> Iterator[list[Arrival | RowError]]:
    batch: list[Arrival | RowError] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += len(row.text) if isinstance(row, Arrival) else 0
        if len(batch) == BATCH or characters > MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
