"""PDFs: pages, headings from bookmarks, lines that belong together, what cannot be read."""

import pytest

from samspil.adapters.reading import Left, Trouble, UnreadableDocument, read
from samspil.core.knowledge.sections import Section
from tests.adapters.reading.pdfs import PICTURE, pdf


def test_each_page_is_a_section_with_its_number():
    made = pdf([["Ferie søges i god tid."], ["Sygdom meldes om morgenen."]])

    reading = read("håndbog.pdf", made)

    assert reading.sections == (
        Section(page=1, text="Ferie søges i god tid."),
        Section(page=2, text="Sygdom meldes om morgenen."),
    )
    assert (reading.title, reading.pages, reading.warnings) == ("håndbog", 2, ())


def test_the_title_that_the_document_says_is_its_title():
    assert read("a.pdf", pdf([["Text."]], title="Staff handbook")).title == "Staff handbook"


def test_a_title_that_only_a_program_gave_is_none():
    assert read("a.pdf", pdf([["Text."]], title="Microsoft Word - final2.docx")).title == "a"


def test_bookmarks_are_headings_where_their_words_stand():
    page = ["Before.", "1 Holiday", "Five weeks a year.", "2 Illness", "Call at eight."]

    reading = read(
        "a.pdf", pdf([page, ["And stay in bed."]], bookmarks=[(1, "Holiday"), (1, "Illness")])
    )

    assert [(one.headings, one.page, one.text) for one in reading.sections] == [
        ((), 1, "Before."),
        (("Holiday",), 1, "Five weeks a year."),
        (("Illness",), 1, "Call at eight."),
        (("Illness",), 2, "And stay in bed."),
    ]


def test_a_bookmark_whose_words_stand_nowhere_heads_its_page():
    reading = read("a.pdf", pdf([["One."], ["Two."]], bookmarks=[(2, "Elsewhere")]))

    assert [one.headings for one in reading.sections] == [(), ("Elsewhere",)]


def test_lines_of_a_paragraph_are_joined_and_broken_words_whole():
    page = [
        "Whoever is ill calls before the day be-",
        "gins. Vor- und Nachteile des EU-",
        "Rechts.",
        "• The first point of a list",
        "• The second",
    ]

    reading = read("a.pdf", pdf([page]))

    assert reading.sections[0].text.split("\n") == [
        "Whoever is ill calls before the day begins. Vor- und Nachteile des EU-Rechts.",
        "• The first point of a list",
        "• The second",
    ]


def test_what_stands_on_every_page_is_read_once_and_page_numbers_never():
    pages = [["Staff handbook", f"Text number {at}.", f"Page {at} of 4"] for at in range(1, 5)]

    reading = read("a.pdf", pdf(pages))

    assert [one.text for one in reading.sections] == [
        "Staff handbook\nText number 1.",
        "Text number 2.",
        "Text number 3.",
        "Text number 4.",
    ]


def test_pages_that_are_pictures_are_counted_and_said():
    reading = read("a.pdf", pdf([["Text."], PICTURE, "", PICTURE]))

    assert [str(one) for one in reading.warnings] == [
        "2 of 4 pages are pictures: text recognition is not installed."
    ]


def test_a_document_of_pictures_alone_cannot_be_read():
    with pytest.raises(UnreadableDocument) as told:
        read("a.pdf", pdf([PICTURE, PICTURE]))

    assert str(told.value) == "All pages (2) are pictures: text recognition is not installed."


def test_a_document_without_anything_in_it_has_no_text():
    with pytest.raises(UnreadableDocument) as told:
        read("a.pdf", pdf([""]))

    assert told.value.trouble == Trouble.NO_TEXT


def test_a_locked_document_says_what_to_do():
    with pytest.raises(UnreadableDocument) as told:
        read("a.pdf", pdf([["Secret."]], password="open sesame"))

    assert str(told.value) == (
        "The document is locked with a password: save it without one, and bring it in again."
    )


@pytest.mark.parametrize("length", [8, 200, 500])
def test_a_document_that_ends_in_the_middle_is_damaged_or_has_no_text(length: int):
    with pytest.raises(UnreadableDocument) as told:
        read("a.pdf", pdf([["Text."]])[:length])

    assert told.value.trouble in (Trouble.BROKEN, Trouble.NO_TEXT)


@pytest.mark.slow
def test_two_thousand_pages_are_read_and_one_more_is_not():
    page = ["A line of some words that stands on the page."] * 5
    most = pdf([[*page, f"This is text {at}."] for at in range(2_000)])

    assert read("a.pdf", most).sections[-1].text.endswith("This is text 1999.")
    with pytest.raises(UnreadableDocument) as told:
        read("a.pdf", pdf([page] * 2_001))
    assert str(told.value) == ("The document has 2001 pages, and at most 2000 are read: divide it.")


def test_signs_that_nobody_can_see_are_left_out_and_said():
    reading = read("a.txt", "Ho\u200bli\u2060day".encode())

    assert reading.sections[0].text == "Holiday"
    assert [one.left for one in reading.warnings] == [Left.INVISIBLE]
