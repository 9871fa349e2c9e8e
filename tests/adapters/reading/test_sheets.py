"""Excel workbooks: sheets as headings, rows as what their columns are called."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from samspil.adapters.reading import Left, Trouble, UnreadableDocument, read
from samspil.adapters.reading.limits import MOST_COLUMNS
from samspil.core.knowledge.sections import Section
from tests.adapters.reading.packs import pack

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(**sheets: Sequence[Sequence[object]]) -> Workbook:
    """A workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    return book


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_sheet(raw: bytes, data: str) -> bytes:
    """The same workbook with this in its first sheet."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet1.xml"] = f'<worksheet xmlns="{SHEET}">{data}</worksheet>'
    return pack(parts)


def test_rows_are_read_with_what_their_columns_are_called():
    book = workbook(
        Priser=[["Priser 2026"], ["Vare", "Pris", None], ["Brød", 24.5, "frisk"], [], ["Kage", 30]],
        Ferie=[["Fra", "Til"], [date(2026, 7, 1), date(2026, 7, 21)]],
    )

    assert read("priser.xlsx", saved(book)).sections == (
        Section(
            headings=("Priser",),
            text="Priser 2026\nVare | Pris\nVare: Brød; Pris: 24.5; frisk\nVare: Kage; Pris: 30",
        ),
        Section(headings=("Ferie",), text="Fra | Til\nFra: 2026-07-01; Til: 2026-07-21"),
    )


def test_hidden_sheets_are_left_out_and_said():
    book = workbook(Shown=[["Text"]], Lists=[["Secret"]])
    book["Lists"].sheet_state = "hidden"

    reading = read("a.xlsx", saved(book))

    assert [one.text for one in reading.sections] == ["Text"]
    assert [one.left for one in reading.warnings] == [Left.HIDDEN_PARTS]


@pytest.mark.slow
def test_a_cell_far_away_holds_nothing_up_and_columns_beyond_the_most_are_said():
    book = workbook(Far=[["Near"]])
    book["Far"].cell(row=1_000_000, column=16_000, value="Far away")
    book["Far"].cell(row=2, column=MOST_COLUMNS + 1, value="Too far right")

    reading = read("a.xlsx", saved(book))

    assert [one.text for one in reading.sections] == ["Near"]
    assert [str(one) for one in reading.warnings] == [
        "Columns after the first 200 were left out of the widest sheets."
    ]


@pytest.mark.slow
def test_a_workbook_that_is_a_database_is_told_so():
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 200_002))
    book = with_sheet(saved(workbook(All=[["Text"]])), f"<sheetData>{rows}</sheetData>")

    with pytest.raises(UnreadableDocument) as told:
        read("a.xlsx", book)

    assert told.value.trouble == Trouble.TOO_MANY_ROWS


def test_a_formula_is_read_as_the_value_it_had():
    book = workbook(Sums=[["A", "B"], [1, "=A2+1"]])

    assert read("a.xlsx", saved(book)).sections[0].text == "A | B\nA: 1"


def test_a_damaged_workbook_says_so():
    raw = saved(workbook(One=[["Text"]]))

    with pytest.raises(UnreadableDocument) as told:
        read("a.xlsx", raw.replace(b"xl/workbook.xml", b"xl/workbook.xxx"))

    assert told.value.trouble == Trouble.BROKEN
