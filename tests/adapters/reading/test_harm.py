"""Files that were cut, flipped or mixed up are read or refused, never anything else."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samspil.adapters.reading import Reading, UnreadableDocument, read
from samspil.adapters.reading.here import read_here
from tests.adapters.reading.packs import par, shape, slide, slides, table, word
from tests.adapters.reading.pdfs import PICTURE, pdf
from tests.adapters.reading.test_mail import mail
from tests.adapters.reading.test_sheets import saved, workbook

PDF = pdf([["Ferie", "Fem uger."], PICTURE], bookmarks=[(1, "Ferie")], title="Håndbog")
WORD = word(par("Ferie", style="berschrift1") + par("Fem uger.") + table(("Land", "Dage")))
HTML = b"<!doctype html><h1>Ferie</h1><ul><li>Fem <b>uger</b></ul><table><tr><td>a</table>"
MARKDOWN = b"---\ntitle: x\n---\n# Ferie\n\n- Fem `uger`\n\n| a | b |\n|---|---|\n| c | [d](e) |\n"
SLIDES = slides(slide(shape("Ferie", kind="title"), shape("Fem uger.")), notes={1: "Langsomt."})
SHEETS = saved(workbook(Priser=[["Vare", "Pris"], ["Brød", 24.5]]))
MAIL = mail("Fem uger.").as_bytes()
TAGS = (
    "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "</ol>", "<li>", "<h1>", "</h2>",
    "<pre>", "</pre>", "<p hidden>", "</p>", "<br>", "<script>", "</script>", "<!--", "-->", "a",
    "&amp;", "<", " ", "\n",
)  # fmt: skip
harm = st.tuples(
    st.floats(0, 1), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8)
)


def harmed(raw: bytes, how: tuple[float, list[tuple[float, int]]]) -> bytes:
    """The file cut off at a share of its length, with some bytes changed."""
    kept, flips = how
    out = bytearray(raw[: int(len(raw) * kept)] if kept > 0.2 else raw)
    for place, value in flips:
        out[int(place * (len(out) - 1))] = value
    return bytes(out)


def outcome(door: Callable[[str, bytes], Reading], name: str, raw: bytes) -> str:
    try:
        reading = door(name, raw)
    except UnreadableDocument as why:
        return str(why)
    assert all(one.text for one in reading.sections)
    return reading.title


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.docx", WORD),
        ("a.html", HTML),
        ("a.md", MARKDOWN),
        ("a.txt", HTML),
        ("a.pptx", SLIDES),
        ("a.xlsx", SHEETS),
        ("a.eml", MAIL),
    ],
)
@settings(max_examples=150, deadline=None)
@given(how=harm)
def test_harmed_files_are_read_or_refused(
    name: str, raw: bytes, how: tuple[float, list[tuple[float, int]]]
):
    assert outcome(read_here, name, harmed(raw, how))


@settings(max_examples=150, deadline=None)
@given(how=harm)
def test_harmed_pdfs_are_read_or_refused(how: tuple[float, list[tuple[float, int]]]):
    assert outcome(read, "a.pdf", harmed(PDF, how))


@settings(max_examples=100, deadline=None)
@given(
    raw=st.binary(max_size=300), name=st.sampled_from(["a.pdf", "a.docx", "a.md", "a", "a.html"])
)
def test_any_bytes_under_any_name_are_read_or_refused(raw: bytes, name: str):
    assert outcome(read_here if name != "a.pdf" else read, name, raw)


@settings(max_examples=100, deadline=None)
@given(markup=st.lists(st.sampled_from(TAGS)))
def test_any_mixture_of_tags_is_read_or_refused(markup: list[str]):
    assert outcome(read_here, "a.html", "".join(markup).encode())
