"""Documents that people bring in, as sections with their headings and pages.

`read` is the door. It reads in a process apart and gives a `Reading`, or raises
`UnreadableDocument`; nothing in a document is ever followed, run or fetched.
"""

from samspil.adapters.reading.apart import read
from samspil.adapters.reading.limits import MOST_BYTES, MOST_PAGES
from samspil.adapters.reading.ocr import MOST_S as MOST_SECONDS_WITH_SCANS
from samspil.adapters.reading.ocr import WANTED, Recogniser, recogniser
from samspil.adapters.reading.outline import Reading
from samspil.adapters.reading.remarks import Left, Remark, Trouble, UnreadableDocument

__all__ = [
    "MOST_BYTES",
    "MOST_PAGES",
    "MOST_SECONDS_WITH_SCANS",
    "WANTED",
    "Left",
    "Reading",
    "Recogniser",
    "Remark",
    "Trouble",
    "UnreadableDocument",
    "read",
    "recogniser",
]
