"""A whole installation in one file, and back: `samspil backup`, `samspil restore`.

The file is a plain tar whose names are those of a home, so that it can also be unpacked by hand.
Its last two members tell whether it is whole: `parts.txt`, the sha256 of every part as `sha256sum`
checks it, and `manifest.json`. A file that ends before them is refused.
"""

from samspil.config.backup.manifest import BackupFailed
from samspil.config.backup.restoring import restore
from samspil.config.backup.taking import last_backup, take

__all__ = ["BackupFailed", "last_backup", "restore", "take"]
