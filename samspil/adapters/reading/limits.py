"""How much of a document is read, and why no more."""

from samspil.adapters.reading.remarks import Trouble, UnreadableDocument

MB = 1024**2

MOST_BYTES = 100 * MB
"""A handbook of 2,000 pages with pictures has some 50."""
MOST_PAGES = 2_000
"""Pages, slides: the largest manual we know of; three seconds of one core."""
MOST_CHARACTERS = 20_000_000
"""Twice what 2,000 full pages hold; a question to more would be slow."""
MOST_SECTIONS = 100_000
"""Fifty on each of 2,000 pages."""
MOST_DEPTH = 8
"""Headings above one text; deeper ones stand for their innermost eight."""
LONGEST_HEADING = 200
"""In characters; the rest is left out, since it is shown above every answer."""

MOST_UNPACKED = 200 * MB
"""Of a packed file's parts that hold text: a Word file of 2,000 pages unpacks to some 60."""
MOST_RATIO = 200
"""Text packs to a tenth, even a sheet of like rows to a hundredth, not to a two-hundredth."""
MOST_PARTS = 20_000
"""Files in a packed file: 2,000 slides have ten each."""
MOST_XML_DEPTH = 200
"""Elements inside one another; a table in a table in a text box has some 40."""

MOST_ROWS = 200_000
"""Of all sheets of a workbook: more are a database, which nobody asks in sentences."""
MOST_COLUMNS = 200
"""Of a sheet; those to the right are not read."""

MOST_SECONDS = 120
"""For one document, on a slow and busy machine too: the largest PDF takes a tenth of it there."""
MOST_MEMORY = 1024 * MB
"""In bytes, of addresses that the reading process may take; the largest PDF needs a fifth."""


def check_size(size: int) -> None:
    """Raise `UnreadableDocument` for a file with nothing, or too much, in it; `size` in bytes."""
    if not size:
        raise UnreadableDocument(Trouble.EMPTY)
    if size > MOST_BYTES:
        raise UnreadableDocument(Trouble.TOO_LARGE, most=MOST_BYTES // MB)
