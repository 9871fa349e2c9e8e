"""What changed between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of words: `removed` stood in the old text, `added` stands in the new.

    Where `kept`, they are the same words, and `added` has the blanks of the new text.
    """

    removed: str
    added: str
    kept: bool


def changes(old: str, new: str) -> list[Change]:
    """The changes in order; the `added` parts joined are the new text. Blanks are not compared."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(
        a=[word.strip() for word in before], b=[word.strip() for word in after], autojunk=False
    )
    return [
        Change(removed="".join(before[i1:i2]), added="".join(after[j1:j2]), kept=kind == "equal")
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
    ]
