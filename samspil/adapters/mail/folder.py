"""Messages as .eml files in a folder, one for each message id, however often it is delivered."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

from samspil.adapters.mail.outgoing import Outgoing, as_bytes

READABLE = 60  # signs of the message id shown in the name of its file


def deliver(message: Outgoing) -> None:
    """Write the message unless it is already there; raises `IllFormedMessage`."""
    content = as_bytes(message)
    folder = Path(settings.MAIL_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(message.message_id)
    if not path.exists():
        _write_whole(path, content)


def forget(message_id: str) -> None:
    """Delete the message's file, if it still lies in the folder."""
    (Path(settings.MAIL_FOLDER) / file_name(message_id)).unlink(missing_ok=True)


def file_name(message_id: str) -> str:
    """The name of the file of this message: legible, safe, and different for each id."""
    bare = message_id.strip("<>")
    legible = re.sub(r"[^A-Za-z0-9.@_-]", "_", bare).lstrip(".")[:READABLE]
    return f"{legible}-{hashlib.sha256(bare.encode()).hexdigest()[:16]}.eml"


def _write_whole(path: Path, content: bytes) -> None:
    """Nobody ever sees half a message; if two write at once, the first one stays."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part") as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
        try:
            os.link(part.name, path)
        except FileExistsError:
            return
