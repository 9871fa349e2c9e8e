"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of words: `removed` stood in the old text, `added` stands in the new.

    Where both are the same the words were kept.
    """

    removed: str
    added: str

    @property
    def kept(self) -> bool:
        """Whether these words stand in both texts."""
        return self.removed == self.added


def changes(old: str, new: str) -> list[Change]:
    """The changes in order; blanks between two changed words count as changed with them."""
    merged: list[Change] = []
    for change in _raw_changes(old, new):
        if merged and _belong_together(merged, change):
            last = merged.pop()
            change = Change(removed=last.removed + change.removed, added=last.added + change.added)
        merged.append(change)
    return merged


def _raw_changes(old: str, new: str) -> Iterator[Change]:
    before, after = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(a=before, b=after)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        yield Change(removed="".join(before[i1:i2]), added="".join(after[j1:j2]))


def _belong_together(earlier: list[Change], following: Change) -> bool:
    last = earlier[-1]
    if last.kept or following.kept:
        blank = following.kept and following.added.isspace()
        return blank and "\n" not in following.added and not last.kept
    return True
