"""The company's shared drive: a folder that is watched, in which things change and go."""

from datetime import datetime
from pathlib import Path

from samspil.adapters.sources import is_below
from samspil.demo.queries.cast import LEADER
from samspil.demo.queries.company import colleague_playing
from samspil.demo.queries.drive import CHANGED, GONE, LAID, drive, files_of
from samspil.knowledge import actions as knowledge
from samspil.knowledge.models import Pace, Source, SourceKind
from samspil.knowledge.queries import folders_allowed

NAME = "Fællesdrev Service"
LOOKED_THROUGH_MONTHS = 12


def watch_the_drive(*, at: datetime) -> int:
    """Lay the files down and have the folder watched; returns how many files.

    0 where it is watched already, or where the installation's settings do not open it.
    """
    if Source.objects.exists() or not is_below(drive(), folders_allowed()):
        return 0
    _lay_down(LAID)
    owner = colleague_playing(LEADER)
    terms = knowledge.SourceTerms(
        name=NAME, place=str(drive()), owner=owner, pace=Pace.HOURLY,
        review_months=LOOKED_THROUGH_MONTHS,
    )  # fmt: skip
    knowledge.add_source(SourceKind.FOLDER, terms, by=owner, at=at)
    return len(files_of(LAID))


def change_the_drive(*, at: datetime) -> bool:
    """Change one file, delete another and look there again; False where somebody has already.

    The first round has to be over.
    """
    source = Source.objects.filter(name=NAME).first()
    if source is None or source.runs.count() != 1:
        return False
    _lay_down(CHANGED)
    (drive() / GONE).unlink(missing_ok=True)
    return knowledge.begin_round(source, by=colleague_playing(LEADER), at=at) is not None


def _lay_down(folder: Path) -> None:
    for name in files_of(folder):
        there = drive() / name
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes((folder / name).read_bytes())
