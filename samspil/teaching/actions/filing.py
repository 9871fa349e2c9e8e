"""The files of versions: which stay, and which are deleted."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from samspil.skills.registry import forget_model
from samspil.teaching.models import Origin, Version
from samspil.teaching.queries.versions import version_in_use
from samspil.work.models import Process
from samspil.work.queries import model_folder

MOST_FILES = 10
"""So many taught versions of a process keep their file, besides the one in use."""


def sweep_files(process: Process, *, at: datetime) -> int:
    """Delete the files of all but the newest versions and the one in use; returns how many."""
    using = version_in_use(process)
    standing = Version.objects.filter(
        process=process, swept_at__isnull=True, origin=Origin.TAUGHT
    ).order_by("-pk")
    old = [one for one in standing[MOST_FILES:] if using is None or one.pk != using.pk]
    _delete_files(old, at=at)
    return len(old)


def sweep_forgotten(process: Process, *, at: datetime) -> int:
    """Delete the files of all versions taught with what is forgotten but the one in use.

    Safe to run again, also where a file was marked and not deleted. Returns how many.
    """
    using = version_in_use(process)
    gone = Version.objects.filter(process=process, forgotten__gt=0)
    old = [one for one in gone if using is None or one.pk != using.pk]
    _delete_files(old, at=at)
    return len(old)


def _delete_files(versions: Sequence[Version], *, at: datetime) -> None:
    """Mark these versions, and delete each file that no other version needs."""
    for version in versions:
        Version.objects.filter(pk=version.pk, swept_at__isnull=True).update(swept_at=at)
    for version in versions:
        delete_unless_needed(version.model_file)


def delete_unless_needed(model_file: str) -> None:
    """Delete a model's file unless some version, or a process, goes by it."""
    needed = Version.objects.filter(model_file=model_file, swept_at__isnull=True)
    if not needed.exists() and not Process.objects.filter(model_file=model_file).exists():
        forget_model(model_file, folder=model_folder())


def bytes_of(model_file: str) -> int:
    """How long the file is."""
    path: Path = model_folder() / model_file
    return path.stat().st_size
