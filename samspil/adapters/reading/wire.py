"""What goes between us and the process that reads: a file there, its sections or a trouble back.

JSON, since what a damaged file makes of that process must not become code in ours.
"""

import json
import struct
from typing import BinaryIO

from samspil.adapters.reading.outline import Reading
from samspil.adapters.reading.remarks import Left, Trouble, UnreadableDocument, remark
from samspil.core.knowledge.sections import Section

LENGTH = struct.Struct("<Q")
MOST_ANSWERED = 200_000_000
"""Bytes; the most text there may be, in JSON, with its headings."""

OUT_OF_MEMORY = 3
"""How the process ends that has no memory left."""


class Gone(Exception):
    """The other process ended."""


def send(stream: BinaryIO, *parts: bytes) -> None:
    """Write each part with its length before it."""
    for part in parts:
        stream.write(LENGTH.pack(len(part)))
        stream.write(part)
    stream.flush()


def receive(stream: BinaryIO, *, most: int) -> bytes:
    """The next part; raises `Gone` where the stream ends or the part is longer than `most`."""
    size = LENGTH.unpack(_exactly(stream, LENGTH.size))[0]
    if size > most:
        raise Gone
    return _exactly(stream, size)


def packed(outcome: Reading | UnreadableDocument) -> bytes:
    """A reading, or why there is none."""
    if isinstance(outcome, UnreadableDocument):
        return json.dumps({"trouble": outcome.trouble, "values": outcome.values}).encode()
    said = {
        "title": outcome.title,
        "pages": outcome.pages,
        "sections": [[one.headings, one.page, one.text] for one in outcome.sections],
        "warnings": [[one.left, one.values] for one in outcome.warnings],
    }
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def unpacked(answer: bytes) -> Reading:
    """The reading; raises `UnreadableDocument` where there is none."""
    said = json.loads(answer)
    if "trouble" in said:
        raise UnreadableDocument(Trouble(said["trouble"]), **said["values"])
    return Reading(
        title=said["title"],
        pages=said["pages"],
        sections=tuple(
            Section(headings=tuple(headings), page=page, text=text)
            for headings, page, text in said["sections"]
        ),
        warnings=tuple(remark(Left(left), **values) for left, values in said["warnings"]),
    )


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """A pipe gives what is there, which may be less than all."""
    pieces: list[bytes] = []
    while size:
        piece = stream.read(size)
        if not piece:
            raise Gone
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
