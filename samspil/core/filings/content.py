"""What a paper says, before it has a language; and what nobody has said yet, which stands in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from samspil.core.explaining.lines import Line, worded
from samspil.core.filings.asks import Ask


class Paper(StrEnum):
    """A paper that there is; all but the first two are about one use of AI."""

    RECORD = "record"
    LITERACY = "literacy"
    ASSESSMENT = "assessment"
    TECHNICAL = "technical"
    SHEET = "sheet"
    NOTICE = "notice"
    EXCEPTION = "exception"


TITLES = {
    Paper.RECORD: worded("Record of processing activities"),
    Paper.LITERACY: worded("How people here learn to understand AI"),
    Paper.ASSESSMENT: worded("Impact assessment"),
    Paper.TECHNICAL: worded("Technical file"),
    Paper.SHEET: worded("Instructions for use"),
    Paper.NOTICE: worded("Notice to staff"),
    Paper.EXCEPTION: worded("Why the exception holds"),
}
ARTICLES = {
    Paper.RECORD: "GDPR Art. 30",
    Paper.LITERACY: "AI Act Art. 4",
    Paper.ASSESSMENT: "GDPR Art. 35",
    Paper.TECHNICAL: "AI Act Art. 11, Annex IV",
    Paper.SHEET: "AI Act Art. 13",
    Paper.NOTICE: "AI Act Art. 26(7)",
    Paper.EXCEPTION: "AI Act Art. 6(4)",
}
"""Where the law asks for it."""
OF_ALL = (Paper.RECORD, Paper.LITERACY)
"""Papers about the whole organisation."""

Text = Line | str
"""A sentence to be told in the reader's language; or somebody's own words, which stay so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list of points."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; each cell holds its lines. `widths` shares the width out among the columns."""

    head: tuple[Text, ...]
    rows: tuple[tuple[tuple[Text, ...], ...], ...]
    widths: tuple[int, ...] = ()


class Where(StrEnum):
    """A page on which something is done that is no answer to a question."""

    USE = "use"
    GUIDELINES = "guidelines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something that nobody has said or done yet, and where that is done.

    `ask` is the question that somebody has to answer about `about`; None: it is done at `where`.
    `named` says of what, where a paper is about several things.
    """

    words: Text
    about: str
    ask: Ask | None = None
    where: Where = Where.USE
    named: Text = ""


Block = Paragraph | Points | Grid | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, where the law asks for it, and what stands below it."""

    title: Text
    article: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A whole paper about something called `named`."""

    paper: Paper
    named: Text
    parts: tuple[Part, ...]

    @property
    def missing(self) -> tuple[Missing, ...]:
        """All that stands in it as missing, in its order."""
        return tuple(self._missing())

    def _missing(self) -> Iterator[Missing]:
        for part in self.parts:
            yield from (one for one in part.blocks if isinstance(one, Missing))


def part(title: Line, article: str, *blocks: "Block | Line") -> Part:
    """A part under this heading; a sentence is a paragraph."""
    return Part(
        title=title,
        article=article,
        blocks=tuple(Paragraph(text=one) if isinstance(one, Line) else one for one in blocks),
    )


def points(*items: Text) -> Points:
    """A list of these."""
    return Points(items=items)


def table(
    head: Iterable[Text], rows: Iterable[Iterable[Text | tuple[Text, ...]]], *widths: int
) -> Grid:
    """A table; a cell is one line, or several."""
    return Grid(
        head=tuple(head),
        rows=tuple(
            tuple(cell if isinstance(cell, tuple) else (cell,) for cell in row) for row in rows
        ),
        widths=widths,
    )
