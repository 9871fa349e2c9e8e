"""The file itself: parts that are hashed as they pass, and a list of the hashes at the end."""

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from samspil.config.backup.manifest import (
    MANIFEST_FILE,
    PARTS_FILE,
    BackupFailed,
    Manifest,
    read_manifest,
)

CHUNK = 1024 * 1024
FOLDER_MODE = 0o700
MODES = 0o777


class _Hashed:
    """A file that is hashed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        content = self._file.read(size)
        self.digest.update(content)
        return content


def _line(digest: str, name: str) -> bytes:
    """As `sha256sum` writes it, with its way of spelling odd names."""
    spelled = name.replace("\\", "\\\\").replace("\n", "\\n")
    sign = "\\" if spelled != name else ""
    return f"{sign}{digest}  {spelled}\n".encode("utf-8", "surrogateescape")


class _Listed:
    """The list of parts, on disk: a mail folder may hold a million."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by whoever made the list
        self.digest = hashlib.sha256()
        self.count = 0

    def add(self, digest: str, name: str) -> None:
        line = _line(digest, name)
        self.file.write(line)
        self.digest.update(line)
        self.count += 1


class Writer:
    """Puts parts into a backup, one after the other."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._listed = _Listed()

    def add(self, path: Path, name: str) -> None:
        """Add a file under `name`: as much of it as there is now, should it still grow."""
        with path.open("rb") as file:
            known = os.fstat(file.fileno())
            member = tarfile.TarInfo(name)
            member.size, member.mtime = known.st_size, int(known.st_mtime)
            member.mode = known.st_mode & MODES
            hashed = _Hashed(file)
            self._tar.addfile(member, hashed)
        self._listed.add(hashed.digest.hexdigest(), name)

    def add_content(self, content: bytes, name: str) -> None:
        """Add what is at hand under `name`."""
        self._put(content, name)
        self._listed.add(hashlib.sha256(content).hexdigest(), name)

    def finish(self, manifest: Callable[[int, str], Manifest]) -> Manifest:
        """Add list and manifest; `manifest` is given how many parts there are, and their hash."""
        with self._listed.file as file:
            member = tarfile.TarInfo(PARTS_FILE)
            member.size = file.tell()
            file.seek(0)
            self._tar.addfile(member, file)
        made = manifest(self._listed.count, self._listed.digest.hexdigest())
        self._put(made.written(), MANIFEST_FILE)
        return made

    def _put(self, content: bytes, name: str) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = len(content), 0o600
        self._tar.addfile(member, io.BytesIO(content))


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Write a backup into a new file at `path`; it is on the disk when the block has ended."""
    with path.open("xb") as file:
        path.chmod(0o600)
        with tarfile.open(fileobj=file, mode="w") as tar:
            yield Writer(tar)
        file.flush()
        os.fsync(file.fileno())


def unpack(path: Path, *, into: Path) -> Manifest:
    """Unpack a backup and check every part of it; raises `BackupFailed` where it is not whole."""
    listed, found = _Listed(), b""
    with listed.file, path.open("rb") as file:
        try:
            with tarfile.open(fileobj=file, mode="r|") as tar:
                for member in tar:
                    if member.name == PARTS_FILE:
                        continue
                    content = tar.extractfile(member) if member.isreg() else None
                    if content is None:
                        raise BackupFailed(f"{path.name} holds {member.name}, which is no file.")
                    if member.name == MANIFEST_FILE:
                        found = content.read()
                        continue
                    listed.add(_write(content, member, into=into), member.name)
        except (tarfile.TarError, EOFError) as why:
            raise BackupFailed(f"{path.name} is damaged, cut off, or no backup: {why}.") from why
    return _checked(path, listed, found)


def _checked(path: Path, listed: _Listed, found: bytes) -> Manifest:
    if not found:
        raise BackupFailed(f"{path.name} was cut off: its manifest is missing.")
    manifest = read_manifest(found)
    if (listed.count, listed.digest.hexdigest()) != (manifest.parts, manifest.parts_sha256):
        raise BackupFailed(
            f"{path.name} was altered or damaged: its parts are not those of its manifest. "
            f"To see which: unpack it with tar, and run sha256sum -c {PARTS_FILE}."
        )
    return manifest


def _write(content: IO[bytes], member: tarfile.TarInfo, *, into: Path) -> str:
    """Write one part; gives its sha256."""
    name = PurePosixPath(member.name)
    if name.is_absolute() or ".." in name.parts:
        raise BackupFailed(f"This backup would write outside of the home: {member.name}.")
    target = into / name
    target.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    hashed = _Hashed(content)
    with target.open("xb") as file:
        while chunk := hashed.read(CHUNK):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    target.chmod(member.mode & MODES)
    os.utime(target, (member.mtime, member.mtime))
    return hashed.digest.hexdigest()
