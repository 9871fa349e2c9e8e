"""PowerPoint files: each slide a page under its title, with its tables and notes."""

from dataclasses import dataclass, field

from samspil.adapters.reading.limits import MOST_PAGES
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.packed import (
    Attributes,
    Pack,
    Relation,
    main_part,
    nothing,
    relations,
)
from samspil.adapters.reading.remarks import Left, Trouble, UnreadableDocument

TITLES = frozenset({"title", "ctrTitle"})
AROUND = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
"""What stands on every slide."""
CELL = " | "


def read_slides(raw: bytes, outline: Outline) -> None:
    """The slides in the order they are shown; hidden ones are left out, and counted as pages."""
    pack = Pack(raw)
    if pack.has_macros:
        outline.note(Left.MACROS)
    slides = _slides(pack)
    if len(slides) > MOST_PAGES:
        raise UnreadableDocument(Trouble.TOO_MANY_PAGES, pages=len(slides), most=MOST_PAGES)
    outline.pages = len(slides)
    for number, slide in enumerate(slides, start=1):
        _write(pack, slide.part, number, outline)


def _slides(pack: Pack) -> list[Relation]:
    show = main_part(pack)
    named = relations(pack, show)
    order: list[str] = []

    def begins(name: str, attributes: Attributes) -> None:
        if name == "sldId":
            order.append(attributes.get("r:id", ""))

    pack.walk(show, begins=begins, ends=nothing, says=nothing)
    return [named[one] for one in order if one in named]


def _write(pack: Pack, part: str, number: int, outline: Outline) -> None:
    slide = _walked(pack, part)
    if slide.hidden:
        outline.note(Left.HIDDEN_PARTS)
        return
    outline.page(number)
    outline.no_heading()
    outline.heading(1, " ".join(slide.title))
    for line in slide.lines:
        outline.line(line)
    for relation in relations(pack, part).values():
        if relation.kind == "notesSlide":
            for line in _walked(pack, relation.part).lines:
                outline.line(line)


def _walked(pack: Pack, part: str) -> "_Slide":
    slide = _Slide()
    pack.walk(part, begins=slide.begins, ends=slide.ends, says=slide.says)
    return slide


@dataclass(slots=True)
class _Slide:
    """The words of a slide, or of the notes to one."""

    title: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    hidden: bool = False
    _placed: str = ""
    _words: list[str] = field(default_factory=list)
    _cells: list[str] | None = None
    _in_text: bool = False
    _skipped: int = 0

    def begins(self, name: str, attributes: Attributes) -> None:
        if self._skipped or name == "Fallback":
            self._skipped += 1
        elif name == "sld":
            self.hidden = attributes.get("show", "1") in ("0", "false")
        elif name == "ph":
            self._placed = attributes.get("type", "body")
        elif name == "tr":
            self._cells = []
        elif name == "br":
            self._words.append(" ")
        self._in_text = name == "t"

    def says(self, words: str) -> None:
        if self._in_text and not self._skipped:
            self._words.append(words)

    def ends(self, name: str) -> None:
        self._in_text = False
        if self._skipped:
            self._skipped -= 1
        elif name == "p":
            self._end_paragraph()
        elif name == "tc" and self._cells is not None:
            self._cells.append(" ".join("".join(self._words).split()))
            self._words.clear()
        elif name == "tr" and self._cells is not None:
            self.lines.append(CELL.join(cell for cell in self._cells if cell))
            self._cells = None
        elif name in ("sp", "graphicFrame"):
            self._placed = ""

    def _end_paragraph(self) -> None:
        if self._cells is not None:
            self._words.append(" ")
            return
        words = "".join(self._words).strip()
        self._words.clear()
        if not words or self._placed in AROUND:
            return
        (self.title if self._placed in TITLES else self.lines).append(words)
