"""Which reader a document needs: by its content, and among texts by its name."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from samspil.adapters.reading.html import read_html
from samspil.adapters.reading.mail import read_mail
from samspil.adapters.reading.markdown import read_markdown
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.packed import DAMAGED
from samspil.adapters.reading.pdf import read_pdf
from samspil.adapters.reading.plain import is_readable, read_plain
from samspil.adapters.reading.remarks import Trouble, UnreadableDocument
from samspil.adapters.reading.sheets import read_sheets
from samspil.adapters.reading.slides import read_slides
from samspil.adapters.reading.word import read_word

Read = Callable[[bytes, Outline], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of document; its first ending stands for it in sentences."""

    endings: tuple[str, ...]
    read: Read


PDF = Kind(endings=(".pdf",), read=read_pdf)
WORD = Kind(endings=(".docx", ".docm", ".dotx", ".dotm"), read=read_word)
HTML = Kind(endings=(".html", ".htm", ".xhtml"), read=read_html)
MARKDOWN = Kind(endings=(".md", ".markdown"), read=read_markdown)
SLIDES = Kind(endings=(".pptx", ".pptm", ".ppsx", ".potx"), read=read_slides)
SHEETS = Kind(endings=(".xlsx", ".xlsm", ".xltx"), read=read_sheets)
MAIL = Kind(endings=(".eml",), read=read_mail)
PLAIN = Kind(endings=(".txt", ".text"), read=read_plain)
KINDS = (PDF, WORD, SLIDES, SHEETS, HTML, MARKDOWN, MAIL, PLAIN)
TEXTS = (HTML, MARKDOWN, MAIL, PLAIN)
"""Kinds that only their names tell apart."""
PACKED = (("word/", WORD), ("ppt/", SLIDES), ("xl/", SHEETS))
"""What a folder in a packed file tells."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How old Office files begin, and new ones that are locked."""
PAGES = (b"<!doctype html", b"<html")
PDF_WITHIN = 1_024
"""Bytes in which a PDF says that it is one."""


def kind_of(name: str, raw: bytes) -> Kind:
    """The kind of a document; raises `UnreadableDocument` where none fits name and content."""
    ending = ending_of(name)
    named = next((kind for kind in KINDS if ending in kind.endings), None)
    found = _found(raw, may_be_pdf=named is PDF)
    if found is None or (found in TEXTS and named not in TEXTS):
        return _text(named, found, ending)
    if found in TEXTS and named is not None:
        return named
    if named is not None and named is not found:
        raise UnreadableDocument(Trouble.OTHER_KIND, ending=ending, found=found.endings[0])
    return found


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters with its dot; empty where there is none."""
    bare = name.replace("\\", "/").rpartition("/")[2].strip().casefold()
    stem, dot, ending = bare.rpartition(".")
    return f".{ending}" if dot and stem and len(ending) <= 8 and ending.isalnum() else ""


def _found(raw: bytes, *, may_be_pdf: bool) -> Kind | None:
    """The kind that the content tells; None for what is none of ours."""
    if raw.startswith(OLD_OFFICE):
        raise UnreadableDocument(Trouble.OLD_OFFICE)
    if raw.startswith(b"%PDF-") or (may_be_pdf and b"%PDF-" in raw[:PDF_WITHIN]):
        return PDF
    if raw.startswith(b"PK"):
        return _packed(raw)
    if not is_readable(raw):
        return None
    return HTML if raw[:200].lstrip(b" \t\r\n\xef\xbb\xbf").lower().startswith(PAGES) else PLAIN


def _packed(raw: bytes) -> Kind | None:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            names = packed.namelist()
    except DAMAGED:
        raise UnreadableDocument(Trouble.BROKEN) from None
    return next((kind for folder, kind in PACKED if any(n.startswith(folder) for n in names)), None)


def _text(named: Kind | None, found: Kind | None, ending: str) -> Kind:
    """For what is no text though it is named so, and for texts that are not."""
    if named in TEXTS:
        raise UnreadableDocument(Trouble.NOT_TEXT, ending=ending)
    if named is None and found is not None and not ending:
        return found
    if named is None:
        raise UnreadableDocument(Trouble.UNKNOWN_KIND)
    if found is HTML:
        raise UnreadableDocument(Trouble.OTHER_KIND, ending=ending, found=HTML.endings[0])
    raise UnreadableDocument(Trouble.BROKEN)
