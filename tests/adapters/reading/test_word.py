"""Word files: headings by styles, tables as rows, footnotes, and what is packed to harm."""

import io
import zipfile

import pytest

from samspil.adapters.reading import Left, Trouble, UnreadableDocument, read
from tests.adapters.reading.packs import W, pack, par, relations, run, table, word


def found(raw: bytes) -> list[tuple[tuple[str, ...], list[str]]]:
    """The file's headings, each with the lines below."""
    return [(one.headings, one.text.split("\n")) for one in read("a.docx", raw).sections]


def trouble(raw: bytes, name: str = "a.docx") -> Trouble:
    with pytest.raises(UnreadableDocument) as told:
        read(name, raw)
    return told.value.trouble


def test_headings_are_told_by_their_styles_in_any_language():
    raw = word(
        par("Medarbejderhåndbog", style="Titel")
        + par("Indhold 1", style="Verzeichnis1")
        + par("Ferie", style="berschrift1")
        + par("Fem uger.")
        + par("I udlandet", style="Egen")
        + par("Også fem.")
    )

    assert read("a.docx", raw).title == "Medarbejderhåndbog"
    assert found(raw) == [
        (("Ferie",), ["Fem uger."]),
        (("Ferie", "I udlandet"), ["Også fem."]),
    ]


def test_tables_are_rows_and_a_table_in_a_table_is_one_cell():
    inner = f"<w:tr><w:tc>{table(('x', 'y'))}<w:p/></w:tc><w:tc>{par('z')}</w:tc></w:tr>"
    raw = word(table(("Land", "Dage"), ("Sverige", "5")) + f"<w:tbl>{inner}</w:tbl>")

    assert found(raw) == [((), ["Land | Dage", "Sverige | 5", "x | y | z"])]


def test_a_footnote_stands_below_the_paragraph_that_names_it():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'

    assert found(word(par("Five weeks.", more=note) + par("More."))) == [
        ((), ["Five weeks.", "[Holiday Act, section 7.]", "More."])
    ]


def test_what_was_deleted_moved_or_hidden_is_not_read():
    old = "<w:del><w:r><w:delText>four</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('moved away')}</w:moveFrom>"
    hidden = run("secret", looks="<w:vanish/>")
    shown = run(" weeks", looks='<w:vanish w:val="0"/>')
    raw = word(f"<w:p>{old}{moved}<w:ins>{run('five')}</w:ins>{hidden}{shown}</w:p>")

    assert found(raw) == [((), ["five weeks"])]
    assert [one.left for one in read("a.docx", raw).warnings] == [Left.HIDDEN_PARTS]


def test_words_in_a_box_are_read_once():
    box = f"<w:txbxContent>{par('In the box.')}</w:txbxContent>"
    drawn = f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"{drawn}</mc:AlternateContent>"
    )

    assert found(word(f"<w:p><w:r>{both}</w:r>{run('Beside.')}</w:p>")) == [
        ((), ["In the box.", "Beside."])
    ]


def test_tabs_breaks_and_lists_are_kept_apart():
    listed = '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>' + run("Point") + "</w:p>"
    broken = f"<w:p>{run('a')}<w:r><w:tab/><w:br/></w:r>{run('b')}</w:p>"

    assert found(word(broken + listed)) == [((), ["a\t", "b", "- Point"])]


def test_macros_are_left_alone_and_said():
    reading = read("a.docm", word(par("Text."), {"word/vbaProject.bin": b"Sub Open()"}))

    assert reading.sections[0].text == "Text."
    assert [str(one) for one in reading.warnings] == [
        "The file holds macros (small programs): they were not run or read."
    ]


def test_what_lies_outside_the_file_is_never_fetched():
    away = relations(("styles", "../../../../etc/passwd")).replace(
        "</Relationships>",
        '<Relationship Id="r9" Type="x/footnotes" Target="http://example.org/x" '
        'TargetMode="External"/></Relationships>',
    )

    assert found(word(par("Text."), {"word/_rels/document.xml.rels": away})) == [((), ["Text."])]


def test_a_file_that_expands_itself_is_not_read():
    bomb = (
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>'
        "</w:document>"
    )

    assert trouble(word("", {"word/document.xml": bomb})) == Trouble.BROKEN


def test_a_packed_file_that_unpacks_to_far_more_is_not_read():
    assert trouble(word(par("a" * 30_000_000))) == Trouble.UNPACKS_TOO_FAR


def test_a_packed_file_that_lies_about_its_size_is_not_unpacked():
    raw = word(par("a" * 10_000_000))
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        size = packed.getinfo("word/document.xml").file_size

    small = raw.replace(size.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))

    assert trouble(small) == Trouble.BROKEN


def test_elements_inside_one_another_without_end_are_not_followed():
    assert trouble(word("<w:sdt>" * 100_000)) == Trouble.BROKEN


def test_a_packed_file_of_something_else_is_no_document():
    assert trouble(pack({"notes.txt": "Text."})) == Trouble.BROKEN
    assert trouble(pack({"notes.txt": "Text."}), "a.zip") == Trouble.UNKNOWN_KIND
    assert trouble(b"PK\x03\x04 and no more") == Trouble.BROKEN


def test_a_file_with_a_lock_on_its_parts_says_so():
    raw = bytearray(word(par("Text.")))
    at = 0
    while (at := raw.find(b"PK\x01\x02", at)) >= 0:
        raw[at + 8] |= 1
        at += 4

    assert trouble(bytes(raw)) == Trouble.ENCRYPTED
