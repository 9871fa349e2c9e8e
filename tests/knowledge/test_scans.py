"""Scans answer too where they can be read, and everybody sees that a program read them."""

import pytest

from samspil.config.health import examine
from samspil.knowledge import actions, queries
from samspil.knowledge.models import Document, State
from tests.adapters.reading.pdfs import PICTURE, pdf
from tests.adapters.reading.recognising import program_in
from tests.factories import MONDAY_9


@pytest.fixture
def scan(lene):
    given = actions.Given(name="parking.pdf", content=pdf([PICTURE]))
    ((document, _),) = actions.add_documents([given], terms=actions.Terms(), by=lene, at=MONDAY_9)
    actions.read_documents([document.pk], embedder=None, at=MONDAY_9)
    return document


def read_again() -> Document:
    document = Document.objects.get()
    actions.read_documents([document.pk], embedder=None, at=MONDAY_9)
    document.refresh_from_db()
    return document


def test_a_scan_waits_until_somebody_switches_reading_on(scan, lene, settings, tmp_path):
    assert actions.read_scans() == 0
    assert Document.objects.get().trouble == "only_pictures"

    settings.OCR = str(program_in(tmp_path, 'echo "Parking in the yard costs 40 kroner a day."'))
    assert actions.read_scans() == 1
    document = read_again()

    assert (document.state, document.recognised) == (State.READ, True)
    assert ["OCR" in said for said in queries.warnings_of(document)] == [True]
    found = queries.answer_to("What does parking in the yard cost?", reader=lene)
    assert [quote.document.recognised for quote in found.quotes] == [True]
    assert actions.read_scans() == 0


def test_a_scan_without_text_is_not_tried_every_day(scan, settings, tmp_path):
    settings.OCR = str(program_in(tmp_path, "true"))

    assert actions.read_scans() == 1
    assert read_again().trouble == "no_text"
    assert actions.read_scans() == 0


@pytest.mark.parametrize(
    ("languages", "mend"),
    [("dan deu eng", ""), ("eng", "apt-get install tesseract-ocr-dan tesseract-ocr-deu")],
)
def test_the_doctor_says_what_is_missing(db, settings, tmp_path, languages, mend):
    settings.OCR = str(program_in(tmp_path, languages=languages))

    (found,) = [one for one in examine() if one.what == "scanned pages"]
    assert mend in found.mend
    assert bool(found.mend) is bool(mend)


def test_the_doctor_says_how_to_install_the_program(db, settings):
    settings.OCR = "/nowhere/tesseract"

    (found,) = [one for one in examine() if one.what == "scanned pages"]
    assert "apt-get install tesseract-ocr " in found.mend
