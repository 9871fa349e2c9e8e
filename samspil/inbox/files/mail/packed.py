"""Mails packed in a ZIP: which of it is read, and what is too much."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from django.utils.translation import gettext as _

MOST_ENTRIES = 100_000
MOST_UNPACKED = 2 * 1024**3
MOST_RATIO = 200
"""Mails pack to a tenth, not to a two-hundredth."""
ENDINGS = (".eml", ".mbox", ".mbx", ".mail")
DAMAGED = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError,
           KeyError)  # fmt: skip


class BadPack(Exception):
    """The ZIP cannot be read; the sentence says why and what to do."""


def mails_packed(source: BinaryIO) -> list[str]:
    """The names of the mails in a ZIP, in order; empty where it holds none. Raises `BadPack`."""
    try:
        with zipfile.ZipFile(source) as packed:
            entries = packed.infolist()
    except DAMAGED:
        return []
    wanted = [one for one in entries if _is_mail(one)]
    if not wanted:
        return []
    if len(entries) > MOST_ENTRIES:
        raise BadPack(
            _("The ZIP holds more than %(most)d files: divide it.") % {"most": MOST_ENTRIES}
        )
    if any(one.flag_bits & 1 for one in wanted):
        raise BadPack(_("The ZIP is locked with a password: unpack it, and pack it without one."))
    size, packed_size = (
        sum(one.file_size for one in wanted),
        sum(one.compress_size for one in wanted),
    )
    if size > MOST_UNPACKED or size > MOST_RATIO * max(packed_size, 10_000):
        raise BadPack(
            _("The ZIP unpacks to far more than mails do: unpack it and bring in the mails alone.")
        )
    return [one.filename for one in sorted(wanted, key=lambda one: one.filename)]


def unpacked(source: BinaryIO, names: list[str]) -> Iterator[BinaryIO]:
    """Each of these, opened; never more of it than the ZIP said. Raises `BadPack`."""
    with zipfile.ZipFile(source) as packed:
        for name in names:
            try:
                opened = packed.open(name)
            except DAMAGED:
                raise BadPack(_("The ZIP is damaged: pack it once more.")) from None
            with opened:
                yield cast("BinaryIO", io.BufferedReader(_Guarded(opened), 64 * 1024))


class _Guarded(io.RawIOBase):
    """A packed file whose damage shows as its end, so that the mails before it come in."""

    def __init__(self, opened: IO[bytes]) -> None:
        self._opened = opened

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        try:
            found = self._opened.read(len(buffer))
        except (*DAMAGED, zlib.error):
            return 0
        buffer[: len(found)] = found
        return len(found)


def _is_mail(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.rpartition("/")[2].casefold()
    return not entry.is_dir() and name.endswith(ENDINGS) and not name.startswith("._")
