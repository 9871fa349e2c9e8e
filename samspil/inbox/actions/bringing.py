"""Bring in a file of messages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from django.db import IntegrityError, transaction

from samspil.inbox.access import check_may_bring_in
from samspil.inbox.files import (
    LeftOut,
    MailChoices,
    RowError,
    digest_of,
    open_file,
    read_messages,
)
from samspil.people.models import Colleague
from samspil.work.actions import Arrival, TakenIn, take_in
from samspil.work.models import Process

BATCH = 500
MOST_CHARACTERS = 10_000_000
"""In one batch, bytes of files included: long messages come in fewer at a time."""
ERRORS_KEPT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What became of a file's rows; answers `joined` their case.

    `ours` are our own mails that found their case, `stray` those that found none, `automatic` what
    was left out as written by machines. `noted` of all came in with something wrong. `errors` are
    the first hundred of `wrong` and `noted`. `taken` rows were read.
    """

    opened: int = 0
    joined: int = 0
    duplicates: int = 0
    wrong: int = 0
    errors: tuple[RowError, ...] = ()
    ours: int = 0
    stray: int = 0
    automatic: int = 0
    noted: int = 0

    def __add__(self, other: "BroughtIn") -> "BroughtIn":
        return BroughtIn(
            opened=self.opened + other.opened,
            joined=self.joined + other.joined,
            duplicates=self.duplicates + other.duplicates,
            wrong=self.wrong + other.wrong,
            errors=(*self.errors, *other.errors)[:ERRORS_KEPT],
            ours=self.ours + other.ours,
            stray=self.stray + other.stray,
            automatic=self.automatic + other.automatic,
            noted=self.noted + other.noted,
        )

    @property
    def rows(self) -> int:
        """How many rows were read."""
        known = self.opened + self.joined + self.duplicates + self.wrong
        return known + self.ours + self.stray + self.automatic


MessageRow: TypeAlias = Arrival | RowError | LeftOut
Progress = Callable[[BroughtIn, float], None]
"""Told after each batch what was done so far, and which share (0 to 1) of the file was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch of a file, done with: `taken` rows of the file, and what is wrong in this batch."""

    done: BroughtIn
    taken: int
    errors: tuple[RowError, ...]


Keep = Callable[[Batch], None]
"""Told of each batch inside its transaction, so that both are kept or neither."""


NOTHING_YET = Batch(done=BroughtIn(), taken=0, errors=())


def _forget(_batch: Batch) -> None:
    """Nobody wants to go on later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resuming:
    """Where an earlier run came to, and who keeps how far this one is."""

    begin: Batch
    keep: Keep


def bring_in(
    path: Path,
    *,
    name: str = "",
    process: Process,
    at: datetime,
    by: Colleague | None,
    choices: MailChoices | None = None,
    resuming: Resuming | None = None,
    progress: Progress = lambda _done, _share: None,
) -> BroughtIn:
    """Open a case for each message of a file, 500 at a time, each batch a transaction of its own.

    An import that was cut off can be run again: what is here already opens nothing. A message
    without an id is known by the content of the whole file and its row. `resuming` says where an
    earlier run came to. `by` is None on the command line only. Raises `UnreadableFile`.
    """
    if by is not None:
        check_may_bring_in(by)
    begin, keep = (resuming.begin, resuming.keep) if resuming else (NOTHING_YET, _forget)
    done, taken, most = begin.done, begin.taken, 0.0
    with open_file(path) as stream:
        size = path.stat().st_size or 1
        digest = digest_of(path)
        rows = read_messages(
            stream,
            name=name or path.name,
            id_of_row=lambda row: f"{digest}-{row}",
            choices=replace(choices or MailChoices(), now=at),
        )
        for batch in _batches(islice(rows, taken, None)):
            taken += len(batch)
            with transaction.atomic():
                brought = _bring_batch(batch, process=process, at=at, by=by)
                done += brought
                errors = tuple(row for row in batch if isinstance(row, RowError))
                keep(Batch(done=done, taken=taken, errors=errors))
            most = max(most, min(1.0, stream.tell() / size))  # our own mails are read once more
            progress(done, most)
    return done


def _bring_batch(
    batch: list[MessageRow], *, process: Process, at: datetime, by: Colleague | None
) -> BroughtIn:
    errors = tuple(row for row in batch if isinstance(row, RowError))
    arrivals = [row for row in batch if isinstance(row, Arrival)]
    opened = open_once(arrivals, process=process, at=at, by=by)
    noted = sum(error.kept for error in errors)
    return BroughtIn(
        opened=len(opened.cases),
        joined=len(opened.joined),
        duplicates=len(opened.duplicates),
        wrong=len(errors) - noted,
        errors=errors[:ERRORS_KEPT],
        ours=len(opened.ours),
        stray=len(opened.stray),
        automatic=sum(isinstance(row, LeftOut) for row in batch),
        noted=noted,
    )


def open_once(
    arrivals: list[Arrival], *, process: Process, at: datetime, by: Colleague | None
) -> TakenIn:
    """Take messages in even where somebody brings in the same ones at the same moment."""
    try:
        return take_in(arrivals, process=process, at=at, by=by)
    except IntegrityError:  # the other's are here now, and count as duplicates
        return take_in(arrivals, process=process, at=at, by=by)


def _batches(rows: Iterable[MessageRow]) -> Iterator[list[MessageRow]]:
    batch: list[MessageRow] = []
    characters = 0
    for row in rows:
        batch.append(row)
        characters += _size(row) if isinstance(row, Arrival) else 0
        if len(batch) == BATCH or characters > MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _size(arrival: Arrival) -> int:
    files = sum(len(file.content) for file in arrival.files)
    return len(arrival.text) + len(arrival.quoted) + len(arrival.signature) + files
