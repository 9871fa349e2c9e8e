"""Find out what kind of file it is, from its content rather than its name."""

import io
from collections.abc import Callable, Iterator
from itertools import islice
from typing import BinaryIO, cast

from django.utils.translation import gettext as _

from samspil.adapters.encodings import is_text, utf_16
from samspil.core.examples import Labelled
from samspil.inbox.files.fields import arrival_from, example_from
from samspil.inbox.files.lines import Lines, RowTooLong
from samspil.inbox.files.mail import (
    BadPack,
    MailChoices,
    MailRow,
    is_mail,
    mail_rows,
    mails_packed,
    unpacked,
)
from samspil.inbox.files.rows import Make, Row, Rows, csv_rows, delimiter_of, json_rows, line_rows
from samspil.inbox.files.sheets import BrokenSheet, sheet_rows

SAMPLE = 64 * 1024
JSON_LINES = (".jsonl", ".ndjson")
NO_CHOICE = MailChoices()
MOST_EMPTY = 1_000
"""Lines at the top."""
OUTLOOKS_MARK = "__substg1.0_".encode("utf-16-le")
OUTLOOKS_STORE = b"!BDN"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class UnreadableFile(Exception):
    """The file as a whole cannot be read; the sentence says why and what to do."""


def read_messages(
    stream: BinaryIO,
    *,
    name: str,
    id_of_row: Callable[[int], str],
    choices: MailChoices = NO_CHOICE,
) -> Iterator[MailRow]:
    """The messages of a file, mails or rows; `id_of_row` numbers rows that bring no id.

    See `read_rows`.
    """
    source = _buffered(stream)
    mails = _mails(source, name=name)
    if mails is not None:
        return _mail_rows(mails, choices)
    return read_rows(
        source,
        name=name,
        make=lambda values, row: arrival_from(values, otherwise_id=id_of_row(row)),
    )


def read_examples(stream: BinaryIO, *, name: str) -> Rows[Labelled]:
    """The labelled examples of a file. See `read_rows`."""
    return read_rows(stream, name=name, make=lambda values, _row: example_from(values))


def read_rows(stream: BinaryIO, *, name: str, make: Make[Row]) -> Rows[Row]:
    """What `make` makes of each row; a broken row gives an error, and the rest goes on.

    Raises `UnreadableFile` at once where the file as a whole is of no use.
    """
    source = _buffered(stream)
    sample = source.peek(SAMPLE)
    if not sample:
        raise UnreadableFile(_("The file is empty."))
    if sample.startswith(b"PK"):
        return _sheet(source, make=make)
    lines = Lines(_characters(source, sample))
    return _by_content(_first_line(lines), lines, name=name, make=make)


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream), SAMPLE)


def _mails(source: io.BufferedReader, *, name: str) -> Callable[[], Iterator[BinaryIO]] | None:
    """Opens the mails in the file, as often as asked; None where it holds none."""
    sample = source.peek(SAMPLE)
    if is_mail(sample):
        return lambda: iter([_from_the_start(source)])
    _check_outlook(sample, name=name)
    if not sample.startswith(b"PK") or not source.seekable():
        return None
    try:
        names = mails_packed(source)
    except BadPack as why:
        raise UnreadableFile(str(why)) from why
    source.seek(0)
    return (lambda: unpacked(source, names)) if names else None


def _mail_rows(mails: Callable[[], Iterator[BinaryIO]], choices: MailChoices) -> Iterator[MailRow]:
    try:
        yield from mail_rows(mails, choices=choices)
    except BadPack as why:
        raise UnreadableFile(str(why)) from why


def _from_the_start(source: io.BufferedReader) -> BinaryIO:
    if source.seekable():
        source.seek(0)
    return source


def _check_outlook(sample: bytes, *, name: str) -> None:
    """Outlook keeps mails in forms of its own."""
    ending = name.casefold().rpartition(".")[2]
    is_message = sample.startswith(OLD_EXCEL) and (ending == "msg" or OUTLOOKS_MARK in sample)
    if is_message or sample.startswith(OUTLOOKS_STORE) or ending in ("pst", "ost"):
        raise UnreadableFile(
            _(
                "This is a file of Outlook's own kind. In Outlook, drag the mails into a folder of "
                "Thunderbird, or open Outlook on the web and choose Save as: you get .eml or mbox."
            )
        )


def _by_content(first: str, lines: Lines, *, name: str, make: Make[Row]) -> Rows[Row]:
    if first.lstrip().startswith("{") or name.casefold().endswith(JSON_LINES):
        lines.go_back(past=0)
        return json_rows(lines, make=make)
    if first.lstrip().startswith("["):
        raise UnreadableFile(
            _("This file is one JSON list: write one object on each line instead (JSON Lines).")
        )
    delimiter = delimiter_of(first)
    if delimiter:
        return csv_rows(lines, header=first, delimiter=delimiter, make=make)
    if name.casefold().endswith(".txt"):
        lines.go_back(past=0)
        return line_rows(lines, make=make)
    raise UnreadableFile(
        _("No column holds the text: name one “text” in the first row. It reads: %(header)s")
        % {"header": " ".join(first.split())[:80]}
    )


def _first_line(lines: Lines) -> str:
    try:
        first = next((line for line in islice(lines, MOST_EMPTY) if line.strip()), "")
    except RowTooLong:
        raise UnreadableFile(
            _("The first row is far too long: is this a file of messages?")
        ) from None
    if not first:
        raise UnreadableFile(_("The file is empty."))
    return first


def _sheet(source: io.BufferedReader, *, make: Make[Row]) -> Rows[Row]:
    if not source.seekable():
        raise UnreadableFile(_("An Excel sheet must be given as a file, not through a pipe."))
    try:
        return sheet_rows(source, make=make)
    except BrokenSheet as why:
        raise UnreadableFile(str(why)) from why


def _characters(source: io.BufferedReader, sample: bytes) -> BinaryIO | io.TextIOWrapper:
    """The file itself where its lines can be told in bytes, else a reader of UTF-16."""
    encoding = utf_16(sample)
    if encoding:
        return io.TextIOWrapper(source, encoding=encoding, errors="replace", newline="\n")
    _check_is_text(sample)
    return source


def _check_is_text(sample: bytes) -> None:
    if sample.startswith(OLD_EXCEL):
        raise UnreadableFile(_("This is an old Excel file: save it as .xlsx or CSV first."))
    if not is_text(sample):
        raise UnreadableFile(
            _("This is not a file of text: give a CSV, JSON Lines or Excel file (.xlsx).")
        )
