"""What a reader finds, in the order of the page: headings, lines, pages."""

from dataclasses import dataclass

from samspil.adapters.reading.limits import (
    LONGEST_HEADING,
    MOST_CHARACTERS,
    MOST_DEPTH,
    MOST_PAGES,
    MOST_SECTIONS,
)
from samspil.adapters.reading.remarks import Left, Remark, Trouble, UnreadableDocument, remark
from samspil.core.knowledge.sections import Section
from samspil.core.reading import read as made_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document as its sections. `pages` counts pages or slides; None where a file has none.

    `warnings` say what was left out, each as words fit to show.
    """

    title: str
    sections: tuple[Section, ...]
    pages: int | None
    warnings: tuple[Remark, ...]


class Outline:
    """Collects headings and lines and makes sections of them.

    Characters that cannot be seen are dropped. Raises `UnreadableDocument` past the limits.
    """

    def __init__(self) -> None:
        self.title = ""
        self.pages: int | None = None
        self._page: int | None = None
        self._above: list[tuple[int, str]] = []
        self._lines: list[str] = []
        self._bare = ""
        self._bare_page: int | None = None
        self._sections: list[Section] = []
        self._remarks: dict[Left, Remark] = {}
        self._characters = 0

    def page(self, number: int) -> None:
        """From here on the text stands on this page, counted from 1; the headings stay."""
        self._close()
        self._page = number

    def no_heading(self) -> None:
        """What follows stands below no heading of what came before."""
        self._close()
        if self._bare:
            self._add_bare()
        self._above.clear()

    def heading(self, level: int, words: str) -> None:
        """A heading; 1 is the highest level. One without words changes nothing."""
        plain = " ".join(self._plain(words).split())[:LONGEST_HEADING]
        if not plain:
            return
        self._close()
        if self._bare and self._above and self._above[-1][0] >= level:
            self._add_bare()
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        self._above.append((level, plain))
        self._bare, self._bare_page = plain, self._page

    def line(self, words: str) -> None:
        """A paragraph, an entry of a list or a row of a table; blank ones are left out."""
        if words and not words.isspace():
            self._lines.append(words)
            self._characters += len(words)
            self.room_for(0)

    def room_for(self, characters: int) -> None:
        """Raise `UnreadableDocument` where so many more would be too many."""
        if self._characters + characters > MOST_CHARACTERS:
            raise UnreadableDocument(Trouble.TOO_MUCH_TEXT, most=MOST_PAGES)

    def note(self, left: Left, **values: int | str) -> None:
        """Remember that something was left out."""
        self._remarks[left] = remark(left, **values)

    def done(self, *, otherwise_title: str) -> Reading:
        """The document; raises `UnreadableDocument` where there is no text."""
        self._close()
        if self._bare:
            self._add_bare()
        if not any(any(sign.isalnum() for sign in one.text) for one in self._sections):
            raise UnreadableDocument(Trouble.NO_TEXT)
        title = " ".join(self._plain(self.title).split())[:LONGEST_HEADING]
        return Reading(
            title=title or self._first_heading() or otherwise_title,
            sections=tuple(self._sections),
            pages=self.pages,
            warnings=tuple(self._remarks.values()),
        )

    def _first_heading(self) -> str:
        return next((one.headings[0] for one in self._sections if one.headings), "")

    def _close(self) -> None:
        text = self._plain("\n".join(self._lines)) if self._lines else ""
        self._lines.clear()
        if text:
            self._add(text, page=self._page)

    def _add_bare(self) -> None:
        """A heading with nothing below it is the text itself."""
        self._add(self._bare, page=self._bare_page)

    def _add(self, text: str, *, page: int | None) -> None:
        headings = tuple(words for _level, words in self._above[-MOST_DEPTH:])
        self._sections.append(Section(headings=headings, page=page, text=text))
        self._bare = ""
        if len(self._sections) > MOST_SECTIONS:
            raise UnreadableDocument(Trouble.TOO_MUCH_TEXT, most=MOST_PAGES)

    def _plain(self, words: str) -> str:
        reading = made_plain(words)
        if reading.hidden_text:
            self.note(Left.INVISIBLE)
        return reading.text
