"""One organisation's files, each under a name that follows from its content."""

import hashlib
import hmac
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
"""Bytes, drawn anew for each file."""
UNTOUCHED = timedelta(hours=1)
"""A file without a row may be one whose row is just being written."""


class DamagedFile(Exception):
    """A stored file is gone, or is not what was stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """The files of `owner` in `folder`; `key` is a secret of 32 bytes.

    Two organisations with the same file have neither its name nor its bytes in common.
    """

    folder: Path
    owner: str
    key: bytes = field(repr=False)

    def put(self, content: bytes) -> str:
        """Keep the content, and return the digest to get it by; the same content is kept once."""
        digest = self.digest_of(content)
        path = self._path(digest)
        if path.exists():
            os.utime(path)  # so that no sweep takes it before its row is written
            return digest
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        nonce = secrets.token_bytes(NONCE)
        sealed = AESGCM(self._secret("content")).encrypt(nonce, content, digest.encode())
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
            part.write(nonce + sealed)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(path)
        return digest

    def digest_of(self, content: bytes) -> str:
        """What the content is, or would be, kept under; nothing is kept."""
        return hmac.new(self._secret("name"), content, hashlib.sha256).hexdigest()

    def get(self, digest: str) -> bytes:
        """The content; raises `DamagedFile`."""
        try:
            stored = self._path(digest).read_bytes()
            aead = AESGCM(self._secret("content"))
            return aead.decrypt(stored[:NONCE], stored[NONCE:], digest.encode())
        except (OSError, InvalidTag, ValueError) as why:
            raise DamagedFile(f"The file {digest} is gone or was altered.") from why

    def older_than(self, timestamp: float) -> Iterator[str]:
        """The digests of files last put before this time, in seconds since 1970."""
        for path in self._root.glob("*/*"):
            if not path.name.startswith(".") and path.stat().st_mtime < timestamp:
                yield path.name

    def sweep(self, *, at: datetime, is_kept: Callable[[str], bool]) -> int:
        """Forget the files that nothing has any more; returns how many.

        One that was put less than an hour ago stays: its row may just be being written.
        """
        orphans = 0
        for digest in list(self.older_than(_long_ago(at))):
            if not is_kept(digest):
                self.drop(digest)
                orphans += 1
        return orphans

    def drop(self, digest: str) -> None:
        """Forget a file; one that is gone already changes nothing."""
        self._path(digest).unlink(missing_ok=True)

    def drop_untouched(self, digest: str, *, at: datetime) -> None:
        """Forget a file that nothing has any more, but one that was put less than an hour ago."""
        path = self._path(digest)
        if path.exists() and path.stat().st_mtime < _long_ago(at):
            self.drop(digest)

    @property
    def _root(self) -> Path:
        return self.folder / self.owner

    def _path(self, digest: str) -> Path:
        return self._root / digest[:2] / digest

    def _secret(self, purpose: str) -> bytes:
        return hmac.new(self.key, f"{self.owner}/{purpose}".encode(), hashlib.sha256).digest()


def _long_ago(at: datetime) -> float:
    return (at - UNTOUCHED).timestamp()
