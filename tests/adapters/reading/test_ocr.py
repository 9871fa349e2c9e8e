"""Scanned pages are read by a program of the machine's own, where there is one."""

import shutil
from io import BytesIO

import pypdfium2
import pytest

from samspil.adapters.reading import Left, Trouble, UnreadableDocument, read
from samspil.adapters.reading.ocr import recogniser
from tests.adapters.reading.pdfs import PICTURE, pdf
from tests.adapters.reading.recognising import SAYS, program_in


@pytest.fixture
def stand_in(tmp_path):
    def do(answer: str = SAYS, languages: str = "dan eng osd"):
        return recogniser(str(program_in(tmp_path, answer, languages=languages)))

    return do


def scan(*pages: list[str]) -> bytes:
    """A PDF whose pages are pictures of these lines."""
    written = pypdfium2.PdfDocument(pdf(list(pages)))
    made = pypdfium2.PdfDocument.new()
    for number in range(len(written)):
        drawn = written[number].render(scale=2)
        picture = pypdfium2.PdfImage.new(made)
        picture.set_bitmap(drawn)
        picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page = made.new_page(595, 842)
        page.insert_obj(picture)
        page.gen_content()
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_scanned_pages_are_read_and_marked(stand_in, tmp_path):
    reading = read("a.pdf", pdf([["Printed."], PICTURE]), recogniser=stand_in())

    assert [(one.page, one.text) for one in reading.sections] == [
        (1, "Printed."), (2, "It costs 40 kroner."),
    ]  # fmt: skip
    ((remark),) = reading.warnings
    assert (remark.left, remark.values) == (Left.RECOGNISED, {"pages": 1, "of": 2})
    assert "may contain errors" in str(remark)
    assert (tmp_path / "asked").read_text() == "stdin stdout -l dan+eng\n"
    assert (tmp_path / "kind").read_text() == "P5"


def test_printed_pages_are_never_shown_to_the_program(stand_in, tmp_path):
    assert read("a.pdf", pdf([["Printed."]]), recogniser=stand_in()).warnings == ()
    assert not (tmp_path / "asked").exists()


def test_without_the_program_the_pages_are_pictures_as_before():
    with pytest.raises(UnreadableDocument, match="text recognition is not installed"):
        read("a.pdf", pdf([PICTURE]))


@pytest.mark.parametrize("answer", ["exit 1", "kill -9 $$", "true", "printf '\\377\\f  '; exit 3"])
def test_a_program_that_fails_or_finds_nothing_leaves_the_page_out(stand_in, answer):
    there = stand_in(answer)

    reading = read("a.pdf", pdf([["Printed."], PICTURE]), recogniser=there)
    assert [one.left for one in reading.warnings] == [Left.UNRECOGNISED]
    with pytest.raises(UnreadableDocument) as why:
        read("a.pdf", pdf([PICTURE]), recogniser=there)
    assert why.value.trouble == Trouble.NO_TEXT


def test_a_program_that_never_answers_ends_with_the_document(stand_in):
    with pytest.raises(UnreadableDocument) as why:
        read("a.pdf", pdf([PICTURE]), recogniser=stand_in("exec sleep 9"), most_seconds=2)

    assert why.value.trouble == Trouble.TOO_SLOW


@pytest.mark.parametrize("languages", ["", "osd", "fra nor"])
def test_without_any_of_our_languages_nothing_is_read(stand_in, languages):
    assert stand_in(languages=languages) is None


def test_a_program_that_is_not_there_is_none():
    assert recogniser("/nowhere/tesseract") is None


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not on this machine")
def test_the_real_program_reads_a_scan():
    page = ["Parkering koster 40 kroner om dagen.", "Ferie søges senest i maj."]

    reading = read("a.pdf", scan(page), recogniser=recogniser())

    assert "Parkering koster 40 kroner" in reading.sections[0].text
    assert "maj" in reading.sections[0].text
