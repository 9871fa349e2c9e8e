"""A paper told in the reader's language: as blocks to write, and as a list of what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samspil.adapters.writing import Block, Table, Words
from samspil.core.explaining.lines import Line
from samspil.core.filings.asks import Ask
from samspil.core.filings.content import (
    ARTICLES,
    TITLES,
    Filing,
    Grid,
    Missing,
    Paper,
    Points,
    Text,
    Where,
)
from samspil.core.filings.content import Block as Content
from samspil.work.queries.explaining import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """Something missing in words; `ask` is None where it is done on the page `where`."""

    words: str
    about: str
    ask: Ask | None
    where: Where


def text_of(text: Text) -> str:
    """A sentence in the reader's language, or somebody's own words as they are."""
    return in_words(text) if isinstance(text, Line) else text


def title_of(paper: Paper) -> str:
    """What a paper is called."""
    return in_words(TITLES[paper])


def what_for(paper: Paper) -> str:
    """Where the law asks for it."""
    return ARTICLES[paper]


def missing_rows(filing: Filing) -> list[MissingRow]:
    """What is missing in it, in its order."""
    return [
        MissingRow(words=_missing(one), about=one.about, ask=one.ask, where=one.where)
        for one in filing.missing
    ]


def blocks_of(filing: Filing, *, company: str, at: datetime) -> Iterator[Block]:
    """The paper in the reader's language; what is missing is counted first and stands where it
    belongs."""
    yield Words(text=title_of(filing.paper), style="Title")
    about = "" if filing.named == company else f"{text_of(filing.named)} · "
    yield Words(text=f"{about}{company} · {ARTICLES[filing.paper]} · {as_of(at)}")
    if filing.missing:
        yield Words(text=not_whole(len(filing.missing)), style="Missing")
    for one in filing.parts:
        yield Words(text=f"{text_of(one.title)} · {one.article}", style="Heading1")
        for block in one.blocks:
            yield from _told(block)


def as_of(at: datetime) -> str:
    """That it is told as things stand then."""
    moment = timezone.localtime(at)
    when = f"{date_format(moment, 'SHORT_DATE_FORMAT')} {date_format(moment, 'H:i')}"
    return _("as it stood on %(when)s") % {"when": when}


def not_whole(count: int) -> str:
    """How much is missing."""
    return ngettext(
        "Not whole yet: %(n)d thing is missing, marked where it belongs.",
        "Not whole yet: %(n)d things are missing, each marked where it belongs.",
        count,
    ) % {"n": count}


def _told(block: Content) -> Iterator[Block]:
    if isinstance(block, Missing):
        yield Words(text=_missing(block), style="Missing")
    elif isinstance(block, Points):
        yield from (Words(text=text_of(one), style="ListBullet") for one in block.items)
    elif isinstance(block, Grid):
        yield _table(block)
    else:
        yield Words(text=text_of(block.text))


def _table(grid: Grid) -> Table:
    head = [text_of(one) for one in grid.head]
    rows = [["\n".join(text_of(each) for each in cell) for cell in row] for row in grid.rows]
    return Table(rows=[head, *rows], widths=grid.widths)


def _missing(one: Missing) -> str:
    words = text_of(one.words)
    return f"{text_of(one.named)}: {words}" if one.named else words
