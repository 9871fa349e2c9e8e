"""PowerPoint files: slides as pages, titles as headings, tables and notes."""

from samspil.adapters.reading import Left, read
from samspil.core.knowledge.sections import Section
from tests.adapters.reading.packs import shape, slide, slide_table, slides


def test_each_slide_is_a_page_under_its_title_with_its_notes():
    raw = slides(
        slide(shape("Five weeks", "in all"), shape("Holiday", kind="title")),
        slide(shape("Illness", kind="ctrTitle"), slide_table(("When", "What"), ("8", "Call"))),
        notes={1: "Say it slowly."},
    )

    reading = read("talk.pptx", raw)

    assert reading.sections == (
        Section(headings=("Holiday",), page=1, text="Five weeks\nin all\nSay it slowly."),
        Section(headings=("Illness",), page=2, text="When | What\n8 | Call"),
    )
    assert (reading.title, reading.pages) == ("Holiday", 2)


def test_a_slide_without_title_stands_below_none():
    raw = slides(slide(shape("Only a title", kind="title")), slide(shape("Only words")))

    assert read("a.pptx", raw).sections == (
        Section(headings=("Only a title",), page=1, text="Only a title"),
        Section(page=2, text="Only words"),
    )


def test_what_stands_on_every_slide_is_not_read():
    raw = slides(slide(shape("Words"), shape("7", kind="sldNum"), shape("Our firm", kind="ftr")))

    assert [one.text for one in read("a.pptx", raw).sections] == ["Words"]


def test_a_hidden_slide_is_left_out_said_and_counted():
    raw = slides(slide(shape("Old"), more='show="0"'), slide(shape("New")))

    reading = read("a.pptx", raw)

    assert reading.sections == (Section(page=2, text="New"),)
    assert reading.pages == 2
    assert [one.left for one in reading.warnings] == [Left.HIDDEN_PARTS]
