"""What a file is made of, whatever its format."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph; `style` is Title, Heading1, Heading2, ListBullet, Missing (something that nobody
    has said yet) or empty for plain text."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, each as long as the first, which is the head; a cell may have several lines.

    `widths` shares the width out among the columns; empty: all alike.
    """

    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = ()


Block = Words | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a file says of itself: its title, whose it is, in which language, and as of when.

    `keywords` tells programs how it was made. `foot` stands below every page.
    """

    title: str
    language: str
    at: datetime
    keywords: str = ""
    author: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A block as it is drawn: points that follow each other are one list.

    `kind` is a style of `Words`, or Table. `texts` are the points of a list, else the one text;
    `rows` those of a table, of which the first is the head, and `widths` its columns' parts.
    """

    kind: str
    texts: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    widths: Sequence[int] = ()


def shapes(blocks: Iterable[Block]) -> Iterator[Shape]:
    """The blocks in their order, without tables that are empty."""
    for kind, several in groupby(blocks, key=_kind):
        if kind == "ListBullet":
            yield Shape(kind=kind, texts=[_text(one) for one in several])
            continue
        for one in several:
            if not isinstance(one, Table):
                yield Shape(kind=kind, texts=[one.text])
            elif one.rows:
                widths = one.widths or [1] * len(one.rows[0])
                yield Shape(kind=kind, rows=one.rows, widths=widths)


def _kind(one: Block) -> str:
    return "Table" if isinstance(one, Table) else one.style


def _text(one: Block) -> str:
    return one.text if isinstance(one, Words) else ""
