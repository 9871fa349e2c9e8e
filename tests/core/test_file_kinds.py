"""Which files are taken, by their content and not by their name."""

import io
import zipfile

import pytest

from samspil.core import file_kinds
from samspil.core.file_kinds import kind_of, named_as

PDF = b"%PDF-1.7 a bill"


def packed(*parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, file_kinds.PDF),
        (b"\x89PNG\r\n\x1a\n....", file_kinds.PNG),
        (b"\xff\xd8\xff\xe0....", file_kinds.JPEG),
        (b"RIFF1234WEBPVP8 ", file_kinds.WEBP),
        ("Målt: 12,5 °C\r\n".encode(), file_kinds.TEXT),
        (packed("word/document.xml"), file_kinds.WORD),
        (packed("xl/workbook.xml"), file_kinds.EXCEL),
    ],
)
def test_kinds_on_the_list_are_known_by_their_content(content, kind):
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02",
        b"#!/bin/sh\nrm -rf /",
        b"<html><script>alert(1)</script>",
        b"  <SVG onload=alert(1)>",
        b"<?xml version='1.0'?><svg/>",
        b"\x00\x01\x02",
        b"caf\xe9 \xff\xfe",
        packed("setup.exe"),
        packed("word/document.xml", "word/vbaProject.bin"),
        b"PK\x03\x04 no archive",
    ],
)
def test_everything_else_is_refused(content):
    assert kind_of(content) == ""


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("bill.pdf", "bill.pdf"),
        ("Bill.PDF", "Bill.PDF"),
        ("bill.exe", "bill.exe.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\files\\a b.pdf", "a b.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ("", "file.pdf"),
        ("x" * 300, "x" * 110 + ".pdf"),
    ],
)
def test_a_name_says_what_the_file_is_and_no_more(name, kept):
    assert named_as(name, file_kinds.PDF) == kept
