"""Markdown: headings, paragraphs, lists, tables and code; links by their words."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from samspil.adapters.markup import without_comments, without_programs
from samspil.adapters.reading.html import write_html
from samspil.adapters.reading.outline import Outline
from samspil.adapters.reading.plain import words_of

FRONT = re.compile(r"---[ \t]*\n(.{0,20000}?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TITLE = re.compile(r"^title[ \t]*:[ \t]*(.{1,300})$", re.MULTILINE | re.IGNORECASE)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CELL = " | "
BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(raw: bytes, outline: Outline) -> None:
    """What the marks mean, without the marks; what stands above a text for programs is dropped."""
    words = words_of(raw)
    front = FRONT.match(words)
    if front:
        titled = TITLE.search(front[1])
        outline.title = titled[1].strip().strip("\"'") if titled else ""
        words = words[front.end() :]
    _Writer(outline).write(iter(PARSER.parse(words)))


class _Writer:
    """Puts what the parser tells into the outline."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._numbers: list[int | None] = []
        self._mark = ""

    def write(self, tokens: Iterator[Token]) -> None:
        for token in tokens:
            if token.type == "heading_open":
                self._outline.heading(int(token.tag[1]), _words(next(tokens)))
            elif token.type == "tr_open":
                self._outline.line(CELL.join(_cells(tokens)))
            elif token.type.startswith(("bullet_list", "ordered_list", "list_item")):
                self._list(token)
            else:
                self._text(token)

    def _text(self, token: Token) -> None:
        if token.type == "inline":
            self._outline.line(self._mark + _words(token))
            self._mark = ""
        elif token.type in ("fence", "code_block"):
            self._outline.line(token.content.rstrip("\n"))
        elif token.type == "html_block":
            write_html(without_programs(without_comments(token.content)), self._outline)

    def _list(self, token: Token) -> None:
        if token.type == "list_item_open":
            number = self._numbers[-1]
            self._mark = "- " if number is None else f"{number}. "
            self._numbers[-1] = None if number is None else number + 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._numbers.pop()
        elif token.type == "ordered_list_open":
            self._numbers.append(int(token.attrs.get("start", 1)))
        elif token.type == "bullet_list_open":
            self._numbers.append(None)


def _cells(tokens: Iterator[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "tr_close":
            return
        if token.type == "inline":
            yield _words(token)


def _words(token: Token) -> str:
    """The words of a line; of a picture what is said about it."""
    return "".join(BREAKS.get(one.type, one.content) for one in token.children or () if _said(one))


def _said(token: Token) -> bool:
    return token.type in BREAKS or token.type in ("text", "text_special", "code_inline", "image")
