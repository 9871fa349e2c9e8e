"""PDF: the text of each page, under the headings that the document itself lists."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2
from pypdfium2 import raw as pdfium

from samspil.adapters.reading.bookmarks import Entry, bookmarks_of, placed
from samspil.adapters.reading.limits import MOST_PAGES
from samspil.adapters.reading.lines import kept_lines, paragraphs
from samspil.adapters.reading.ocr import MOST_PAGES as MOST_SCANS
from samspil.adapters.reading.ocr import Recogniser
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.remarks import Left, Trouble, UnreadableDocument

MADE_BY = re.compile(r"^Microsoft (?:Word|PowerPoint|Excel) - ", re.IGNORECASE)
A_FILE = re.compile(r"\.[a-z]{2,5}\d?$|^untitled$|^about:blank$", re.IGNORECASE)
"""Titles that programs give and nobody wrote."""


def read_pdf(raw: bytes, outline: Outline, recogniser: Recogniser | None = None) -> None:
    """Each page's text, its lines joined to paragraphs; pages count from 1.

    Pages without text are scans, unless nothing at all is on them: their text is recognised, and
    without a recogniser they are counted as pictures.
    """
    with _opened(raw) as document:
        pages = _page_count(document)
        outline.pages = pages
        outline.title = _title(document)
        bookmarks = bookmarks_of(document)
        texts = [_page(document, number, outline) for number in range(pages)]
        if recogniser is not None:
            _recognise(document, texts, recogniser, outline)
    _note(outline, texts, tried=recogniser is not None)
    lines = kept_lines([text or "" for text in texts])
    for number, found in enumerate(lines):
        _write(found, bookmarks.get(number, []), number, outline)


@contextmanager
def _opened(raw: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as why:
        locked = why.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableDocument(Trouble.ENCRYPTED if locked else Trouble.BROKEN) from None
    with closing(document):
        yield document


def _page_count(document: pypdfium2.PdfDocument) -> int:
    pages = len(document)
    if pages < 1:
        raise UnreadableDocument(Trouble.BROKEN)
    if pages > MOST_PAGES:
        raise UnreadableDocument(Trouble.TOO_MANY_PAGES, pages=pages, most=MOST_PAGES)
    return pages


def _page(document: pypdfium2.PdfDocument, number: int, outline: Outline) -> str | None:
    """The page's text; empty where it has none though something is drawn, None where damaged."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as words:
            text = str(words.get_text_range())
            blank = not text.strip() and pdfium.FPDFPage_CountObjects(page) <= 0
    except pypdfium2.PdfiumError:
        return None
    outline.room_for(len(text))
    return "\n" if blank else text.strip()


def _recognise(
    document: pypdfium2.PdfDocument,
    texts: list[str | None],
    recogniser: Recogniser,
    outline: Outline,
) -> None:
    """Put the text of scanned pages in its place; what is more than may be stays a picture."""
    scanned = [number for number, text in enumerate(texts) if text == ""]
    for number in scanned[:MOST_SCANS]:
        with closing(document[number]) as page:
            text = recogniser.text_of(page)
        outline.room_for(len(text))
        texts[number] = text
    read = sum(bool(texts[number]) for number in scanned)
    if read:
        outline.note(Left.RECOGNISED, pages=read, of=len(texts))


def _write(lines: list[str], bookmarks: list[Entry], number: int, outline: Outline) -> None:
    outline.page(number + 1)
    titles = frozenset(entry.key for entry in bookmarks)
    for entry, text in placed(bookmarks, paragraphs(lines, apart=titles)):
        if entry:
            outline.heading(entry.level, entry.title)
        if text:
            outline.line(text)


def _title(document: pypdfium2.PdfDocument) -> str:
    try:
        said = str(document.get_metadata_value("Title")).strip()
    except (pypdfium2.PdfiumError, ValueError):
        return ""
    bare = MADE_BY.sub("", said)
    return "" if A_FILE.search(bare) else bare


def _note(outline: Outline, texts: list[str | None], *, tried: bool) -> None:
    """`tried` where somebody looked for text on the pictures."""
    pages, pictures, broken = len(texts), texts.count(""), texts.count(None)
    if broken == pages:
        raise UnreadableDocument(Trouble.BROKEN)
    if pictures and pictures + broken == pages:
        raise UnreadableDocument(Trouble.NO_TEXT if tried else Trouble.ONLY_PICTURES, of=pages)
    if pictures:
        outline.note(Left.UNRECOGNISED if tried else Left.PICTURES, pages=pictures, of=pages)
    if broken:
        outline.note(Left.BROKEN_PAGES, pages=broken, of=pages)
