"""A folder of this machine, with all below it: no links followed, nothing hidden read."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from samspil.core.knowledge.sources import Got, ItemFailed, Listed, Mishap, SourceFailed

MB = 1024**2
MOST_FILES = 20_000
LONGEST_PATH = 500
"""Characters of a file's path below the folder."""
HIDDEN = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The files below `path` with one of these endings, as long as it lies in an allowed folder."""

    path: Path
    allowed: Sequence[Path]
    endings: Sequence[str]
    most_bytes: int

    def listed(self) -> Iterator[Listed]:
        """By their paths; a file's mark changes with its size or its time."""
        root = self._root()
        closed: list[OSError] = []
        for many, (path, mark) in enumerate(self._found(root, closed)):
            if many >= MOST_FILES:
                raise SourceFailed(Mishap.TOO_MANY, most=MOST_FILES)
            yield Listed(place=_told(path.relative_to(root)), mark=mark)
        if closed:  # what cannot be looked into may hold anything
            name = Path(str(closed[0].filename or self.path)).name
            raise SourceFailed(Mishap.CLOSED_FOLDER, name=_told(Path(name))[:100])

    def got(self, place: str, mark: str) -> Got:
        """The file, opened step by step from the folder, so that no link leads elsewhere."""
        if "\N{REPLACEMENT CHARACTER}" in place:
            raise ItemFailed(Mishap.ODD_NAME)
        if len(place) >= LONGEST_PATH:
            raise ItemFailed(Mishap.LONG_NAME, most=LONGEST_PATH)
        try:
            with open(_opened(self._root(), place), "rb") as file:
                found = os.fstat(file.fileno())
                self._check(found)
                content = file.read(self.most_bytes + 1)
        except OSError:
            raise ItemFailed(Mishap.CLOSED_FILE) from None
        if len(content) > self.most_bytes:
            raise ItemFailed(Mishap.TOO_LARGE, most=self.most_bytes // MB)
        return Got(name=place, mark=_mark_of(found), content=content)

    def _found(self, root: Path, closed: list[OSError]) -> Iterator[tuple[Path, str]]:
        try:
            for folder, folders, files, handle in os.fwalk(root, onerror=closed.append):
                folders[:] = sorted(name for name in folders if not name.startswith(HIDDEN))
                for name in sorted(files):
                    mark = self._mark(name, handle)
                    if mark:
                        yield Path(folder, name), mark
        except OSError as why:
            closed.append(why)

    def _root(self) -> Path:
        if not is_below(self.path, self.allowed):
            raise SourceFailed(Mishap.NOT_ALLOWED)
        root = self.path.resolve()
        if not root.is_dir():
            raise SourceFailed(Mishap.NO_FOLDER)
        return root

    def _mark(self, name: str, handle: int) -> str:
        """Empty for what is none of ours."""
        if name.startswith(HIDDEN) or not name.lower().endswith(tuple(self.endings)):
            return ""
        try:
            found = os.stat(name, dir_fd=handle, follow_symlinks=False)
        except FileNotFoundError:
            return ""
        return _mark_of(found) if stat.S_ISREG(found.st_mode) else ""

    def _check(self, found: os.stat_result) -> None:
        if not stat.S_ISREG(found.st_mode):
            raise ItemFailed(Mishap.CLOSED_FILE)
        if not found.st_size:
            raise ItemFailed(Mishap.EMPTY)
        if found.st_size > self.most_bytes:
            raise ItemFailed(Mishap.TOO_LARGE, most=self.most_bytes // MB)


def allowed_folders(said: str, *, organisation: str, alone: bool) -> list[Path]:
    """The folders that the setting opens to this organisation.

    Entries are separated by commas: `/folder` where the organisation is `alone` in its
    installation, `id=/folder` for the one of this id.
    """
    found = []
    for entry in said.split(","):
        whose, sign, folder = entry.strip().rpartition("=")
        theirs = whose.strip() == organisation if sign else alone
        path = Path(folder.strip())
        if theirs and path.is_absolute():
            found.append(path)
    return found


def is_below(path: Path, allowed: Sequence[Path]) -> bool:
    """Whether a folder is one of these or lies in one, wherever links may lead."""
    real = path.resolve()
    return path.is_absolute() and any(real.is_relative_to(one.resolve()) for one in allowed)


def _mark_of(found: os.stat_result) -> str:
    return f"{found.st_mtime_ns}-{found.st_size}"


def _told(path: Path) -> str:
    """The path as it can be kept: what is no text in it stands as a question mark's sign."""
    return os.fsencode(path).decode("utf-8", "replace")[:LONGEST_PATH]


def _opened(root: Path, place: str) -> int:
    """A handle on the file at this path, reached without a single link; raises `OSError`."""
    *folders, name = place.split("/")
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for folder in folders:
            inner = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=handle)
            os.close(handle)
            handle = inner
        return os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=handle)
    finally:
        os.close(handle)
