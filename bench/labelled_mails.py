"""Mails whose lines are labelled by hand: N new, Q quoted, S signature.

All were written for this: no mail was sent by a real person. `hard` holds those written to break
the rule, after it stood; the other three files came beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samspil.core.quoting import Part

FOLDER = Path(__file__).resolve().parent / "mails"
LABELS = {"N": Part.NEW, "Q": Part.QUOTED, "S": Part.SIGNATURE}
ORDINARY = ("da", "de", "en")
HARD = ("hard",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledMail:
    """A mail's lines, and the part that each of them is."""

    name: str
    lines: tuple[str, ...]
    parts: tuple[Part, ...]


def labelled_mails(*files: str) -> list[LabelledMail]:
    """The mails of these files."""
    return [mail for file in files for mail in _mails(file)]


def _mails(file: str) -> Iterator[LabelledMail]:
    for block in (FOLDER / f"{file}.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        name, *rows = block.rstrip("\n").split("\n")
        yield LabelledMail(
            name=f"{file}: {name}",
            lines=tuple(row[2:] for row in rows),
            parts=tuple(LABELS[row[0]] for row in rows),
        )
