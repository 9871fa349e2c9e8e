"""The text of an HTML mail, with its structure; nothing is fetched, and nothing hidden is shown."""

import re
from html import unescape

from samspil.adapters.markup import BLOCKS, DROPPED, EMPTY, HIDDEN, pieces, without_comments

MOST_HTML = 2 * 1024 * 1024
"""Characters; the rest is not read."""
HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]{1,2000})\"|'([^']{1,2000})')", re.IGNORECASE)
ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]{1,200})\"|'([^']{1,200})')", re.IGNORECASE)
NOTHING = re.compile(r"(?!)")
TINY = re.compile(r"\b(width|height)\s*[=:]\s*[\"']?[01](px)?\b", re.IGNORECASE)
APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre"})
MOST_QUOTES = 10
SPACES = re.compile(r"[ \t\r\n\f]+")


class _Writer:
    """Collects lines; each knows how deep in quotations it stands."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.quotes = 0
        self.kept = False

    def write(self, text: str) -> None:
        if self.kept:
            first, *others = text.split("\n")
            self.line.append(first)
            for one in others:
                self.end_line()
                self.line.append(one)
            return
        flat = SPACES.sub(" ", text)
        if flat == " " and not self.line:
            return
        self.line.append(flat)

    def end_line(self, *, even_empty: bool = False) -> None:
        line = "".join(self.line)
        line = line.rstrip() if self.kept else " ".join(line.split(" ")).strip()
        self.line.clear()
        if line or even_empty:
            self.lines.append(f"{'>' * min(self.quotes, MOST_QUOTES)} {line}".strip(" "))

    def blank(self) -> None:
        """One empty line, unless there is one."""
        self.end_line()
        mark = ">" * min(self.quotes, MOST_QUOTES)
        if self.lines and self.lines[-1] != mark and self.lines[-1]:
            self.lines.append(mark)


def text_of_html(html: str) -> str:
    """The text a person would read, links as text with their address behind them."""
    whole = without_comments(html[:MOST_HTML])
    return _text(whole, hides=HIDDEN) or _text(whole, hides=NOTHING)


def _text(html: str, *, hides: re.Pattern[str]) -> str:
    writer = _Writer()
    hidden: list[str] = []
    links: list[tuple[str, int]] = []
    for text, closing, name, more in pieces(html):
        if not hidden:
            writer.write(unescape(text))
        if not name:
            continue
        if hidden:
            _still_hidden(hidden, name, closing=closing)
        elif not closing and name not in EMPTY and (name in DROPPED or hides.search(more)):
            hidden.append(name)
        elif name == "a":
            _link(writer, links, more, closing=closing)
        else:
            _tag(writer, name, more, closing=closing)
    writer.end_line()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(writer.lines)).replace("\xa0", " ").strip()


def _still_hidden(hidden: list[str], name: str, *, closing: bool) -> None:
    """Hidden until the tag that began it closes, others of its name inside counted."""
    if name == hidden[0]:
        if closing:
            hidden.pop()
        else:
            hidden.append(name)


def _link(writer: _Writer, links: list[tuple[str, int]], more: str, *, closing: bool) -> None:
    if not closing:
        found = HREF.search(more)
        address = unescape((found[1] or found[2]).strip()) if found else ""
        links.append((address, len(writer.line)))
        return
    address, begins = links.pop() if links else ("", 0)
    shown = "".join(writer.line[begins:]).strip()
    elsewhere = shown and _bare(address) != _bare(shown)
    if elsewhere and address.lower().startswith(("http://", "https://", "mailto:")):
        writer.write(f" ({address[:300]})")


def _bare(address: str) -> str:
    return re.sub(r"^(https?://|mailto:)", "", address, flags=re.IGNORECASE).rstrip("/")


def _tag(writer: _Writer, name: str, more: str, *, closing: bool) -> None:
    if name == "br":
        writer.end_line(even_empty=True)
    elif name == "hr":
        writer.blank()
    elif name == "img":
        _picture(writer, more)
    elif name in ("td", "th"):
        writer.write(" " if closing else "")
    elif name in BLOCKS:
        _block(writer, name, closing=closing)


def _block(writer: _Writer, name: str, *, closing: bool) -> None:
    (writer.blank if name in APART else writer.end_line)()
    if name == "blockquote":
        writer.quotes = max(0, writer.quotes + (-1 if closing else 1))
    elif name == "pre":
        writer.kept = not closing
    elif name == "li" and not closing:
        writer.write("- ")


def _picture(writer: _Writer, more: str) -> None:
    found = ALT.search(more)
    if found and not TINY.search(more):
        writer.write(f"[{unescape(found[1] or found[2])}]")
