"""Plain text, in any usual encoding."""

import re

from samspil.adapters.encodings import decoded, is_text, utf_16
from samspil.adapters.reading.outline import Outline

SAMPLE = 64 * 1024
"""Bytes by which the encoding is told."""
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""Whoever names these writes Windows-1252, which holds them."""


def is_readable(raw: bytes) -> bool:
    """Whether these bytes are words."""
    return bool(utf_16(raw[:SAMPLE])) or is_text(raw[:SAMPLE])


def words_of(raw: bytes) -> str:
    """The text; lines end in a line feed."""
    wide = utf_16(raw[:SAMPLE])
    words = raw.decode(wide, "replace") if wide else decoded(raw)
    return words.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def words_of_page(raw: bytes) -> str:
    """The text of a web page, which may name its encoding."""
    named = CHARSET.search(raw[:4_096])
    said = named[1].decode("ascii").casefold() if named else ""
    if not said or said in WESTERN or utf_16(raw[:SAMPLE]) or _is_utf_8(raw):
        return words_of(raw)
    try:
        return raw.decode(said, "replace").replace("\r\n", "\n").replace("\r", "\n")
    except (LookupError, ValueError):
        return words_of(raw)


def read_plain(raw: bytes, outline: Outline) -> None:
    """The text as it stands, without headings."""
    outline.line(words_of(raw))


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True
