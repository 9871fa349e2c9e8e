"""Tell the mails of an mbox apart: mboxo and mboxrd, with or without Content-Length."""

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from samspil.adapters.incoming_mail.slimming import CHUNK, Slim, Slimmer

WEEKDAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
DATED = re.compile(rb"From .*" + WEEKDAY + rb",?\s+(?:\d+\s+)?" + MONTH + rb"\b.*\d{4}")
BARE = re.compile(rb"From \S+\s*$")
HEADER = re.compile(
    rb"(?:return-path|received|message-id|date|from|to|subject|mime-version|delivered-to|x-[\w-]+"
    rb"|status|content-[\w-]+|reply-to|sender|cc|dkim-signature|authentication-results"
    rb"|arc-[\w-]+|envelope-to|in-reply-to|references|auto-submitted|precedence|list-[\w-]+"
    rb"|user-agent|importance|thread-[\w-]+):",
    re.IGNORECASE,
)
ESCAPED = re.compile(rb">+From ")
LONGEST_FROM = 1_000


class ByteLines:
    """Lines with the place of their first byte; long ones in pieces of 64 KB. Looks one ahead."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self._next = stream.readline(CHUNK)
        self._seekable = isinstance(stream, io.BufferedReader) and stream.seekable()

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        while line := self._next:
            at, self._at = self._at, self._at + len(line)
            self._next = self._stream.readline(CHUNK)
            yield at, line

    @property
    def following(self) -> bytes:
        """The line after the one that was given last; empty at the end."""
        return self._next

    def mail_ends_at(self, place: int) -> bool:
        """Whether at this byte the file ends or another mail begins; False where nobody can see."""
        if not self._seekable:
            return False
        here = self._stream.tell()
        end = self._stream.seek(0, io.SEEK_END)
        self._stream.seek(min(place, end))
        beginning = self._stream.read(LONGEST_FROM).lstrip(b"\r\n")
        self._stream.seek(here)
        return place <= end and (not beginning or beginning.startswith(b"From "))


def mails_in_mbox(stream: BinaryIO, *, most_file: int) -> Iterator[Slim]:
    """Each mail, made small; `most_file` is how many bytes a file in it may have."""
    lines = ByteLines(stream)
    mail: Slimmer | None = None
    number, blank, until = 0, True, -1
    for at, line in lines:
        if (
            at >= until
            and line.startswith(b"From ")
            and _begins(line, lines.following, blank=blank)
        ):
            if mail is not None:
                yield mail.done()
            number += 1
            mail, until = Slimmer(number=number, offset=at, most_file=most_file), -1
            continue
        blank = not line.strip()
        if mail is None and not blank:
            number += 1
            mail = Slimmer(number=number, offset=at, most_file=most_file)
        if mail is not None:
            headed = mail.body_at >= 0
            mail.feed(line[1:] if ESCAPED.match(line) and headed else line, offset=at)
            if not headed and mail.body_at >= 0 and mail.length > 0:
                end = mail.body_at + mail.length
                until = end if lines.mail_ends_at(end) else -1
    if mail is not None:
        yield mail.done()


def single_mail(stream: BinaryIO, *, number: int, most_file: int) -> Slim:
    """A file that is one mail."""
    mail = Slimmer(number=number, offset=0, most_file=most_file)
    for at, line in ByteLines(stream):
        mail.feed(line, offset=at)
    return mail.done()


def _begins(line: bytes, following: bytes, *, blank: bool) -> bool:
    """Whether this line stands above a mail; a sentence that begins with “From” does not."""
    line = line[:LONGEST_FROM]
    headed = bool(HEADER.match(following)) or following.startswith(b">From ")
    if DATED.match(line):
        return headed or (blank and (not following.strip() or b":" in following[:80]))
    return blank and headed and bool(BARE.match(line))
