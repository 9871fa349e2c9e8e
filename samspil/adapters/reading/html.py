"""Web pages: headings, paragraphs, lists and tables; what a page only works with is left out."""

import re
from html import unescape

from samspil.adapters.markup import (
    BLOCKS,
    DROPPED,
    EMPTY,
    HIDDEN,
    pieces,
    without_comments,
    without_programs,
)
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.plain import words_of_page

AROUND = DROPPED | {"nav", "aside", "footer", "iframe", "select", "button", "dialog", "canvas",
                    "audio", "video", "datalist", "menu", "math"}  # fmt: skip
"""What stands around a text, or in it without being read."""
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
BARE = re.compile(r"\shidden(?=[\s=/]|$)", re.IGNORECASE)
AROUND_BY_ROLE = re.compile(
    r"\s(?:aria-hidden\s*=\s*[\"']?true|role\s*=\s*[\"']?(?:navigation|search|banner|contentinfo))",
    re.IGNORECASE,
)
TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,1000})", re.IGNORECASE)
LIMIT = 200_000
"""Characters from the beginning in which a title is looked for."""
HEADING = re.compile(r"h[1-6]")
LINES = BLOCKS | {
    "figcaption", "caption", "summary", "details", "main", "figure", "address", "hr", "fieldset",
    "legend", "hgroup", "thead", "tbody", "tfoot", "label", "option",
}  # fmt: skip
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
CELL = " | "


class _Writer:
    """Puts what a page says into the outline, line by line; never deeper than flat."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._line: list[str] = []
        self._level = 0
        self._kept = False
        self._lists: list[int | None] = []
        self._in_cell = False

    def write(self, text: str) -> None:
        if self._kept and not self._in_cell:
            first, *others = text.split("\n")
            self._line.append(first)
            for one in others:
                self.end_line()
                self._line.append(one)
        elif not text.isspace() or self._line:
            self._line.append(text if self._kept else SPACES.sub(" ", text))

    def end_line(self) -> None:
        line = "".join(self._line)
        self._line.clear()
        if self._kept and not self._in_cell:
            self._outline.line(line.rstrip() or " ")
            return
        line = SPACES.sub(" ", line).strip().removesuffix("|").strip()
        if self._level:
            self._outline.heading(self._level, line)
        elif line:
            self._outline.line(line)

    def tag(self, name: str, *, closing: bool) -> None:
        if HEADING.fullmatch(name):
            self._heading(int(name[1]), closing=closing)
        elif name in ("td", "th"):
            self._cell(closing=closing)
        elif self._in_cell and name in LINES | {"br"} and name not in ("table", "tr", "tbody"):
            self._line.append(" - " if name == "li" and not closing else " ")
        elif name == "br":
            self.end_line()
        elif name in LINES:
            self._block(name, closing=closing)

    def _heading(self, level: int, *, closing: bool) -> None:
        self.end_line()
        self._in_cell = self._kept = False
        self._level = 0 if closing else level

    def _cell(self, *, closing: bool) -> None:
        if closing and self._line:
            self._line.append(CELL)
        self._in_cell = not closing

    def _block(self, name: str, *, closing: bool) -> None:
        self._in_cell = False
        self.end_line()
        self._level = 0
        if name == "pre":
            self._kept = not closing
        elif name in ("ul", "ol"):
            self._list(name, closing=closing)
        elif name == "li" and not closing:
            self._line.append(self._mark())

    def _list(self, name: str, *, closing: bool) -> None:
        if not closing:
            self._lists.append(0 if name == "ol" else None)
        elif self._lists:
            self._lists.pop()

    def _mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1]}. "


def read_html(raw: bytes, outline: Outline) -> None:
    """A page as people see it; nothing is fetched, and nothing hidden is read."""
    html = without_comments(words_of_page(raw))
    titled = TITLE.search(html[:LIMIT])
    outline.title = unescape(titled[1]) if titled else ""
    write_html(without_programs(html), outline)


def write_html(html: str, outline: Outline) -> None:
    """Put markup without comments and scripts into the outline."""
    writer = _Writer(outline)
    hidden: list[str] = []
    for text, closing, name, more in pieces(html):
        if not hidden:
            writer.write(unescape(text))
        if not name:
            continue
        if hidden and not (name == hidden[0] == "p" and not closing):
            _still_hidden(hidden, name, closing=closing)
            continue
        hidden.clear()  # a paragraph ends where the next one begins
        if not closing and name not in EMPTY and _is_hidden(name, more):
            hidden.append(name)
        else:
            writer.tag(name, closing=closing)
    writer.end_line()


def _is_hidden(name: str, more: str) -> bool:
    if name in AROUND:
        return True
    if not more:
        return False
    bare = bool(BARE.search(QUOTED.sub("", more)))
    return bare or bool(HIDDEN.search(more) or AROUND_BY_ROLE.search(more))


def _still_hidden(hidden: list[str], name: str, *, closing: bool) -> None:
    """Hidden until the tag that began it closes, others of its name inside counted."""
    if name == hidden[0]:
        if closing:
            hidden.pop()
        else:
            hidden.append(name)
