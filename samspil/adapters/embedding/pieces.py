"""Cut a text into the short plain pieces that the network is given."""

import re
import unicodedata

from samspil.core.reading import CONTROLS

MOST_CHARACTERS = 2_000
"""What a text is about shows in its beginning; the rest is not read."""
PIECE = 800
"""About 250 of the 512 signs that the network can read; its work grows with the square."""
SPACE = re.compile(r"\s+")


def pieces_of(text: str) -> list[str]:
    """Pieces of at most 800 characters, cut between words; none where the text is empty.

    Signs that stand for several, such as ligatures, are written out first, so that a piece stays
    short.
    """
    start = text[:MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    written_out = unicodedata.normalize("NFKC", start)[:MOST_CHARACTERS]
    rest = SPACE.sub(" ", CONTROLS.sub(" ", written_out)).strip()
    found = []
    while len(rest) > PIECE:
        cut = rest.rfind(" ", PIECE // 2, PIECE)
        cut = PIECE if cut < 0 else cut
        found.append(rest[:cut])
        rest = rest[cut:].strip()
    return [*found, rest] if rest else found
