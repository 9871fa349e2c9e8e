"""Where the company's shared drive lies, and what the demonstration lays down there."""

from pathlib import Path

from django.conf import settings

LAID = Path(__file__).parents[1] / "drive" / "laid"
"""What lies there at first."""
CHANGED = LAID.with_name("changed")
"""What is different later."""
GONE = "service/vinterberedskab-2025.md"
"""What is gone by then."""


def drive() -> Path:
    """The folder that is watched; inside the demonstration's home."""
    return Path(settings.SAMSPIL_HOME) / "drive"


def files_of(folder: Path) -> list[str]:
    """The files in it and below, as paths from there."""
    found = (one for one in folder.rglob("*") if one.is_file())
    return sorted(one.relative_to(folder).as_posix() for one in found)
