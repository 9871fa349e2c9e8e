"""Read a document in this very process: what the process of its own does, and what tests ask."""

from samspil.adapters.reading.kinds import PDF, ending_of, kind_of
from samspil.adapters.reading.limits import check_size
from samspil.adapters.reading.ocr import Recogniser
from samspil.adapters.reading.outline import Outline, Reading
from samspil.adapters.reading.pdf import read_pdf


def read_here(name: str, raw: bytes, recogniser: Recogniser | None = None) -> Reading:
    """The document; raises `UnreadableDocument`. Damaged PDFs may end the process."""
    check_size(len(raw))
    outline = Outline()
    kind = kind_of(name, raw)
    if kind is PDF:
        read_pdf(raw, outline, recogniser)
    else:
        kind.read(raw, outline)
    return outline.done(otherwise_title=_bare(name))


def _bare(name: str) -> str:
    """The file's name as a title: without folders and ending."""
    bare = name.replace("\\", "/").rpartition("/")[2].strip()
    ending = ending_of(bare)
    return bare[: len(bare) - len(ending)] if ending else bare
