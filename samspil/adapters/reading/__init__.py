"""Documents that people bring in, as sections with their headings and pages.

`read` is the door. It reads in a process apart and gives a `Reading`, or raises
`UnreadableDocument`; nothing in a document is ever followed, run or fetched.
"""

from samspil.adapters.reading.apart import read
from samspil.adapters.reading.limits import MOST_BYTES, MOST_PAGES
from samspil.adapters.reading.outline import Reading
from samspil.adapters.reading.remarks import Left, Remark, Trouble, UnreadableDocument

__all__ = [
    "MOST_BYTES",
    "MOST_PAGES",
    "Left",
    "Reading",
    "Remark",
    "Trouble",
    "UnreadableDocument",
    "read",
]
