"""What kind of file something is, by its content; only kinds on the list are taken."""

import io
import zipfile

PDF, PNG, JPEG, GIF, WEBP = "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"
TEXT = "text/plain"
MAIL = "message/rfc822"
OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = f"{OFFICE}wordprocessingml.document"
EXCEL = f"{OFFICE}spreadsheetml.sheet"
SLIDES = f"{OFFICE}presentationml.presentation"

BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
)
OFFICE_PARTS = (
    ("word/document.xml", WORD),
    ("xl/workbook.xml", EXCEL),
    ("ppt/presentation.xml", SLIDES),
)
ACTIVE = (b"<!doctype", b"<html", b"<svg", b"<script", b"<?xml", b"#!", b"@echo", b"<?php")
"""How texts begin that a program somewhere would run or draw."""
CONTROLS = bytes({*range(32)} - {*b"\t\n\r\f"})
ENDINGS = {
    PDF: (".pdf",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    GIF: (".gif",),
    WEBP: (".webp",),
    TEXT: (".txt", ".csv", ".log", ".md", ".ics", ".vcf"),
    MAIL: (".eml",),
    WORD: (".docx",),
    EXCEL: (".xlsx",),
    SLIDES: (".pptx",),
}
"""How the name of such a file may end; the first is given to a name that says something else."""


def kind_of(content: bytes) -> str:
    """The media type of a file on the list; empty for every other."""
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(b"PK"):
        return _office(content)
    return TEXT if _is_plain(content) else ""


def named_as(name: str, kind: str) -> str:
    """The name in one line, without a path, ending as its kind does; at most 120 characters."""
    bare = name.replace("\\", "/").rpartition("/")[2]
    line = " ".join("".join(sign for sign in bare if sign.isprintable()).split()).strip(". ")
    endings = ENDINGS[kind]
    if not line.casefold().endswith(endings):
        line = f"{line or 'file'}{endings[0]}"
    stem, _dot, ending = line.rpartition(".")
    return f"{stem[:110]}.{ending}"


def _office(content: bytes) -> str:
    """Office files without macros; any other packed file is none of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return ""
    if any("vbaproject" in part.casefold() for part in parts):
        return ""
    return next((kind for part, kind in OFFICE_PARTS if part in parts), "")


def _is_plain(content: bytes) -> bool:
    if content.lstrip()[:32].lower().startswith(ACTIVE):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return content.translate(None, CONTROLS) == content
