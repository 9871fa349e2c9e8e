"""Letters and their accents as one, whichever way they were typed."""

import re
import unicodedata
from collections.abc import Sequence

LETTER = re.compile(r"(?s).[\u0300-\u036f]*")
"""With the accents that follow it."""


def composed(text: str) -> tuple[str, Sequence[int]]:
    """The text in NFC, and where each of its characters stood; at last where the text ended."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces = [
        (unicodedata.normalize("NFC", one.group()), one.start()) for one in LETTER.finditer(text)
    ]
    places = [start for said, start in pieces for _ in said]
    return "".join(said for said, _ in pieces), [*places, len(text)]
