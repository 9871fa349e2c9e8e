"""Open a file of messages, and know it again."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from samspil.inbox.files.formats import SAMPLE, UnreadableFile

MOST_BYTES = 1024**3


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """The file, opened to be read; raises `UnreadableFile` where it is missing or too large."""
    try:
        size = path.stat().st_size
        stream = path.open("rb", buffering=SAMPLE)
    except OSError as why:
        sentence = _("The file cannot be opened: %(why)s.") % {"why": why.strerror}
        raise UnreadableFile(sentence) from why
    with stream:
        if size > MOST_BYTES:
            sentence = _("The file is larger than %(most)d megabytes: divide it.")
            raise UnreadableFile(sentence % {"most": MOST_BYTES // 1024**2})
        yield stream


def digest_of(path: Path) -> str:
    """Sixteen signs that follow from the file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:16]
