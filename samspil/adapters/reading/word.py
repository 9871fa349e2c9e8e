"""Word files: headings by their styles, paragraphs, lists, tables as rows, footnotes."""

from dataclasses import dataclass, field

from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.packed import Attributes, Pack, main_part, relations
from samspil.adapters.reading.remarks import Left
from samspil.adapters.reading.word_styles import Style, styles_of

STYLES, NOTES = "styles", ("footnotes", "endnotes")
SKIPPED = frozenset({"Fallback", "moveFrom", "del", "pPrChange", "rPrChange", "tblPrChange",
                     "trPrChange", "tcPrChange", "sectPrChange"})  # fmt: skip
"""Earlier states of a text, and the second way to draw what was drawn."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
CELL = " | "


@dataclass(slots=True)
class _Paragraph:
    words: list[str] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    listed: bool = False
    notes: list[str] = field(default_factory=list)


def read_word(raw: bytes, outline: Outline) -> None:
    """The document's text as it stands now: without deletions, hidden words and old states."""
    pack = Pack(raw)
    document = main_part(pack)
    if pack.has_macros:
        outline.note(Left.MACROS)
    related = relations(pack, document)
    styles: dict[str, Style] = {}
    notes = _Notes()
    for relation in related.values():
        if relation.kind == STYLES:
            styles = styles_of(pack, relation.part)
        elif relation.kind in NOTES:
            pack.walk(relation.part, begins=notes.begins, ends=notes.ends, says=notes.says)
    body = _Body(outline, styles, notes.found)
    pack.walk(document, begins=body.begins, ends=body.ends, says=body.says)


class _Notes:
    """The words of each footnote (`f` and its number) and endnote (`e`)."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._number = ""
        self._words: list[str] = []
        self._in_text = False

    def begins(self, name: str, attributes: Attributes) -> None:
        if name in ("footnote", "endnote"):
            self._number = "" if "type" in attributes else attributes.get("id", "")
            self._words = []
        elif name in ("t", "p"):
            self._in_text = name == "t"
            self._words.append("" if name == "t" else " ")

    def says(self, words: str) -> None:
        if self._in_text:
            self._words.append(words)

    def ends(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name in ("footnote", "endnote") and self._number:
            self.found[f"{name[0]}{self._number}"] = " ".join("".join(self._words).split())


class _Body:
    """Walks through the document; cells of tables within tables are one cell's words."""

    def __init__(self, outline: Outline, styles: dict[str, Style], notes: dict[str, str]) -> None:
        self._outline, self._styles, self._notes = outline, styles, notes
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._waiting: list[str] = []
        self._skipped = 0
        self._in_text = self._hidden = self._in_run = False

    def begins(self, name: str, attributes: Attributes) -> None:
        if self._skipped or name in SKIPPED:
            self._skipped += 1
        elif name == "p":
            self._paragraphs.append(_Paragraph())
        elif name == "tr":
            self._rows.append([])
        elif name == "tc":
            self._cells.append([])
        elif self._paragraphs:
            self._in_paragraph(self._paragraphs[-1], name, attributes)

    def says(self, words: str) -> None:
        if self._in_text and not self._hidden and not self._skipped and self._paragraphs:
            self._paragraphs[-1].words.append(words)

    def ends(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif name == "t":
            self._in_text = False
        elif name == "r":
            self._hidden = self._in_run = False
        elif name == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif name == "tc" and self._cells:
            cell = " ".join(self._cells.pop())
            if self._rows:
                self._rows[-1].append(cell)
        elif name == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def _in_paragraph(self, here: _Paragraph, name: str, attributes: Attributes) -> None:
        said = attributes.get("val", "")
        match name:
            case "t" | "r":
                self._in_text, self._in_run = name == "t", True
            case "pStyle":
                here.style = said
            case "outlineLvl" if said.isdigit():
                here.level = int(said) + 1
            case "numId":
                here.listed = said != "0"
            case "vanish" if self._in_run and said not in ("0", "false"):
                self._hidden = True
                self._outline.note(Left.HIDDEN_PARTS)
            case "footnoteReference" | "endnoteReference":
                here.notes.append(self._notes.get(f"{name[0]}{attributes.get('id', '')}", ""))
            case _ if self._in_run and not self._hidden:
                here.words.append(SIGNS.get(name, ""))

    def _end_paragraph(self, done: _Paragraph) -> None:
        words = "".join(done.words).strip()
        style = self._styles.get(done.style, Style())
        level = done.level if done.level is not None else style.level
        self._waiting.extend(note for note in done.notes if note)
        if self._cells:
            self._cells[-1].extend([words] if words else [])
        elif not words or style.is_contents:
            return
        elif style.is_title and not self._outline.title:
            self._outline.title = words
        elif level is not None and 1 <= level <= 9:
            self._outline.heading(level, words)
        else:
            self._outline.line(f"- {words}" if done.listed or style.listed else words)
            self._end_notes()

    def _end_row(self, cells: list[str]) -> None:
        row = CELL.join(" ".join(cell.split()) for cell in cells if cell.strip())
        if self._cells:
            self._cells[-1].append(row)
        else:
            self._outline.line(row)
            self._end_notes()

    def _end_notes(self) -> None:
        for note in self._waiting:
            self._outline.line(f"[{note}]")
        self._waiting.clear()
