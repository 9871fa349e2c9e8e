"""Word and PDF from the same blocks: they open again, and hold what was given and nothing else."""

import io
from datetime import UTC, datetime

import docx
import pypdfium2
import pytest

from samspil.adapters.writing import Block, Cover, Table, Words, pdf_file, word_file

COVER = Cover(
    title="Fortegnelse", language="da", author="Nordlys", foot="Nordlys · side",
    at=datetime(2026, 3, 2, 8, tzinfo=UTC),
)  # fmt: skip
BLOCKS: list[Block] = [
    Words(text="Størrelse & Größe", style="Title"),
    Words(text="Første", style="Heading1"),
    Words(text="et", style="ListBullet"),
    Words(text="to", style="ListBullet"),
    Words(text="Ikke sagt", style="Missing"),
    Table(rows=[("Navn", "Hvad"), ("Ærø", "linje 1\nlinje 2")], widths=(1, 2)),
]
HOSTILE = (
    "#emph[x] $y$ *b* `c` <w:t>&amp; \\ {{ x }}",
    "\x00\x07\ud800\ufffe end",
    "evil\u202egnp.exe\u2066\u200b end",
    "x" * 20_000,
    "漢字 😀 مرحبا end",
)


def read(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_a_word_file_has_styles_a_head_that_repeats_and_says_what_it_is():
    opened = docx.Document(io.BytesIO(word_file(BLOCKS, about=COVER)))

    head = opened.tables[0].rows[0]
    said = opened.core_properties
    assert [one.style and one.style.name for one in opened.paragraphs[:5]] == [
        "Title", "Heading 1", "List Bullet", "List Bullet", "Missing",
    ]  # fmt: skip
    assert [cell.text for cell in head.cells] == ["Navn", "Hvad"]
    assert head._tr.xpath("w:trPr/w:tblHeader")
    assert opened.tables[0].rows[1].cells[1].text == "linje 1\nlinje 2"
    assert (said.title, said.author, said.language) == ("Fortegnelse", "Nordlys", "da")
    assert "Nordlys · side" in opened.sections[0].footer.paragraphs[0].text


def test_a_pdf_is_tagged_for_those_who_hear_it_and_says_what_it_is():
    content = pdf_file(BLOCKS, about=COVER)

    opened = pypdfium2.PdfDocument(content)
    text = read(content)
    assert opened.get_metadata_dict()["Title"] == "Fortegnelse"
    assert pypdfium2.raw.FPDFCatalog_IsTagged(opened)
    assert b"/Lang" in content
    for one in ("Størrelse & Größe", "Første", "Ikke sagt", "Ærø", "linje 2", "1 / 1"):
        assert one in text


@pytest.mark.parametrize("write", [word_file, pdf_file])
def test_the_same_content_is_the_same_file(write):
    assert write(BLOCKS, about=COVER) == write(BLOCKS, about=COVER)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_people_typed_breaks_nothing_and_is_never_markup(text):
    blocks: list[Block] = [Words(text=text), Table(rows=[(text,), (text,)])]

    typed = docx.Document(io.BytesIO(word_file(blocks, about=COVER))).paragraphs[0].text
    drawn = read(pdf_file(blocks, about=COVER))

    kept = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")[-4:]
    assert kept in typed
    assert kept in drawn.replace("\u200b", "")
    assert "\u202e" not in typed + drawn


def test_markup_stands_as_it_was_typed():
    drawn = read(pdf_file([Words(text=HOSTILE[0])], about=COVER))

    assert HOSTILE[0] in drawn
